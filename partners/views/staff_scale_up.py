"""A case goes up: first to whom, then why and with what; a second person decides (staff_scaling)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from incidents.models import Case
from partners.disclosing import cautions
from partners.disclosing.offering import Offer
from partners.forms.staff_scaling import ScaleForm
from partners.forms.staff_sharing import PartnerForm
from partners.models import Partner
from partners.scaling import scaling
from partners.scaling.scale_tried import tried
from partners.sharing.sharing import Wish, seen_by_partner, to_be
from partners.staffing.options import is_closed_to_partners
from partners.views import refused_fields
from partners.views.staff_proposal import CASE_PARTS
from partners.views.staff_scaling import REFUSED, read_for_scaling, said_no_to_scaling
from partners.views.written import Written
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("scale.propose")
def case_scale(request: SignedInRequest, number: str) -> HttpResponse:
    """First to whom, then why and with what."""
    cases = Case.objects.for_(request.user, "scale.propose").select_related(*CASE_PARTS, "team")
    case = get_object_or_404(cases, number=number)
    options = scaling.options(case=case, at=timezone.now())
    chosen = PartnerForm(
        request.GET if "to" in request.GET else None, groups=[(_("Opschalen naar"), options)]
    )
    if not chosen.is_valid():
        return _choose(request, case, chosen)
    partner = next(one for one in options if one.code == chosen.cleaned_data["to"])
    if request.method != "POST":
        return _fill_in(request, case, partner, _form(case, partner, tried=tried(case=case)))
    written = Written(request, case=case, partner=partner, names=scaling.READ_BY_PARTNER)
    form = written.form(lambda sent: _form(case, partner, sent))
    refused_fields.write_down(request, case_id=case.pk, form=form)
    if not form.is_valid():
        return _fill_in(request, case, partner, form, 422)
    if written.must_look(form):
        return _fill_in(request, case, partner, form, look=True, **written.context(form))
    try:
        made = scaling.propose(case=case, wanted=form.wanted(), by=request.user, at=timezone.now())
    except REFUSED as refusal:
        form.add_error(None, said_no_to_scaling(refusal))
    else:
        messages.success(
            request, _("Voorgelegd. Een tweede persoon die de zaak niet zelf behandelt, beslist.")
        )
        return redirect("scale_page", made.pk)
    return _fill_in(request, case, partner, form, 409, **written.context(form))


def _form(case: Case, partner: Partner, data: Any = None, **more: Any) -> ScaleForm:
    address = f"{reverse('case_scale', args=[case.number])}?{urlencode({'to': partner.code})}"
    return ScaleForm(data, offer=Offer(case=case, partner=partner), action=address, **more)


def _choose(request: SignedInRequest, case: Case, form: PartnerForm) -> HttpResponse:
    read_for_scaling(request, case)
    context = {
        "case": case,
        "form": form,
        "closed_to_partners": is_closed_to_partners(case),
        "section": "inbox",
    }
    return render(request, "staff/scaling/choose.html", context)


def _fill_in(
    request: SignedInRequest, case: Case, partner: Partner, form: ScaleForm, status: int = 200, **more: Any
) -> HttpResponse:
    read_for_scaling(request, case)
    context = {
        "case": case,
        "partner": partner,
        "shown": seen_by_partner(to_be(case=case, partner=partner, wish=Wish(), by=request.user)),
        "cautions": cautions.by_hand(case=case, partner=partner, at=timezone.now()),
        "form": form,
        "action": form.helper.form_action,
        **more,
        "has_errors": status != 200,
        "section": "inbox",
    }
    return render(request, "staff/scaling/propose.html", context, status=status)
