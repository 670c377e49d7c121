"""Correcting what a case is about or where. The report stays as filed; the case changes and is routed once more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from incidents import acting
from incidents.acts import Act
from incidents.intake.filing import Place
from incidents.models import Case, Kind, Report, RoutingOrder
from incidents.rules import severity
from incidents.staffing import conflicts, on_call
from incidents.staffing.teams import works_for
from safetyportal.accounts.models import Team, User
from safetyportal.accounts.roles import Role
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_working_days
from safetyportal.clock.deadlines import Name
from safetyportal.clock.urgency import Urgency
from safetyportal.wake import wake


class NothingToChange(ValueError):
    """It is so already."""


class StaysProtected(ValueError):
    """Only who works with restricted cases takes the protection off one."""


@transaction.atomic
def change_kind(
    *,
    case: Case,
    kind: Kind,
    reason: str,
    by: User,
    at: datetime,
    lift_protection: bool = False,
    seen: int = 0,
) -> None:
    """Another kind, with its urgency, and severity unless a person judged that; then the next round of routing.

    Once restricted a case stays so: `lift_protection` is for the role of restricted cases alone. Raises NothingToChange or
    StaysProtected.
    """
    fresh = acting.begin(case=case, act=Act.CHANGE_KIND, by=by, seen=seen)
    if fresh.kind_id == kind.pk and not lift_protection:
        raise NothingToChange
    if lift_protection and Role.RESTRICTED not in by.roles:
        raise StaysProtected
    before, called_for = Kind.objects.get(pk=fresh.kind_id), on_call.why(fresh)
    fresh.kind, fresh.urgency = kind, kind.urgency
    fresh.restricted = kind.restricted or (fresh.restricted and not lift_protection)
    _judge_again(fresh, kind)
    fresh.save(
        update_fields=[
            "kind", "urgency", "restricted", "severity_score", "severity_parts", "severity_band",
        ]
    )  # fmt: skip
    report = first_report(fresh)
    due = add_working_days(report.filed_at, Urgency(fresh.urgency).working_days)
    deadlines.reschedule(subject_kind="case", subject_id=fresh.pk, name=Name.FIRST_CONTACT, due=due)
    said = f"Soort: {before.label_nl} wordt {kind.label_nl}. {reason}"
    acting.done(case=fresh, act=Act.CHANGE_KIND, by=by, at=at, text=said, sensitive=False)
    on_call.look_again(case=fresh, before=called_for, at=at)
    route_again(report, at)


@transaction.atomic
def change_place(*, case: Case, place: Place, reason: str, by: User, at: datetime, seen: int = 0) -> None:
    """Another place, known this time, with its team; then the next round of routing. Raises NothingToChange.

    Who holds the case and does not work for the new team, or may have nothing to do with the new place, lets go of it.
    """
    if case.holder is not None:
        conflicts.hold(person=case.holder)
    fresh = acting.begin(case=case, act=Act.CHANGE_PLACE, by=by, seen=seen)
    if place.complex is None or (fresh.complex_id, fresh.entrance_id, fresh.space_id) == (
        place.complex.pk,
        place.entrance.pk if place.entrance else None,
        place.space.pk if place.space else None,
    ):
        raise NothingToChange
    fresh.complex, fresh.entrance, fresh.space = place.complex, place.entrance, place.space
    team: Team = place.complex.team
    fresh.team = team
    if fresh.about_home is not None and fresh.about_home.complex_id != place.complex.pk:
        fresh.about_home = None
    fresh.save(update_fields=["complex", "entrance", "space", "team", "about_home"])
    if fresh.holder is not None and not may_hold(case=fresh, holder=fresh.holder):
        fresh.holder = None
        fresh.save(update_fields=["holder"])
    deadlines.hand_to(subject_kind="case", subject_id=fresh.pk, team_id=team.pk)
    said = f"Plek: {place.complex.name}. {reason}"
    acting.done(case=fresh, act=Act.CHANGE_PLACE, by=by, at=at, text=said, sensitive=False)
    route_again(first_report(fresh), at)


def _judge_again(case: Case, kind: Kind) -> None:
    """Only the nature of what happens is another; a band that a person gave with a reason stands."""
    parts: list[dict[str, Any]] = [
        {**part, "points": kind.nature * part["most"]} if part["name"] == "nature" else part
        for part in case.severity_parts
    ]
    case.severity_parts = parts
    case.severity_score = round(sum(part["points"] for part in parts))
    if not case.severity_reason:
        case.severity_band = severity.band_of(case.severity_score)


def may_hold(*, case: Case, holder: User) -> bool:
    """Whether this person works for the team of the case and has no part in it, as it was just saved."""
    if not works_for(holder, case.team):
        return False
    return not Case.objects.keeping_out(holder).filter(pk=case.pk).exists()


def first_report(case: Case) -> Report:
    return case.reports.order_by("filed_at", "number")[0]


def route_again(report: Report, at: datetime, *, in_turn: bool = False) -> None:
    """The next round of routing. Call with the case locked, so that rounds follow each other."""
    last = RoutingOrder.objects.filter(report=report).aggregate(last=Max("round"))["last"] or 0
    RoutingOrder.objects.create(report=report, round=last + 1, in_turn=in_turn, asked_at=at, next_at=at)
    wake("route")
