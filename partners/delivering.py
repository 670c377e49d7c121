"""Telling a partner's people that something waits. No content, and never a condition for seeing it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from partners.models import CutOff, Referral
from partners.models.at_work import at_work
from partners.models.referral import State
from safetyportal.accounts.models import User
from safetyportal.notices.outbox import tell_all

REMIND_WITHIN = timedelta(days=7)


def waiting() -> Any:
    return Referral.objects.filter(delivered_at=None, released_at__isnull=False).exclude(
        state=State.WITHDRAWN
    )


def members(*, partner_id: int, at: datetime) -> Any:
    return User.objects.filter(
        at_work(timezone.localdate(at), "memberships__"), is_active=True, memberships__partner=partner_id
    ).distinct()


@transaction.atomic
def deliver(*, work_id: str | UUID, at: datetime) -> bool:
    """Queue a mail for each member and stamp the delivery; True when that happened now. May run twice.

    Internal desks look in their own list, and a restricted case gives no mail at all. Nobody is called to what is gone
    from the queue again: the covenant ended, the partner stopped.
    """
    referral = (
        waiting()
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("partner", "case")
        .filter(pk=work_id)
        .first()
    )
    if referral is None:
        return False
    outside = not referral.partner.is_internal and not referral.case.restricted
    if outside and Referral.objects.within_reach(at).filter(pk=referral.pk).exists():
        people = members(partner_id=referral.partner_id, at=at)
        tell_all(template="partner_new", key=f"new:{referral.pk}", users=people, at=at)
    Referral.objects.filter(pk=referral.pk).update(delivered_at=at)
    return True


def remind(*, at: datetime) -> int:
    """One reminder to the partner's people for each referral that fell due; returns how many referrals.

    Only of the last week: what is late for longer had its reminder, and must not stand in the way of the rest. A partner
    that may not see it any more is not asked for an answer.
    """
    late = (
        Referral.objects.within_reach(at)
        .queue()
        .exclude(state=State.ASKED)
        .exclude(pk__in=CutOff.objects.now().values("referral"))
        .filter(
            due_at__lt=at, due_at__gt=at - REMIND_WITHIN, partner__is_internal=False, case__restricted=False
        )
    )
    found = list(late.values_list("pk", "partner_id"))
    for pk, partner_id in found:
        with transaction.atomic():
            people = members(partner_id=partner_id, at=at)
            tell_all(template="partner_reminder", key=f"remind:{pk}", users=people, at=at)
    return len(found)
