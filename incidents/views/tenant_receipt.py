"""The receipt: number, code, what happens next and by when."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from incidents.intake import drafts
from incidents.models import Draft, Report
from incidents.rules.answers import Mode
from incidents.views.tenant_drafts import draft_page
from incidents.views.tenant_exit import way_out
from incidents.wizard import steps
from incidents.wizard.promises import more_about_it, who_sees
from safetyportal.clock.deadlines import open_for
from safetyportal.policy.gate import action


@action("public.read")
@draft_page
def report_receipt(request: HttpRequest, draft: Draft) -> HttpResponse:
    if draft.report_id is None:
        # The check page knows which step is still open.
        return redirect("report_step", draft.pk, steps.STEPS[-1].slug)
    code = drafts.show_receipt(draft_id=draft.pk, at=timezone.now())
    report = Report.objects.select_related("kind").get(pk=draft.report_id)
    terms = {term.name: term.due for term in open_for(subject_kind="case", subject_id=report.case_id)}
    context = {
        "draft": draft,
        "report": report,
        "code": code,
        "kind": report.kind,
        "exit": way_out(kind=report.kind, url=reverse("report_quit", args=[draft.pk])),
        "terms": terms,
        "anonymous": report.mode == Mode.ANONYMOUS,
        "promises": who_sees(kind=report.kind, mode=Mode(report.mode), consent=report.consent),
        "more": more_about_it(kind=report.kind, mode=Mode(report.mode)),
    }
    return render(request, "tenant/receipt.html", context)
