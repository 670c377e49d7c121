"""The register of partners and desks; a change of one is a setting (partner_settings)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from partners.forms.partner import PartnerForm
from partners.models import Covenant, Partner
from partners.registers import partner_register, partner_removal
from partners.registers.partner_settings import PARTNERS, SECTION, free_code, load
from safetyportal.configuration import changing
from safetyportal.configuration.reason import ReasonForm
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

COVENANTS_SHOWN = 50


@action("partner.list")
def partner_list(request: SignedInRequest) -> HttpResponse:
    which = request.GET.get("lijst", "")
    which = which if which in partner_register.LISTS else partner_register.OUTSIDE
    shown = partner_register.page(which=which, after=request.GET.get("na", ""), on=timezone.localdate())
    address = reverse("partner_list")
    context = {
        "lists": [
            (words, f"{address}?{urlencode({'lijst': name})}", name == which)
            for name, words in partner_register.LISTS.items()
        ],
        "lines": shown.lines,
        "stopped": which == partner_register.STOPPED,
        "first_url": f"{address}?{urlencode({'lijst': which})}" if request.GET.get("na") else "",
        "next_url": f"{address}?{urlencode({'lijst': which, 'na': shown.after})}" if shown.after else "",
        "removed": partner_register.removed() if which == partner_register.STOPPED else [],
        "section": "partner_register",
    }
    return render(request, "staff/partners/list.html", context)


@action("partner.list")
def partner_page(request: SignedInRequest, code: str) -> HttpResponse:
    partner = get_object_or_404(Partner, code=code)
    return _page(request, partner, ReasonForm(), 200)


@action("partner.make")
def partner_new(request: SignedInRequest) -> HttpResponse:
    """A partner's address is made from its name; from then on it is a setting like any other."""
    if request.method != "POST":
        return _new(request, PartnerForm(initial=load(""), subject=""), ReasonForm(), 200)
    form, why = PartnerForm(request.POST, subject=""), ReasonForm(request.POST)
    if not (form.is_valid() & why.is_valid()):
        return _new(request, form, why, 422)
    code = free_code(form.cleaned_data["name"])
    try:
        changing.change(
            section=PARTNERS, subject=code, values=form.values(), seen_version=0, by=request.user, at=timezone.now(),
            reason=why.cleaned_data["reason"], is_new=True,
        )  # fmt: skip
    except changing.Outdated:  # a colleague made one of this name in the same moment
        form.add_error("name", _("Er is al een partner die zo heet. Zet de plaats erbij."))
        return _new(request, form, why, 409)
    messages.success(request, _("De partner staat in het register. Nu nog een convenant en mensen."))
    return redirect("partner_page", code)


@action("partner.remove")
def partner_remove(request: SignedInRequest, code: str) -> HttpResponse:
    partner, why = get_object_or_404(Partner, code=code), ReasonForm(request.POST)
    if not why.is_valid():
        return _page(request, partner, why, 422)
    try:
        partner_removal.remove(
            partner=partner, reason=why.cleaned_data["reason"], by=request.user, at=timezone.now()
        )
    except changing.Refused as refusal:
        messages.error(request, str(refusal))
        return _page(request, partner, why, 409)
    messages.success(request, _("Verwijderd: {name}.").format(name=partner.name))
    return redirect("partner_list")


def _page(request: SignedInRequest, partner: Partner, why: ReasonForm, status: int) -> HttpResponse:
    today = timezone.localdate()
    covenants = Covenant.objects.filter(partner=partner).order_by(F("ends_on").desc(), "pk")
    context: dict[str, Any] = {
        "partner": partner,
        "line": partner_register.line(partner=partner, on=today),
        "cases": partner_register.open_cases(partner=partner, actor=request.user),
        "outside": partner_register.outside(partner=partner, actor=request.user),
        "covenants": covenants[:COVENANTS_SHOWN],
        "in_the_way": partner_removal.in_the_way(partner, today),
        "settings_name": SECTION,
        "why": why,
        "has_errors": status != 200,
        "section": "partner_register",
    }
    return render(request, "staff/partners/page.html", context, status=status)


def _new(request: SignedInRequest, form: PartnerForm, why: ReasonForm, status: int) -> HttpResponse:
    context = {"form": form, "why": why, "has_errors": status != 200, "section": "partner_register"}
    return render(request, "staff/partners/new.html", context, status=status)
