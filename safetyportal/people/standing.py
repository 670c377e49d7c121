"""Two things that hold for every act on an account: nobody acts on their own, and somebody stays in charge."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role


class NotOneself(ValueError):
    """Nobody changes their own account this way: somebody else does."""


class LastAdministrator(ValueError):
    """Without this person nobody could let people in any more; or whoever acts was put out in the same moment."""


def check_other(*, user: User, by: User | None) -> None:
    if by is not None and user.pk == by.pk:
        raise NotOneself


def hold_actor(*, by: User, user: User | None = None) -> None:
    """Lock who acts, and on whom, in one order. Raises PermissionDenied when `by` was put out since the request began."""
    keys = {by.pk, user.pk} if user else {by.pk}
    held = User.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
    now = {one.pk: one for one in held}.get(by.pk)
    if now is None or not now.is_active or now.session_round != by.session_round:
        raise PermissionDenied
    lost = {Role.SYSADMIN, Role.LEAD} & (by.roles - now.roles)
    if lost:
        raise PermissionDenied


def administrators() -> QuerySet[RoleGrant]:
    """The roles of system administrators who can sign in."""
    return RoleGrant.objects.in_force().filter(role=Role.SYSADMIN, user__is_active=True)


def hold_administrators() -> None:
    """Lock them all, in one order: of two administrators who put each other out the second must see the first."""
    list(administrators().select_for_update().order_by("pk").values_list("pk", flat=True))


def keep_an_administrator(*, by: User | None) -> None:
    """Call after the change, with administrators held. Raises LastAdministrator, which undoes it."""
    left = set(administrators().values_list("user_id", flat=True))
    was = by is not None and Role.SYSADMIN in by.roles
    if not left or (by is not None and was and by.pk not in left):
        raise LastAdministrator
