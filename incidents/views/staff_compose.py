"""A message to the reporter in steps: choose a text, write, see it as the reporter will, send."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.forms.staff_compose import ComposeForm
from incidents.handling import casework
from incidents.models import Case, ReporterIdentity
from incidents.models.standard_text import Moment
from incidents.rules.languages import DUTCH, Language
from incidents.shielding import letter_leaks
from incidents.standard_texts.offering import as_choices, begun, chosen, offered
from incidents.standard_texts.values import of_case
from incidents.views.late import not_now
from incidents.writing.translating import Spoken, spoken_in
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_REPORTS = 50
# Questions and closings go with verbs of their own.
MOMENTS = (Moment.RECEIVED, Moment.PROGRESS, Moment.MEDIATION, Moment.SPOKEN, Moment.PARTNER, Moment.REOPENED)


@action("case.compose")
def compose(request: SignedInRequest, number: str) -> HttpResponse:
    cases = Case.objects.for_(request.user, "case.compose").select_related("kind__group", "complex")
    case = get_object_or_404(cases, number=number)
    now = timezone.now()
    readers = spoken_in(case.reports.select_related("spoken").order_by("filed_at", "number")[:MOST_REPORTS])
    languages = sorted({one.language for one in readers if one.language in Language} - {DUTCH})
    # Nothing is left open in what most people post: then nothing is looked up to fill in.
    is_open = request.method != "POST" or any("{" in str(said) for said in request.POST.values())
    known = {
        one: of_case(case=case, by=request.user, at=now, language=one) if is_open else {}
        for one in [DUTCH, *languages]
    }
    if request.method != "POST":
        texts = offered(case=case, moments=MOMENTS)
        text = chosen(texts, request.GET.get("tekst", ""))
        initial = {}
        if text is not None:
            initial = {f"text_{one}": begun(text, one, known[one]) for one in languages}
            initial["text"] = begun(text, DUTCH, known[DUTCH])
        form = ComposeForm(initial=initial, number=number, languages=languages, known=known)
        picked = text.pk if text else ""
        return _written(request, case, form, readers, picks=as_choices(texts), picked=picked)
    form = ComposeForm(request.POST, number=number, languages=languages, known=known)
    if not form.is_valid():
        return _written(request, case, form, readers, status=422)
    if "send" in request.POST:
        try:
            casework.send_message(case=case, text=form.message(), by=request.user, at=now)
        except NotNow as refusal:
            form.add_error(None, not_now(refusal))
            return _written(request, case, form, readers, status=409)
        messages.success(request, _("Het bericht staat klaar voor de melder."))
        return redirect("case_page", number)
    if "preview" in request.POST:
        return _seen(request, case, form, readers)
    return _written(request, case, form, readers)


def _written(
    request: SignedInRequest,
    case: Case,
    form: ComposeForm,
    readers: list[Spoken],
    *,
    picks: list[tuple[str, object]] | None = None,
    picked: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "case": case,
        "form": form,
        "readers": readers,
        "picks": picks,
        "picked": picked,
        "section": "inbox",
    }
    return render(request, "staff/compose.html", context, status=status)


def _seen(request: SignedInRequest, case: Case, form: ComposeForm, readers: list[Spoken]) -> HttpResponse:
    """As the reporter will read it, with who reads it and what does not reach them."""
    message = form.message()
    told = [one.language for one in readers if form.cleaned_data.get(f"text_{one.language}")]
    mailed = ReporterIdentity.objects.filter(report__case=case, mail_stopped=False).exclude(email_index="")
    warned = letter_leaks.found_in(case=case, text=message, to_name="") if len(readers) > 1 else []
    context = {
        "case": case,
        "form": form,
        "message": message,
        "readers": readers,
        "untold": [one for one in readers if one.language != DUTCH and one.language not in told],
        "mails": 0 if case.restricted else mailed.count(),
        "warned": ", ".join(str(one.label) for one in warned),
        "section": "inbox",
    }
    return render(request, "staff/compose_preview.html", context)
