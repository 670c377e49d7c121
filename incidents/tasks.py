from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from incidents.entry import signals
from incidents.evidence import accepting, scanning
from incidents.following import code_letters, reminding, reporter_links
from incidents.handling import digest
from incidents.intake import drafts
from incidents.search import indexing
from incidents.sides import accused_letters
from incidents.staffing import on_call


@shared_task
def scan(*, work_id: str, **_: Any) -> None:
    scanning.scan(work_id=work_id, at=timezone.now())


@shared_task
def answer_link_request(*, work_id: int, **_: Any) -> None:
    reporter_links.answer(work_id=work_id, at=timezone.now())


@shared_task
def call_duty(*, work_id: int, **_: Any) -> None:
    on_call.call_next(work_id=work_id, at=timezone.now())


@shared_task
def index(*, work_id: int, **_: Any) -> None:
    indexing.index(work_id=work_id, at=timezone.now())


@shared_task
def remind(**_: Any) -> None:
    reminding.remind(at=timezone.now())


@shared_task
def send_digests(**_: Any) -> None:
    digest.send_all(at=timezone.now())


@shared_task
def purge_drafts(**_: Any) -> None:
    now = timezone.now()
    drafts.purge(at=now)
    reporter_links.purge(at=now)
    code_letters.purge(at=now)
    accused_letters.purge(at=now)


@shared_task
def purge_evidence(**_: Any) -> None:
    accepting.purge(at=timezone.now())


@shared_task
def purge_signals(**_: Any) -> None:
    signals.purge(at=timezone.now())
