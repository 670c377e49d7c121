"""What a partner's people read where a case they had in hand was, now that they cannot see it any more. Nothing of the case."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from partners.models import Referral
from safetyportal.accounts.roles import Audience
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

FRAMES = {Audience.STAFF: "staff/base.html", Audience.PARTNER: "partner/base.html"}


@action("referral.lost")
def referral_lost(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    return lost(request, referral_id, status=200)


def lost(request: SignedInRequest, referral_id: UUID, *, status: int = 404) -> HttpResponse:
    """For whoever had it in hand until now; everybody else gets the 404 of a page that is not there.

    What was typed and came too late is given back, so that it can be told by telephone.
    """
    gone = Referral.objects.for_(request.user, "referral.lost").select_related("partner")
    referral = get_object_or_404(gone, pk=referral_id)
    works = referral.partner.is_active(timezone.localdate())
    context = {
        "works": works,
        "typed": request.POST.get("text", ""),
        "frame": FRAMES[Audience(request.user.audience)],
        "section": "queue",
    }
    return render(request, "partner/lost.html", context, status=409 if request.method == "POST" else status)
