"""What staff do with a case: every view takes one post and comes back to the case page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.acts import Act
from incidents.forms.staff_case import (
    AdvanceForm,
    CloseForm,
    ContactForm,
    HomeForm,
    MarksForm,
    MessageForm,
    NoteForm,
    SeverityForm,
    VerbForm,
)
from incidents.handling import casework
from incidents.models import Case
from incidents.models.case import Band
from incidents.rules.workflow import CloseReason
from incidents.staffing import conflicts
from incidents.views.carrying_out import Refusals, carry_out
from safetyportal.accounts.models import User
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("case.take")
def take(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.take", number)
    try:
        casework.take(case=case, by=request.user, at=timezone.now())
    except casework.AlreadyTaken as taken:
        messages.warning(request, _taken_by(str(taken)))
    except conflicts.KeptOut as kept_out:
        raise Http404 from kept_out
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
    case = _own(request, "case.mark", number)
    form = MarksForm(request.POST, number=number)

    def do(said: dict[str, Any], **who: Any) -> None:
        casework.mark(case=case, marks=said, **who)

    return _carry_out(request, case, form, do, _("De kenmerken zijn bewaard."))


@action("case.mark")
def about_home(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.mark", number)
    form = HomeForm(request.POST, number=number, complex_id=case.complex_id)

    def do(said: dict[str, Any], **who: Any) -> None:
        casework.name_home(case=case, home=said["house_number"], **who)

    return _carry_out(request, case, form, do, _("De woning is bewaard."))


@action("case.override")
def severity(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.override", number)
    form = SeverityForm(request.POST, number=number)

    def do(said: dict[str, Any], **who: Any) -> None:
        casework.override_severity(case=case, band=Band(said["band"]), reason=said["reason"], **who)

    return _carry_out(request, case, form, do, _("De ernst is aangepast."))


@action("case.advance")
def advance(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.advance", number)
    form = AdvanceForm(request.POST, number=number, status=case.status)

    def do(said: dict[str, Any], **who: Any) -> None:
        casework.advance(case=case, act=Act(said["act"]), text=said["text"], **who)

    return _carry_out(request, case, form, do, _("De zaak staat verder."))


@action("case.close")
def close(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.close", number)
    form = CloseForm(request.POST, number=number)

    def do(said: dict[str, Any], **who: Any) -> None:
        reason = CloseReason(said["reason"])
        casework.close(case=case, status=reason.status, reason=reason, message=said["message"], **who)

    return _carry_out(request, case, form, do, _("De zaak is gesloten. De melder kan uw bericht lezen."))


def _own(request: SignedInRequest, name: str, number: str) -> Case:
    return get_object_or_404(Case.objects.for_(request.user, name), number=number)


def _carry_out(
    request: SignedInRequest, case: Case, form: VerbForm, do: Callable[..., None], said: str
) -> HttpResponse:
    def act(**who: Any) -> str:
        do(form.cleaned_data, seen=form.cleaned_data["seen"], **who)
        return said

    return carry_out(request, case=case, form=form, do=act, back="case_page", refusals=REFUSALS)


REFUSALS: Refusals = {
    casework.NotClosable: lambda _refusal: [
        _(
            "U kunt deze zaak nog niet sluiten: een ketenpartner moet nog antwoorden, de melder of een andere bewoner wacht nog op u, of er staat nog een taak open."
        )
    ]
}


def _write(
    request: SignedInRequest,
    number: str,
    form_class: type[VerbForm],
    verb: Callable[..., None],
    said: Promise,
) -> HttpResponse:
    """What is only added passes over nothing, however old the page is."""
    case = _own(request, "case.note", number)

    def do(typed: dict[str, Any], *, by: User, at: datetime, seen: int) -> None:
        verb(case=case, by=by, at=at, **{name: value for name, value in typed.items() if name != "seen"})

    return _carry_out(request, case, form_class(request.POST, number=number), do, str(said))


def _taken_by(name: str) -> str:
    if not name:
        return _("Deze zaak is al gesloten.")
    return _("Deze zaak is al in behandeling door {name}.").format(name=name)
