from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from incidents import code_letters, drafts, reminding, reporter_links
from incidents.evidence import accepting, scanning
from incidents.search import indexing


@shared_task
def scan(*, work_id: str, **_: Any) -> None:
    scanning.scan(work_id=work_id, at=timezone.now())


@shared_task
def answer_link_request(*, work_id: int, **_: Any) -> None:
    reporter_links.answer(work_id=work_id, at=timezone.now())


@shared_task
def index(*, work_id: int, **_: Any) -> None:
    indexing.index(work_id=work_id, at=timezone.now())


@shared_task
def remind(**_: Any) -> None:
    reminding.remind(at=timezone.now())


@shared_task
def purge_drafts(**_: Any) -> None:
    now = timezone.now()
    drafts.purge(at=now)
    reporter_links.purge(at=now)
    code_letters.purge(at=now)


@shared_task
def purge_evidence(**_: Any) -> None:
    accepting.purge(at=timezone.now())
