"""Giving and taking away roles. Roles are read at each request, so what is taken away is gone at the next one."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.recording import record
from safetyportal.people.standing import check_other, hold_actor, hold_administrators, keep_an_administrator

STAFF_ROLES = frozenset(Role) - {Role.PARTNER, Role.PARTNER_ADMIN}
PARTNER_ROLES = frozenset({Role.PARTNER, Role.PARTNER_ADMIN})
TEAM_ROLES = frozenset({Role.HANDLER, Role.LEAD})


class RoleDoesNotFit(ValueError):
    """A role of the other side of the house, or with or without a team where it needs the opposite."""


class AlreadyHeld(ValueError):
    """This person has this role already."""


class NotConfirmable(ValueError):
    """Nothing waits here, or whoever gave it cannot be the second person too."""


def needs_second_person(role: Role) -> bool:
    """The privacy officer reads across all cases with a reason: one administrator alone appoints none (trust 6.1)."""
    return role == Role.PRIVACY


def check_fits(*, role: Role, team: Team | None, audience: Audience) -> None:
    """Raises RoleDoesNotFit."""
    side = STAFF_ROLES if audience == Audience.STAFF else PARTNER_ROLES
    if role not in side or (role in TEAM_ROLES) != (team is not None):
        raise RoleDoesNotFit(role)


def may_take(given: RoleGrant, actor: User) -> bool:
    """Whether this person may take this role away. That of a partner or desk goes with the place there, not by itself."""
    if Role.SYSADMIN in actor.roles:
        return given.role not in (Role.PARTNER, Role.DESK)
    return given.role in TEAM_ROLES and given.team_id in actor.teams_as(frozenset({Role.LEAD}))


@transaction.atomic
def grant(*, user: User, role: Role, team: Team | None, by: User, at: datetime) -> RoleGrant:
    """Give a role. Raises RoleDoesNotFit, AlreadyHeld, or NotOneself."""
    check_other(user=user, by=by)
    hold_actor(by=by, user=user)
    check_fits(role=role, team=team, audience=Audience(user.audience))
    if team is not None and not Team.objects.select_for_update(no_key=True).get(pk=team.pk).is_active:
        raise RoleDoesNotFit(role)
    try:
        with transaction.atomic():
            given = RoleGrant.objects.create(
                user=user, role=role, team=team, granted_by=by, granted_at=at,
                waiting=needs_second_person(role),
            )  # fmt: skip
    except IntegrityError as error:
        raise AlreadyHeld(role) from error
    _write(given, "person.grant", by, at)
    return given


@transaction.atomic
def confirm(*, given: RoleGrant, by: User, at: datetime) -> None:
    """The second person agrees: the role counts from now on. Raises NotConfirmable."""
    held = RoleGrant.objects.select_for_update(of=("self",)).filter(pk=given.pk, waiting=True).first()
    if held is None or by.pk in (held.granted_by_id, held.user_id):
        raise NotConfirmable
    held.waiting = False
    held.save(update_fields=["waiting"])
    _write(held, "person.grant_confirmed", by, at)


@transaction.atomic
def revoke(*, given: RoleGrant, by: User, at: datetime) -> None:
    """Take a role away, at once. Raises NotOneself, or LastAdministrator. Gone already, nothing happens."""
    check_other(user=given.user, by=by)
    hold_actor(by=by, user=given.user)
    hold_administrators()
    if RoleGrant.objects.filter(pk=given.pk).delete()[0]:
        keep_an_administrator(by=by)
        _write(given, "person.revoke", by, at)


def _write(given: RoleGrant, action: str, by: User, at: datetime) -> None:
    record(
        action=action,
        actor=by,
        object_kind="user",
        object_id=given.user_id,
        detail={"role": str(given.role), "team": given.team_id},
        at=at,
    )
