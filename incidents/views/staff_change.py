"""Correcting, handing over and reopening a case. Each has a page that says what will happen."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acting import Stale
from incidents.acts import NotNow
from incidents.forms.staff_case import VerbForm
from incidents.forms.staff_change import HandOverForm, KindForm, PlaceForm, RefuseReopeningForm, ReopenForm
from incidents.handling import changing, holding
from incidents.models import Case
from incidents.rules.workflow import RESTING
from incidents.staffing import conflicts
from incidents.views.late import add_refusal, not_now
from safetyportal.accounts.roles import Role
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("case.change")
def kind(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.change", number)
    may_lift = Role.RESTRICTED in request.user.roles
    form = KindForm(request.POST or None, case=case, may_lift=may_lift)
    if not form.is_valid():
        return _page(request, case, form, "staff/change_kind.html")
    data = form.cleaned_data
    try:
        changing.change_kind(
            case=case,
            kind=data["kind"],
            reason=data["reason"],
            lift_protection=data.get("lift_protection", False),
            seen=data["seen"],
            by=request.user,
            at=timezone.now(),
        )
    except changing.NothingToChange:
        form.add_error("kind", _("Zo staat het al in de zaak."))
        return _page(request, case, form, "staff/change_kind.html", 409)
    except changing.StaysProtected:
        form.add_error("kind", _("Alleen wie met beschermde zaken werkt, kan de bescherming weghalen."))
        return _page(request, case, form, "staff/change_kind.html", 409)
    except (NotNow, Stale) as refusal:
        add_refusal(form, refusal)
        return _page(request, case, form, "staff/change_kind.html", 409)
    return _done(request, number)


@action("case.change")
def place(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.change", number)
    form = PlaceForm(request.POST or None, case=case)
    if not form.is_valid():
        return _page(request, case, form, "staff/change_place.html")
    data = form.cleaned_data
    try:
        changing.change_place(
            case=case,
            place=data["place"],
            reason=data["reason"],
            seen=data["seen"],
            by=request.user,
            at=timezone.now(),
        )
    except changing.NothingToChange:
        form.add_error(None, _("Zo staat het al in de zaak."))
        return _page(request, case, form, "staff/change_place.html", 409)
    except (NotNow, Stale) as refusal:
        add_refusal(form, refusal)
        return _page(request, case, form, "staff/change_place.html", 409)
    return _done(request, number)


@action("case.hand_over")
def hand_over(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.hand_over", number)
    form = HandOverForm(request.POST or None, case=case)
    if not form.is_valid():
        return _page(request, case, form, "staff/verb_form.html")
    data = form.cleaned_data
    try:
        holding.hand_over(
            case=case,
            to=data["to"],
            reason=data["reason"],
            seen=data["seen"],
            by=request.user,
            at=timezone.now(),
        )
    except holding.CannotHold:
        form.add_error("to", _("Deze collega werkt niet in dit team, of is vandaag afwezig. Kies een ander."))
        return _page(request, case, form, "staff/verb_form.html", 409)
    except (NotNow, Stale) as refusal:
        add_refusal(form, refusal)
        return _page(request, case, form, "staff/verb_form.html", 409)
    messages.success(request, _("De zaak is overgedragen."))
    return redirect("case_page", number)


@action("case.reopen")
def reopen(request: SignedInRequest, number: str) -> HttpResponse:
    return _reopening(
        request,
        number,
        ReopenForm,
        holding.reopen,
        _("De zaak is weer open. De melder kan uw bericht lezen."),
    )


@action("case.reopen")
def refuse_reopening(request: SignedInRequest, number: str) -> HttpResponse:
    return _reopening(
        request,
        number,
        RefuseReopeningForm,
        holding.refuse_reopening,
        _("De zaak blijft gesloten. De melder kan uw bericht lezen."),
    )


def _reopening(
    request: SignedInRequest, number: str, form_class: type[ReopenForm], verb: Callable[..., None], said: str
) -> HttpResponse:
    case = _own(request, "case.reopen", number)
    form = form_class(request.POST or None, case=case)
    if not form.is_valid():
        return _page(request, case, form, "staff/verb_form.html")
    data = form.cleaned_data
    try:
        verb(
            case=case,
            reason=data["reason"],
            message=data["message"],
            by=request.user,
            at=timezone.now(),
        )
    except conflicts.KeptOut as kept_out:
        raise Http404 from kept_out
    except holding.TooLate:
        form.add_error(
            None,
            _("Deze zaak is langer dan acht weken gesloten. Voer in wat er nu gebeurt als nieuwe melding."),
        )
        return _page(request, case, form, "staff/verb_form.html", 409)
    except NotNow as refusal:
        open_now = refusal.status not in RESTING
        form.add_error(None, _("Deze zaak is al open.") if open_now else not_now(refusal))
        return _page(request, case, form, "staff/verb_form.html", 409)
    messages.success(request, said)
    return redirect("case_page", number)


def _own(request: SignedInRequest, name: str, number: str) -> Case:
    cases = Case.objects.for_(request.user, name).select_related("kind", "complex", "team", "holder")
    return get_object_or_404(cases, number=number)


def _done(request: SignedInRequest, number: str) -> HttpResponse:
    """What changed may have put the case out of one's own sight."""
    messages.success(request, _("Bewaard. Het portaal bekijkt nu opnieuw wie dit moet weten."))
    if Case.objects.for_(request.user, "case.read").filter(number=number).exists():
        return redirect("case_page", number)
    messages.info(request, _("De zaak is nu bij een ander team. U ziet de zaak niet meer."))
    return redirect("staff_inbox")


def _page(
    request: SignedInRequest, case: Case, form: VerbForm, template: str, status: int | None = None
) -> HttpResponse:
    context = {"case": case, "form": form, "section": "inbox"}
    return render(request, template, context, status=status or (422 if form.is_bound else 200))
