"""Sixty days before a covenant ends privacy officer and functional administrator hear it: once, and no more when it was renewed."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from partners.models import Covenant, Partner
from partners.models.covenant import WARNED_BEFORE
from safetyportal.clock.calendar import local_day
from safetyportal.notices import alarms
from safetyportal.notices.models import Alarm

CODE = Alarm.Code.COVENANT_ENDS
MOST = 1000


def look(*, at: datetime) -> int:
    """Raise for what ends soon, clear what was renewed since; returns how many were raised. May run twice.

    A new end is a new warning. What somebody marked as seen does not come back, and what ended unrenewed stays until then.
    """
    today = local_day(at)
    going = Partner.objects.not_ended(today)
    stopping = Covenant.objects.unrenewed().filter(partner__in=going.values("pk")).select_related("partner")
    known = set(Alarm.objects.filter(code=CODE).values_list("subject", flat=True))
    new = [one for one in stopping.ending(today)[:MOST] if subject_of(one) not in known]
    for one in new:
        detail = f"{one.partner.name}, {one.ends_on:%d-%m-%Y}"
        alarms.raise_alarm(code=CODE, subject=subject_of(one), detail=detail, at=at)
    still = stopping.filter(ends_on__lte=today + WARNED_BEFORE)
    alarms.settle(code=CODE, but=[subject_of(one) for one in still], at=at)
    return len(new)


def subject_of(covenant: Covenant) -> str:
    return f"convenant {covenant.pk} {covenant.ends_on.isoformat()}"


def open_ones() -> QuerySet[Alarm]:
    return Alarm.objects.filter(code=CODE, cleared_at=None)


def key_of(alarm: Alarm) -> int:
    """Which covenant it is about."""
    return int(alarm.subject.split()[1])


def has_ended(alarm: Alarm, *, on: date) -> bool:
    """Whether what it warned of has happened by now."""
    return date.fromisoformat(alarm.subject.split()[2]) < on
