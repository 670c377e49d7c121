"""Who holds a case, after somebody took it: handing it over, letting go, and opening it again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from incidents import acting, casework
from incidents.acts import Act
from incidents.dialogue import about
from incidents.models import Case, TimelineEntry
from incidents.workflow import CloseReason, Status
from safetyportal.accounts.models import Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.clock import deadlines
from safetyportal.clock.deadlines import Name

HOLDERS = frozenset({Role.HANDLER, Role.LEAD})


MAY_REOPEN = timedelta(weeks=8)


class CannotHold(ValueError):
    """This colleague does not work for the team of the case."""


class TooLate(ValueError):
    """The case was closed too long ago to go on with it."""


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
def hand_over(*, case: Case, to: User | None, reason: str, by: User, at: datetime, seen: int = 0) -> None:
    """Give the case to a colleague of its team, or let go of it. Raises CannotHold."""
    fresh = acting.begin(case=case, act=Act.HAND_OVER, by=by, seen=seen)
    if to is not None and to not in colleagues(team=fresh.team):
        raise CannotHold
    if fresh.holder == to:
        return
    fresh.holder = to
    fresh.save(update_fields=["holder"])
    said = f"Aan {to.name}. {reason}" if to else f"Losgelaten. {reason}"
    acting.done(case=fresh, act=Act.HAND_OVER, by=by, at=at, text=said.strip(), sensitive=False)


@transaction.atomic
def reopen(*, case: Case, reason: str, message: str, by: User, at: datetime) -> None:
    """Take up a closed case again: investigation, with new terms, held by who reopens it when nobody else does.

    The reporter reads `message`. Partners do not get it back by themselves. Raises TooLate after MAY_REOPEN: what happens
    then is a new case.
    """
    fresh = acting.begin(case=case, act=Act.REOPEN)
    if fresh.closed_at is not None and at - fresh.closed_at > MAY_REOPEN:
        raise TooLate
    fresh.close_reason = ""
    if fresh.holder is None or not fresh.holder.is_active:
        fresh.holder = by
    fresh.save(update_fields=["close_reason", "holder"])
    _answered(fresh, at)
    acting.done(case=fresh, act=Act.REOPEN, by=by, at=at, text=reason)
    casework.tell_reporter(
        case=fresh, text=message, by=by, at=at, key=f"reopened:{fresh.pk}:{at.isoformat()}"
    )


@transaction.atomic
def refuse_reopening(*, case: Case, reason: str, message: str, by: User, at: datetime) -> None:
    """The case stays closed as it was, and who asked is told why."""
    fresh = acting.begin(case=case, act=Act.REFUSE_REOPEN)
    ended = CloseReason(fresh.close_reason).status if fresh.close_reason in CloseReason else Status.CLOSED
    _answered(fresh, at)
    acting.done(case=fresh, act=Act.REFUSE_REOPEN, to=ended, by=by, at=at, text=reason)
    casework.tell_reporter(
        case=fresh, text=message, by=by, at=at, key=f"not-reopened:{fresh.pk}:{at.isoformat()}"
    )


def _answered(case: Case, at: datetime) -> None:
    """Whoever asked for it gets an answer now."""
    for report in case.reports.all():
        deadlines.meet(
            subject_kind="case",
            subject_id=case.pk,
            name=Name.REPORTER_ASKS,
            about=about(TimelineEntry.Sort.REOPEN, report),
            at=at,
        )
