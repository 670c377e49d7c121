from __future__ import annotations

from datetime import timedelta
from typing import Any

from celery import shared_task
from django.utils import timezone

from partners import (
    backtests,
    covenant_alarms,
    cutting_off,
    delivering,
    ending,
    routing,
    routing_many,
    rule_alarms,
)

# An order that waited so long is one of a pile; and for so long a worker goes on with it.
PILED, TURN = timedelta(seconds=5), timedelta(seconds=2)


@shared_task
def route_report(*, work_id: int, **_: Any) -> None:
    """This order; and where it has waited for long there is a pile, of which the oldest go along, many at once."""
    began = timezone.now()
    decision = routing.route_report(work_id=work_id, at=began)
    if decision is None or began - decision.order.asked_at < PILED:
        return
    while timezone.now() - began < TURN:
        if len(routing_many.route_oldest(at=timezone.now())) < routing_many.MOST // 2:
            return


@shared_task
def deliver(*, work_id: str, **_: Any) -> None:
    delivering.deliver(work_id=work_id, at=timezone.now())


@shared_task
def end(*, work_id: int, **_: Any) -> None:
    ending.end(work_id=work_id, at=timezone.now())


@shared_task
def backtest(*, work_id: int, **_: Any) -> None:
    backtests.go_on(work_id=work_id, at=timezone.now())


@shared_task
def remind(**_: Any) -> None:
    delivering.remind(at=timezone.now())


@shared_task
def look_for_cut_off(**_: Any) -> None:
    cutting_off.look(at=timezone.now())


@shared_task
def warn_of_covenants(**_: Any) -> None:
    covenant_alarms.look(at=timezone.now())


@shared_task
def check_rules(**_: Any) -> None:
    rule_alarms.check_rules(at=timezone.now())
