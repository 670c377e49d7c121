"""Sets of rules as their pages show them: in order, in words, with what differs from the set in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from partners.models import RoutingRule, RuleChange, RuleSet
from partners.rules import rule_words
from partners.rules.rule_differences import Difference, Sort, differences
from partners.rules.rule_report import RuleHealth
from partners.rules.rule_words import Names

MOST_CHANGES = 100
TONES = {Sort.ADDED: "ok", Sort.REMOVED: "danger", Sort.OFF: "danger", Sort.ON: "ok", Sort.CHANGED: "info", Sort.MOVED: "neutral"}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """How a rule differs, in a word."""

    label: str
    tone: str


@dataclass(frozen=True)
class Line:
    """A rule at its place: when it holds, to whom it leads, how it differs, and the differences in words. `is_off` where no mark says so."""

    place: int | None
    rule: RoutingRule
    when: str
    outcome: str
    marks: tuple[Mark, ...] = ()
    changed: tuple[tuple[str, str, str], ...] = ()
    was_at: int | None = None
    is_off: bool = False
    health: RuleHealth | None = None


def rules_of(rule_set: RuleSet | None) -> list[RoutingRule]:
    if rule_set is None:
        return []
    return list(rule_set.rules.select_related("complex", "owner", "changed_by"))


def lines(
    rules: Sequence[RoutingRule],
    known: Names,
    marked: Sequence[Difference] = (),
    health: Mapping[str, RuleHealth] | None = None,
) -> list[Line]:
    by_slug = {one.rule.slug: one for one in marked if one.after is not None}
    health = health or {}
    return [
        replace(_line(place, rule, known, by_slug.get(rule.slug)), health=health.get(rule.slug))
        for place, rule in enumerate(rules, 1)
    ]


def different(found: Sequence[Difference], known: Names) -> list[Line]:
    """A line for each rule that differs; of one that is gone how it was."""
    return [_line(one.is_at, one.rule, known, one) for one in found]


def _line(place: int | None, rule: RoutingRule, known: Names, one: Difference | None) -> Line:
    was, now = (one.before, one.after) if one else (None, None)
    return Line(
        place=place,
        rule=rule,
        when=rule_words.when(rule, known),
        outcome=rule_words.outcome(rule, known),
        marks=tuple(Mark(str(sort.label), TONES[sort]) for sort in one.sorts) if one else (),
        changed=tuple(rule_words.changed(was, now, known)) if was and now else (),
        is_off=not rule.is_active and Sort.OFF not in (one.sorts if one else ()),
        was_at=one.was_at if one and Sort.MOVED in one.sorts else None,
    )


def compared(before: RuleSet | None, after: RuleSet | None) -> tuple[list[RoutingRule], list[RoutingRule], list[Difference]]:  # fmt: skip
    """The rules of two sets, and what differs; nothing differs from a set that is not there."""
    old, new = rules_of(before), rules_of(after)
    return old, new, differences(old, new) if after else []


def unowned(lines: Sequence[Line]) -> int:
    """How many rules that an association starts with nobody took on yet."""
    return sum(line.rule.waits_for_an_owner for line in lines)


def changes_of(rule_set: RuleSet) -> QuerySet[RuleChange]:
    return rule_set.changes.select_related("by")[:MOST_CHANGES]
