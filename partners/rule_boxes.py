"""What a rule matches, as a set per condition: so that can be said what is left of it after the rules before it. Pure.

A rule is a box: kinds x bands x places x spaces x weekdays x hours x days on which it is valid. A place is one of the
complexes that some rule names, or "another complex" of a neighbourhood, of a municipality, or of elsewhere; a stretch of
days is named after its first day. An answer is no set: a report may have several, or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partners.choosing import BANDS, in_hours
from partners.models import RoutingRule

HOURS, WEEKDAYS = frozenset(range(24)), frozenset(range(1, 8))
NO_SPACE = ""
MOST_PIECES = 500  # Further than this nobody can follow it either, and we say nothing.

Part = frozenset[object]
Parts = tuple[Part, ...]
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
class Box:
    """All that a rule matches. `answer` is "" or the answer it asks for beside it."""

    rule: RoutingRule
    parts: Parts
    answer: tuple[str, str] = ("", "")

    @property
    def is_empty(self) -> bool:
        return not all(self.parts)

    def asks_no_more_than(self, other: Box) -> bool:
        return self.answer in (("", ""), other.answer)

    def is_alike(self, other: Box) -> bool:
        """The same conditions, at a time that both are valid."""
        return (
            self.answer == other.answer
            and self.parts[:PERIODS] == other.parts[:PERIODS]
            and bool(self.parts[PERIODS] & other.parts[PERIODS])
        )


def boxes(rules: Sequence[RoutingRule], known: Known) -> list[Box]:
    """A box for each rule that is switched on, in their order."""
    switched_on = [rule for rule in rules if rule.is_active]
    places = _places(switched_on, known)
    starts = _starts(switched_on, known.today)
    return [
        Box(
            rule,
            (
                known.kinds_of(rule.kinds) if rule.kinds else frozenset(known.kinds),
                _picked(rule.bands, BANDS),
                frozenset(place for place in places if rule.lies_at(*place)),
                _picked(rule.spaces, known.spaces | {NO_SPACE}),
                _picked(rule.weekdays, WEEKDAYS),
                _hours_of(rule),
                frozenset(day for day in starts if rule.is_valid_on(day)),
            ),
            (rule.question_key, rule.answer_value),
        )
        for rule in switched_on
    ]


def _hours_of(rule: RoutingRule) -> frozenset[int]:
    if rule.hour_from is None or rule.hour_to is None:
        return HOURS
    return frozenset(hour for hour in HOURS if in_hours(hour, rule.hour_from, rule.hour_to))


def covering(box: Box, earlier: Sequence[Box]) -> tuple[Box, ...]:
    """The fewest of the earlier boxes that we find to hold all of this box together; none when something is left of it."""
    candidates = [one for one in earlier if one.asks_no_more_than(box)]
    for one in candidates:
        if _is_covered(box.parts, [one.parts]):
            return (one,)
    if not _is_covered(box.parts, [one.parts for one in candidates]):
        return ()
    needed = list(candidates)
    for one in candidates:
        rest = [other for other in needed if other is not one]
        if _is_covered(box.parts, [other.parts for other in rest]):
            needed = rest
    return tuple(needed)


def _is_covered(whole: Parts, covers: Iterable[Parts]) -> bool:
    left = [whole]
    for cover in covers:
        left = [piece for one in left for piece in _without(one, cover)]
        if not left:
            return True
        if len(left) > MOST_PIECES:
            return False
    return False


def _without(whole: Parts, cover: Parts) -> list[Parts]:
    """What is left of a box, as boxes that do not overlap."""
    common = tuple(one & other for one, other in zip(whole, cover, strict=True))
    if not all(common):
        return [whole]
    pieces = []
    for place, (part, shared) in enumerate(zip(whole, common, strict=True)):
        if outside := part - shared:
            pieces.append((*common[:place], outside, *whole[place + 1 :]))
    return pieces


def _picked(chosen: Iterable[object], among: Iterable[object]) -> Part:
    every = frozenset(among)
    return every & frozenset(chosen) if chosen else every


Place = tuple[int, str, str]
OTHER = 0  # no complex that a rule names


def _places(rules: Sequence[RoutingRule], known: Known) -> set[Place]:
    named = {rule.complex_id for rule in rules if rule.complex_id}
    pairs = set(known.complexes.values())
    pairs |= {(municipality, "") for municipality, _ in pairs} | {("", "")}
    at_home = {(one, *known.complexes.get(one, ("", ""))) for one in named}
    return {(OTHER, *pair) for pair in pairs} | at_home


def _starts(rules: Sequence[RoutingRule], today: date) -> set[date]:
    """The first day of each stretch in which the same rules are valid, from today."""
    changes = {rule.valid_from for rule in rules}
    changes |= {rule.valid_to + timedelta(days=1) for rule in rules if rule.valid_to}
    return {today} | {day for day in changes if day > today}
