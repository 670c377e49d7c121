"""Which of our own staff hear that a case cannot wait, or waits for a second person: by a mail without content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db.models import Q

from incidents.models import Case
from incidents.staffing import conflicts
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from safetyportal.notices.outbox import tell_all, tell_of_many

URGENT = ("U0", "U1")
MOST_SECOND = 50


def tell_handlers(*, cases: Sequence[Case], at: datetime) -> None:
    """Mail the handlers of the team of each urgent case, once a case; of a restricted one nobody. In four statements at most."""
    urgent = [case for case in cases if case.urgency in URGENT and not case.restricted]
    if not urgent:
        return
    grants = RoleGrant.objects.in_force().filter(
        role=Role.HANDLER, team__in={case.team_id for case in urgent}, user__is_active=True
    )
    of_team: dict[int | None, list[int]] = {}
    for team, user in grants.order_by("user").values_list("team", "user"):
        of_team.setdefault(team, []).append(user)
    out = conflicts.people_out_of_each(urgent)
    told = [
        (f"urgent:{case.pk}", user)
        for case in urgent
        for user in of_team.get(case.team_id, ())
        if user not in out.get(case.pk, ())
    ]
    tell_of_many(template="staff_urgent", told=told, at=at)


def tell_second_people(
    *, case: Case, may_decide: Callable[[User], bool], key: str, at: datetime, anywhere: Role | None = None
) -> None:
    """Mail each lead of the team and each person with the role `anywhere` who may decide, once for this key; of a restricted
    case nobody. Inbox and menu count what waits: even the address of its page would say what it is about.
    """
    if case.restricted:
        return
    asked = RoleGrant.objects.in_force().filter(Q(role=Role.LEAD, team=case.team_id) | Q(role=anywhere))
    people = User.objects.filter(is_active=True, pk__in=asked.values("user")).order_by("pk")
    deciding = [one for one in people[:MOST_SECOND] if may_decide(one)]
    tell_all(template="staff_second", key=f"second:{key}", users=deciding, at=at)
