"""What can be chosen on the inbox: the address is where the choice lives, so it can be kept as a bookmark or by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Exists, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from complexes.models import Complex
from incidents.models import Case
from incidents.models.case import CaseQuerySet
from incidents.taxonomy.groups import GROUPS
from safetyportal.accounts.models import User
from safetyportal.clock.urgency import Urgency
from safetyportal.desk import lists
from safetyportal.desk.keyset import IsAmong, Order
from safetyportal.desk.lists import LISTS
from safetyportal.desk.orders import BY_URGENCY, ORDERS

Chosen = Mapping[str, str]
MOST_COMPLEXES = 200
HOLDERS: dict[str, str | Promise] = {
    "me": _("Van mij"),
    "team": _("Van mijn team"),
    "nobody": _("Zonder behandelaar"),
}
# Everything but the complex, which is typed: an association has more of them than anybody reads through.
CODES: dict[str, Collection[str]] = {
    "list": LISTS,
    "holder": HOLDERS,
    "urgency": Urgency.values,
    "group": {spec.code for spec in GROUPS},
    "sort": ORDERS,
}

NAMES = ("list", "holder", "urgency", "group", "complex", "sort")


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
        few = complexes_named(chosen["complex"]).values("pk")[:MOST_COMPLEXES]
        found = found.filter(IsAmong("complex", few))
    return found


def order_of(chosen: Chosen) -> Order:
    """The order that was asked for, else the one this list begins with."""
    if chosen.get("sort"):
        return ORDERS[chosen["sort"]][1]
    return LISTS[chosen["list"]].order if chosen.get("list") else BY_URGENCY


def complexes_named(typed: str) -> QuerySet[Complex]:
    """The one with this code or name; without one, those whose name has these words in it."""
    exact = Complex.objects.filter(Q(code__iexact=typed) | Q(name__iexact=typed))
    return Complex.objects.filter(
        Q(pk__in=exact.values("pk")) | (Q(name__icontains=typed) & ~Exists(exact))
    ).order_by()


def chosen_in(query: str) -> dict[str, str]:
    """What a kept query still chooses: a code that is gone is left out."""
    typed = QueryDict(query)
    return {
        name: typed[name] for name in NAMES if name in typed and typed[name] in CODES.get(name, typed[name])
    }


def as_query(chosen: Chosen) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})
