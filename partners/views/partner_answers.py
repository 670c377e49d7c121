"""What a partner or desk does with a referral: one post, one verb."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from partners import answering
from partners.forms.partner_answer import AnswerForm, DeclineForm, FinishForm
from partners.models import Referral
from partners.models.referral import State
from partners.releasing import NotPossible
from partners.views.partner_queue import readable, shown
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("referral.accept")
def accept(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(Referral.objects.for_(request.user, "referral.accept"), pk=referral_id)
    try:
        answering.accept(referral=referral, by=request.user, at=timezone.now())
    except NotPossible as refusal:
        return _too_late(request, referral, refusal)
    messages.success(request, _("U hebt dit aangenomen. Is het klaar? Rond het dan hier af."))
    return redirect("partner_referral", referral_id)


@action("referral.decline")
def decline(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(readable(request, "referral.decline"), pk=referral_id)
    form = DeclineForm(request.POST if request.method == "POST" else None, referral_id=referral_id)
    if not form.is_valid():
        return _ask(request, referral, form)
    try:
        answering.decline(
            referral=referral, reason=form.cleaned_data["text"], by=request.user, at=timezone.now()
        )
    except NotPossible as refusal:
        return _too_late(request, referral, refusal)
    messages.success(request, _("Teruggegeven. Wij zoeken nu zelf verder, u hoeft niets meer te doen."))
    return redirect("partner_queue")


@action("referral.finish")
def finish(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(readable(request, "referral.finish"), pk=referral_id)
    form = FinishForm(request.POST if request.method == "POST" else None, referral_id=referral_id)
    if not form.is_valid():
        return _ask(request, referral, form)
    try:
        answering.finish(
            referral=referral, outcome=form.cleaned_data["text"], by=request.user, at=timezone.now()
        )
    except NotPossible as refusal:
        return _too_late(request, referral, refusal)
    messages.success(request, _("Afgerond. Onze medewerker leest wat u schreef. Dank u wel."))
    return redirect("partner_queue")


def _ask(request: SignedInRequest, referral: Referral, form: AnswerForm) -> HttpResponse:
    if form.is_bound:
        return render(request, "partner/answer.html", shown(request, referral) | {"form": form}, status=422)
    if referral.state not in (State.RELEASED, State.ACCEPTED):
        return redirect("partner_referral", referral.pk)
    return render(request, "partner/answer.html", shown(request, referral) | {"form": form})


def _too_late(request: SignedInRequest, referral: Referral, refusal: NotPossible) -> HttpResponse:
    """Somebody was first, or this was a second click: says how it stands, and shows it where it can still be seen."""
    messages.warning(request, _said_no(str(refusal)))
    if Referral.objects.for_(request.user, "referral.read").filter(pk=referral.pk).exists():
        return redirect("partner_referral", referral.pk)
    return redirect("partner_queue")


def _said_no(state: str) -> str:
    if state == "triage":
        return _("De triage kan een melding niet teruggeven. Kies een ketenpartner op de pagina van de zaak.")
    if state == State.ACCEPTED:
        return _("Dit is al aangenomen.")
    if state == State.FINISHED:
        return _("Dit is al afgerond.")
    if state == State.DECLINED:
        return _("Dit is al teruggegeven.")
    return _("Dit kan nu niet meer: de doorverwijzing is ingetrokken.")
