"""Alarms that staff see above their pages until somebody has looked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from safetyportal.accounts.models import User
from safetyportal.notices.models import Alarm


def raise_alarm(*, code: Alarm.Code, subject: str, detail: str = "", at: datetime) -> None:
    """Raise once; while the same alarm about the same subject is open, nothing happens."""
    Alarm.objects.bulk_create(
        [Alarm(code=code, subject=subject, detail=detail[:300], raised_at=at)], ignore_conflicts=True
    )


def clear(*, alarm: Alarm, by: User, at: datetime) -> None:
    Alarm.objects.filter(pk=alarm.pk, cleared_at=None).update(cleared_at=at, cleared_by=by)


def settle(*, code: Alarm.Code, but: Collection[str] = (), at: datetime) -> None:
    """Clear what the portal itself found mended: all open alarms of this code but those about the subjects `but`."""
    Alarm.objects.filter(code=code, cleared_at=None).exclude(subject__in=but).update(cleared_at=at)
