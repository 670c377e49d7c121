"""Routing: one order becomes exactly one decision and its referrals, in one transaction, or stays as it was.

Locks: order, then case, then referrals; everybody who takes more than one takes them in that order.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from complexes.models import Complex
from incidents.models import Case, RoutingOrder
from partners import referrals
from partners.blocks import HOLD, STAFF_ONLY, Target, stricter, weigh
from partners.choosing import NO, RESULT, YES, Choice, Story, choose
from partners.facts import Facts, gather
from partners.models import Covenant, Partner, Referral, RoutingDecision, RoutingRule
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from safetyportal.notices.outbox import tell

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 8
URGENT = ("U0", "U1")


def waiting() -> Any:
    return RoutingOrder.objects.filter(done_at=None, dead_at=None)


def route_report(*, work_id: int, at: datetime) -> RoutingDecision | None:
    """Route one order if it still waits and nobody else is at it; None otherwise. May run any number of times.

    A failure is counted on the order and tried again later; after eight it goes to triage with an alarm.
    """
    try:
        with transaction.atomic():
            order = (
                waiting()
                .select_for_update(skip_locked=True, of=("self",))
                .select_related("report")
                .filter(pk=work_id)
                .first()
            )
            if order is None:
                return None
            case = _locked_case(order)
            decision = _decide(order, case, at)
            order.done_at = at
            order.save(update_fields=["done_at"])
            return decision
    except Exception as error:
        log.warning("routing failed", extra={"order": work_id, "error": type(error).__name__})
        _failed(work_id, type(error).__name__, at)
        return None


def _locked_case(order: RoutingOrder) -> Case:
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related("kind", "complex", "about_home", "team")
        .get(pk=order.report.case_id)
    )


def _decide(order: RoutingOrder, case: Case, at: datetime) -> RoutingDecision:
    story = Story()
    facts = gather(order=order, case=case)
    story.add("Soort, ernst en plek", RESULT, _introduction(facts))
    if Referral.objects.filter(case=case, made_by__isnull=False).exists():
        story.add("Koos een medewerker al zelf?", YES, "wat een mens besloot, blijft staan")
        return _store(order, None, story, RoutingDecision.Outcome.ROUTED, at)
    choice = _choose(facts, story, at)
    planned = _plan(choice, facts, case, story, at)
    outcome = RoutingDecision.Outcome.ROUTED if planned else RoutingDecision.Outcome.TRIAGE
    if not planned:
        story.add("Naar de triage", RESULT, "een medewerker kiest de partner")
    decision = _store(order, choice.rule, story, outcome, at)
    _carry_out(planned, case, decision, choice, at)
    _tell_staff(case, at)
    return decision


def _introduction(facts: Facts) -> str:
    place = facts.municipality or "plek niet bekend"
    return f"{facts.kind} {facts.kind_label}, ernst {facts.band}, {place}, ondergrens delen {facts.share}"


def _choose(facts: Facts, story: Story, at: datetime) -> Choice:
    if facts.complex_id is None:
        story.add("Plek bekend?", NO, "het adres staat niet in onze lijst")
        return Choice(None, ())
    story.add("Plek bekend?", YES)
    return choose(facts, RoutingRule.objects.in_force(at.date()), story)


Plan = tuple[Partner, str, tuple[str, ...], str]


def _plan(choice: Choice, facts: Facts, case: Case, story: Story, at: datetime) -> list[Plan]:
    """Each target's partner here and now, with the mode the blocks leave and why. Nothing is written yet, but alarms."""
    if choice.rule is None:
        _alarm_without_rule(choice, facts, case, at)
        return []
    plans: list[Plan] = []
    for code, mode in choice.targets:
        partner = _partner_for(code, facts, case.complex, at)
        if partner is None:
            story.add(f"Actieve partner voor {code} op deze plek?", NO)
            raise_alarm(code=Alarm.Code.NO_PARTNER, subject=case.number, detail=f"{code}", at=at)
            continue
        if any(partner == planned for planned, *_ in plans):
            continue
        plan = _weigh(partner, mode, facts, story)
        if plan is not None:
            plans.append(plan)
    return plans


