"""From a rule's targets to what will happen: which partner here and now, in which mode, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from complexes.models import Complex
from incidents.models import Case
from partners.blocks import HOLD, STAFF_ONLY, Target, Verdict, stricter, weigh
from partners.choosing import NO, RESULT, UNKNOWN, Choice, Sought, Story
from partners.facts import Facts
from partners.models import Covenant, Partner, Referral
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm

NOT_ASKED = "de melder is niet om toestemming gevraagd"


@dataclass(frozen=True)
class Plan:
    """One referral to be: `mode` A, M and T go out at once, H waits for a person. `why` and `fired` explain a wait, `days` is the rule's own term."""

    partner: Partner
    mode: str
    fired: tuple[str, ...] = ()
    why: str = ""
    days: int | None = None


def plan(choice: Choice, facts: Facts, case: Case, story: Story, at: datetime) -> list[Plan]:
    """A plan for each target that may be shared. Nothing is written yet, but alarms."""
    if choice.rule is None:
        _alarm_without_rule(choice, facts, case, at)
        return []
    plans: list[Plan] = []
    partners = _partners_for({one.type_code for one in choice.targets}, facts, case.complex, at)
    for sought in choice.targets:
        code = sought.type_code
        partner = partners.get(code)
        if partner is None:
            story.add(f"Actieve partner voor {code} op deze plek?", NO)
            raise_alarm(code=Alarm.Code.NO_PARTNER, subject=case.number, detail=f"{code}", at=at)
            continue
        if any(partner == planned.partner for planned in plans):
            continue
        weighed = _weigh(partner, sought, facts, story)
        if weighed is not None:
            plans.append(weighed)
    return plans


def _weigh(partner: Partner, sought: Sought, facts: Facts, story: Story) -> Plan | None:
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
        has_covenant=partner.has_covenant,  # type: ignore[attr-defined]
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


def _partners_for(codes: set[str], facts: Facts, place: Complex | None, at: datetime) -> dict[str, Partner]:
    """By type, the active partner whose area holds the place; one with a covenant in force goes first."""
    covenant = Covenant.objects.in_force(timezone.localdate(at)).filter(partner=OuterRef("pk"))
    here = (
        Partner.objects.active(timezone.localdate(at))
        .covering(
            municipality=facts.municipality,
            neighbourhood=facts.neighbourhood,
            complex_id=place.pk if place else None,
        )
        .filter(type_code__in=codes)
        .annotate(has_covenant=Exists(covenant))
        .order_by("-has_covenant", "id")
    )
    found: dict[str, Partner] = {}
    for partner in here:
        found.setdefault(partner.type_code, partner)
    return found


def _alarm_without_rule(choice: Choice, facts: Facts, case: Case, at: datetime) -> None:
    if choice.broken:
        raise_alarm(
            code=Alarm.Code.RULE_BROKEN,
            subject=choice.broken.split(":")[0],
            detail=choice.broken,
            at=at,
        )
    elif facts.complex_id is not None:
        raise_alarm(code=Alarm.Code.NO_RULE, subject=case.number, at=at)
