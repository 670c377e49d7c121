"""Who holds a case, after somebody took it: handing it over, letting go, and opening it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents import casework, timeline
from incidents.dialogue import about
from incidents.models import Case, TimelineEntry
from incidents.workflow import ENDED, Status
from safetyportal.accounts.models import Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.recording import record
from safetyportal.clock import deadlines
from safetyportal.clock.deadlines import Name

Sort = TimelineEntry.Sort
HOLDERS = frozenset({Role.HANDLER, Role.LEAD})


class CannotHold(ValueError):
    """The case is closed, or this colleague does not work for its team."""


class NotReopenable(ValueError):
    """The case is open."""


def colleagues(*, team: Team, but: User | None = None) -> list[User]:
    """Who can hold a case of this team, by name."""
    found = User.objects.filter(
        is_active=True,
        audience=Audience.STAFF,
        role_grants__role__in=HOLDERS,
        role_grants__team=team,
        role_grants__waiting=False,
    ).distinct()
    return [user for user in found.order_by("name", "pk") if user != but]


@transaction.atomic
def hand_over(*, case: Case, to: User | None, reason: str, by: User, at: datetime) -> None:
    """Give the case to a colleague of its team, or let go of it. Raises CannotHold."""
    fresh = casework.locked(case)
    if not fresh.is_open or (to is not None and to not in colleagues(team=fresh.team)):
        raise CannotHold
    if fresh.holder == to:
        return
    fresh.holder = to
    fresh.save(update_fields=["holder"])
    said = f"Aan {to.name}. {reason}" if to else f"Losgelaten. {reason}"
    timeline.write(case=fresh, sort=Sort.HANDED_OVER, at=at, by=by, text=said.strip())


@transaction.atomic
def reopen(*, case: Case, reason: str, message: str, by: User, at: datetime) -> None:
    """Take up a closed case again: investigation, with new terms, held by who reopens it when nobody else does.

    The reporter reads `message`. Partners do not get it back by themselves. Raises NotReopenable.
    """
    fresh = casework.locked(case)
    if fresh.status not in ENDED:
        raise NotReopenable
    fresh.status, fresh.closed_at, fresh.close_reason = Status.INVESTIGATION, None, ""
    if fresh.holder is None or not fresh.holder.is_active:
        fresh.holder = by
    fresh.save(update_fields=["status", "closed_at", "close_reason", "holder"])
    deadlines.open_for_case(
        case_id=fresh.pk, urgency=fresh.urgency, team_id=fresh.team_id, at=at, names=(Name.PROGRESS,)
    )
    for report in fresh.reports.all():
        deadlines.meet(
            subject_kind="case",
            subject_id=fresh.pk,
            name=Name.REPORTER_ASKS,
            about=about(Sort.REOPEN, report),
            at=at,
        )
    timeline.write(case=fresh, sort=Sort.REOPENED, at=at, by=by, text=reason)
    casework.tell_reporter(
        case=fresh, text=message, by=by, at=at, key=f"reopened:{fresh.pk}:{at.isoformat()}"
    )
    record(action="case.reopen", actor=by, object_kind="case", object_id=fresh.pk, at=at)
