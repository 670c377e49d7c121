"""When something happened, said so roughly that nobody can tell who kept the time (domain 4.4). Pure.

Never a day, an hour or a number. Of what one person reported only the season is said, and whether it was by day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from incidents.answers import DayPart

# Longer ago than so many months is not counted out any more.
A_YEAR = 12
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


def _months(seen: Sequence[Seen]) -> str:
    first, last = min(one.on for one in seen), max(one.on for one in seen)
    apart = (last.year - first.year) * 12 + last.month - first.month
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
