"""Photos and files beside a message on the page of a report: they lie ready until the message is sent."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from incidents.evidence import accepting, listing
from incidents.evidence.receiving import receive
from incidents.forms.tenant_evidence import EvidenceForm
from incidents.models import Report
from incidents.reporter_acts import Act
from safetyportal.hygiene import features
from safetyportal.throttle.clients import client_key


def may_come(act: Act, report: Report) -> bool:
    """Not in a protected case: who may be watched makes no pictures for us."""
    return act.form.takes_files and not report.case.restricted


def received(request: HttpRequest, report: Report) -> EvidenceForm:
    """Take in what came, take away what was asked; the form says of each file why it was not taken."""
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        problems = receive(
            files=form.chosen,
            add=lambda file: accepting.add_to_report(report=report, file=file, at=timezone.now()),
            client=client_key(request),
            at=timezone.now(),
        )
        for problem in problems:
            form.add_error("file", problem)
    if gone := request.POST.get("remove"):
        try:
            found = accepting.unsent(report).filter(pk=gone).first()
        except ValidationError:  # not a key at all
            found = None
        if found:
            accepting.remove(evidence=found)
    return form


def only_files(request: HttpRequest) -> bool:
    """A button that adds or takes away a file; the message is not sent yet."""
    return "add" in request.POST or "remove" in request.POST


def act_page(request: HttpRequest, report: Report, context: dict[str, Any]) -> HttpResponse:
    """The page of an act, with the boxes for files where they may come."""
    act = context["act"]
    if not may_come(act, report):
        return render(request, "tenant/act.html", {**context, "files_form": None})
    files = context.get("files_form") or EvidenceForm()
    ready = listing.shown(accepting.unsent(report).select_related("scan"))
    response = render(request, "tenant/act.html", {**context, "files_form": files, "evidence": ready})
    response.headers["Permissions-Policy"] = features(opened=("microphone",))
    return response
