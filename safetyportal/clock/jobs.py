"""Daily jobs: two processes that wake at the same time do them once."""

from __future__ import annotations

from datetime import datetime

from safetyportal.clock.calendar import local_day
from safetyportal.clock.models import JobRun


def once_a_day(*, name: str, at: datetime) -> bool:
    """True for exactly one caller per Dutch day. Inside a transaction, a rollback gives the day back."""
    _, first = JobRun.objects.get_or_create(name=name, day=local_day(at), defaults={"started_at": at})
    return first
