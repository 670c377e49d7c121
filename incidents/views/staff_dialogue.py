"""Staff ask a reporter something, and deal with what a reporter asks of us."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.following import dialogue
from incidents.forms.staff_dialogue import AskReporterForm, SettleForm
from incidents.models import Case, TimelineEntry
from incidents.views.late import not_now
from safetyportal.accounts.roles import Role
from safetyportal.clock.deadlines import open_for
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

Sort = TimelineEntry.Sort
MOST_REPORTS = 50


@action("reporter.ask")
def ask(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "reporter.ask"), number=number)
    reports = list(case.reports.order_by("-filed_at")[:MOST_REPORTS])
    form = AskReporterForm(request.POST, number=number, reports=reports)
    if not form.is_valid():
        return render(
            request, "staff/verb_form.html", {"case": case, "form": form, "section": "inbox"}, status=422
        )
    try:
        dialogue.ask(report=form.report(), text=form.cleaned_data["text"], by=request.user, at=timezone.now())
    except NotNow as refusal:
        messages.warning(request, not_now(refusal))
    else:
        messages.success(request, _("De vraag staat klaar voor de melder. Onze termijnen staan stil."))
    return redirect("case_page", number)


@action("reporter.settle")
def settle(request: SignedInRequest, number: str, about: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "reporter.settle"), number=number)
    terms = open_for(subject_kind="case", subject_id=case.pk)
    waiting = next(
        (one for one in dialogue.waiting_in(case.reports.all(), terms) if one.about == about), None
    )
    if waiting is None:
        if request.method == "POST":
            messages.info(request, _("Dit is al afgehandeld."))
            return redirect("case_page", number)
        raise Http404
    may = waiting.sort != Sort.COMPLAINT or Role.LEAD in request.user.roles
    form = SettleForm(request.POST if request.method == "POST" else None, number=number, about=about)
    if may and form.is_valid():
        try:
            dialogue.settle(
                report=waiting.report,
                sort=waiting.sort,
                text=form.cleaned_data["text"],
                by=request.user,
                at=timezone.now(),
            )
        except NotNow as refusal:
            messages.warning(request, not_now(refusal))
        else:
            messages.success(request, _("Afgehandeld. De melder kan uw bericht lezen."))
        return redirect("case_page", number)
    entry = case.timeline.filter(report=waiting.report, sort=waiting.sort).first()
    context = {
        "case": case,
        "form": form,
        "waiting": waiting,
        "entry": entry,
        "may": may,
        "section": "inbox",
    }
    return render(request, "staff/settle.html", context, status=422 if form.is_bound else 200)
