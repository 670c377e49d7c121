"""Photos and files that come with a form of a tenant: beside a message they lie ready until it is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from incidents.evidence import accepting, listing
from incidents.evidence.receiving import receive
from incidents.forms.tenant_evidence import EvidenceForm
from incidents.models import Evidence, Report
from incidents.pages.reporter_acts import Act
from safetyportal.hygiene import features
from safetyportal.throttle.clients import client_key
from safetyportal.uploads import ReceivedFile


def may_come(act: Act, report: Report) -> bool:
    """Not in a protected case: who may be watched makes no pictures for us."""
    return act.form.takes_files and not report.case.restricted


def received(request: HttpRequest, report: Report) -> EvidenceForm:
    """Take in what came, take away what was asked; the form says of each file why it was not taken."""
    form = taken_in(
        request, lambda file: accepting.add_to_report(report=report, file=file, at=timezone.now())
    )
    take_away(request, accepting.unsent(report))
    return form


def taken_in(request: HttpRequest, add: Callable[[ReceivedFile], Evidence]) -> EvidenceForm:
    """The boxes for files with, of each that `add` does not take, why not."""
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        for problem in receive(files=form.chosen, add=add, client=client_key(request), at=timezone.now()):
            form.add_error("file", problem)
    return form


def take_away(request: HttpRequest, own: QuerySet[Evidence]) -> None:
    """The one of `own` whose button was pressed, if any."""
    gone = request.POST.get("remove")
    if not gone:
        return
    try:
        found = own.filter(pk=gone).first()
    except ValidationError:  # not a key at all
        return
    if found:
        accepting.remove(evidence=found)


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
