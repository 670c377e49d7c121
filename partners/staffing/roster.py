"""The people of a partner or desk as whoever looks after them sees it: read, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, Exists, OuterRef, Q

from partners.models import Membership, Partner
from partners.models.at_work import at_work
from partners.models.membership import MembershipQuerySet
from partners.models.partner import PartnerQuerySet
from safetyportal.accounts.adapter import FACTORS
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from safetyportal.people.directory import state_of

SHOWN = 50
MOST_PLACES = 500


@dataclass(frozen=True)
class Line:
    """Somebody who works here. `key` is the membership."""

    key: int
    name: str
    email: str
    state: str
    tone: str
    is_open: bool
    is_set_up: bool
    is_admin: bool
    has_factor: bool
    is_oneself: bool
    since: date
    last_login: datetime | None


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    after: int | None


@dataclass(frozen=True)
class Place:
    """A partner or desk with how many work there, can sign in, and look after the others."""

    code: str
    name: str
    is_internal: bool
    is_active: bool
    people: int
    open: int
    admins: int


def page(*, found: MembershipQuerySet, actor: User, after: int | None) -> Page:
    """Fifty by name, after the membership with key `after`."""
    begin = found.filter(pk=after).select_related("user").first() if after else None
    rows = _with_marks(found).order_by("user__name", "pk")
    if begin is not None:
        rows = rows.filter(Q(user__name__gt=begin.user.name) | Q(user__name=begin.user.name, pk__gt=begin.pk))
    taken = list(rows[: SHOWN + 1])
    shown = taken[:SHOWN]
    return Page([_line(one, actor) for one in shown], shown[-1].pk if len(taken) > SHOWN else None)


def line(*, membership: Membership, actor: User) -> Line:
    return _line(_with_marks(Membership.objects.all()).get(pk=membership.pk), actor)


def places(*, found: PartnerQuerySet, on: date) -> list[Place]:
    """Those with people to look after, by name, in one statement."""
    here = at_work(on, "memberships__")
    can_sign_in = here & Q(memberships__user__is_active=True) & _has_password("memberships__user__")
    admin = here & Q(
        memberships__user__in=RoleGrant.objects.in_force().filter(role=Role.PARTNER_ADMIN).values("user")
    )
    counted = found.annotate(
        people=Count("memberships", filter=here),
        open=Count("memberships", filter=can_sign_in),
        admins=Count("memberships", filter=admin),
    )
    return [
        Place(
            code=one.code,
            name=one.name,
            is_internal=one.is_internal,
            is_active=one.is_active(on),
            people=one.people,  # type: ignore[attr-defined]
            open=one.open,  # type: ignore[attr-defined]
            admins=one.admins,  # type: ignore[attr-defined]
        )
        for one in counted.order_by("is_internal", "name")[:MOST_PLACES]
    ]


def own(*, found: PartnerQuerySet) -> list[Partner]:
    """The partners between which somebody chooses."""
    return list(found.order_by("name")[:MOST_PLACES])


def _has_password(prefix: str) -> Q:
    return ~Q(**{f"{prefix}password__startswith": UNUSABLE_PASSWORD_PREFIX})


def _with_marks(found: MembershipQuerySet) -> MembershipQuerySet:
    grants = RoleGrant.objects.in_force().filter(user=OuterRef("user"), role=Role.PARTNER_ADMIN)
    factors = Authenticator.objects.filter(user=OuterRef("user"), type__in=FACTORS)
    return found.select_related("user").annotate(is_admin=Exists(grants), has_factor=Exists(factors))


def _line(one: Membership, actor: User) -> Line:
    state, tone = state_of(one.user)
    return Line(
        key=one.pk,
        name=one.user.name,
        email=one.user.email,
        state=state,
        tone=tone,
        is_open=one.user.is_active,
        is_set_up=one.user.is_set_up,
        is_admin=one.is_admin,  # type: ignore[attr-defined]
        has_factor=one.has_factor,  # type: ignore[attr-defined]
        is_oneself=one.user_id == actor.pk,
        since=one.starts_on,
        last_login=one.user.last_login,
    )
