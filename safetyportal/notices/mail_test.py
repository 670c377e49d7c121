"""Whether mail goes out: one to oneself through the outbox, as every other mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.notices.models import Notice
from safetyportal.notices.outbox import tell

TEMPLATE = "test_mail"


class OneWaits(ValueError):
    """The mail before this one has not gone out yet, or one was asked for in this minute."""


@dataclass(frozen=True)
class Told:
    """How the last one went. `tone` as in components/tag.html."""

    words: str
    tone: str
    asked_at: datetime
    sent_at: datetime | None
    attempts: int
    is_dead: bool
    next_at: datetime
    # What went wrong at the last try, in words.
    error: str


@transaction.atomic
def send_test(*, by: User, at: datetime) -> None:
    """Queue a mail to `by`. Of several at once one is queued; the others get OneWaits."""
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)
    earlier = Notice.objects.filter(template=TEMPLATE, user=by)
    key = f"test:{by.pk}:{at:%Y%m%d%H%M}"
    if earlier.filter(sent_at=None, dead_at=None).exists() or earlier.filter(dedupe_key=key).exists():
        raise OneWaits
    tell(template=TEMPLATE, key=key, user=by, at=at)
    record(action="setup.test_mail", actor=by, object_kind="user", object_id=by.pk, at=at)


def last(*, user: User) -> Told | None:
    """The last one this person asked for, or nothing."""
    notice = Notice.objects.filter(template=TEMPLATE, user=user).order_by("-created_at").first()
    if notice is None:
        return None
    return Told(
        words=_words(notice),
        tone=_tone(notice),
        asked_at=notice.created_at,
        sent_at=notice.sent_at,
        attempts=notice.attempts,
        is_dead=notice.dead_at is not None,
        next_at=notice.next_at,
        error=notice.get_trouble_display(),
    )


def _words(notice: Notice) -> str:
    if notice.sent_at is not None:
        return _("verstuurd")
    if notice.dead_at is not None:
        return _("mislukt")
    return _("nog niet gelukt") if notice.attempts else _("wacht")


def _tone(notice: Notice) -> str:
    if notice.sent_at is not None:
        return "ok"
    return "danger" if notice.dead_at is not None or notice.attempts else "info"
