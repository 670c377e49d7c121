"""From a rule's targets to what will happen: which partner here and now, in which mode, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from partners.defaults.default_matrix import Field
from partners.defaults.default_types import PARTNER_TYPES_BY_CODE
from partners.models import Partner, Referral, RoutingRule
from partners.models.referral_words import BY_ITSELF
from partners.weighing.blocks import HOLD, STAFF_ONLY, Target, Verdict, stricter, weigh
from partners.weighing.choosing import NO, RESULT, UNKNOWN, YES, Choice, Sought, Story, choose
from partners.weighing.directory import Directory, Listed, Place
from partners.weighing.facts import Facts

# From this severity on all partners of a rule begin at once (domain 2.4).
ALL_AT_ONCE = frozenset({"S3", "S4"})
# Words of a stored decision that safetyportal.desk.why looks for.
PLACE_KNOWN, COMES_LATER = "Plek bekend?", "komt aan de beurt als"
NOBODY_HERE, CONSENTED = "Actieve partner voor", "gaf de melder toestemming?"
HERE = " op deze plek?"
STAYS_INSIDE = "beschermde zaak: blijft bij de afdeling daarvoor"
BY_STAFF = "dit soort gaat niet vanzelf naar een partner: een medewerker beslist"
ANSWERED = "een ketenpartner van dit type antwoordde hierover al"
# What lets it go out by itself.
AT_ONCE: dict[str, str] = {
    Referral.Mode.AUTOMATIC: "direct zichtbaar: dit gaat over een plek, daarvoor is geen convenant nodig",
    Referral.Mode.MINIMISED: "direct zichtbaar: er is een convenant, en niets houdt het tegen",
    Referral.Mode.CONSENT: "direct zichtbaar: de melder gaf toestemming, er is een convenant, en niets houdt het tegen",
}
NOT_ASKED = gettext_noop("de melder is niet om toestemming gevraagd")


@dataclass(frozen=True)
class Plan:
    """One referral to be: `mode` A, M and T go out at once, H waits for a person. `why` and `fired` explain a wait, `days` is
    the rule's own term. `agreed`: what may go along under a covenant; None: it leans on none.
    """

    partner: Partner
    mode: str
    fired: tuple[str, ...] = ()
    why: str = ""
    days: int | None = None
    agreed: frozenset[str] | None = None


@dataclass(frozen=True)
class Turns:
    """Outside partners a person decided about before: `busy` still have the case, `done` have it no more."""

    busy: frozenset[Partner] = frozenset()
    done: frozenset[Partner] = frozenset()


@dataclass(frozen=True)
class Planned:
    """What comes of a choice: the plans, the story in lines, the types nobody takes here, the rule that does not work, and the types whose turn comes later."""

    plans: tuple[Plan, ...] = ()
    lines: tuple[dict[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    broken: str = ""
    later: tuple[str, ...] = ()


def choose_here(facts: Facts, rules: Iterable[RoutingRule], story: Story) -> Choice:
    """The rule for this report. Where the place is not known no rule is asked: a person must look."""
    if facts.complex_id is None:
        story.add(PLACE_KNOWN, NO, "het adres staat niet in onze lijst")
        return Choice(None, ())
    story.add(PLACE_KNOWN, YES)
    return choose(facts, rules, story)


def weigh_all(choice: Choice, facts: Facts, directory: Directory, turns: Turns | None = None) -> Planned:
    """A plan for each target that may be shared. Nothing is asked of the database, nothing written, nobody alarmed.

    Below S3 outside partners have their turn one after the other: the first that may be shared is planned, the next waits
    for its answer.
    """
    turns = turns or Turns()
    story, plans, missing, later = Story(), list[Plan](), list[str](), list[str]()
    first: Partner | None = None
    place = Place(facts.municipality, facts.neighbourhood, facts.complex_id)
    for sought in choice.targets:
        code = sought.type_code
        listed = directory.find(code, place)
        if listed is None:
            spec = PARTNER_TYPES_BY_CODE.get(code)
            story.add(f"{NOBODY_HERE} {spec.name_nl if spec else code}{HERE}", NO)
            missing.append(code)
            continue
        if any(listed.partner == planned.partner for planned in plans):
            continue
        if _had_its_turn(listed, turns, place, directory):
            story.add(listed.partner.name, RESULT, ANSWERED)
            continue
        aside = Story()
        weighed = _weigh(listed, sought, facts, aside)
        waits = first is not None and listed.partner not in turns.done | turns.busy
        if weighed is not None and waits and not listed.partner.is_internal:
            story.add(listed.partner.name, RESULT, f"{COMES_LATER} {first} antwoordde en het niet oploste")
            later.append(code)
            continue
        story.lines += aside.lines
        if weighed is None:
            continue
        plans.append(weighed)
        if (
            not listed.partner.is_internal
            and facts.band not in ALL_AT_ONCE
            and listed.partner not in turns.done
        ):
            first = listed.partner
    return Planned(tuple(plans), tuple(story.lines), tuple(missing), choice.broken, tuple(later))


def _had_its_turn(listed: Listed, turns: Turns, place: Place, directory: Directory) -> bool:
    """Whether another partner of this type was asked before, here: the same question is not put twice."""
    if not turns.done or listed.partner in turns.done | turns.busy:
        return False
    there = {one.partner: one for one in directory.partners}
    return any(
        one.type_code == listed.partner.type_code and (one not in there or there[one].covers(place))
        for one in turns.done
    )


def _weigh(listed: Listed, sought: Sought, facts: Facts, story: Story) -> Plan | None:
    partner = listed.partner
    if partner.is_internal and facts.restricted and not partner.is_restricted:
        story.add(partner.name, RESULT, STAYS_INSIDE)
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
        story.add(partner.name, RESULT, BY_STAFF)
        return None
    if target.mode == Referral.Mode.CONSENT and facts.consent is False:
        story.add(
            f"{partner.name}: {CONSENTED}",
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
        story.add(f"{partner.name}: {CONSENTED}", UNKNOWN, NOT_ASKED)
        verdict = Verdict(HOLD, ("not_asked",), verdict.answers)
        why = NOT_ASKED
    said = "voorstel: een medewerker geeft vrij" if verdict.mode == HOLD else AT_ONCE[verdict.mode]
    story.add(partner.name, RESULT, said)
    agreed = listed.agreed if verdict.mode in BY_ITSELF else None
    if verdict.mode == Referral.Mode.CONSENT and Field.REPORTER not in listed.agreed:
        story.add(partner.name, RESULT, "het convenant noemt de melder niet: naam en nummer gaan niet mee")
    return Plan(partner, verdict.mode, verdict.fired, why, sought.days, agreed)
