from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from partners import ending
from partners.at_work import cutting_off
from partners.backtesting import backtests
from partners.covenants import covenant_alarms
from partners.mailing import delivering
from partners.routing import routing, routing_many
from partners.rules import rule_alarms


@shared_task
def route_report(*, work_id: int, **_: Any) -> None:
    routing.route_report(work_id=work_id, at=timezone.now())


@shared_task
def route_reports(*, work_ids: list[int], **_: Any) -> None:
    """A pile: what is plain at once, and then what is left one by one."""
    routing_many.route_these(work_ids=work_ids, at=timezone.now())
    for left in routing.waiting().filter(pk__in=work_ids).values_list("pk", flat=True):
        routing.route_report(work_id=left, at=timezone.now())


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
