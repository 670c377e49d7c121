"""Reports being written: begin, keep an answer, show the receipt, discard, purge."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from incidents.models import Draft

KEPT = timedelta(hours=24)
RECEIPT_GRACE = timedelta(minutes=10)


def begin(*, at: datetime) -> Draft:
    return Draft.objects.create(created_at=at, changed_at=at)


@transaction.atomic
def answer(*, draft_id: UUID, answers: dict[str, Any], at: datetime) -> Draft:
    """Add or replace answers; two tabs of one draft never lose each other's. A sent draft stays as it is."""
    draft = Draft.objects.select_for_update().get(pk=draft_id)
    if draft.report_id is None:
        draft.answers = {**draft.answers, **answers}
        draft.changed_at = at
        draft.save(update_fields=["answers", "changed_at"])
    return draft


@transaction.atomic
def show_receipt(*, draft_id: UUID, at: datetime) -> str:
    """The return code, while it may be seen: at the first look and ten minutes after; then it is wiped.

    The grace is for a double click or a reload, where the browser drops the first answer unseen.
    """
    draft = Draft.objects.select_for_update().get(pk=draft_id)
    if draft.receipt_shown_at is None:
        draft.receipt_shown_at = at
        draft.save(update_fields=["receipt_shown_at"])
    elif at - draft.receipt_shown_at > RECEIPT_GRACE and draft.receipt_code:
        draft.receipt_code = ""
        draft.save(update_fields=["receipt_code"])
    return str(draft.receipt_code)


@transaction.atomic
def discard(*, draft_id: UUID) -> None:
    """The reporter wants it gone now, with its files. What was filed already stays filed; only its receipt goes."""
    # Whoever is adding a file, or sending, is let finish first: what comes of that is then seen here.
    draft = Draft.objects.select_for_update(of=("self",)).filter(pk=draft_id).first()
    if draft is not None:
        draft.delete()


def purge(*, at: datetime) -> int:
    """Delete drafts untouched for 24 hours, sent or not; wipe codes whose grace is over. Returns how many went."""
    Draft.objects.filter(receipt_shown_at__lt=at - RECEIPT_GRACE).exclude(receipt_code="").update(
        receipt_code=""
    )
    gone, _ = Draft.objects.filter(changed_at__lt=at - KEPT).delete()
    return gone
