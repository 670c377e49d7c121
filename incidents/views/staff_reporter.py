"""Who reported: shown once, on request, and written down."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from incidents.models import Case
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_REPORTS = 50


@action("reporter.read")
def reporter_identity(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "reporter.read"), number=number)
    reports = case.reports.select_related("identity__home").order_by("filed_at")[:MOST_REPORTS]
    record(
        action="reporter.read",
        actor=request.user,
        object_kind="case",
        object_id=case.pk,
        at=timezone.now(),
        detail={"reports": len(reports)},
    )
    return render(request, "staff/reporter.html", {"case": case, "reports": reports, "section": "inbox"})
