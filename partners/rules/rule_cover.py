"""Which earlier rules together leave nothing of a rule. Pure, exact, and with a budget: what it does not get round to it says.

Of each condition only the values count that rules tell apart: values that lie in the same rules are one. A value in fewer
rules is harder to cover than one in those and others, so only the hardest are looked at; a rule that holds all of what is
still to come ends the search there. What is left grows with what rules really do to each other and not with what they
could name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from partners.rules.rule_boxes import Bits, Shape

# For all rules of a set together. A step lays one value of a condition beside another: a tenth of a microsecond.
MOST_STEPS = 3_000_000


class OutOfSteps(Exception):
    """Further than this nobody waits for it."""


@dataclass
class Budget:
    left: int
    taken: int = 0

    def take(self, steps: int) -> None:
        if steps > self.left:
            raise OutOfSteps
        self.left -= steps
        self.taken += steps


@dataclass(frozen=True)
class Covered:
    """By which earlier rules, as places in the list: none when something is left of it. `is_known`: whether that was found out."""

    by: tuple[int, ...] = ()
    is_known: bool = True


@dataclass(frozen=True)
class Looked:
    covered: tuple[Covered, ...]
    steps: int


@lru_cache(maxsize=16)
def look(shapes: tuple[Shape, ...], most: int = MOST_STEPS) -> Looked:
    """For each shape in turn. Depends on what is given alone, so that a set that is looked at again and again is worked out once."""
    values = [_values(shapes, condition) for condition in range(len(shapes[0].parts))] if shapes else []
    found, left = [], most
    for place, shape in enumerate(shapes):
        # Everyone gets an even share of what is left, or one knot would leave nothing for who comes later.
        budget = Budget(left // (len(shapes) - place))
        found.append(_covered(place, shape, shapes, values, budget))
        left -= budget.taken
    return Looked(tuple(found), most - left)


def _values(shapes: Sequence[Shape], condition: int) -> list[Bits]:
    """Each value of a condition as the rules it lies in, a bit for each rule; values that lie in the same ones once."""
    size = max(shape.parts[condition] for shape in shapes).bit_length()
    found = [0] * size
    for place, shape in enumerate(shapes):
        part, rule = shape.parts[condition], 1 << place
        while part:
            lowest = part & -part
            found[lowest.bit_length() - 1] |= rule
            part ^= lowest
    return list(dict.fromkeys(found))


def _covered(
    place: int, shape: Shape, shapes: Sequence[Shape], values: Sequence[Sequence[Bits]], budget: Budget
) -> Covered:
    if shape.is_empty:
        return Covered()
    own = 1 << place
    earlier = sum(1 << at for at in range(place) if shapes[at].asks_no_more_than(shape))
    here = [[one & earlier for one in of if one & own] for of in values]
    for of in here:  # only who touches it everywhere takes anything of it
        earlier &= _any(of)
    alone = earlier
    for of in here:
        alone &= _all(of)
    if alone:
        return Covered((_lowest(alone),))
    try:
        needs = _Search([_hardest((one & earlier for one in of), budget) for of in here], budget).needs(
            earlier
        )
    except OutOfSteps:
        return Covered(is_known=False)
    return Covered(_places(_fewest(needs, budget)) if needs else ())


class _Search:
    """Goes down the conditions; `rules` are those that hold everything chosen so far."""

    def __init__(self, conditions: Iterable[list[Bits]], budget: Budget) -> None:
        # Where there is little to choose comes first.
        self.conditions = sorted(conditions, key=len)
        self.budget = budget
        self.found: set[Bits] = set()
        self.been: set[tuple[int, Bits]] = set()
        self.whole = [-1]  # who holds all of the conditions from here on
        for of in reversed(self.conditions):
            self.whole.insert(0, self.whole[0] & _all(of))

    def needs(self, rules: Bits) -> set[Bits]:
        """Of each of these some rule must stay, and then the box is covered; empty when something is left of it."""
        return self.found if self._go(0, rules) else set()

    def _go(self, at: int, rules: Bits) -> bool:
        if not rules:
            return False
        if whole := rules & self.whole[at]:
            self.found.add(whole)
            return True
        if (at, rules) in self.been:
            return True
        for rest in _hardest((rules & one for one in self.conditions[at]), self.budget):
            if not self._go(at + 1, rest):
                return False
        self.been.add((at, rules))
        return True


def _hardest(values: Iterable[Bits], budget: Budget) -> list[Bits]:
    """The values in fewest rules: one that lies in all rules of another, and in more, is covered with it."""
    found: list[Bits] = []
    every = sorted(set(values), key=int.bit_count)
    for one in every:
        budget.take(1 + len(found))
        if not any(other & one == other for other in found):
            found.append(one)
    return found


def _fewest(needs: set[Bits], budget: Budget) -> Bits:
    """Rules of which each is needed, as far as the budget goes: the earliest go first. Without budget all that take part."""
    kept = _any(needs)
    must = _any(one for one in needs if one.bit_count() == 1)
    open_ones = [one for one in needs if not one & must]
    if not open_ones:
        return must
    for place in _places(kept & ~must):
        rest = kept & ~(1 << place)
        try:
            budget.take(len(open_ones))
        except OutOfSteps:
            return kept
        if all(one & rest for one in open_ones):
            kept = rest
    return kept


def _any(every: Iterable[Bits]) -> Bits:
    found = 0
    for one in every:
        found |= one
    return found


def _all(every: Iterable[Bits]) -> Bits:
    found = -1
    for one in every:
        found &= one
    return found


def _lowest(bits: Bits) -> int:
    return (bits & -bits).bit_length() - 1


def _places(bits: Bits) -> tuple[int, ...]:
    found = []
    while bits:
        found.append(_lowest(bits))
        bits &= bits - 1
    return tuple(found)
