"""Telling a partner's people once more: a button on the page of the case, without a reason."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.forms.staff_sharing import DeliverForm
from partners.mailing.delivering import deliver_again
from partners.models import Referral
from partners.models.referral_words import Delivery
from partners.sharing.release_checks import NotPossible
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("referral.deliver")
def referral_deliver(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    own = Referral.objects.for_(request.user, "referral.deliver").filter(released_at__isnull=False)
    referral = get_object_or_404(own.select_related("case", "partner"), pk=referral_id)
    form = DeliverForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else 0
    try:
        outcome = deliver_again(referral=referral, seen=seen or 0, by=request.user, at=timezone.now())
    except NotPossible:
        context = {"case": referral.case, "partner": referral.partner, "section": "inbox"}
        return render(request, "staff/not_delivered.html", context, status=409)
    if outcome == Delivery.NOBODY:
        messages.warning(
            request,
            _("Bij {partner} werkt niemand die wij kunnen mailen.").format(partner=referral.partner.name),
        )
    elif outcome is None:
        messages.info(request, _("Dit is net al gedaan. Hieronder ziet u hoe het gaat."))
    else:
        messages.success(request, _("Wij mailen {partner} opnieuw.").format(partner=referral.partner.name))
    return redirect("case_sharing", referral.case.number)
