"""What can be chosen on the inbox: the address is where the choice lives, so it can be kept as a bookmark or by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from complexes.models import Complex
from incidents.models import Case
from incidents.models.case import CaseQuerySet
from incidents.taxonomy.groups import GROUPS
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.clock.urgency import Urgency
from safetyportal.desk import lists
from safetyportal.desk.keyset import Order
from safetyportal.desk.lists import LISTS
from safetyportal.desk.orders import BY_URGENCY, ORDERS

Chosen = Mapping[str, str]
MOST_COMPLEXES = 1000
HOLDERS: dict[str, str | Promise] = {
    "me": _("Van mij"),
    "team": _("Van mijn team"),
    "nobody": _("Zonder behandelaar"),
}
# Everything but the complex, which differs from person to person.
CODES: dict[str, Collection[str]] = {
    "list": LISTS,
    "holder": HOLDERS,
    "urgency": Urgency.values,
    "group": {spec.code for spec in GROUPS},
    "sort": ORDERS,
}


def cases(*, actor: User, chosen: Chosen, at: datetime) -> CaseQuerySet:
    """The cases of this person, narrowed to what was chosen; without a list the open ones."""
    found = lists.narrowed(chosen.get("list", ""), Case.objects.for_(actor, "case.list"), at)
    holder = chosen.get("holder")
    if holder == "me":
        found = lists.mine(found, actor, at)
    if holder == "team":
        found = lists.of_team(found, actor)
    if holder == "nobody":
        found = found.filter(holder=None)
    if chosen.get("urgency"):
        found = found.filter(urgency=chosen["urgency"])
    if chosen.get("group"):
        found = found.filter(kind__group=chosen["group"])
    if chosen.get("complex"):
        found = found.filter(complex_id=chosen["complex"])
    return found


def order_of(chosen: Chosen) -> Order:
    """The order that was asked for, else the one this list begins with."""
    if chosen.get("sort"):
        return ORDERS[chosen["sort"]][1]
    return LISTS[chosen["list"]].order if chosen.get("list") else BY_URGENCY


def complexes(*, actor: User) -> list[tuple[int, str]]:
    """The complexes this person can filter on."""
    found = Complex.objects.all()
    if Role.TRIAGE not in actor.roles:
        found = found.filter(team__in=actor.teams_as(frozenset({Role.HANDLER, Role.LEAD})))
    return list(found.values_list("pk", "name")[:MOST_COMPLEXES])


def chosen_in(query: str, own_complexes: Collection[str]) -> dict[str, str]:
    """What a kept query still chooses: a code that is gone, or a complex that is no longer one's own, is left out."""
    typed = QueryDict(query)
    allowed = {**CODES, "complex": own_complexes}
    return {name: typed[name] for name in allowed if typed.get(name) in allowed[name]}


def as_query(chosen: Chosen) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in chosen.items() if value})
    return query.urlencode()
