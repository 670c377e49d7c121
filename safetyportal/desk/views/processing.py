"""The register of processing: to read, and as a file for a spreadsheet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from safetyportal import spreadsheet
from safetyportal.audit.recording import record
from safetyportal.desk import processing, processing_parts
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("processing.read")
def processing_register(request: SignedInRequest) -> HttpResponse:
    found = processing.rows(processing_parts.read(on=timezone.localdate()))
    header = processing.header()
    # The one who is responsible stands above the page, the name of a row above the row.
    context = {
        "controller": found[0].controller,
        "rows": [(one.name, list(zip(header[2:], cells[2:], strict=True))) for one, cells in zip(found, processing.cells(found), strict=True)],
        "section": "processing",
    }  # fmt: skip
    return render(request, "staff/processing.html", context)


@action("processing.export")
def processing_export(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    found = processing.rows(processing_parts.read(on=today))
    record(
        action="processing.export",
        actor=request.user,
        object_kind="register",
        object_id="processing",
        detail={"rows": len(found)},
        at=now,
    )
    body = spreadsheet.as_csv(processing.header(), processing.cells(found))
    response = HttpResponse(body, content_type=spreadsheet.TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{processing.file_name(today)}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
