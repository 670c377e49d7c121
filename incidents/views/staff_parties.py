"""The people of a case: the page with all of them, the page of one, and who they are when it is asked for."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acting import Stale
from incidents.acts import NotNow
from incidents.forms.staff_case import VerbForm
from incidents.forms.staff_party import AddPartyForm, TakeOverForm
from incidents.models import Case, Party
from incidents.pages import people_file
from incidents.rules.languages import name_of
from incidents.rules.workflow import Status
from incidents.sides import accused_letters, parties
from incidents.views import party_verbs
from incidents.views.late import add_refusal
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("party.read")
def case_people(request: SignedInRequest, number: str) -> HttpResponse:
    case, now = _own(request, "party.read", number), timezone.now()
    _record(request, "party.read", case, {})
    people = people_file.read(case=case, at=now)
    forms: list[VerbForm] = []
    if case.is_open:
        if people.residents:
            residents = parties.residents_of(case.about_home, at=now)
            forms.append(TakeOverForm(number=number, residents=residents))
        forms.append(AddPartyForm(number=number, complex_id=case.complex_id))
    context = {"case": case, "tab": "people", "people": people, "forms": forms, "section": "inbox"}
    return render(request, "staff/people_of_case.html", context)


@action("party.read")
def party_page(request: SignedInRequest, number: str, party_id: int) -> HttpResponse:
    case, now = _own(request, "party.read", number), timezone.now()
    party = get_object_or_404(case.parties.select_related("home", "told_kind"), pk=party_id)
    _record(request, "party.read", case, {"party": party.pk})
    [line] = people_file.lines_of(case=case, parties=[party], at=now)
    may_act = party.ended_at is None and case.status != Status.MERGED
    party.case = case
    context = {
        "case": case,
        "party": party,
        "line": line,
        "talks": line.earlier[: people_file.MOST_WORDS],
        "letters": people_file.letters_to(party),
        "words": people_file.words_of(party),
        "letter_number": people_file.number_of(party),
        "no_letter": accused_letters.why_not(party=party),
        "steps": party_verbs.groups(case=case, line=line, by=request.user) if may_act else [],
        "may_act": may_act,
        "section": "inbox",
    }
    return render(request, "staff/party.html", context)


@action("party.contact")
def party_contact(request: SignedInRequest, number: str, party_id: int) -> HttpResponse:
    """Telephone, mail and address, and who a witness is: shown once, and written down."""
    case = _own(request, "party.contact", number)
    party = get_object_or_404(case.parties.select_related("home", "added_by"), pk=party_id)
    _record(request, "party.contact", case, {"party": party.pk})
    form = None
    if party.ended_at is None and case.status != Status.MERGED:
        form = party_verbs.change_form(case=case, party=party)
    language = name_of(party.language)
    context = {"case": case, "party": party, "language": language, "form": form, "section": "inbox"}
    return render(request, "staff/party_contact.html", context)


@action("party.act")
def party_add(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "party.act", number)
    form = AddPartyForm(request.POST, number=number, complex_id=case.complex_id)
    if not form.is_valid():
        return _again(request, case, form)
    try:
        party = parties.add(
            case=case,
            known=form.known(form.cleaned_data["role"]),
            by=request.user,
            at=timezone.now(),
            seen=form.cleaned_data["seen"],
        )
    except (NotNow, Stale) as refusal:
        add_refusal(form, refusal)
        return _again(request, case, form, 409)
    return _added(request, number, party)


@action("party.act")
def party_take_over(request: SignedInRequest, number: str) -> HttpResponse:
    case, now = _own(request, "party.act", number), timezone.now()
    residents = parties.residents_of(case.about_home, at=now)
    form = TakeOverForm(request.POST, number=number, residents=residents)
    if not form.is_valid():
        return _again(request, case, form)
    try:
        party = parties.take_over(
            case=case,
            resident=form.cleaned_data["resident"],
            by=request.user,
            at=now,
            seen=form.cleaned_data["seen"],
        )
    except parties.AlreadyThere:
        form.add_error("resident", _("Deze bewoner staat al bij de zaak."))
        return _again(request, case, form, 409)
    except (NotNow, Stale) as refusal:
        add_refusal(form, refusal)
        return _again(request, case, form, 409)
    return _added(request, number, party)


def _added(request: SignedInRequest, number: str, party: Party) -> HttpResponse:
    messages.success(request, _("Toegevoegd aan de zaak."))
    if party.role == Party.Role.ACCUSED:
        return redirect("party_page", number, party.pk)
    return redirect("case_people", number)


def _own(request: SignedInRequest, name: str, number: str) -> Case:
    cases = Case.objects.for_(request.user, name).select_related("kind", "team", "about_home")
    return get_object_or_404(cases, number=number)


def _record(request: SignedInRequest, name: str, case: Case, detail: dict[str, Any]) -> None:
    record(
        action=name,
        actor=request.user,
        object_kind="case",
        object_id=case.pk,
        at=timezone.now(),
        detail=detail,
    )


def _again(request: SignedInRequest, case: Case, form: VerbForm, status: int = 422) -> HttpResponse:
    back = reverse("case_people", args=[case.number])
    context = {"case": case, "form": form, "back_url": back, "section": "inbox"}
    return render(request, "staff/party_verb_form.html", context, status=status)
