"""Many orders at once, for a backlog: what routing asks for each is asked once for all, and what it writes is written together.

The same decisions as routing.route_report, by the same code. Left alone is what is not plain: a later round, a case that lies
with somebody, is closed or merged, or that somebody is at just now. Nobody waits here for a lock, so nobody waits for us long.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from incidents.models import Case, RoutingOrder
from partners.models import Referral, RoutingRule
from partners.referrals import Rows
from partners.routing import deciding, routing
from partners.weighing import directory
from partners.weighing.facts import gather_many

log = logging.getLogger(__name__)


def route_these(*, work_ids: Sequence[int], at: datetime) -> set[int]:
    """Route what is plain among these orders; which were. May run twice, and beside others.

    One that fails takes the others with it; each is then to be routed by itself, where its failure is counted.
    """
    try:
        with transaction.atomic():
            return _at_once(routing.waiting().filter(pk__in=work_ids), at)
    except Exception as error:
        log.warning("routing together failed", extra={"error": type(error).__name__})
        return set()


def _at_once(orders: models.QuerySet[Any], at: datetime) -> set[int]:
    held = orders.select_for_update(skip_locked=True, of=("self",)).select_related("report")
    first_of = {order.report.case_id: order for order in reversed(held) if order.round == 1}
    cases = _plain_cases(list(first_of))
    plain = [(order, cases[key]) for key, order in first_of.items() if key in cases]
    if not plain:
        return set()
    today = timezone.localdate(at)
    rules, listed = list(RoutingRule.objects.in_force(today)), directory.read(today)
    facts = gather_many([order.report for order, _case in plain], cases)
    rows = Rows()
    for (order, case), known in zip(plain, facts, strict=True):
        deciding.decide(order, case, deciding.Given(known, rules, listed, {}), rows, at)
    rows.keep(at=at)
    done = {order.pk for order, _case in plain}
    RoutingOrder.objects.filter(pk__in=done).update(done_at=at)
    return done


def _plain_cases(keys: list[int]) -> dict[int, Case]:
    found = Case.objects.select_for_update(skip_locked=True, of=("self",)).select_related(
        "kind", "complex", "space", "about_home", "team"
    )
    cases = {case.pk: case for case in found.filter(pk__in=keys, closed_at=None, merged_into=None)}
    # Asked when they are held: until then somebody may have chosen a partner.
    somewhere = set(Referral.objects.filter(case__in=list(cases)).values_list("case_id", flat=True))
    return {key: case for key, case in cases.items() if key not in somewhere}
