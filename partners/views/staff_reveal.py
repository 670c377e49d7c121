"""Naming to a partner who reported in confidence: somebody asks, and takes it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.disclosing import reveals
from partners.forms.staff_reveal import AskForm
from partners.models import Referral, Reveal
from partners.sharing import release_checks, revealing
from partners.views.looks import looked_at
from partners.views.staff_proposal import said_no
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST = 20


@action("referral.reveal")
def reveal_ask(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(_own(request), pk=referral_id)
    form = _form(referral, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, referral, form, 200)
    if not form.is_valid():
        return _page(request, referral, form, 422)
    try:
        revealing.ask(referral=referral, **form.wanted(), by=request.user, at=timezone.now())
    except revealing.NotRevealed as refusal:
        form.add_error(None, revealing.in_words(refusal))
        return _page(request, referral, form, 409)
    except release_checks.NotPossible as refusal:
        form.add_error(None, said_no(refusal))
        return _page(request, referral, form, 409)
    messages.success(request, _("Gevraagd. Er is niets gedeeld tot een tweede persoon het bevestigt."))
    return redirect("reveal_ask", referral.pk)


@action("reveal.take_back")
def reveal_take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    own = Reveal.objects.for_(request.user, "reveal.take_back").filter(asked_by=request.user)
    reveal = get_object_or_404(own.select_related("referral"), pk=pk)
    try:
        revealing.refuse(reveal=reveal, reason=revealing.TAKEN_BACK, by=request.user, at=timezone.now())
    except revealing.NotRevealed as refusal:
        messages.warning(request, revealing.in_words(refusal))
    else:
        messages.success(request, _("Teruggenomen. Er is niets gedeeld."))
    return redirect("reveal_ask", reveal.referral_id)


def _own(request: SignedInRequest) -> QuerySet[Referral]:
    return Referral.objects.for_(request.user, "referral.reveal").select_related("partner", "case__kind")


def _form(referral: Referral, data: Any = None) -> AskForm:
    known = reveals.in_confidence(referral).select_related("report").order_by("report__filed_at")[:MOST]
    return AskForm(
        data, reports=[one.report for one in known], action=reverse("reveal_ask", args=[referral.pk])
    )


def _page(request: SignedInRequest, referral: Referral, form: AskForm, status: int) -> HttpResponse:
    looked_at(request, case_id=referral.case_id, page="reveal", referral_id=referral.pk)
    asked = Reveal.objects.filter(referral=referral).select_related(
        "report", "asked_by", "decided_by", "referral__case"
    )
    context = {
        "referral": referral,
        "case": referral.case,
        "partner": referral.partner,
        "may_know": reveals.may_know(referral),
        "can_ask": reveals.can_be_asked(referral),
        "without_a_name": list(reveals.without_a_name(referral)[:MOST]),
        "asked": list(asked[:MOST]),
        "form": form,
        "shows_form": status != 200 or (reveals.can_be_asked(referral) and bool(form.reports)),
        "has_errors": status != 200,
        "section": "inbox",
    }
    return render(request, "staff/reveal_ask.html", context, status=status)
