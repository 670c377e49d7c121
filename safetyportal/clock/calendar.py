"""The Dutch working calendar: Monday to Friday without public holidays, in office hours (08:30-17:00), in Amsterdam.

Counts in wall-clock time and answers in UTC, so a term never shifts an hour in the nights the clock is
changed.

Which days are free: the official days off. Good Friday is not one of them (the Algemene termijnenwet only
lets terms in law run past it), and Liberation Day, 5 May, is one for most employers in lustrum years alone
(2025, 2030). Where the association is closed on more days, its settings say so (clock.office).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from safetyportal.clock import office

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GOOD_FRIDAY = "Good Friday"
LIBERATION_DAY = (5, 5)


@lru_cache(maxsize=64)
def public_holidays(year: int, with_good_friday: bool) -> frozenset[date]:
    days = holidays.country_holidays("NL", years=year, language="en_US")
    if not with_good_friday:
        days.pop_named(GOOD_FRIDAY, lookup="exact")  # the library counts it as a public holiday
    return frozenset(days)


class NoSuchTime(ValueError):
    """The hour that is skipped when summer time begins."""


def at_wall_clock(day: date, clock: time) -> datetime:
    """When the clock in Amsterdam says so. Of the hour that comes twice when summer time ends, the first; raises NoSuchTime."""
    moment = _moment(day, clock)
    if moment.astimezone(AMSTERDAM).time() != clock:
        raise NoSuchTime(f"{day} {clock}")
    return moment


def end_of_day(at: datetime) -> datetime:
    """Midnight in Amsterdam after this moment."""
    return _moment(local_day(at) + timedelta(days=1), time())


def weeks_after(start: datetime, weeks: int) -> datetime:
    """The end of office hours, that many weeks after the day on the wall; on a free day, of the next working day."""
    day = local_day(start) + timedelta(weeks=weeks)
    return _moment(day if is_working_day(day) else working_day_after(day), office.current().closes)


def local_day(at: datetime) -> date:
    """The date on the wall in Amsterdam at this moment."""
    return _local(at).date()


def is_working_day(day: date) -> bool:
    ours = office.current()
    if day.weekday() >= 5 or day.isoformat() in ours.closed:
        return False
    if ours.liberation_day and (day.month, day.day) == LIBERATION_DAY:
        return False
    return day not in public_holidays(day.year, ours.good_friday)


def is_office_time(at: datetime) -> bool:
    """Whether somebody is there now: from half past eight up to, not at, five o'clock on a working day."""
    local = _local(at)
    return is_working_day(local.date()) and office.current().opens <= local.time() < office.current().closes


def next_office_moment(at: datetime) -> datetime:
    """`at` itself in office time, otherwise the next time the office opens."""
    if is_office_time(at):
        return at.astimezone(UTC)
    local = _local(at)
    day = local.date()
    if not is_working_day(day) or local.time() >= office.current().closes:
        day = working_day_after(day)
    return _moment(day, office.current().opens)


def add_working_days(start: datetime, days: int) -> datetime:
    """The end of office hours `days` working days after `start`.

    What comes in after hours or on a free day counts as received on the next working day; 0 days is the end
    of the day of receipt itself.
    """
    if days < 0:
        raise ValueError("a term does not run backwards")
    day = _day_received(start)
    for _ in range(days):
        day = working_day_after(day)
    return _moment(day, office.current().closes)


def add_working_time(start: datetime, amount: timedelta) -> datetime:
    """`amount` of office time after `start`. With nothing to add, `start` itself, also outside office
    hours."""
    if amount <= timedelta(0):
        return start.astimezone(UTC)
    moment = next_office_moment(start)
    while (room := _moment(local_day(moment), office.current().closes) - moment) < amount:
        amount -= room
        moment = _moment(working_day_after(local_day(moment)), office.current().opens)
    return moment + amount


def working_time_between(start: datetime, end: datetime) -> timedelta:
    """How much office time passed from `start` to `end`; nothing when `end` is not later."""
    total = timedelta(0)
    day, last = local_day(start), local_day(end)
    while day <= last:
        if is_working_day(day):
            opened, closed = (
                max(start, _moment(day, office.current().opens)),
                min(end, _moment(day, office.current().closes)),
            )
            total += max(closed - opened, timedelta(0))
        day += timedelta(days=1)
    return total


def working_day_after(day: date) -> date:
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def _day_received(at: datetime) -> date:
    local = _local(at)
    if is_working_day(local.date()) and local.time() <= office.current().closes:
        return local.date()
    return working_day_after(local.date())


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, AMSTERDAM).astimezone(UTC)


def _local(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return at.astimezone(AMSTERDAM)
