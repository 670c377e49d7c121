"""Which team a complex belongs to, and teams that come and go. Cases follow their complex."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast

from complexes.models import Complex
from incidents import acting
from incidents.acts import Act
from incidents.models import Case
from incidents.search import indexing
from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Role
from safetyportal.clock.models import Deadline


class Retired(ValueError):
    """This team does not work any more."""


class NotEmpty(ValueError):
    """Somebody or something belongs to this team still."""


class FallbackNeeded(ValueError):
    """One team takes what has no known place, always."""


@dataclass(frozen=True)
class Moving:
    """What goes along with a complex: open cases, and how many of those lose their holder."""

    open_cases: int
    let_go: int


@dataclass(frozen=True)
class Left:
    """What still belongs to a team."""

    complexes: int
    people: int
    open_cases: int

    @property
    def is_empty(self) -> bool:
        return not (self.complexes or self.people or self.open_cases)


def works_for(holder: User, team: Team) -> bool:
    """Triage and the protected desk work for all of them."""
    everywhere = {Role.TRIAGE, Role.RESTRICTED} & holder.roles
    return bool(everywhere) or team.pk in holder.teams_as(frozenset({Role.HANDLER, Role.LEAD}))


def moving(*, place: Complex, team: Team) -> Moving:
    held = Case.objects.open().filter(complex=place)
    stay = [one.pk for one in _holders(place) if works_for(one, team)]
    return Moving(held.count(), held.exclude(holder=None).exclude(holder__in=stay).count())


@transaction.atomic
def move_complex(*, place: Complex, team: Team, by: User, at: datetime) -> Moving:
    """The complex and all its cases go to this team; who holds one and does not work for it, lets go. Raises Retired."""
    fresh = Complex.objects.select_for_update(of=("self",)).select_related("team").get(pk=place.pk)
    target = Team.objects.select_for_update(no_key=True).get(pk=team.pk)
    if not target.is_active:
        raise Retired
    was = fresh.team
    fresh.team = target
    fresh.save(update_fields=["team"])
    there = Case.objects.filter(complex=fresh)
    cases = list(there.open().select_for_update(of=("self",)).order_by("pk"))
    stay = {one.pk for one in _holders(fresh) if works_for(one, target)}
    there.update(team=target)
    indexing.ask_all(cases=there, at=at)
    let_go = [one for one in cases if one.holder_id is not None and one.holder_id not in stay]
    Case.objects.filter(pk__in=[one.pk for one in let_go]).update(holder=None)
    keys = there.annotate(key=Cast("pk", CharField())).values("key")
    Deadline.objects.open().filter(subject_kind="case", subject_id__in=keys).update(team=target)
    for case in cases:
        said = f"Team: {was.name} wordt {target.name}."
        if case in let_go:
            said += " De zaak heeft geen behandelaar meer."
        acting.done(case=case, act=Act.CHANGE_TEAM, by=by, at=at, text=said, sensitive=False)
    return Moving(len(cases), len(let_go))


def left_in(team: Team) -> Left:
    return Left(
        complexes=Complex.objects.filter(team=team).count(),
        people=RoleGrant.objects.filter(team=team).values("user").distinct().count(),
        open_cases=Case.objects.open().filter(team=team).count(),
    )


@transaction.atomic
def set_team(*, team: Team | None, name: str, is_active: bool, is_fallback: bool) -> Team:
    """Add a team (None), or change it. Raises NotEmpty or FallbackNeeded, which leave it as it was."""
    held = list(Team.objects.select_for_update().order_by("pk"))
    fresh = next((one for one in held if team is not None and one.pk == team.pk), None) or Team()
    if fresh.is_fallback and not (is_fallback and is_active):
        raise FallbackNeeded
    if fresh.pk and not is_active and not left_in(fresh).is_empty:
        raise NotEmpty
    if is_fallback and not fresh.is_fallback:
        Team.objects.filter(is_fallback=True).update(is_fallback=False)
    fresh.name, fresh.is_active, fresh.is_fallback = name, is_active, is_fallback
    fresh.save()
    return fresh


def _holders(place: Complex) -> list[User]:
    held = Case.objects.open().filter(complex=place).exclude(holder=None)
    return list(User.objects.filter(pk__in=held.values("holder")))
