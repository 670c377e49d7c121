"""Routing: one order becomes exactly one decision and its referrals, in one transaction, or stays as it was.

Locks: order, then case, then referrals; everybody who takes more than one takes them in that order.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from incidents.models import Case, RoutingOrder
from partners import referrals
from partners.models import Referral, RoutingDecision, RoutingRule
from partners.routing import deciding
from partners.weighing.directory import read
from partners.weighing.facts import gather
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 8


def waiting() -> Any:
    return RoutingOrder.objects.filter(done_at=None, dead_at=None)


def route_report(*, work_id: int, at: datetime) -> RoutingDecision | None:
    """Route one order if it still waits and nobody else is at it; None otherwise. May run any number of times.

    A failure is counted on the order and tried again later; after eight it goes to triage with an alarm.
    """
    try:
        with transaction.atomic():
            order = (
                waiting()
                .select_for_update(skip_locked=True, of=("self",))
                .select_related("report")
                .filter(pk=work_id)
                .first()
            )
            if order is None:
                return None
            case = _locked_case(order)
            rows = referrals.Rows()
            decision = deciding.decide(order, case, _given(order, case, at), rows, at)
            rows.keep(at=at)
            order.done_at = at
            order.save(update_fields=["done_at"])
            return decision
    except Exception as error:
        log.warning("routing failed", extra={"order": work_id, "error": type(error).__name__})
        _failed(work_id, type(error).__name__, at)
        return None


def _locked_case(order: RoutingOrder) -> Case:
    """The case of the report; where it goes on, when somebody merged it while we waited for the lock."""
    cases = Case.objects.select_for_update(of=("self",)).select_related(
        "kind", "complex", "space", "about_home", "team"
    )
    case = cases.get(pk=order.report.case_id)
    while case.merged_into_id is not None:
        case = cases.get(pk=case.merged_into_id)
    return case


def _given(order: RoutingOrder, case: Case, at: datetime) -> deciding.Given:
    today = timezone.localdate(at)
    return deciding.Given(
        gather(order=order, case=case),
        list(RoutingRule.objects.in_force(today)),
        read(today),
        dict(Referral.objects.filter(case=case).values_list("pk", "made_by_id")),
    )


@transaction.atomic
def _failed(order_id: int, why: str, at: datetime) -> None:
    order = waiting().select_for_update(of=("self",)).select_related("report").filter(pk=order_id).first()
    if order is None:
        return
    attempts = order.attempts + 1
    dead = attempts >= MAX_ATTEMPTS
    RoutingOrder.objects.filter(pk=order_id).update(
        attempts=F("attempts") + 1,
        rung_at=None,
        next_at=at + timedelta(seconds=min(2**attempts, 300)),
        dead_at=at if dead else None,
    )
    if dead:
        case = _locked_case(order)
        if not case.is_open:
            return
        raise_alarm(code=Alarm.Code.ROUTING_DEAD, subject=case.number, detail=why, at=at)
        referrals.to_triage(case=case, why="de melding kon niet worden gerouteerd", at=at)
