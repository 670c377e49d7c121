"""That somebody sent a field that was not offered: the page did not do that by itself."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from partners.forms.staff_sharing import SharingForm
from safetyportal.audit.recording import record
from safetyportal.policy.requests import SignedInRequest

MOST_KEPT = 10


def write_down(
    request: SignedInRequest, *, case_id: int, form: SharingForm, referral_id: UUID | None = None
) -> None:
    """Once for what was sent, however much that is; nothing where all was offered."""
    fields = form.refused()
    if fields:
        record(
            action="referral.field_refused",
            actor=request.user,
            object_kind="case",
            object_id=case_id,
            at=timezone.now(),
            detail={
                "partner": form.offer.partner.code,
                "fields": fields[:MOST_KEPT],
                "number": len(fields),
                "referral": str(referral_id) if referral_id else "",
            },
        )
