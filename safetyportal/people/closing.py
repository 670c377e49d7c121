"""Putting somebody out, and back in. Immediate: the next request of an open session is refused."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.people import links
from safetyportal.people.standing import check_other, hold_actor, hold_administrators, keep_an_administrator


@transaction.atomic
def disable(*, user: User, by: User, at: datetime) -> None:
    """Close the account: sessions and links end, roles stay for who comes back. Raises NotOneself, LastAdministrator."""
    check_other(user=user, by=by)
    hold_actor(by=by, user=user)
    hold_administrators()
    fresh = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if not fresh.is_active:
        return
    fresh.is_active, fresh.session_round = False, fresh.session_round + 1
    fresh.save(update_fields=["is_active", "session_round"])
    keep_an_administrator(by=by)
    links.end_all(user=fresh, at=at)
    record(action="person.disable", actor=by, object_kind="user", object_id=user.pk, at=at)


@transaction.atomic
def enable(*, user: User, by: User, at: datetime) -> None:
    """Open a closed account again, with the password and second factor it had. Raises NotOneself."""
    check_other(user=user, by=by)
    hold_actor(by=by, user=user)
    if User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        record(action="person.enable", actor=by, object_kind="user", object_id=user.pk, at=at)


@transaction.atomic
def end_sessions(*, user: User, by: User, at: datetime) -> None:
    """Sign somebody out everywhere; they may sign in again."""
    fresh = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    fresh.session_round += 1
    fresh.save(update_fields=["session_round"])
    record(action="person.end_sessions", actor=by, object_kind="user", object_id=user.pk, at=at)
