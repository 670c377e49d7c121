"""Who reported: shown once, on request, and written down; and a new code by letter for who lost it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.following import code_letters, contacts
from incidents.forms.staff_reporter import MotiveForm
from incidents.models import Case, ReporterIdentity
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_REPORTS = 50


@action("reporter.read")
def reporter_identity(request: SignedInRequest, number: str) -> HttpResponse:
    case = _case(request, number)
    if not contacts.sees_at_once(case=case, by=request.user):
        return redirect("reporter_motive", number)
    return _show(request, case)


@action("reporter.motive")
def reporter_motive(request: SignedInRequest, number: str) -> HttpResponse:
    case = _case(request, number)
    form = MotiveForm(request.POST or None, number=number)
    if form.is_valid():
        return _show(request, case, form.cleaned_data["motive"])
    context = {"case": case, "form": form, "section": "inbox"}
    return render(request, "staff/reporter_motive.html", context, status=422 if form.is_bound else 200)


def _case(request: SignedInRequest, number: str) -> Case:
    return get_object_or_404(Case.objects.for_(request.user, "reporter.motive"), number=number)


def _show(request: SignedInRequest, case: Case, motive: str = "") -> HttpResponse:
    reports = case.reports.select_related("identity__home", "spoken").order_by("filed_at")[:MOST_REPORTS]
    contacts.write_down(case=case, reports=len(reports), by=request.user, at=timezone.now(), motive=motive)
    lines = [
        (one, code_letters.why_not(case=case, identity=getattr(one, "identity", None))) for one in reports
    ]
    return render(request, "staff/reporter.html", {"case": case, "lines": lines, "section": "inbox"})


@action("reporter.letter")
def reporter_letter(request: SignedInRequest, number: str, report: str) -> HttpResponse:
    """Post makes the code and comes back to look at it, so that a reload makes no other."""
    case = get_object_or_404(Case.objects.for_(request.user, "reporter.letter"), number=number)
    filed = get_object_or_404(case.reports.select_related("case"), number=report)
    now = timezone.now()
    if not contacts.may_see(case=case, by=request.user, at=now):
        return redirect("reporter_motive", number)
    if request.method == "POST":
        try:
            code_letters.write(report=filed, by=request.user, at=now)
        except code_letters.NoLetter as refusal:
            messages.warning(request, str(refusal.why))
            return redirect("case_page", number)
        return redirect("reporter_letter", number, report)
    letter = code_letters.show(report=filed, by=request.user, at=now)
    if letter is None:
        messages.info(request, _("Deze brief is niet meer te zien. Maak zo nodig een nieuwe."))
        return redirect("case_page", number)
    identity = ReporterIdentity.objects.select_related("home").get(report=filed)
    context = {
        "case": case,
        "heading": _("Brief met een nieuwe code"),
        "letter": letter,
        "own_number": filed.number,
        "to": identity,
        "language": filed.letter_language,
        "door": f"{settings.PUBLIC_URL}{reverse('follow_enter')}",
        "section": "inbox",
    }
    return render(request, "staff/code_letter.html", context)
