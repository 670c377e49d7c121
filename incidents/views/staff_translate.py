"""What a reporter wrote, with translations beside it; and what a reporter speaks."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.forms.staff_compose import SpokenForm, TranslationForm
from incidents.models import Case, Report, TimelineEntry
from incidents.views.late import not_now
from incidents.writing import translating
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST = 50


@action("case.translate")
def translate(request: SignedInRequest, number: str, what: str) -> HttpResponse:
    """`what`: the number of a report, or "bericht-" with the number of a message in the timeline."""
    case = get_object_or_404(Case.objects.for_(request.user, "case.translate"), number=number)
    original = _original(case, what)
    now = timezone.now()
    form = TranslationForm(request.POST if request.method == "POST" else None, number=number, what=what)
    if not form.is_bound:
        record(action="case.translate", actor=request.user, object_kind="case", object_id=case.pk, at=now)
        return _shown(request, case, original, form)
    if not form.is_valid():
        return _shown(request, case, original, form, status=422)
    try:
        translating.translate(
            case=case, original=original, language=form.cleaned_data["language"], text=form.cleaned_data["text"],
            by=request.user, at=now,
        )  # fmt: skip
    except NotNow as refusal:
        form.add_error(None, not_now(refusal))
        return _shown(request, case, original, form, status=409)
    messages.success(request, _("De vertaling staat nu naast het origineel."))
    return redirect("case_translate", number, what)


@action("case.speak")
def language(request: SignedInRequest, number: str, report: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.speak"), number=number)
    filed = get_object_or_404(case.reports.select_related("case", "spoken"), number=report)
    now = translating.spoken_in([filed])[0]
    initial = {"language": now.language, "needs_interpreter": now.needs_interpreter}
    bound = request.POST if request.method == "POST" else None
    form = SpokenForm(bound, initial=initial, number=number, report=report)
    context = {"case": case, "form": form, "section": "inbox"}
    if not form.is_valid():
        return render(request, "staff/verb_form.html", context, status=422 if form.is_bound else 200)
    try:
        translating.write_down_language(
            report=filed, language=form.cleaned_data["language"],
            needs_interpreter=form.cleaned_data["needs_interpreter"], by=request.user, at=timezone.now(),
        )  # fmt: skip
    except NotNow as refusal:
        form.add_error(None, not_now(refusal))
        return render(request, "staff/verb_form.html", context, status=409)
    messages.success(request, _("De taal van de melder is bewaard."))
    return redirect("case_compose", number)


def _original(case: Case, what: str) -> Report | TimelineEntry:
    """What a reporter of this case wrote; nothing else is translated here."""
    if not what.startswith(translating.MESSAGE):
        return get_object_or_404(case.reports, number=what)
    key = what.removeprefix(translating.MESSAGE)
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    said = case.timeline.filter(sort__in=translating.OF_REPORTERS, by=None).exclude(text="")
    return get_object_or_404(said.select_related("report"), pk=int(key))


def _shown(
    request: SignedInRequest,
    case: Case,
    original: Report | TimelineEntry,
    form: TranslationForm,
    status: int = 200,
) -> HttpResponse:
    is_report = isinstance(original, Report)
    context = {
        "case": case,
        "form": form,
        "title": original.number if isinstance(original, Report) else original.get_sort_display(),
        "original": original.story if isinstance(original, Report) else original.text,
        "at": original.filed_at if isinstance(original, Report) else original.at,
        "is_report": is_report,
        "translations": original.translations.select_related("by")[:MOST],
        "section": "inbox",
    }
    return render(request, "staff/translate.html", context, status=status)
