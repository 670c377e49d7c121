"""What staff do with a case: every view takes one post and comes back to the case page."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents import casework
from incidents.forms.staff_case import (
    CloseForm,
    ContactForm,
    HomeForm,
    MarksForm,
    MessageForm,
    NoteForm,
    SeverityForm,
    VerbForm,
)
from incidents.models import Case
from incidents.models.case import Band
from incidents.workflow import CloseReason, NotAllowed
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("case.take")
def take(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.take"), number=number)
    try:
        casework.take(case=case, by=request.user, at=timezone.now())
    except casework.AlreadyTaken as taken:
        messages.warning(request, _taken_by(str(taken)))
    else:
        messages.success(request, _("U behandelt deze zaak nu."))
    return redirect("case_page", number)


@action("case.note")
def note(request: SignedInRequest, number: str) -> HttpResponse:
    return _write(request, number, NoteForm, casework.note, gettext_lazy("De notitie is bewaard."))


@action("case.note")
def contact(request: SignedInRequest, number: str) -> HttpResponse:
    return _write(
        request, number, ContactForm, casework.log_contact, gettext_lazy("Het contact is vastgelegd.")
    )


@action("case.note")
def message(request: SignedInRequest, number: str) -> HttpResponse:
    return _write(
        request,
        number,
        MessageForm,
        casework.send_message,
        gettext_lazy("Het bericht staat klaar voor de melder."),
    )


@action("case.mark")
def mark(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.mark"), number=number)
    form = MarksForm(request.POST, number=number)
    if not form.is_valid():
        return _again(request, case, form)
    casework.mark(case=case, marks=form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, _("De kenmerken zijn bewaard."))
    return redirect("case_page", number)


@action("case.mark")
def about_home(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.mark"), number=number)
    form = HomeForm(request.POST, number=number, complex_id=case.complex_id)
    if not form.is_valid():
        return _again(request, case, form)
    casework.name_home(case=case, home=form.cleaned_data["house_number"], by=request.user, at=timezone.now())
    messages.success(request, _("De woning is bewaard."))
    return redirect("case_page", number)


@action("case.override")
def severity(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.override"), number=number)
    form = SeverityForm(request.POST, number=number)
    if not form.is_valid():
        return _again(request, case, form)
    band, reason = Band(form.cleaned_data["band"]), form.cleaned_data["reason"]
    casework.override_severity(case=case, band=band, reason=reason, by=request.user, at=timezone.now())
    messages.success(request, _("De ernst is aangepast."))
    return redirect("case_page", number)


@action("case.close")
def close(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.close"), number=number)
    form = CloseForm(request.POST, number=number)
    if not form.is_valid():
        return _again(request, case, form)
    reason, text = CloseReason(form.cleaned_data["reason"]), form.cleaned_data["message"]
    try:
        casework.close(
            case=case, status=reason.status, reason=reason, message=text, by=request.user, at=timezone.now()
        )
    except (casework.NotClosable, NotAllowed) as refusal:
        form.add_error(None, _not_closed(str(refusal)))
        return _again(request, case, form, status=409)
    messages.success(request, _("De zaak is gesloten. De melder kan uw bericht lezen."))
    return redirect("case_page", number)


def _write(
    request: SignedInRequest,
    number: str,
    form_class: type[VerbForm],
    verb: Callable[..., None],
    said: Promise,
) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.note"), number=number)
    form = form_class(request.POST, number=number)
    if not form.is_valid():
        return _again(request, case, form)
    verb(case=case, text=form.cleaned_data["text"], by=request.user, at=timezone.now())
    messages.success(request, str(said))
    return redirect("case_page", number)


def _again(request: SignedInRequest, case: Case, form: VerbForm, status: int = 422) -> HttpResponse:
    """The one form that went wrong, with what was typed; the case itself stays on its own page."""
    return render(
        request, "staff/verb_form.html", {"case": case, "form": form, "section": "inbox"}, status=status
    )


def _taken_by(name: str) -> str:
    if not name:
        return _("Deze zaak is al gesloten.")
    return _("Deze zaak is al in behandeling door {name}.").format(name=name)


def _not_closed(why: str) -> str:
    if why == "closed":
        return _("Deze zaak is al gesloten.")
    if why == "deadline":
        return _(
            "U kunt deze zaak nog niet sluiten: een ketenpartner moet nog antwoorden, of de melder wacht nog op u."
        )
    return _("Deze zaak kan nu niet op deze manier eindigen.")
