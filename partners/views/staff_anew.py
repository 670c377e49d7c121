"""A partner that has a case in hand gets it on another ground: after its covenant ended, or when the case became protected."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners import cautions, releasing
from partners.disclosure import disclose, grantable
from partners.forms.staff_sharing import SharingForm
from partners.models import Covenant, Referral
from partners.models.referral import IN_QUEUE, Ground
from partners.sharing_anew import share_anew
from partners.views.staff_proposal import CASE_PARTS, said_no
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

REFUSED = (releasing.NotPossible, releasing.NotThroughPortal, releasing.NeedsSecondPerson)


@action("referral.release")
def referral_anew(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    own = Referral.objects.for_(request.user, "referral.release").filter(
        partner__is_internal=False, released_at__isnull=False
    )
    parts = ("partner", *(f"case__{part}" for part in CASE_PARTS))
    referral = get_object_or_404(own.select_related(*parts), pk=referral_id)
    if request.method != "POST":
        return _page(request, referral, _form(referral), 200 if referral.state in IN_QUEUE else 409)
    form = _form(referral, request.POST)
    if not form.is_valid():
        return _page(request, referral, form, 422)
    try:
        share_anew(referral=referral, **form.decided(), by=request.user, at=timezone.now())
    except REFUSED as refusal:
        form.add_error(None, said_no(refusal))
        return _page(request, referral, form, 409)
    messages.success(request, _("Gedeeld. {partner} ziet de zaak nu.").format(partner=referral.partner.name))
    return redirect("case_sharing", referral.case.number)


def _form(referral: Referral, data: object = None) -> SharingForm:
    form = SharingForm(
        data,
        partner=referral.partner,
        grantable=grantable(partner=referral.partner, case=referral.case),
        action=reverse("referral_anew", args=[referral.pk]),
        initial={"summary": referral.summary, "fields_shown": referral.fields},
    )
    today = timezone.localdate()
    if not Covenant.objects.in_force(today).filter(partner=referral.partner).exists():
        form.fields["ground"].choices = [  # type: ignore[attr-defined]
            (code, label) for code, label in Ground.choices if code != Ground.COVENANT
        ]
    return form


def _page(request: SignedInRequest, referral: Referral, form: SharingForm, status: int) -> HttpResponse:
    record(
        action="case.read",
        actor=request.user,
        object_kind="case",
        object_id=referral.case_id,
        at=timezone.now(),
        detail={"page": "anew", "referral": str(referral.pk)},
    )
    context = {
        "case": referral.case,
        "partner": referral.partner,
        "waits": referral.state in IN_QUEUE and referral.case.is_open,
        "shown": disclose(referral=referral),
        "cautions": cautions.by_hand(case=referral.case, partner=referral.partner, at=timezone.now()),
        "form": form,
        "has_errors": status != 200,
        "section": "inbox",
    }
    return render(request, "staff/share_anew.html", context, status=status)
