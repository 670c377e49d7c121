"""What the stored steps of a decision say, sorted by what whoever reads it wants to know; safetyportal.desk.why makes sentences of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from partners.defaults.default_types import PARTNER_TYPES
from partners.models import RoutingDecision
from partners.routing.rerouting import BY_HAND, DECIDED, STAYS, TAKEN_BACK
from partners.weighing.blocks import BLOCKS
from partners.weighing.choosing import NO, UNKNOWN, WRONG, YES
from partners.weighing.planning import (
    ANSWERED,
    BY_STAFF,
    COMES_LATER,
    CONSENTED,
    HERE,
    NOBODY_HERE,
    STAYS_INSIDE,
)

ASKS_CONSENT = f": {CONSENTED}"
BY_WORDS = {block.when_yes: block for block in BLOCKS}
# A type as a decision keeps it: by its Dutch name, in older ones by its code.
TYPES = {kept: spec for spec in PARTNER_TYPES for kept in (spec.code, spec.name_nl)}


@dataclass
class Told:
    """What the stored steps say: `checks` by partner, the others lists of names; `no` and `yes` are titles."""

    checks: dict[str, list[str]] = field(default_factory=dict)
    decided: list[str] = field(default_factory=list)
    stays: list[str] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    no_consent: list[str] = field(default_factory=list)
    not_asked: list[str] = field(default_factory=list)
    by_staff: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    beside_hand: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    no: set[str] = field(default_factory=set)
    yes: set[str] = field(default_factory=set)
    is_broken: bool = False

    def by_text(self) -> dict[str, list[str]]:
        """Where a partner goes of which a step says exactly this."""
        return {
            DECIDED: self.decided,
            STAYS: self.stays,
            BY_STAFF: self.by_staff,
            STAYS_INSIDE: self.inside,
            ANSWERED: self.answered,
        }


def read(decision: RoutingDecision) -> Told:
    told = Told()
    for step in decision.steps:
        title, outcome, text = step["title"], step["outcome"], step["text"]
        if outcome == WRONG:
            told.is_broken = True
        elif outcome == NO:
            _told_no(told, title)
        elif outcome == UNKNOWN and title.endswith(ASKS_CONSENT):
            told.not_asked.append(title.removesuffix(ASKS_CONSENT))
        elif outcome == YES and text in BY_WORDS:
            block = BY_WORDS[text]
            told.checks.setdefault(title.removesuffix(f": {block.question}"), []).append(_(block.when_yes))
        elif outcome == YES:
            told.yes.add(title)
        elif text in (lists := told.by_text()):
            lists[text].append(title)
        elif text.startswith(TAKEN_BACK):
            told.taken_back.append(title)
        elif text.startswith(BY_HAND):
            told.beside_hand.append(title)
        elif text.startswith(COMES_LATER):
            told.later.append(title)
    return told


def _told_no(told: Told, title: str) -> None:
    if title.endswith(ASKS_CONSENT):
        told.no_consent.append(title.removesuffix(ASKS_CONSENT))
    elif title.startswith(NOBODY_HERE):
        kept = title.removeprefix(NOBODY_HERE).removesuffix(HERE).strip()
        known = TYPES.get(kept)
        told.missing.append(known.name if known else kept)
    else:
        told.no.add(title)
