"""Being away, and who looks at the work meanwhile."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.models.user import LED
from safetyportal.accounts.roles import Audience
from safetyportal.audit.recording import record
from safetyportal.clock.calendar import local_day
from safetyportal.people.models import Absence


class Overlaps(ValueError):
    """This person is away on some of these days already; `absence` says when."""

    def __init__(self, absence: Absence) -> None:
        super().__init__(str(absence))
        self.absence = absence


class CannotCover(ValueError):
    """The cover does not work for a team of who is away."""


class CoverIsAway(ValueError):
    """The cover is away on some of these days too."""


def covers_for(user: User) -> list[User]:
    """Who may look at this person's cases: colleagues of a team of theirs, by name."""
    found = User.objects.filter(
        is_active=True,
        audience=Audience.STAFF,
        role_grants__role__in=LED,
        role_grants__waiting=False,
        role_grants__team__in=user.teams_as(LED),
    )
    return list(found.exclude(pk=user.pk).order_by("name", "pk").distinct())


@transaction.atomic
def set_absence(
    *, user: User, from_on: date, until_on: date, cover: User | None, by: User, at: datetime
) -> Absence:
    """Be away from the first to the last day, both included. Raises Overlaps, CannotCover or CoverIsAway."""
    # In one order, so that two who name each other do not both find the other there.
    keys = {user.pk, cover.pk} if cover else {user.pk}
    list(User.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk"))
    taken = _within(user, from_on, until_on)
    if taken is not None:
        raise Overlaps(taken)
    if cover is not None:
        if cover not in covers_for(user):
            raise CannotCover
        if _within(cover, from_on, until_on) is not None:
            raise CoverIsAway
    made = Absence.objects.create(
        user=user, cover=cover, from_on=from_on, until_on=until_on, set_by=by, set_at=at
    )
    _write(made, "person.away", by, at)
    return made


@transaction.atomic
def withdraw(*, absence: Absence, by: User, at: datetime) -> None:
    """Not away after all, or back early. Gone already, nothing happens."""
    if Absence.objects.filter(pk=absence.pk).delete()[0]:
        _write(absence, "person.not_away", by, at)


def coming(*, user: User, at: datetime) -> list[Absence]:
    """Now and later, the first one first."""
    return list(Absence.objects.filter(user=user, until_on__gte=local_day(at)).select_related("cover"))


def absent_at(at: datetime) -> set[int]:
    """Who is away today."""
    return set(absences_at(at).values_list("user_id", flat=True))


def absences_at(at: datetime) -> QuerySet[Absence, Any]:
    """The same as rows, for a subquery."""
    return Absence.objects.on(local_day(at))


def covered_by(actor: User, at: datetime) -> set[int]:
    """Whose cases this person looks at today besides their own: of colleagues who are away.

    Which of those cases they may see, the scope says as ever. Only while both work for one team: who left it covers nobody there.
    """
    known: set[int] | None = actor.__dict__.get("_covers")
    return covers_at(at).get(actor.pk, set()) if known is None else known


def covers_nobody(actor: User) -> None:
    """A page that found out already says so, and it is not asked again for this person."""
    actor.__dict__["_covers"] = set()


def covers_at(at: datetime) -> dict[int, set[int]]:
    """The same for everybody who covers somebody today, in two statements."""
    pairs = list(
        Absence.objects.on(local_day(at)).filter(cover__is_active=True).values_list("cover_id", "user_id")
    )
    keys = {key for pair in pairs for key in pair if key is not None}
    teams: dict[int, set[int | None]] = {}
    grants = RoleGrant.objects.in_force().filter(user__in=keys, role__in=LED) if keys else ()
    for grant in grants:
        teams.setdefault(grant.user_id, set()).add(grant.team_id)
    found: dict[int, set[int]] = {}
    for cover, user in pairs:
        if cover is not None and teams.get(cover, set()) & teams.get(user, set()):
            found.setdefault(cover, set()).add(user)
    return found


def _within(user: User, from_on: date, until_on: date) -> Absence | None:
    return Absence.objects.filter(user=user, from_on__lte=until_on, until_on__gte=from_on).first()


def _write(absence: Absence, action: str, by: User, at: datetime) -> None:
    record(
        action=action,
        actor=by,
        object_kind="user",
        object_id=absence.user_id,
        detail={
            "from": absence.from_on.isoformat(),
            "until": absence.until_on.isoformat(),
            "cover": absence.cover_id,
        },
        at=at,
    )
