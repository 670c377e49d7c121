"""What a partner or desk does with a referral: one post, one verb."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.at_work import answering, asking
from partners.forms.partner_answer import AnswerForm, AskForm, DeclineForm, FinishForm
from partners.models import Referral
from partners.models.referral_words import State
from partners.sharing.release_checks import NotPossible
from partners.views.partner_lost import lost
from partners.views.partner_queue import readable, shown
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("referral.accept")
def accept(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = readable(request, "referral.accept").filter(pk=referral_id).first()
    if referral is None:
        return lost(request, referral_id)
    try:
        answering.accept(referral=referral, by=request.user, at=timezone.now())
    except NotPossible as refusal:
        return _too_late(request, referral, refusal)
    messages.success(request, _("U hebt dit aangenomen. Is het klaar? Rond het dan hier af."))
    return redirect("partner_referral", referral_id)


@action("referral.ask")
def ask(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    said = gettext_lazy("Uw vraag is verstuurd. U krijgt bericht als er een antwoord is.")
    return _write(request, referral_id, "referral.ask", AskForm, said, "partner_referral")


@action("referral.ask")
def take_back(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(readable(request, "referral.ask"), pk=referral_id)
    if request.method == "POST":
        try:
            asking.take_back(referral=referral, by=request.user, at=timezone.now())
        except NotPossible as refusal:
            return _too_late(request, referral, refusal)
        messages.success(request, _("Uw vraag is teruggenomen. Uw termijn loopt weer."))
    return redirect("partner_referral", referral_id)


@action("referral.decline")
def decline(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    said = gettext_lazy("Teruggegeven. Wij zoeken nu zelf verder, u hoeft niets meer te doen.")
    return _write(request, referral_id, "referral.decline", DeclineForm, said, "partner_queue")


@action("referral.finish")
def finish(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    said = gettext_lazy("Afgerond. Onze medewerker leest wat u schreef. Dank u wel.")
    return _write(request, referral_id, "referral.finish", FinishForm, said, "partner_queue")


def _write(
    request: SignedInRequest,
    referral_id: UUID,
    name: str,
    form_class: type[AnswerForm],
    said: Promise,
    then: str,
) -> HttpResponse:
    """A verb that takes a few words: `then` is the page that follows."""
    referral = readable(request, name).filter(pk=referral_id).first()
    if referral is None:
        return lost(request, referral_id)
    form = form_class(request.POST if request.method == "POST" else None, referral_id=referral_id)
    if not form.is_valid():
        return _ask(request, referral, form)
    text, now = form.cleaned_data["text"], timezone.now()
    try:
        if name == "referral.ask":
            asking.ask(referral=referral, text=text, by=request.user, at=now)
        elif name == "referral.decline":
            answering.decline(referral=referral, reason=text, by=request.user, at=now)
        else:
            solved = not form.cleaned_data["unsolved"]
            answering.finish(referral=referral, outcome=text, is_solved=solved, by=request.user, at=now)
    except NotPossible as refusal:
        return _too_late(request, referral, refusal)
    messages.success(request, str(said))
    return redirect(then, referral.pk) if then == "partner_referral" else redirect(then)


def _ask(request: SignedInRequest, referral: Referral, form: AnswerForm) -> HttpResponse:
    if form.is_bound:
        return render(request, "partner/answer.html", shown(request, referral) | {"form": form}, status=422)
    if referral.state not in form.from_states:
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
    if state == State.ASKED:
        return _("Er staat al een vraag open.")
    if state == "closed":
        return _("De zaak is gesloten: een vraag stellen kan niet meer.")
    if state == State.ACCEPTED:
        return _("Dit is al aangenomen.")
    if state == State.FINISHED:
        return _("Dit is al afgerond.")
    if state == "reach":
        return _("U kunt deze melding niet meer zien. Bel ons als u denkt dat dit niet klopt.")
    if state == State.DECLINED:
        return _("Dit is al teruggegeven.")
    return _("Dit kan nu niet meer: de doorverwijzing is ingetrokken.")
