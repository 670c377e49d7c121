"""The people of the portal as an administrator sees them: read, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from safetyportal.accounts.adapter import FACTORS
from safetyportal.accounts.models import User
from safetyportal.accounts.models.user import UserQuerySet
from safetyportal.audit.models import AuditEvent

SHOWN = 50
MOST_EVENTS = 20
TITLES = {
    "person.invite": gettext_lazy("Uitgenodigd"),
    "person.invite_again": gettext_lazy("Opnieuw uitgenodigd"),
    "person.grant": gettext_lazy("Rol gegeven"),
    "person.grant_confirmed": gettext_lazy("Rol bevestigd door een tweede beheerder"),
    "person.revoke": gettext_lazy("Rol weggehaald"),
    "person.disable": gettext_lazy("Uitgezet"),
    "person.enable": gettext_lazy("Weer aangezet"),
    "person.reset": gettext_lazy("Mag opnieuw beginnen"),
    "person.end_sessions": gettext_lazy("Overal uitgelogd"),
    "account.invite": gettext_lazy("Account in gebruik genomen"),
    "account.reset": gettext_lazy("Opnieuw begonnen"),
    "account.password": gettext_lazy("Nieuw wachtwoord gekozen"),
    "account.factor_added": gettext_lazy("Tweede stap erbij gezet"),
    "account.factor_removed": gettext_lazy("Tweede stap weggehaald"),
    "account.recovery_codes": gettext_lazy("Nieuwe herstelcodes gemaakt"),
    "person.away": gettext_lazy("Afwezigheid ingesteld"),
    "person.not_away": gettext_lazy("Afwezigheid weggehaald"),
    "person.mails": gettext_lazy("Keuze van mail veranderd"),
    "person.join": gettext_lazy("Toegevoegd aan een partner of afdeling"),
    "person.leave": gettext_lazy("Weg bij een partner of afdeling"),
}


@dataclass(frozen=True)
class Line:
    pk: int
    name: str
    email: str
    roles: str
    state: str
    tone: str
    has_factor: bool
    last_login: datetime | None


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    after: int | None


def page(*, people: UserQuerySet, words: str = "", after: int | None = None) -> Page:
    """Fifty of `people` by name, after the person with key `after`."""
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    found = people.annotate(has_factor=Exists(factor)).order_by("name", "pk")
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__icontains=words))
    begin = people.filter(pk=after).first() if after else None
    if begin is not None:
        found = found.filter(Q(name__gt=begin.name) | Q(name=begin.name, pk__gt=begin.pk))
    users = list(found.prefetch_related("role_grants__team")[: SHOWN + 1])
    shown = users[:SHOWN]
    return Page([_line(user) for user in shown], shown[-1].pk if len(users) > SHOWN else None)


def state_of(user: User) -> tuple[str, str]:
    """In a word, with its tone."""
    if not user.is_active:
        return _("Uitgezet"), "danger"
    if not user.is_set_up:
        return _("Uitgenodigd"), "warn"
    return _("Actief"), "ok"


@dataclass(frozen=True)
class Event:
    at: datetime
    title: str
    actor: User | None


def events(*, user: User) -> list[Event]:
    """What happened to this account, the last first."""
    found = AuditEvent.objects.filter(object_kind="user", object_id=str(user.pk)).select_related("actor")
    return [
        Event(one.at, str(TITLES.get(one.action, one.action)), one.actor)
        for one in found.order_by("-id")[:MOST_EVENTS]
    ]


def _line(user: User) -> Line:
    state, tone = state_of(user)
    roles = (_role(grant.get_role_display(), grant.team) for grant in user.role_grants.all())
    return Line(
        pk=user.pk,
        name=user.name,
        email=user.email,
        roles=", ".join(roles) or _("nog geen rol"),
        state=state,
        tone=tone,
        has_factor=user.has_factor,  # type: ignore[attr-defined]
        last_login=user.last_login,
    )


def _role(label: object, team: object) -> str:
    return f"{label} ({team})" if team else str(label)
