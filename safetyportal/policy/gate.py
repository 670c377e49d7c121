"""The two questions every door asks: is this person on the right side, and has one of the roles?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied

from safetyportal.accounts.roles import Audience
from safetyportal.policy.actions import ACTIONS, OPEN_SIDES, Rule, Side

View = TypeVar("View", bound=Callable[..., Any])


def action(name: str) -> Callable[[View], View]:
    """Mark a view with the action it performs; an unknown name stops the start."""
    rule = ACTIONS[name]

    def mark(view: View) -> View:
        view.policy_action = name  # type: ignore[attr-defined]
        view.policy_rule = rule  # type: ignore[attr-defined]
        return view

    return mark


def allows(rule: Rule, user: Any) -> bool:
    """Whether `user` (signed in or not) may do this kind of thing at all; which rows, the scope says."""
    if rule.side in OPEN_SIDES:
        return True
    if not user.is_authenticated or not user.is_active:
        return False
    if rule.side == Side.STAFF and user.audience != Audience.STAFF:
        return False
    if rule.side == Side.PARTNER and user.audience != Audience.PARTNER:
        return False
    return bool(rule.roles & user.roles)


def authorize(name: str, user: Any) -> Rule:
    """The rule of an action this user may do; raises PermissionDenied otherwise, never returns anything else."""
    rule = ACTIONS[name]
    if not allows(rule, user):
        raise PermissionDenied(name)
    return rule


def may(name: str, user: Any) -> bool:
    return allows(ACTIONS[name], user)
