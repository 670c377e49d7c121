"""When a report is not shared by itself (domain 2.5). Each block reads one stored fact and says what it stops. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from incidents.rules.answers import Mode
from partners.weighing.facts import Facts

HOLD, STAFF_ONLY = "H", "N"
STRICTNESS = "AMTHN"
# The ways to share, Dutch as a decision keeps them; partners.rules.rule_words says them in the language of who reads. In A and M
# the same goes along; A is for what is about a place and nobody, so that fewer blocks stop it (domain 1.2, 2.5, 4.3).
MODES = {
    "A": _("direct, ook zonder convenant"),
    "M": _("direct, met een convenant"),
    "T": _("met toestemming van de melder en een convenant"),
    HOLD: _("na vrijgave door een medewerker"),
    STAFF_ONLY: _("alleen genoemd (een medewerker belt)"),
}
FEW_HOMES = 6  # as the words of its block say


@dataclass(frozen=True)
class Target:
    """A partner that a rule chose, and what is known of it here and now."""

    partner_id: int
    name: str
    mode: str
    is_internal: bool
    has_covenant: bool


@dataclass(frozen=True)
class Block:
    code: str
    stops: str
    becomes: str
    fact: Callable[[Facts, Target], bool | None]
    when_yes: str  # Dutch, as a decision keeps it; partners.disclosing.cautions says both in the language of who reads
    question: str


BLOCKS: tuple[Block, ...] = (
    Block(
        "domestic", "AMTH", STAFF_ONLY, lambda f, t: f.kind in ("AGR-HUIS", "ZRG-KIND"),
        _("huiselijk geweld of zorgen om een gezin: er gaat niets vanzelf naar buiten"), _("Huiselijk geweld of een gezin?"),
    ),
    Block(
        "aggression", "AMTH", STAFF_ONLY, lambda f, t: f.kind == "AGR-MDW",
        _("agressiedossier van een medewerker"), _("Agressie tegen een medewerker?"),
    ),
    Block(
        "child", "MTH", STAFF_ONLY, lambda f, t: f.child,
        _("er is een kind onder de 16 bij betrokken: alleen medewerkers"), _("Kind onder de 16 betrokken?"),
    ),
    Block(
        "law", "AMT", HOLD, lambda f, t: f.by_nature_sensitive or f.text_sensitive,
        _("bijzondere of strafrechtelijke gegevens (AVG art. 9 of 10)"), _("Gegevens over gezondheid of strafbare feiten?"),
    ),
    Block(
        "suspect", "MT", HOLD, lambda f, t: f.named_suspect,
        _("de melding noemt iemand met naam"), _("Noemt de melding iemand met naam?"),
    ),
    Block(
        "confidential", "T", HOLD, lambda f, t: f.mode != Mode.NAMED,
        _("de melder wil niet met naam bekend zijn"), _("Meldt de melder vertrouwelijk of anoniem?"),
    ),
    Block(
        "covenant", "MT", HOLD, lambda f, t: not t.has_covenant,
        _("er is nu geen geldig convenant met deze partner"), _("Ontbreekt een geldig convenant?"),
    ),
    Block(
        "employee", "AMT", HOLD, lambda f, t: f.employee,
        _("een (oud-)medewerker is betrokken"), _("Is een (oud-)medewerker betrokken?"),
    ),
    Block(
        "one_to_one", "T", HOLD, lambda f, t: f.one_to_one and f.households < 2,
        _("één melder over één buur, zonder tweede bron"), _("Eén tegen één, zonder tweede bron?"),
    ),
    Block(
        "protected", "MTH", HOLD, lambda f, t: f.protected_address,
        _("geheim adres of opvang: een teamleider geeft vrij"), _("Geheim adres of opvang?"),
    ),
    Block(
        "duplicate", "AMT", HOLD, lambda f, t: f.duplicate,
        _("lijkt op een melding van de laatste 14 dagen"), _("Lijkt het op een eerdere melding?"),
    ),
    Block(
        "automatic", "AMT", HOLD, lambda f, t: f.automatic,
        _("misschien door een computer ingevuld"), _("Ziet het eruit als door een computer ingevuld?"),
    ),
    Block(
        "minor", "T", HOLD, lambda f, t: f.reporter_minor,
        _("de melder is minderjarig"), _("Is de melder minderjarig?"),
    ),
    Block(
        "few_homes", "M", HOLD, lambda f, t: None if f.entrance_homes is None else f.entrance_homes < FEW_HOMES,
        _("minder dan 6 woningen aan het portiek: de plek wijst iemand aan"), _("Minder dan 6 woningen aan het portiek?"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """The mode that is left for a target, the blocks that fired, and every question with its answer."""

    mode: str
    fired: tuple[str, ...]
    answers: tuple[tuple[Block, bool | None], ...]


def stricter(one: str, other: str) -> str:
    return max(one, other, key=STRICTNESS.index)


def weigh(facts: Facts, target: Target) -> Verdict:
    """Put a target through the blocks. Sharing inside the association is no sharing: internal desks pass."""
    if target.is_internal:
        return Verdict(target.mode, (), ())
    mode = target.mode
    answers: dict[str, tuple[Block, bool | None]] = {}
    # What one block made stricter may be stopped by another: a place with flagged text and a child in it goes nowhere.
    while ask := [block for block in BLOCKS if mode in block.stops and block.code not in answers]:
        answers |= {block.code: (block, block.fact(facts, target)) for block in ask}
        mode = max(
            (mode, *(block.becomes for block, answer in answers.values() if answer)), key=STRICTNESS.index
        )
    asked = tuple(answers[block.code] for block in BLOCKS if block.code in answers)
    return Verdict(mode, tuple(block.code for block, answer in asked if answer), asked)
