from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from partners import cutting_off, delivering, ending, routing


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
def remind(**_: Any) -> None:
    delivering.remind(at=timezone.now())


@shared_task
def look_for_cut_off(**_: Any) -> None:
    cutting_off.look(at=timezone.now())
