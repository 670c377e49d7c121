from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from partners import backtests, covenant_alarms, cutting_off, delivering, ending, routing


@shared_task
def route_report(*, work_id: int, **_: Any) -> None:
    routing.route_report(work_id=work_id, at=timezone.now())


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


def warn_of_covenants(**_: Any) -> None:
    covenant_alarms.look(at=timezone.now())
