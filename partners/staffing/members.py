"""Who works at a partner or desk. A partner's administrator acts on the own organisation, a system administrator on all.

Locks: partner, administrators, account, membership. With the partner held nobody else changes who works there, so
whether `by` still may is asked again behind that lock.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from partners.models import Membership, Partner
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.recording import record
from safetyportal.people import closing, granting, inviting, resetting
from safetyportal.people.standing import check_other, hold_administrators


class NotTheirs(ValueError):
    """Whoever acts may not do this, or not any more."""


class Gone(ValueError):
    """This person does not work there any more."""


class AlreadyThere(ValueError):
    """This person works there already."""


class DoesNotFit(ValueError):
    """An account of the other side of the house, or one that is closed."""


@transaction.atomic
def invite_member(
    *, partner: Partner, email: str, name: str, is_admin: bool = False, by: User, at: datetime
) -> Membership:
    """A new account that works here. Raises NotTheirs, DoesNotFit, or inviting.AlreadyThere."""
    _hold(partner, by, at)
    if is_admin and partner.is_internal:
        raise DoesNotFit
    roles = [Role.DESK] if partner.is_internal else [Role.PARTNER]
    user = inviting.invite(
        email=email, name=name, audience=_side(partner), by=by, at=at,
        grants=[(role, None) for role in (*roles, *([Role.PARTNER_ADMIN] if is_admin else []))],
    )  # fmt: skip
    return _join(partner, user, by, at)


@transaction.atomic
def add_member(*, partner: Partner, user: User, by: User, at: datetime) -> Membership:
    """Somebody with an account works here too: staff at a desk, a partner's person at another partner.

    For a system administrator. Raises NotTheirs, DoesNotFit, AlreadyThere, or NotOneself.
    """
    check_other(user=user, by=by)
    _hold(partner, by, at)
    if not _is_sysadmin(by):
        raise NotTheirs
    hold_administrators()
    held = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if held.audience != _side(partner) or not held.is_active:
        raise DoesNotFit
    if Membership.objects.not_over(timezone.localdate(at)).filter(user=held, partner=partner).exists():
        raise AlreadyThere
    if partner.is_internal and not held.role_grants.filter(role=Role.DESK).exists():
        granting.grant(user=held, role=Role.DESK, team=None, by=by, at=at)
    return _join(partner, held, by, at)


@transaction.atomic
def end_membership(*, membership: Membership, by: User, at: datetime) -> bool:
    """Over from this moment. Who works nowhere else at a partner has the account closed; True when that happened.

    Raises NotTheirs, Gone, or NotOneself.
    """
    held = _held(membership, by, at)
    today = timezone.localdate(at)
    held.ended_at, held.ended_by, held.ends_on = at, by, max(today, held.starts_on)
    held.save(update_fields=["ended_at", "ended_by", "ends_on"])
    detail = {"partner": held.partner.code}
    record(action="person.leave", actor=by, object_kind="user", object_id=held.user_id, detail=detail, at=at)
    left = Membership.objects.not_over(today).filter(user=held.user)
    if held.partner.is_internal:
        desk = held.user.role_grants.filter(role=Role.DESK).select_related("user").first()
        if desk is not None and not left.filter(partner__is_internal=True).exists():
            granting.revoke(given=desk, by=by, at=at)
        return False
    if left.exists():
        return False
    closing.disable(user=held.user, by=by, at=at)
    return True


@transaction.atomic
def make_admin(*, membership: Membership, by: User, at: datetime) -> None:
    """Let this person look after the people too, wherever they work. Raises NotTheirs, Gone, DoesNotFit, NotOneself."""
    held = _held_account(membership, by, at)
    if held.partner.is_internal:
        raise DoesNotFit
    if not held.user.role_grants.filter(role=Role.PARTNER_ADMIN).exists():
        granting.grant(user=held.user, role=Role.PARTNER_ADMIN, team=None, by=by, at=at)


@transaction.atomic
def unmake_admin(*, membership: Membership, by: User, at: datetime) -> None:
    """Take that away again; the work stays. Raises NotTheirs, Gone, or NotOneself."""
    held = _held_account(membership, by, at)
    given = held.user.role_grants.filter(role=Role.PARTNER_ADMIN).select_related("user").first()
    if given is not None:
        granting.revoke(given=given, by=by, at=at)


@transaction.atomic
def invite_member_again(*, membership: Membership, by: User, at: datetime) -> None:
    """A new link. Raises NotTheirs, Gone, NotOneself, or inviting.NotNow."""
    inviting.invite_again(user=_held_account(membership, by, at).user, by=by, at=at)


@transaction.atomic
def reset_member(*, membership: Membership, by: User, at: datetime) -> None:
    """Let somebody begin anew. Raises NotTheirs, Gone, NotOneself, or inviting.NotNow."""
    resetting.reset(user=_held_account(membership, by, at).user, by=by, at=at)


def works_elsewhere(*, membership: Membership, at: datetime) -> bool:
    """Whether this account has more than this one place."""
    others = Membership.objects.not_over(timezone.localdate(at)).filter(user=membership.user_id)
    return others.exclude(partner=membership.partner_id).exists()


def _side(partner: Partner) -> Audience:
    return Audience.STAFF if partner.is_internal else Audience.PARTNER


def _join(partner: Partner, user: User, by: User, at: datetime) -> Membership:
    detail = {"partner": partner.code}
    record(action="person.join", actor=by, object_kind="user", object_id=user.pk, detail=detail, at=at)
    return Membership.objects.create(user=user, partner=partner, starts_on=timezone.localdate(at))


def _hold(partner: Partner, by: User, at: datetime) -> None:
    # Without a key: what is being delivered to this partner need not wait.
    list(Partner.objects.select_for_update(no_key=True).filter(pk=partner.pk))
    if _is_sysadmin(by):
        return
    grants = RoleGrant.objects.in_force().filter(user=by, user__is_active=True, role=Role.PARTNER_ADMIN)
    if not grants.exists() or not Partner.objects.staffed_by(by, at).filter(pk=partner.pk).exists():
        raise NotTheirs
    if partner.is_internal:
        raise NotTheirs


def _held(membership: Membership, by: User, at: datetime) -> Membership:
    check_other(user=membership.user, by=by)
    _hold(membership.partner, by, at)
    hold_administrators()
    user = User.objects.select_for_update(of=("self",)).get(pk=membership.user_id)
    found = Membership.objects.not_over(timezone.localdate(at)).select_for_update(of=("self",))
    held = found.select_related("partner").filter(pk=membership.pk).first()
    if held is None:
        raise Gone
    held.user = user
    return held


def _held_account(membership: Membership, by: User, at: datetime) -> Membership:
    """The same, of an account that is of this partner alone unless a system administrator acts."""
    held = _held(membership, by, at)
    if works_elsewhere(membership=held, at=at) and not _is_sysadmin(by):
        raise NotTheirs
    return held


def _is_sysadmin(by: User) -> bool:
    """As it is now: the roles of `by` were read when the page was asked for."""
    return RoleGrant.objects.in_force().filter(user=by, user__is_active=True, role=Role.SYSADMIN).exists()
