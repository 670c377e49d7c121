"""The mail outbox: queue in the transaction of the verb, send outside any.

At least once: a crash between SMTP and the stamp sends a mail twice, with the same Message-ID.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.db.models import F, Q

from safetyportal.accounts.models import User
from safetyportal.at_once import at_once, inserting
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.messages import MESSAGES
from safetyportal.notices.models import Alarm, Notice
from safetyportal.texts.association import current
from safetyportal.wake import bell, wake

LEASE = timedelta(seconds=60)
MAX_ATTEMPTS = 8


def tell(
    *,
    template: str,
    key: str,
    at: datetime,
    user: User | None = None,
    address: str = "",
    link: str = "",
    numbers: Mapping[str, int] | None = None,
) -> None:
    """Queue one mail. `key` names the occasion: the same occasion never gives a second mail.

    `link` is a path for this person alone, in place of the template's own. `numbers` are counts that its text tells.
    """
    told = to_tell(template=template, key=key, at=at, user=user, address=address, link=link)
    told.numbers = dict(numbers or {})
    queue(told)


def to_tell(
    *, template: str, key: str, at: datetime, user: User | None = None, address: str = "", link: str = ""
) -> Notice:
    """The same, not kept yet and not rung for: for an occasion that is new and is written with its mail at once."""
    if template not in MESSAGES:
        raise KeyError(template)
    return Notice(
        template=template, user=user, address=address, link=link, dedupe_key=key, created_at=at, next_at=at
    )


def tell_all(*, template: str, key: str, users: Iterable[User], at: datetime) -> None:
    """Queue the same mail for each of `users`, in one statement; with "key:person" as the occasion."""
    if template not in MESSAGES:
        raise KeyError(template)
    notices = [
        Notice(template=template, user=user, dedupe_key=f"{key}:{user.pk}", created_at=at, next_at=at)
        for user in users
    ]
    queue(*notices)


def queue(*notices: Notice) -> None:
    """Keep these mails, but none of an occasion that had its mail, and ring."""
    if len(notices) == 1:
        at_once(inserting(notices[0], unless_there=True), last=bell("notices"))
    elif notices:
        Notice.objects.bulk_create(notices, ignore_conflicts=True)
        wake("notices")


def waiting() -> models.QuerySet[Notice]:
    return Notice.objects.filter(sent_at=None, dead_at=None)


def send(*, work_id: str | UUID, at: datetime) -> bool:
    """Send one notice if it still waits and nobody holds it; True when it went out now."""
    notice = _lease(work_id, at)
    if notice is None:
        return False
    try:
        _mail(notice)
    except Exception as error:
        _failed(notice, at, type(error).__name__)
        return False
    Notice.objects.filter(pk=notice.pk).update(sent_at=at, leased_until=None, link="", address=_spent(notice))
    return True


def _spent(notice: Notice) -> str:
    """Of a reporter's address nothing is kept once the mail is out; a member's notice keeps its user."""
    return "-" if notice.address else ""


def _lease(work_id: str | UUID, at: datetime) -> Notice | None:
    free = Q(leased_until=None) | Q(leased_until__lt=at)
    with transaction.atomic():
        notice = waiting().filter(free, pk=work_id).select_for_update(skip_locked=True, of=("self",)).first()
        if notice is not None:
            notice.leased_until = at + LEASE
            notice.save(update_fields=["leased_until"])
    return notice


def _mail(notice: Notice) -> None:
    if notice.user is not None and not notice.user.is_active:
        return
    association = current()
    subject, body = MESSAGES[notice.template].render(
        association.name, association.phone, notice.link, notice.numbers
    )
    address = notice.user.email if notice.user is not None else notice.address
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    EmailMessage(
        subject=subject, body=body, to=[address], headers={"Message-ID": f"<{notice.pk}@{domain}>"}
    ).send()


def _failed(notice: Notice, at: datetime, why: str) -> None:
    attempts = notice.attempts + 1
    dead = attempts >= MAX_ATTEMPTS
    with transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(
            attempts=F("attempts") + 1,
            leased_until=None,
            rung_at=None,
            next_at=at + timedelta(seconds=30 * 2**attempts),
            dead_at=at if dead else None,
            **({"link": ""} if dead else {}),
        )
        if dead:
            raise_alarm(code=Alarm.Code.NOTICE_DEAD, subject=str(notice.pk), detail=why, at=at)
