"""A partner opens a file that staff chose for its referral; each time is written down."""

from __future__ import annotations

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone

from partners.disclosing import attachments
from partners.views.attached import hand_out_attachment
from partners.views.partner_queue import readable
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("referral.file")
def partner_file(request: SignedInRequest, referral_id: UUID, attachment_id: UUID) -> HttpResponseBase:
    referral, now = get_object_or_404(readable(request, "referral.file"), pk=referral_id), timezone.now()
    own = attachments.readable(referral=referral, at=now).select_related(
        "evidence", "masked", "referral__case"
    )
    attachment = get_object_or_404(own, pk=attachment_id)
    record(
        action="referral.file",
        actor=request.user,
        object_kind="referral",
        object_id=referral.pk,
        at=now,
        detail={"partner": referral.partner.code, "attachment": str(attachment.pk)},
    )
    return hand_out_attachment(attachment)
