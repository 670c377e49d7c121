"""What becomes of one order whose case is held: the decision with its story, the referrals, and who is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from incidents.models import Case, RoutingOrder
from incidents.sides.rights import use_is_restricted
from partners import referrals
from partners.models import RoutingDecision, RoutingRule
from partners.routing.rerouting import Standing, adjust, only_the_next, standing, take_back_what_changed
from partners.weighing.blocks import HOLD, MODES
from partners.weighing.choosing import NO, RESULT, YES, Choice, Story
from partners.weighing.directory import Directory
from partners.weighing.facts import Facts
from partners.weighing.planning import Plan, Planned, choose_here, weigh_all
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm

# Words of a stored decision that safetyportal.desk.why looks for.
CHOSE_ALREADY, STILL_OPEN = "Koos een medewerker al zelf?", "Is de zaak nog open?"


@dataclass(frozen=True)
class Given:
    """What is known before it is decided. `lies_with`: who made each referral that the case has; None is the portal."""

    facts: Facts
    rules: Sequence[RoutingRule]
    directory: Directory
    lies_with: Mapping[UUID, int | None]


def decide(
    order: RoutingOrder, case: Case, given: Given, rows: referrals.Rows, at: datetime
) -> RoutingDecision:
    """What becomes of one order, its case held; what is to be written goes into `rows`."""
    story, facts = Story(), given.facts
    story.add("Soort, ernst en plek", RESULT, _introduction(facts))
    if order.round > 1:
        why = ", na het antwoord van een ketenpartner" if order.in_turn else ""
        story.add("Eerder gerouteerd?", YES, f"dit is ronde {order.round}{why}")
    before = standing(case) if order.round > 1 else None
    if before is None and any(given.lies_with.values()):
        story.add(CHOSE_ALREADY, YES, "wat een mens besloot, blijft staan")
        return _store(rows, order, None, story, RoutingDecision.Outcome.ROUTED, at)
    if not case.is_open:
        story.add(STILL_OPEN, NO, "een medewerker heeft de zaak al gesloten")
        return _store(rows, order, None, story, RoutingDecision.Outcome.ROUTED, at)
    choice = choose_here(facts, given.rules, story)
    found = weigh_all(choice, facts, given.directory, before.turns if before else None)
    _raise_alarms(found, choice, facts, case, at)
    story.lines += found.lines
    plans = list(found.plans)
    if before is not None:
        plans = adjust(plans, before, story)
        if order.in_turn:
            plans = only_the_next(plans, before, story)
        else:
            take_back_what_changed(case=case, plans=plans, before=before, story=story, at=at)
    homeless = not plans and not _is_somewhere(order, before)
    if homeless:
        story.add("Naar de triage", RESULT, "een medewerker kiest de partner")
    outcome = RoutingDecision.Outcome.TRIAGE if homeless else RoutingDecision.Outcome.ROUTED
    decision = _store(rows, order, choice.rule, story, outcome, at, later=found.later)
    if homeless:
        why = _why_triage(choice, facts, decision)
        referrals.to_triage(
            case=case, why=why, at=at, decision=decision, is_first=not given.lies_with, into=rows
        )
    _carry_out(plans, case, decision, rows, is_first=not given.lies_with, at=at)
    rows.told.append(case)
    return decision


def _is_somewhere(order: RoutingOrder, before: Standing | None) -> bool:
    """Whether the case lies with somebody without this round. After an answer only a partner that still has it counts."""
    if before is None:
        return False
    return before.lies_outside if order.in_turn else before.is_somewhere


def _introduction(facts: Facts) -> str:
    place = facts.municipality or "plek niet bekend"
    return f"{facts.kind_label}, ernst {facts.band}, {place}. Delen op zijn ruimst: {MODES[facts.share]}"


def _raise_alarms(found: Planned, choice: Choice, facts: Facts, case: Case, at: datetime) -> None:
    for code in found.missing:
        raise_alarm(code=Alarm.Code.NO_PARTNER, subject=case.number, detail=code, at=at)
    if found.broken:
        raise_alarm(
            code=Alarm.Code.RULE_BROKEN, subject=found.broken.split(":")[0], detail=found.broken, at=at
        )
    elif choice.rule is None and facts.complex_id is not None:
        raise_alarm(code=Alarm.Code.NO_RULE, subject=case.number, at=at)


def _store(
    rows: referrals.Rows,
    order: RoutingOrder,
    rule: RoutingRule | None,
    story: Story,
    outcome: RoutingDecision.Outcome,
    at: datetime,
    later: tuple[str, ...] = (),
) -> RoutingDecision:
    decision = RoutingDecision(
        order=order,
        rule=rule,
        rule_name=rule.name if rule else "",
        rule_version=rule.version if rule else None,
        outcome=outcome,
        steps=story.lines,
        later=list(later),
        decided_at=at,
    )
    rows.decisions.append(decision)
    return decision


def _why_triage(choice: Choice, facts: Facts, decision: RoutingDecision) -> str:
    """For who takes the case up at the triage desk. The last line of the story says that it goes there."""
    if choice.broken:
        return f"regel werkt niet ({choice.broken})"
    if choice.rule is None and facts.complex_id is not None:
        return "geen regel past"
    return decision.steps[-2]["text"] or "geen partner past"


def _carry_out(
    plans: list[Plan],
    case: Case,
    decision: RoutingDecision,
    rows: referrals.Rows,
    *,
    is_first: bool,
    at: datetime,
) -> None:
    """`is_first`: the case lies with nobody yet, so nothing needs to be looked up again.

    While data may only be kept, nothing goes out by itself: a person is asked.
    """
    only_kept = not is_first and use_is_restricted(case)
    for one in plans:
        if one.mode == HOLD or (only_kept and not one.partner.is_internal):
            referrals.propose(
                case=case,
                partner=one.partner,
                mode=HOLD,
                why=one.why,
                blocks=one.fired,
                decision=decision,
                is_first=is_first,
                days=one.days,
                at=at,
                into=rows,
            )
        else:
            referrals.open_released(
                case=case,
                partner=one.partner,
                mode=one.mode,
                decision=decision,
                is_first=is_first,
                days=one.days,
                agreed=one.agreed,
                at=at,
                into=rows,
            )
