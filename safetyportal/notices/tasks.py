from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from safetyportal import health
from safetyportal.clock.heartbeat import beat
from safetyportal.notices import outbox


@shared_task
def send(*, work_id: str, **_: Any) -> None:
    outbox.send(work_id=work_id, at=timezone.now())


@shared_task
def check_invariants(**_: Any) -> None:
    now = timezone.now()
    beat(name="worker", at=now)  # who checks is alive
    health.check_invariants(at=now)


@shared_task
def canary(**_: Any) -> None:
    beat(name="worker", at=timezone.now())
