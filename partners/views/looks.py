"""That a member of staff looked at a case on a page of sharing: each such page shows what the case holds."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from safetyportal.audit.recording import record
from safetyportal.policy.requests import SignedInRequest


def looked_at(
    request: SignedInRequest, *, case_id: int, page: str, referral_id: UUID | None = None, partner: str = ""
) -> None:
    """Written down before the page is made. `partner`: the code of who the page is about, where no referral names it."""
    about = {"referral": str(referral_id) if referral_id else "", "partner": partner}
    record(
        action="case.read",
        actor=request.user,
        object_kind="case",
        object_id=case_id,
        at=timezone.now(),
        detail={"page": page} | {name: value for name, value in about.items() if value},
    )
