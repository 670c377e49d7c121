"""When things happen: days and hours of reports, and the ends of terms. Moments are whole seconds since 1970."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from bench.fill import mix
from safetyportal.clock import office
from safetyportal.clock.calendar import AMSTERDAM, add_working_days

DAY = 86_400
_HOURS = list(accumulate(mix.HOURS))
_DAYS: dict[int, str] = {}
_CLOCK: dict[int, str] = {}
_MIDNIGHTS: dict[date, int] = {}
_DUE: dict[tuple[int, int], int] = {}


def text(seconds: int) -> str:
    """As COPY takes it. Some ten million are asked for, so days and clock times are kept."""
    day, rest = divmod(seconds, DAY)
    words = _DAYS.get(day)
    if words is None:
        words = _DAYS[day] = datetime.fromtimestamp(day * DAY, UTC).date().isoformat()
    clock = _CLOCK.get(rest)
    if clock is None:
        clock = _CLOCK[rest] = f" {rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}+00"
    return words + clock


def weight(day: date) -> float:
    found = mix.WEEKEND if day.weekday() >= 5 else 1.0
    found *= mix.SUMMER if day.month in (7, 8) else 1.0
    return found * (mix.NEW_YEARS_EVE if (day.month, day.day) == (12, 31) else 1.0)


def cases_a_day(count: int, until: date, since: int) -> Iterator[tuple[date, int]]:
    """The `since` days up to and with `until`, oldest first, each with its share of `count`; together exactly that."""
    days = [until - timedelta(days=ago) for ago in range(since, -1, -1)]
    whole = sum(map(weight, days))
    passed, given = 0.0, 0
    for day in days:
        passed += weight(day)
        upto = round(count * passed / whole)
        yield day, upto - given
        given = upto


def on(day: date, *, noise: bool, random: Random) -> int:
    """A moment of this day; noise often at night."""
    if noise and random.random() < mix.NOISE_AT_NIGHT:
        hour = random.choice((22, 23, 0, 1))
    else:
        hour = random.choices(range(24), cum_weights=_HOURS)[0]
    midnight = _MIDNIGHTS.get(day)
    if midnight is None:
        midnight = _MIDNIGHTS[day] = int(datetime.combine(day, time(), AMSTERDAM).timestamp())
    return midnight + hour * 3600 + random.randrange(3600)


def lognormal(median: float, sigma: float, random: Random) -> float:
    return median * math.exp(random.gauss(0, sigma))


def due(seconds: int, working_days: int) -> int:
    """The end of a term as the portal counts it, worked out once for every three hours: it costs more than all else."""
    part = seconds // (DAY // 8)
    found = _DUE.get((part, working_days))
    if found is None:
        at = datetime.fromtimestamp(seconds, UTC)
        found = _DUE[part, working_days] = int(add_working_days(at, working_days).timestamp())
    return found


def first_contact(urgency: str) -> int:
    return office.current().first_contact(urgency)
