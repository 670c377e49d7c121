from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from incidents import drafts


@shared_task
def purge_drafts(**_: Any) -> None:
    drafts.purge(at=timezone.now())
