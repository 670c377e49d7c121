"""Who holds a case, after somebody took it: handing it over, letting go, and opening it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from incidents import acting
from incidents.acts import Act
from incidents.following.dialogue import about
from incidents.handling import casework
from incidents.models import Case, TimelineEntry
from incidents.rules.workflow import CloseReason, Status
from incidents.staffing import conflicts
from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.clock import deadlines
from safetyportal.clock.deadlines import Name
from safetyportal.notices.outbox import tell
from safetyportal.people.absence import absences_at
from safetyportal.people.mail_wishes import wants_handed_over

HOLDERS = frozenset({Role.HANDLER, Role.LEAD})


MAY_REOPEN = timedelta(weeks=8)


class CannotHold(ValueError):
    """This colleague does not work for the team of the case, has a part in it, or is away."""


class TooLate(ValueError):
    """The case was closed too long ago to go on with it."""


def takers(*, cases: Sequence[Case], at: datetime) -> dict[User, frozenset[int]]:
    """Who can hold which of these cases, by name: who works for its team, is not away today and is not kept out of it.

    The one rule for giving somebody a case or a part of its work; in three statements however many there are.
    """
    grants = (
        RoleGrant.objects.in_force()
        .filter(
            role__in=HOLDERS,
            team__in={case.team_id for case in cases},
            user__is_active=True,
            user__audience=Audience.STAFF,
        )
        .exclude(user__in=absences_at(at).values("user"))
    )
    teams: dict[User, set[int | None]] = {}
    for grant in grants.select_related("user").order_by("user__name", "user_id"):
        teams.setdefault(grant.user, set()).add(grant.team_id)
    kept = conflicts.kept_out_of(cases)
    found = {
        user: frozenset(
            case.pk for case in cases if case.team_id in theirs and not kept.keeps_out(user, case)
        )
        for user, theirs in teams.items()
    }
    return {user: keys for user, keys in found.items() if keys}


def colleagues(*, team: Team, but: User | None = None, case: Case, at: datetime) -> list[User]:
    """Who can hold this case of this team, by name (takers)."""
    return [user for user in takers(cases=[case], at=at) if user != but] if case.team_id == team.pk else []


@transaction.atomic
def hand_over(*, case: Case, to: User | None, reason: str, by: User, at: datetime, seen: int = 0) -> None:
    """Give the case to a colleague of its team, or let go of it. Raises CannotHold."""
    if to is not None:
        conflicts.hold(person=to)
    fresh = acting.begin(case=case, act=Act.HAND_OVER, by=by, seen=seen)
    if to is not None and to not in colleagues(team=fresh.team, case=fresh, at=at):
        raise CannotHold
    if fresh.holder == to:
        return
    fresh.holder = to
    fresh.save(update_fields=["holder"])
    entry = acting.done(case=fresh, act=Act.HAND_OVER, by=by, at=at, text=said(to, reason), sensitive=False)
    if to is not None:
        tell_of(cases=[fresh], to=to, by=by, entries=[entry], at=at)


def said(to: User | None, reason: str) -> str:
    return (f"Aan {to.name}. {reason}" if to else f"Losgelaten. {reason}").strip()


def tell_of(
    *, cases: Sequence[Case], to: User, by: User, entries: Sequence[TimelineEntry], at: datetime
) -> None:
    """One mail to who got these, where they want it; never about a protected case."""
    told = [entry for case, entry in zip(cases, entries, strict=True) if not case.restricted]
    if told and to != by and wants_handed_over(to):
        tell(template="staff_handed_over", key=f"handed-over:{told[0].pk}", user=to, at=at)


@transaction.atomic
def reopen(*, case: Case, reason: str, message: str, by: User, at: datetime) -> None:
    """Take up a closed case again: investigation, with new terms, held by who reopens it when nobody else does.

    The reporter reads `message`. Neither partners nor our own desks get it back by themselves: what lay open there ended with
    the case. Raises TooLate after MAY_REOPEN: what happens then is a new case, or conflicts.KeptOut.
    """
    conflicts.hold(person=by)
    fresh = acting.begin(case=case, act=Act.REOPEN)
    if fresh.closed_at is not None and at - fresh.closed_at > MAY_REOPEN:
        raise TooLate
    conflicts.check(person=by, case=fresh)
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
