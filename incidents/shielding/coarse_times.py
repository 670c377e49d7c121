"""When something happened, said so roughly that nobody can tell who kept the time (domain 4.4). Pure.

Never a day, an hour or a number. Of what one person reported only the season is said, and whether it was by day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from incidents.rules.answers import DayPart

# Longer ago than so many months is not counted out any more.
A_YEAR = 12
SEASON = 3
BY_DAY = frozenset({DayPart.MORNING, DayPart.AFTERNOON})
AFTER_DARK = frozenset({DayPart.EVENING, DayPart.NIGHT})


@dataclass(frozen=True)
class Seen:
    """What one reporter said of the time."""

    on: date
    day_part: str = ""


def period(seen: Sequence[Seen]) -> str:
    """ "in mei, meestal 's nachts", in the language that is active. One per reporter: who reports often counts once."""
    if not seen:
        return _("in de afgelopen tijd")
    when = _months(seen) if len(seen) > 1 else _season(seen[0].on)
    part = _day_part([one.day_part for one in seen])
    return f"{when}, {part}" if part else when


def span(seen: Sequence[Seen]) -> tuple[date, date] | None:
    """The same, to be kept: the first and the last month that may be told. Of one reporter those of the whole season."""
    if not seen:
        return None
    if len(seen) == 1:
        on = seen[0].on
        first = on.month // 3 * 3 or A_YEAR
        year = on.year - 1 if first > on.month else on.year
        return date(year, first, 1), date(year + first // A_YEAR, (first + 1) % A_YEAR + 1, 1)
    return min(one.on for one in seen).replace(day=1), max(one.on for one in seen).replace(day=1)


def said_span(first: date | None, last: date | None) -> str:
    """ "oktober 2026", "september 2026 tot en met oktober 2026", or "najaar 2026"; never a day."""
    if first is None or last is None:
        return ""
    apart = _apart(first, last)
    if apart == SEASON - 1 and first.month % 3 == 0:
        return _season_of(first, last)
    if apart >= A_YEAR:
        return _("in de loop van meer dan een jaar")
    one, other = (date_format(day, "F Y", use_l10n=False) for day in (first, last))
    return one if one == other else _("{one} tot en met {other}").format(one=one, other=other)


def _season_of(first: date, last: date) -> str:
    if first.year != last.year:
        return _("winter {one}-{other}").format(one=first.year, other=last.year)
    return {3: _("voorjaar {year}"), 6: _("zomer {year}"), 9: _("najaar {year}")}[first.month].format(
        year=first.year
    )


def _apart(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _months(seen: Sequence[Seen]) -> str:
    first, last = min(one.on for one in seen), max(one.on for one in seen)
    apart = _apart(first, last)
    names = {"first": MONTHS[first.month], "last": MONTHS[last.month]}
    if apart == 0:
        return _("in %(first)s") % names
    if apart == 1:
        return _("in %(first)s en %(last)s") % names
    if apart < A_YEAR:
        return _("van %(first)s tot en met %(last)s") % names
    return _("in de loop van meer dan een jaar")


def _season(on: date) -> str:
    return (
        _("in de winter"),
        _("in het voorjaar"),
        _("in de zomer"),
        _("in het najaar"),
    )[on.month % 12 // 3]


def _day_part(parts: Sequence[str]) -> str:
    """Of several reporters what at least two and most of them say; of one no more than day or dark."""
    told = [part for part in parts if part in BY_DAY | AFTER_DARK]
    if not told:
        return ""
    if len(parts) > 1:
        part, times = Counter(told).most_common(1)[0]
        if times > 1 and 2 * times > len(told):
            return _mostly(part)
        if len(told) == 1:
            return ""
    if all(part in AFTER_DARK for part in told):
        return _("meestal als het donker is")
    if all(part in BY_DAY for part in told):
        return _("meestal overdag")
    return _("op wisselende momenten")


def _mostly(part: str) -> str:
    return {
        DayPart.MORNING.value: _("meestal 's ochtends"),
        DayPart.AFTERNOON.value: _("meestal 's middags"),
        DayPart.EVENING.value: _("meestal 's avonds"),
        DayPart.NIGHT.value: _("meestal 's nachts"),
    }[part]