def _weigh(partner: Partner, mode: str, facts: Facts, story: Story) -> Plan | None:
    if partner.is_internal:
        story.add(f"{partner.name}", RESULT, "interne afdeling: direct in de werklijst")
        return partner, "A", (), ""
    target = Target(
        partner_id=partner.pk,
        name=partner.name,
        mode=stricter(mode, facts.share),
        is_internal=False,
        has_covenant=partner.has_covenant,  # type: ignore[attr-defined]
    )
    if target.mode == STAFF_ONLY:
        story.add(partner.name, RESULT, "dit soort gaat niet vanzelf naar een partner: een medewerker beslist")
        return None
    verdict = weigh(facts, target)
    story.add_verdict(partner.name, verdict)
    why = "; ".join(block.when_yes for block, answer in verdict.answers if answer)
    if verdict.mode == STAFF_ONLY:
        story.add(partner.name, RESULT, f"niet gedeeld: {why}")
        return None
    if verdict.mode == Referral.Mode.CONSENT and not facts.consent:
        told = "niet gevraagd" if facts.consent is None else "nee"
        story.add(f"{partner.name}: gaf de melder toestemming?", told, "zonder toestemming delen wij niets")
        return None
    said = "voorstel: een medewerker geeft vrij" if verdict.mode == HOLD else f"direct zichtbaar, deelwijze {verdict.mode}"
    story.add(partner.name, RESULT, said)
    return partner, verdict.mode, verdict.fired, why


def _partner_for(code: str, facts: Facts, place: Complex | None, at: datetime) -> Partner | None:
    """The active partner of this type whose area holds the place; one with a covenant in force goes first."""
    covenant = Covenant.objects.in_force(at.date()).filter(partner=OuterRef("pk"))
    return (
        Partner.objects.active(at.date())
        .covering(
            municipality=facts.municipality,
            neighbourhood=facts.neighbourhood,
            complex_id=place.pk if place else None,
        )
        .filter(type_code=code)
        .annotate(has_covenant=Exists(covenant))
        .order_by("-has_covenant", "id")
        .first()
    )


def _alarm_without_rule(choice: Choice, facts: Facts, case: Case, at: datetime) -> None:
    if choice.broken:
        raise_alarm(code=Alarm.Code.RULE_BROKEN, subject=choice.broken.split(":")[0], detail=choice.broken, at=at)
    elif facts.complex_id is not None:
        raise_alarm(code=Alarm.Code.NO_RULE, subject=case.number, at=at)


def _store(
    order: RoutingOrder, rule: RoutingRule | None, story: Story, outcome: RoutingDecision.Outcome, at: datetime
) -> RoutingDecision:
    return RoutingDecision.objects.create(
        order=order,
        rule=rule,
        rule_name=rule.name if rule else "",
        rule_version=rule.version if rule else None,
        outcome=outcome,
        steps=story.lines,
        decided_at=at,
    )


def _carry_out(plans: list[Plan], case: Case, decision: RoutingDecision, choice: Choice, at: datetime) -> None:
    if not plans:
        why = f"regel werkt niet ({choice.broken})" if choice.broken else decision.steps[-2]["text"] or "geen partner past"
        referrals.to_triage(case=case, why=why, at=at, decision=decision)
    for partner, mode, fired, why in plans:
        if mode == HOLD:
            referrals.propose(
                case=case, partner=partner, mode=mode, why=why, blocks=fired, decision=decision, at=at
            )
        else:
            referrals.open_released(case=case, partner=partner, mode=mode, decision=decision, at=at)


def _tell_staff(case: Case, at: datetime) -> None:
    """A mail for urgent cases only, without content; a restricted case gives no mail at all."""
    if case.restricted or case.urgency not in URGENT:
        return
    people = User.objects.filter(
        is_active=True, role_grants__role=Role.HANDLER, role_grants__team=case.team
    ).distinct()
    for user in people:
        tell(template="staff_urgent", key=f"urgent:{case.pk}:{user.pk}", user=user, at=at)


@transaction.atomic
def _failed(order_id: int, why: str, at: datetime) -> None:
    order = waiting().select_for_update(of=("self",)).select_related("report").filter(pk=order_id).first()
    if order is None:
        return
    attempts = order.attempts + 1
    dead = attempts >= MAX_ATTEMPTS
    RoutingOrder.objects.filter(pk=order_id).update(
        attempts=F("attempts") + 1,
        rung_at=None,
        next_at=at + timedelta(seconds=min(2**attempts, 300)),
        dead_at=at if dead else None,
    )
    if dead:
        case = _locked_case(order)
        raise_alarm(code=Alarm.Code.ROUTING_DEAD, subject=case.number, detail=why, at=at)
        referrals.to_triage(case=case, why="de melding kon niet worden gerouteerd", at=at)
