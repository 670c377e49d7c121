"""A case that turns out to be about two matters: some of its reports go on in a case of their own."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from incidents import acting
from incidents.acts import Act
from incidents.handling import judging
from incidents.handling.changing import route_again
from incidents.joining.moving import carry_over
from incidents.models import Case, Report, ReportMove
from incidents.rules.numbers import make_number
from incidents.rules.workflow import Status
from incidents.staffing import conflicts, on_call
from safetyportal.accounts.models import Team, User
from safetyportal.clock import deadlines
from safetyportal.clock.deadlines import Name


class CannotSplit(ValueError):
    """None of the case's reports was chosen, or all of them, or one that is elsewhere by now."""


@transaction.atomic
def split(*, case: Case, reports: Collection[Report], reason: str, by: User, at: datetime) -> Case:
    """A new case with these reports, of the kind and place of the first, held by who holds the old one. Raises CannotSplit."""
    conflicts.hold_people(cases=[case])
    fresh = acting.begin(case=case, act=Act.SPLIT)
    present = list(fresh.reports.select_related("kind", "complex__team").order_by("filed_at", "number"))
    chosen = [report for report in present if report in reports]
    if not chosen or len(chosen) == len(present) or len(chosen) != len(set(reports)):
        raise CannotSplit
    made = _new_case(fresh, chosen[0], at)
    carry_over(reports=chosen, source=fresh, target=made, sort=ReportMove.Sort.SPLIT, by=by, at=at)
    conflicts.carry_over(source=fresh, target=made, by=by, at=at)
    judging.judge_again(case=made)
    judging.judge_again(case=fresh)
    if made.holder is None:
        on_call.look_again(case=made, before=frozenset(), at=at)
    deadlines.open_for_case(
        case_id=made.pk, urgency=made.urgency, team_id=made.team_id, at=at, names=(Name.DECIDE, Name.PROGRESS)
    )
    acting.done(
        case=fresh, act=Act.SPLIT, by=by, at=at, text=f"Deel gaat verder in {made.number}. {reason}".strip()
    )
    acting.done(case=made, act=Act.SPLIT, by=by, at=at, text=f"Komt uit {fresh.number}. {reason}".strip())
    route_again(chosen[0], at)
    return made


def _new_case(old: Case, report: Report, at: datetime) -> Case:
    kind = report.kind
    team = report.complex.team if report.complex else Team.objects.get(is_fallback=True)
    return Case.objects.create(
        number=make_number("Z"),
        kind=kind,
        restricted=old.restricted or kind.restricted,
        status=Status.TRIAGE,
        urgency=kind.urgency,
        severity_score=0,
        severity_parts=[],
        severity_band=old.severity_band,
        complex=report.complex,
        entrance=report.entrance,
        space=report.space,
        team=team,
        holder=old.holder if team == old.team else None,
        opened_at=at,
    )
