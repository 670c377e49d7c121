from __future__ import annotations

import time
from typing import Any

from celery import shared_task
from django.utils import timezone

from safetyportal import health
from safetyportal.clock.heartbeat import beat
from safetyportal.notices import hands, outbox

# How long a hand goes on with its queue before another takes over: with the mail that it is at, less than the limit of a task.
TURN_SECONDS = 5.0


@shared_task(soft_time_limit=55)
def send(*, work_id: str, **_: Any) -> None:
    """This one, and then what waits in the same queue: others found no hand free for theirs."""
    began = time.monotonic()
    notice = hands.lease(work_id=work_id, at=timezone.now())
    while notice is not None:
        error = outbox.post(notice, at=timezone.now())
        outbox.note(notice=notice, error=error, at=timezone.now())
        if time.monotonic() - began > TURN_SECONDS:
            hands.ring_on(queue=notice.queue, at=timezone.now())
            return
        notice = hands.lease_next(queue=notice.queue, at=timezone.now())


@shared_task
def check_invariants(**_: Any) -> None:
    now = timezone.now()
    beat(name="worker", at=now)  # who checks is alive
    health.check_invariants(at=now)


@shared_task
def canary(**_: Any) -> None:
    beat(name="worker", at=timezone.now())
