"""Which rules in use somebody looks after, for when that person goes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy, ngettext

from partners.models import RoutingRule
from partners.rules import rule_alarms
from safetyportal.accounts.models import User
from safetyportal.people.leaving import Charge


def without(user: User) -> str:
    """What is left without an owner when this person goes; nothing when it is nothing."""
    many = RoutingRule.objects.of_active_set().filter(owner=user, is_active=True).count()
    if not many:
        return ""
    return ngettext(
        "%(many)s routeringsregel heeft dan geen eigenaar meer. Een functioneel beheerder kiest een andere, in een concept van de regels.",
        "%(many)s routeringsregels hebben dan geen eigenaar meer. Een functioneel beheerder kiest een andere, in een concept van de regels.",
        many,
    ) % {"many": many}


RULES = Charge(
    says=without,
    where="rules_home",
    link=gettext_lazy("Regels bekijken en veranderen"),
    action="rules.read",
    look_again=rule_alarms.check_rules,
)
