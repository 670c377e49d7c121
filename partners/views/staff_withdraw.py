"""Taking back what a partner has: a page of its own that asks why."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.at_work.withdrawing import withdraw
from partners.forms.staff_sharing import WithdrawForm
from partners.models import Referral, ScaleUp
from partners.models.referral_words import IN_QUEUE
from partners.sharing import release_checks
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("referral.withdraw")
def referral_withdraw(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    own = Referral.objects.for_(request.user, "referral.withdraw").filter(released_at__isnull=False)
    referral = get_object_or_404(own.select_related("case", "partner"), pk=referral_id)
    if (
        went_up := ScaleUp.objects.filter(referral=referral, state=ScaleUp.State.UP).first()
    ) and referral.state in IN_QUEUE:
        messages.info(
            request, _("Deze zaak is opgeschaald. Schaal hem hier af: dan is hij ook bij de partner weg.")
        )
        return redirect("scale_page", went_up.pk)
    address = reverse("referral_withdraw", args=[referral.pk])
    if request.method != "POST":
        form = WithdrawForm(action=address)
        return _page(request, referral, form, 200 if referral.state in IN_QUEUE else 409)
    form = WithdrawForm(request.POST, action=address)
    if not form.is_valid():
        return _page(request, referral, form, 422)
    try:
        withdraw(referral=referral, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
    except release_checks.NotPossible:
        form.add_error(None, _("Dit is al afgerond of teruggegeven. Er valt niets meer in te trekken."))
        return _page(request, referral, form, 409)
    messages.success(request, _("Ingetrokken bij {partner}.").format(partner=referral.partner.name))
    return redirect("case_page", referral.case.number)


def _page(request: SignedInRequest, referral: Referral, form: WithdrawForm, status: int) -> HttpResponse:
    context = {
        "case": referral.case,
        "partner": referral.partner,
        "form": form,
        "waits": referral.state in IN_QUEUE,
        "section": "inbox",
    }
    return render(request, "staff/withdraw.html", context, status=status)
