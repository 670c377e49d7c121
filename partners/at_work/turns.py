"""Below S3 the outside partners of a rule have their turn one after the other (domain 2.4): when the next one has."""

from __future__ import annotations

from datetime import datetime

from incidents.handling.changing import first_report, route_again
from partners.models import Referral, RoutingDecision
from partners.models.referral_words import OPEN_STATES


def next_turn(*, referral: Referral, at: datetime) -> bool:
    """Order the round of routing in which the next partner has its turn, after this one answered. Call with the case locked.

    False when nobody waits for a turn, another partner still has the case, or what answered is a desk of our own: then it is for a person.
    """
    case = referral.case
    if referral.partner.is_internal or not case.is_open or not _somebody_waits(referral):
        return False
    others = Referral.objects.filter(case=case, partner__is_internal=False, state__in=OPEN_STATES)
    if others.exclude(pk=referral.pk).exists():
        return False
    route_again(first_report(case), at, in_turn=True)
    return True


def _somebody_waits(referral: Referral) -> bool:
    """As the last round said it: earlier ones may have been about another kind or place."""
    decisions = RoutingDecision.objects.filter(order__report__case=referral.case_id)
    last = decisions.order_by("-decided_at", "-id").values_list("later", flat=True).first()
    return bool(last)
