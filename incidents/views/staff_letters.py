"""Letters about a case: the list, and writing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.forms.staff_letter import LetterForm
from incidents.forms.staff_letter_start import StartForm, begun_with, on_envelope, start_of, to_party
from incidents.models import Case, Party
from incidents.models.letter import CHECKED
from incidents.models.standard_text import FOR_LETTERS
from incidents.pages import people_file
from incidents.sides import letter_terms
from incidents.standard_texts.offering import as_choices, chosen, offered
from incidents.standard_texts.steps import of_step
from incidents.standard_texts.values import of_case, of_talk
from incidents.standard_texts.variables import Variable, fill
from incidents.views.late import not_now
from incidents.views.staff_letter import own_letter
from incidents.writing import letters
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_LETTERS = 100
LONGEST_KEY = 18  # figures of a number that PostgreSQL takes as a key
# These depend on what is typed in the form.
LATER = (Variable.SALUTATION, Variable.CHECK_DATE)


@action("case.letters")
def letters_of(request: SignedInRequest, number: str) -> HttpResponse:
    case = _case(request, "case.letters", number)
    now = timezone.now()
    record(action="case.letters", actor=request.user, object_kind="case", object_id=case.pk, at=now)
    people = people_file.addressees(case)
    asked = next((one for one, _name in people if str(one.pk) == request.GET.get("aan")), None)
    accused = [one for one, _name in people if one.role == Party.Role.ACCUSED]
    chosen_one = asked or (accused[0] if len(accused) == 1 else None)
    start = StartForm(
        offered=as_choices(offered(case=case, moments=FOR_LETTERS)),
        people=[(one.pk, name) for one, name in people],
        initial={"aan": chosen_one.pk, "taal": chosen_one.language} if chosen_one else {},
    )
    context = {
        "case": case,
        "tab": "letters",
        "letters": case.letters.select_related("written_by", "sent_by")[:MOST_LETTERS],
        "start": start,
        "checked": CHECKED,
        "section": "inbox",
    }
    return render(request, "staff/letters.html", context)


@action("case.letter")
def new(request: SignedInRequest, number: str) -> HttpResponse:
    case = _case(request, "case.letter", number)
    now = timezone.now()
    text = chosen(offered(case=case, moments=FOR_LETTERS), request.GET.get("tekst", ""))
    party = _addressee(request, case)
    talk = letter_terms.talk_named_in(sort=text.moment if text else "", party=party)
    known = of_case(case=case, by=request.user, at=now) | of_talk(talk)
    if request.method != "POST":
        initial: dict[str, Any] = start_of(text, request.GET.get("taal", ""))
        initial |= (to_party(party) if party else _at_home(case)) | begun_with(of_step(case=case, text=text))
        language = initial.get("language", "")
        explained = of_case(case=case, by=request.user, at=now, language=language) | of_talk(
            talk, language=language
        )
        for name, values in (("body", known), ("explanation", explained)):
            initial[name] = fill(initial.get(name, ""), {k: v for k, v in values.items() if k not in LATER})
        if party:  # what the page of contact data shows, asked for by its own button there
            record(
                action="party.contact", actor=request.user, object_kind="case", object_id=case.pk, at=now,
                detail={"party": party.pk, "for": "letter"},
            )  # fmt: skip
        form = LetterForm(initial=initial, number=number, letter=None, known=known)
        return _form(request, case, _stays(form, request))
    form = _stays(LetterForm(request.POST, number=number, letter=None, known=known), request)
    if not form.is_valid():
        return _form(request, case, form, status=422)
    try:
        letter = letters.write(
            case=case, content=form.content(), text=text, party=party, by=request.user, at=now
        )
    except NotNow as refusal:
        form.add_error(None, not_now(refusal))
        return _form(request, case, form, status=409)
    messages.success(request, _("Het concept is bewaard. Kijk het na."))
    return redirect("case_letter", number, letter.pk)


@action("case.letter")
def edit(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    found = own_letter(request, "case.letter", number, pk)
    now = timezone.now()
    if found.is_sent:
        return redirect("case_letter", number, pk)
    talk = letter_terms.talk_named_in(sort=found.sort, party=found.party)
    known = of_case(case=found.case, by=request.user, at=now) | of_talk(talk)
    if request.method != "POST":
        initial = {name: getattr(found, name) for name in letters.Content.__dataclass_fields__}
        return _form(
            request, found.case, LetterForm(initial=initial, number=number, letter=found, known=known)
        )
    form = LetterForm(request.POST, number=number, letter=found, known=known)
    if not form.is_valid():
        return _form(request, found.case, form, status=422)
    try:
        letters.rewrite(
            letter=found, content=form.content(), version=form.cleaned_data["version"], by=request.user, at=now
        )  # fmt: skip
    except letters.Outdated:
        form.add_error(None, _("Iemand anders veranderde deze brief net. Bekijk de brief en kopieer wat u nog wilt bewaren."))  # fmt: skip
        return _form(request, found.case, form, status=409)
    except NotNow as refusal:
        form.add_error(None, not_now(refusal))
        return _form(request, found.case, form, status=409)
    messages.success(request, _("De brief is veranderd. Kijk hem na."))
    return redirect("case_letter", number, pk)


def _stays(form: LetterForm, request: SignedInRequest) -> LetterForm:
    """Posting goes to the same address: which text it began with stands in it."""
    form.helper.form_action = request.get_full_path()
    return form


def _case(request: SignedInRequest, name: str, number: str) -> Case:
    cases = Case.objects.for_(request.user, name).select_related("kind__group", "complex", "about_home")
    return get_object_or_404(cases, number=number)


def _addressee(request: SignedInRequest, case: Case) -> Party | None:
    """Who in the case was chosen; None when they were taken off meanwhile: the letter can still be written."""
    asked = request.GET.get("aan", "")
    if not asked.isdecimal() or len(asked) > LONGEST_KEY:
        return None
    people = case.parties.current().filter(sort=Party.Sort.PERSON).select_related("home")
    return people.filter(pk=int(asked)).first()


def _at_home(case: Case) -> dict[str, str]:
    return {"to_address": on_envelope(case.about_home)} if case.about_home else {}


def _form(request: SignedInRequest, case: Case, form: LetterForm, status: int = 200) -> HttpResponse:
    context = {"case": case, "form": form, "section": "inbox"}
    return render(request, "staff/letter_form.html", context, status=status)
