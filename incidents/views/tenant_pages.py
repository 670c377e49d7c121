"""Pages that are the same for everybody."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from incidents.models import Kind
from incidents.views import tenant_drafts
from safetyportal.clock.calendar import local_day
from safetyportal.policy.gate import action

# The day on which somebody last compared the statement with what the tests do.
STATEMENT_REVIEWED_ON = date(2026, 11, 25)


@action("public.read")
def tenant_start(request: HttpRequest) -> HttpResponse:
    return render(request, "tenant/start.html", {"unfinished": tenant_drafts.unfinished(request)})


@action("public.read")
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "tenant/privacy.html")


@action("public.read")
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "tenant/accessibility.html", {"reviewed_on": STATEMENT_REVIEWED_ON})


@action("public.read")
def tried_first(request: HttpRequest) -> HttpResponse:
    """The advice about the kind that this browser was about to report; for anybody else a few words without it."""
    kinds = Kind.objects.for_tenants(local_day(timezone.now())).exclude(advice_nl="")
    kind = kinds.filter(pk=request.session.get(tenant_drafts.TRIED, "")).first()
    return render(request, "tenant/tried_first.html", {"kind": kind})
