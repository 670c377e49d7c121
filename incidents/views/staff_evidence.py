"""Staff open what a reporter sent; each time is written down."""

from __future__ import annotations

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone

from incidents.evidence.listing import filename
from incidents.models import Evidence, EvidenceFile
from incidents.views.handing import hand_out
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

Part = EvidenceFile.Part


@action("evidence.read")
def evidence(request: SignedInRequest, number: str, evidence_id: UUID) -> HttpResponseBase:
    return _handed(request, number, evidence_id, name="evidence.read", part=Part.SHOWN)


@action("evidence.original")
def evidence_original(request: SignedInRequest, number: str, evidence_id: UUID) -> HttpResponseBase:
    """As it came, with all that the camera wrote in it; for whoever has to prove where and when it was made."""
    return _handed(request, number, evidence_id, name="evidence.original", part=Part.ORIGINAL)


def _handed(
    request: SignedInRequest, number: str, evidence_id: UUID, *, name: str, part: Part
) -> HttpResponseBase:
    found = get_object_or_404(
        Evidence.objects.for_(request.user, name), pk=evidence_id, report__case__number=number
    )
    file = get_object_or_404(found.files, part=part)
    record(
        action=name,
        actor=request.user,
        object_kind="evidence",
        object_id=found.pk,
        at=timezone.now(),
        detail={"case": number, "part": part.value},
    )
    return hand_out(file=file, name=filename(found.pk, number))
