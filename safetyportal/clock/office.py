"""Terms and office days as the association set them, kept in the process for some seconds.

Every working day that is counted asks for them, and the last page of a report must not wait for a statement more. A change
is felt at once in the process that makes it, and within LAG_SECONDS in every other.
"""

from __future__ import annotations

import time as clock
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import time
from typing import Any

from django.conf import settings
from django.db import Error

LAG_SECONDS = 10


@dataclass(frozen=True)
class Office:
    """Days are working days, where no other measure is named; those that a signal is kept are of the calendar. `closed` has the dates, as 2027-05-14, on which the office is closed besides the official ones."""

    first_contact_u1: int = 1
    first_contact_u2: int = 2
    first_contact_u3: int = 5
    first_contact_u4: int = 10
    decide: int = 5
    progress: int = 10
    question: int = 2
    hearing: int = 10
    answer_accused: int = 3
    review_weeks: int = 4
    check_weeks: int = 4
    duty_minutes: int = 30
    signal_days: int = 183
    opens: time = time(8, 30)
    closes: time = time(17, 0)
    good_friday: bool = False
    liberation_day: bool = False
    closed: frozenset[str] = field(default_factory=frozenset)

    def first_contact(self, urgency: str) -> int:
        """Who called first (U0) and then filed is treated as U1."""
        days: int = getattr(self, f"first_contact_{'U1' if urgency == 'U0' else urgency}".lower())
        return days


_kept: tuple[float, Office] | None = None


def current() -> Office:
    """As set; without the database, or before anybody set anything, as delivered."""
    global _kept
    now = clock.monotonic()
    if _kept is not None and now < _kept[0]:
        return _kept[1]
    try:
        found = _read()
    except Error:
        return defaults()
    _kept = (now + LAG_SECONDS, found)
    return found


def keep(office: Office, *, seconds: float = LAG_SECONDS) -> None:
    """What this process goes by from now on, for a while."""
    global _kept
    _kept = (clock.monotonic() + seconds, office)


def forget() -> None:
    global _kept
    _kept = None


def defaults() -> Office:
    return Office(
        good_friday=settings.OFFICE_CLOSED_ON_GOOD_FRIDAY, closed=frozenset(settings.OFFICE_ALSO_CLOSED)
    )


def from_values(values: Mapping[str, Any]) -> Office:
    """The defaults with what was set; names that are no longer known are left out."""
    known = {one.name for one in fields(Office)}
    return replace(defaults(), **{name: value for name, value in values.items() if name in known})


def _read() -> Office:
    from safetyportal.clock.models import OfficeSettings  # urgency.py, which models import, asks for terms

    row = OfficeSettings.objects.filter(pk=1).values_list("values", flat=True).first()
    return from_values(_typed(row or {}))


def _typed(stored: Mapping[str, Any]) -> dict[str, Any]:
    """From JSON: times and dates are texts there."""
    values = dict(stored)
    for name in ("opens", "closes"):
        if name in values:
            values[name] = time.fromisoformat(values[name])
    if "closed" in values:
        values["closed"] = frozenset(
            line.split()[0] for line in values["closed"].splitlines() if line.strip()
        )
    return values
