"""Where two sets of rules would send a report, and how that adds up. Pure: rules, facts and a directory in, counts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partners.defaults.default_types import RESTRICTED, TRIAGE
from partners.models import RoutingRule
from partners.weighing.blocks import HOLD
from partners.weighing.choosing import Story
from partners.weighing.directory import Directory
from partners.weighing.facts import Facts
from partners.weighing.planning import choose_here, weigh_all

DIRECTLY, PROPOSED = "directly", "proposed"
# The set in use, and the one that is tried.
NOW, THEN = "now", "then"
# Of protected cases nothing is counted by kind, partner or rule: a small number would tell of one of them.
OPEN, HIDDEN = "open", "hidden"
Key = tuple[str, ...]


class Untold(Story):
    """For who only counts: nothing is kept of the story."""

    def add(self, title: str, outcome: str, text: str = "") -> None:
        pass


@dataclass(frozen=True)
class Way:
    """Where a set sends a report: to which partners and how, by which rule; `broken` is one that does not work."""

    partners: Mapping[int, str]
    to_triage: bool
    rule: str = ""
    broken: str = ""


def way(facts: Facts, rules: Iterable[RoutingRule], directory: Directory) -> Way:
    """As routing does it with the first round of a case that is open and that nobody took in hand."""
    choice = choose_here(facts, rules, Untold())
    planned = weigh_all(choice, facts, directory)
    partners = {plan.partner.pk: PROPOSED if plan.mode == HOLD else DIRECTLY for plan in planned.plans}
    homeless = not partners
    if homeless and (desk := directory.first_desk(RESTRICTED if facts.restricted else TRIAGE)):
        partners = {desk.pk: DIRECTLY}
    return Way(partners, homeless, choice.rule.slug if choice.rule else "", planned.broken.partition(":")[0])


@dataclass(frozen=True)
class Comparing:
    """Two sets of rules on one day, over one directory; `hidden_kinds` are those of protected cases."""

    now: Sequence[RoutingRule]
    then: Sequence[RoutingRule]
    directory: Directory
    hidden_kinds: Collection[str] = ()

    def count(self, many: Iterable[Facts]) -> Counter[Key]:
        counts: Counter[Key] = Counter()
        for facts in many:
            ways = {
                NOW: way(facts, self.now, self.directory),
                THEN: way(facts, self.then, self.directory),
            }
            hidden = facts.restricted or facts.kind in self.hidden_kinds
            counts.update(_said(HIDDEN if hidden else OPEN, facts.kind, ways))
        return counts


def _said(part: str, kind: str, ways: Mapping[str, Way]) -> Iterable[Key]:
    now, then = ways[NOW], ways[THEN]
    happened = ["reports"]
    if now.partners.keys() != then.partners.keys():
        happened.append("elsewhere")
    elif now.partners != then.partners:
        happened.append("otherwise")
    if now.to_triage != then.to_triage:
        happened.append("to_triage" if then.to_triage else "from_triage")
    for what in happened:
        yield part, "all", what
    if part == HIDDEN:
        return
    for what in happened:
        yield part, "kind", kind, what
    for side, one in ways.items():
        for partner, how in one.partners.items():
            yield part, "partner", str(partner), side, how
        if one.rule:
            yield part, "rule", one.rule, side
        if one.broken:
            yield part, "broken", one.broken, side


def as_rows(counts: Mapping[Key, int]) -> list[list[Any]]:
    """As a row of the database keeps them."""
    return [[*key, number] for key, number in sorted(counts.items())]


def from_rows(rows: Iterable[Sequence[Any]]) -> Counter[Key]:
    return Counter({tuple(row[:-1]): row[-1] for row in rows})
