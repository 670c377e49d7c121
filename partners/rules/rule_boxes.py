"""What a rule matches, as a set per condition: so that can be said what is left of it after the rules before it. Pure.

A rule is a box: kinds x bands x places x spaces x weekdays x hours x days on which it is valid. A place is one of the
complexes that some rule names, or "another complex" of a neighbourhood, of a municipality, or of elsewhere; a stretch of
days is named after its first day. An answer is no set: a report may have several, or none. Each set is a number with a
bit for each value, so that hundreds of rules are laid over each other in a moment (partners.rules.rule_cover).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partners.models import RoutingRule
from partners.weighing.choosing import BANDS, in_hours

HOURS, WEEKDAYS = range(24), range(1, 8)
NO_SPACE = ""

Bits = int
Parts = tuple[Bits, ...]
PERIODS = 6  # where the days stand among the parts


@dataclass(frozen=True)
class KnownKind:
    """A kind of report, the answers to each of its questions, and whether it was closed before today."""

    group: str
    is_closed: bool = False
    answers: Mapping[str, frozenset[str]] | None = None


@dataclass(frozen=True)
class Known:
    """What rules may name, as it is today. `complexes`: municipality and neighbourhood by id."""

    today: date
    kinds: Mapping[str, KnownKind]
    complexes: Mapping[int, tuple[str, str]]
    spaces: frozenset[str]
    partner_types: frozenset[str]

    def kinds_of(self, codes: Iterable[str]) -> frozenset[str]:
        """Codes of kinds and groups as kinds; a code that nobody knows falls away."""
        asked = set(codes)
        return frozenset(code for code, kind in self.kinds.items() if asked & {code, kind.group})


@dataclass(frozen=True)
class Shape:
    """All that a rule matches. `answer` is "" or the answer it asks for beside it."""

    parts: Parts
    answer: tuple[str, str] = ("", "")

    @property
    def is_empty(self) -> bool:
        return not all(self.parts)

    def asks_no_more_than(self, other: Shape) -> bool:
        return self.answer in (("", ""), other.answer)

    def is_alike(self, other: Shape) -> bool:
        """The same conditions, at a time that both are valid."""
        return (
            self.answer == other.answer
            and self.parts[:PERIODS] == other.parts[:PERIODS]
            and bool(self.parts[PERIODS] & other.parts[PERIODS])
        )


@dataclass(frozen=True)
class Box:
    rule: RoutingRule
    shape: Shape


def boxes(rules: Sequence[RoutingRule], known: Known) -> list[Box]:
    """A box for each rule that is switched on, in their order."""
    switched_on = [rule for rule in rules if rule.is_active]
    places = _places(switched_on, known)
    starts = _starts(switched_on, known.today)
    kinds, spaces = sorted(known.kinds), sorted(known.spaces | {NO_SPACE})
    return [
        Box(
            rule,
            Shape(
                (
                    _picked(known.kinds_of(rule.kinds) if rule.kinds else kinds, kinds),
                    _picked(rule.bands or BANDS, sorted(BANDS)),
                    _bits(rule.lies_at(*place) for place in places),
                    _picked(rule.spaces or spaces, spaces),
                    _picked(rule.weekdays or WEEKDAYS, WEEKDAYS),
                    _hours_of(rule),
                    _days_of(rule, starts),
                ),
                (rule.question_key, rule.answer_value),
            ),
        )
        for rule in switched_on
    ]


def _bits(holds: Iterable[bool]) -> Bits:
    """One for each value in turn: whether it is in."""
    return sum(1 << place for place, one in enumerate(holds) if one)


def _picked(chosen: Collection[object], among: Iterable[object]) -> Bits:
    return _bits(one in chosen for one in among)


def _hours_of(rule: RoutingRule) -> Bits:
    if rule.hour_from is None or rule.hour_to is None:
        return _picked(HOURS, HOURS)
    return _bits(in_hours(hour, rule.hour_from, rule.hour_to) for hour in HOURS)


def _days_of(rule: RoutingRule, starts: Sequence[date]) -> Bits:
    """The stretches that begin while the rule is valid (RoutingRule.is_valid_on)."""
    first = bisect_left(starts, rule.valid_from)
    end = bisect_right(starts, rule.valid_to) if rule.valid_to else len(starts)
    return (1 << end) - (1 << first) if first < end else 0


Place = tuple[int, str, str]
OTHER = 0  # no complex that a rule names


def _places(rules: Sequence[RoutingRule], known: Known) -> list[Place]:
    named = {rule.complex_id for rule in rules if rule.complex_id}
    pairs = set(known.complexes.values())
    pairs |= {(municipality, "") for municipality, _ in pairs} | {("", "")}
    at_home = {(one, *known.complexes.get(one, ("", ""))) for one in named}
    return sorted({(OTHER, *pair) for pair in pairs} | at_home)


def _starts(rules: Sequence[RoutingRule], today: date) -> list[date]:
    """The first day of each stretch in which the same rules are valid, from today. After the last day there is none."""
    changes = {rule.valid_from for rule in rules}
    changes |= {
        rule.valid_to + timedelta(days=1) for rule in rules if rule.valid_to and rule.valid_to < date.max
    }
    return sorted({today} | {day for day in changes if day > today})
