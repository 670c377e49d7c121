"""The mail outbox: queue in the transaction of the verb, send outside any.

At least once: a crash between SMTP and the stamp sends a mail twice, with the same Message-ID.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F

from safetyportal.accounts.models import User
from safetyportal.at_once import at_once, inserting, inserting_like
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.hands import lease, waiting
from safetyportal.notices.messages import MESSAGES
from safetyportal.notices.models import Alarm, Notice, Trouble
from safetyportal.notices.troubles import trouble_of
from safetyportal.notices.wanted import NoLonger, is_wanted
from safetyportal.queues import ALERTS, NOTICES
from safetyportal.texts.association import current
from safetyportal.wake import bell, wake

__all__ = [
    "Way",
    "forget",
    "note",
    "post",
    "queue",
    "send",
    "tell",
    "tell_all",
    "tell_of_many",
    "to_tell",
    "waiting",
]
MAX_ATTEMPTS = 8


@dataclass(frozen=True)
class Way:
    """How mails of one occasion go: through which queue, for whom one at a time, and what they are about."""

    queue: str = NOTICES
    lane: str = ""
    about: str = ""


ORDINARY = Way()
# What cannot wait goes before a pile of other mail.
URGENT = frozenset({"duty_alert"})


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
        template=template,
        user=user,
        address=address,
        link=link,
        dedupe_key=key,
        created_at=at,
        next_at=at,
        queue=_queue(template, ORDINARY),
    )


def tell_all(*, template: str, key: str, users: Iterable[User], at: datetime, way: Way = ORDINARY) -> int:
    """Queue the same mail for each of `users`, in one statement; with "key:person" as the occasion. How many they are."""
    return tell_of_many(template=template, told=[(key, user.pk) for user in users], at=at, way=way)


def tell_of_many(
    *,
    template: str,
    told: Iterable[tuple[str, int]],
    at: datetime,
    way: Way = ORDINARY,
    abouts: Mapping[str, str] | None = None,
) -> int:
    """The same of many occasions at once: each a key with the key of somebody who is told of it.

    `abouts`: by occasion, in place of the `about` of `way`.
    """
    if template not in MESSAGES:
        raise KeyError(template)
    pairs = list(told)
    if not pairs:
        return 0
    like = Notice(
        template=template,
        created_at=at,
        next_at=at,
        queue=_queue(template, way),
        lane=way.lane,
    )
    each = inserting_like(
        like,
        unless_there=True,
        id=[uuid4() for _ in pairs],
        user_id=[user for _key, user in pairs],
        dedupe_key=[f"{key}:{user}" for key, user in pairs],
        about=[(abouts or {}).get(key, way.about) for key, _user in pairs],
    )
    at_once(each, last=bell("notices"))
    return len(pairs)


def _queue(template: str, way: Way) -> str:
    return ALERTS if template in URGENT else way.queue


def queue(*notices: Notice) -> None:
    """Keep these mails, but none of an occasion that had its mail, and ring."""
    if len(notices) == 1:
        at_once(inserting(notices[0], unless_there=True), last=bell("notices"))
    elif notices:
        Notice.objects.bulk_create(notices, ignore_conflicts=True)
        wake("notices")


def forget(*, template: str, about: str) -> None:
    """It is told anew: mails that did not go out, and that nobody is sending now, go; the others count for it no more."""
    found = Notice.objects.filter(template=template, about=about)
    found.filter(sent_at=None, leased_until=None).delete()
    found.update(about="")


def send(*, work_id: str | UUID, at: datetime) -> bool:
    """Send one notice if it still waits, nobody holds it and a hand is free for it; True when it went out now."""
    notice = lease(work_id=work_id, at=at)
    return notice is not None and note(notice=notice, error=post(notice, at=at), at=at)


def post(notice: Notice, *, at: datetime) -> Exception | None:
    """Hand what is leased to the mail server, outside any transaction; what went wrong, if anything did.

    NoLonger: what it tells of is over, and it did not go.
    """
    try:
        if not is_wanted(notice, at=at):
            return NoLonger()
        _mail(notice)
    except Exception as error:
        return error
    return None


def note(*, notice: Notice, error: Exception | None, at: datetime) -> bool:
    """Write down how it went; True when it went out."""
    if isinstance(error, NoLonger):
        Notice.objects.filter(pk=notice.pk).update(
            dead_at=at, leased_until=None, link="", address=_spent(notice), trouble=Trouble.GONE
        )
        return False
    if error is not None:
        _failed(notice, at, error)
        return False
    Notice.objects.filter(pk=notice.pk).update(
        sent_at=at, leased_until=None, link="", address=_spent(notice), trouble=""
    )
    return True


def _spent(notice: Notice) -> str:
    """Of a reporter's address nothing is kept once the mail is out; a member's notice keeps its user."""
    return "-" if notice.address else ""


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


def _failed(notice: Notice, at: datetime, error: Exception) -> None:
    """Again later; after eight tries never. A lane that a mail died in has one alarm until somebody has looked."""
    attempts = notice.attempts + 1
    dead = attempts >= MAX_ATTEMPTS
    with transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(
            attempts=F("attempts") + 1,
            leased_until=None,
            rung_at=None,
            next_at=at + timedelta(seconds=30 * 2**attempts),
            dead_at=at if dead else None,
            trouble=trouble_of(error),
            **({"link": ""} if dead else {}),
        )
        if dead:
            subject = notice.lane or str(notice.pk)
            raise_alarm(code=Alarm.Code.NOTICE_DEAD, subject=subject, detail=trouble_of(error), at=at)
