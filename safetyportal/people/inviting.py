"""Letting somebody in: nobody makes an account for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.recording import record
from safetyportal.notices.outbox import tell
from safetyportal.people import links
from safetyportal.people.granting import check_fits, needs_second_person
from safetyportal.people.models import AccountLink
from safetyportal.people.standing import hold_actor
from safetyportal.throttle import limits

MOST_LINKS_IN_AN_HOUR = 5  # to a mailbox that may be anybody's


class AlreadyThere(ValueError):
    """An account with this mail address exists."""


class NotNow(ValueError):
    """This person has set up the account already, or may not come in at all."""


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    audience: Audience,
    grants: Sequence[tuple[Role, Team | None]],
    by: User | None,
    at: datetime,
    mail: bool = True,
) -> User:
    """Make an account without a password and mail its link. Raises AlreadyThere, or RoleDoesNotFit.

    A role that takes two persons waits. Whether `by` may do this is for the caller's scope to say.
    """
    if by is not None:
        hold_actor(by=by)
    for role, team in grants:
        check_fits(role=role, team=team, audience=audience)
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise AlreadyThere
    try:
        with transaction.atomic():
            user = User.objects.create_user(email=address, name=name, audience=audience)
    except IntegrityError as error:  # the second click
        raise AlreadyThere from error
    RoleGrant.objects.bulk_create(
        RoleGrant(
            user=user, role=role, team=team, granted_by=by, granted_at=at,
            waiting=by is not None and needs_second_person(role),
        )
        for role, team in grants
    )  # fmt: skip
    _send(user, by, at, mail)
    record(
        action="person.invite",
        actor=by,
        object_kind="user",
        object_id=user.pk,
        detail={"roles": sorted(role.value for role, _ in grants)},
        at=at,
    )
    return user


@transaction.atomic
def invite_again(*, user: User, by: User | None, at: datetime) -> None:
    """A new link for somebody who has not come in yet; the earlier one opens nothing more. Raises NotNow."""
    fresh = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if fresh.is_set_up or not fresh.is_active:
        raise NotNow
    if limits.hit(bucket="invite", key=str(user.pk), window_seconds=3600, at=at) > MOST_LINKS_IN_AN_HOUR:
        raise NotNow
    _send(fresh, by, at, mail=True)
    record(action="person.invite_again", actor=by, object_kind="user", object_id=user.pk, at=at)


def _send(user: User, by: User | None, at: datetime, mail: bool) -> None:
    """An account that was reset begins with the short-lived link again, not with a day-long one."""
    began = AccountLink.objects.filter(user=user, used_at__isnull=False).exists()
    purpose = AccountLink.Purpose.RESET if began else AccountLink.Purpose.INVITE
    if mail:
        path = links.make(user=user, purpose=purpose, by=by, at=at)
        tell(
            template=f"account_{purpose}",
            key=f"link:{user.pk}:{at.isoformat()}",
            user=user,
            link=path,
            at=at,
        )
