from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from safetyportal.throttle import leftovers, limits


@shared_task
def purge(**_: Any) -> None:
    now = timezone.now()
    limits.purge(at=now)
    leftovers.purge(at=now)
