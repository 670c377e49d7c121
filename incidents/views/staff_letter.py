"""One letter: as it goes to the post, its PDF, and that it was sent."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.forms.staff_letter import CheckLetterForm, SendLetterForm
from incidents.models import Case, Letter
from incidents.paper import explaining
from incidents.paper.data import blocks
from incidents.paper.printing import NotPrinted
from incidents.rules.languages import FROM_RIGHT
from incidents.sides import letter_terms
from incidents.views.carrying_out import again
from incidents.views.late import add_refusal, not_now
from incidents.writing import letters
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("case.letters")
def letter(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    found = own_letter(request, "case.letters", number, pk)
    now = timezone.now()
    record(
        action="case.letters", actor=request.user, object_kind="case", object_id=found.case_id, at=now,
        detail={"letter": pk},
    )  # fmt: skip
    return _shown(request, found)


@action("case.letters")
def pdf(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    found = own_letter(request, "case.letters", number, pk)
    now = timezone.now()
    try:
        paper = letters.print_out(letter=found, by=request.user, at=now)
    except NotPrinted as refusal:
        messages.error(request, _not_printed(refusal))
        return redirect("case_letter", number, pk)
    record(
        action="case.letters", actor=request.user, object_kind="case", object_id=found.case_id, at=now,
        detail={"letter": pk, "as": "pdf"},
    )  # fmt: skip
    response = HttpResponse(paper, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="brief-{number}-{pk}.pdf"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@action("case.send_letter")
def send(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    found = own_letter(request, "case.send_letter", number, pk)
    now = timezone.now()
    if found.is_sent:
        messages.info(request, _("Deze brief was al verstuurd."))
        return redirect("case_letter", number, pk)
    form = SendLetterForm(request.POST, number=number, letter=found)
    if not form.is_valid():
        return _shown(request, found, form, status=422)
    try:
        letters.send(
            letter=found,
            paper=letters.print_out(letter=found, by=request.user, at=now),
            version=form.cleaned_data["version"],
            by=request.user,
            at=now,
            looked=form.cleaned_data["looked"],
        )
    except NotPrinted as refusal:
        form.add_error(None, _not_printed(refusal))
    except letters.MayNot as refusal:
        form.add_error(None, str(refusal.why))
    except letters.TellsOfReporter:
        form.add_error("looked", _("Kijk de brief na en zet dan een vinkje."))
        return _shown(request, found, form, status=422)
    except letters.Outdated:
        form.add_error(None, _("Deze brief is net veranderd. Kijk hem eerst na."))
    except NotNow as refusal:
        form.add_error(None, not_now(refusal))
    else:
        messages.success(request, _("Vastgelegd. De brief kan niet meer veranderen."))
        return redirect("case_letter", number, pk)
    return _shown(request, found, form, status=409)


@action("case.send_letter")
def check(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    found = own_letter(request, "case.send_letter", number, pk)
    form = CheckLetterForm(request.POST, number=number, letter=found)
    if not form.is_valid():
        return again(request, found.case, form, 422)
    try:
        letter_terms.check(letter=found, text=form.cleaned_data["text"], by=request.user, at=timezone.now())
    except letter_terms.AlreadyChecked:
        messages.info(request, _("Dit is al gecontroleerd."))
        return redirect("case_letter", number, pk)
    except NotNow as refusal:
        add_refusal(form, refusal)
        return again(request, found.case, form, 409)
    messages.success(request, _("De uitkomst is bewaard."))
    return redirect("case_letter", number, pk)


@action("case.letter")
def throw_away(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    found = own_letter(request, "case.letter", number, pk)
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            letters.throw_away(
                letter=found, version=int(version) if version.isdecimal() and len(version) < 6 else 0,
                by=request.user, at=timezone.now(),
            )  # fmt: skip
        except letters.Outdated:
            messages.warning(request, _("Deze brief is net veranderd of verstuurd. Kijk hem eerst na."))
            return redirect("case_letter", number, pk)
        except NotNow as refusal:
            messages.warning(request, not_now(refusal))
            return redirect("case_letter", number, pk)
        messages.success(request, _("Het concept is weg."))
        return redirect("case_letters", number)
    return redirect("case_letter", number, pk)


def own_letter(request: SignedInRequest, name: str, number: str, pk: int) -> Letter:
    """A letter of a case in the scope of this action, or of what was merged into it: that is checked where the work goes on."""
    here = Q(number=number) | Q(merged_into__number=number)
    cases = Case.objects.for_(request.user, name).filter(here)
    chosen = Letter.objects.select_related(
        "case__kind__group",
        "case__complex",
        "case__holder",
        "case__merged_into",
        "written_by",
        "sent_by",
        "party",
    )
    return get_object_or_404(chosen, pk=pk, case__in=cases)


def _shown(
    request: SignedInRequest, found: Letter, form: SendLetterForm | None = None, status: int = 200
) -> HttpResponse:
    """As it goes to the post, with what stands in the way of that."""
    warned = [] if found.is_sent else letters.found_in(found)
    why = None if found.is_sent else _in_the_way(request, found)
    number = found.case.number
    if form is None and not found.is_sent and not why:
        form = SendLetterForm(number=number, letter=found)
    if form is not None and "looked" in form.fields:
        form.only_when_warned(bool(warned))
    context = {
        "case": found.case,
        "letter": found,
        "body": blocks(found.body),
        "explanation": blocks(found.explanation),
        "direction": "rtl" if found.language in FROM_RIGHT else "ltr",
        "holds": explaining.holds(found.language),
        "signer": found.sent_by or request.user,
        "warned": ", ".join(str(one.label) for one in warned),
        "why": why,
        "wants_check": letters.wants_check(found.sort) and found.check_on is None,
        "form": form,
        "check_form": CheckLetterForm(number=number, letter=found)
        if letter_terms.waits_for_check(found)
        else None,
        "section": "inbox",
    }
    return render(request, "staff/letter.html", context, status=status)


def _in_the_way(request: SignedInRequest, found: Letter) -> str | Promise | None:
    """Why this draft cannot go: a rule, or signs that would be boxes on paper. Trying takes a fifth of a second."""
    now = timezone.now()
    if why := letters.may_send(case=found.case, sort=found.sort, at=now, party=found.party):
        return why
    try:
        letters.print_out(letter=found, by=request.user, at=now)
    except NotPrinted as refusal:
        return _not_printed(refusal)
    return None


def _not_printed(refusal: NotPrinted) -> str:
    if refusal.sign:
        return _("Het teken «{sign}» kunnen wij niet afdrukken. Haal het uit de brief.").format(
            sign=refusal.sign
        )
    return _("De brief kan nu niet worden afgedrukt. Probeer het over een minuut nog eens.")
