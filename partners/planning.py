"""From a rule's targets to what will happen: which partner here and now, in which mode, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partners.blocks import HOLD, STAFF_ONLY, Target, Verdict, stricter, weigh
from partners.choosing import NO, RESULT, UNKNOWN, YES, Choice, Sought, Story, choose
from partners.directory import Directory, Listed, Place
from partners.facts import Facts
from partners.models import Partner, Referral, RoutingRule

NOT_ASKED = "de melder is niet om toestemming gevraagd"


@dataclass(frozen=True)
class Plan:
    """One referral to be: `mode` A, M and T go out at once, H waits for a person. `why` and `fired` explain a wait, `days` is the rule's own term."""

    partner: Partner
    mode: str
    fired: tuple[str, ...] = ()
    why: str = ""
    days: int | None = None


@dataclass(frozen=True)
class Planned:
    """What comes of a choice: the plans, the story in lines, the types nobody takes here, and the rule that does not work."""

    plans: tuple[Plan, ...] = ()
    lines: tuple[dict[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    broken: str = ""


def choose_here(facts: Facts, rules: Iterable[RoutingRule], story: Story) -> Choice:
    """The rule for this report. Where the place is not known no rule is asked: a person must look."""
    if facts.complex_id is None:
        story.add("Plek bekend?", NO, "het adres staat niet in onze lijst")
        return Choice(None, ())
    story.add("Plek bekend?", YES)
    return choose(facts, rules, story)


def weigh_all(choice: Choice, facts: Facts, directory: Directory) -> Planned:
    """A plan for each target that may be shared. Nothing is asked of the database, nothing written, nobody alarmed."""
    story, plans, missing = Story(), list[Plan](), list[str]()
    place = Place(facts.municipality, facts.neighbourhood, facts.complex_id)
    for sought in choice.targets:
        code = sought.type_code
        listed = directory.find(code, place)
        if listed is None:
            story.add(f"Actieve partner voor {code} op deze plek?", NO)
            missing.append(code)
            continue
        if any(listed.partner == planned.partner for planned in plans):
            continue
        weighed = _weigh(listed, sought, facts, story)
        if weighed is not None:
            plans.append(weighed)
    return Planned(tuple(plans), tuple(story.lines), tuple(missing), choice.broken)


def _weigh(listed: Listed, sought: Sought, facts: Facts, story: Story) -> Plan | None:
    partner = listed.partner
    if partner.is_internal and facts.restricted and not partner.is_restricted:
        story.add(partner.name, RESULT, "beschermde zaak: blijft bij de afdeling daarvoor")
        return None
    if partner.is_internal:
        story.add(f"{partner.name}", RESULT, "interne afdeling: direct in de werklijst")
        return Plan(partner, "A", days=sought.days)
    target = Target(
        partner_id=partner.pk,
        name=partner.name,
        mode=stricter(sought.mode, facts.share),
        is_internal=False,
        has_covenant=listed.has_covenant,
    )
    if target.mode == STAFF_ONLY:
        story.add(
            partner.name,
            RESULT,
            "dit soort gaat niet vanzelf naar een partner: een medewerker beslist",
        )
        return None
    if target.mode == Referral.Mode.CONSENT and facts.consent is False:
        story.add(
            f"{partner.name}: gaf de melder toestemming?",
            NO,
            "zonder toestemming delen wij niets",
        )
        return None
    verdict = weigh(facts, target)
    story.add_verdict(partner.name, verdict)
    why = "; ".join(block.when_yes for block, answer in verdict.answers if answer)
    if verdict.mode == STAFF_ONLY:
        story.add(partner.name, RESULT, f"niet gedeeld: {why}")
        return None
    if verdict.mode == Referral.Mode.CONSENT and facts.consent is None:
        story.add(f"{partner.name}: gaf de melder toestemming?", UNKNOWN, NOT_ASKED)
        verdict = Verdict(HOLD, ("not_asked",), verdict.answers)
        why = NOT_ASKED
    said = (
        "voorstel: een medewerker geeft vrij"
        if verdict.mode == HOLD
        else f"direct zichtbaar, deelwijze {verdict.mode}"
    )
    story.add(partner.name, RESULT, said)
    return Plan(partner, verdict.mode, verdict.fired, why, sought.days)
