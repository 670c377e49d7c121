"""Pages that are the same for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from incidents.views import tenant_drafts
from safetyportal.policy.gate import action


@action("public.read")
def tenant_start(request: HttpRequest) -> HttpResponse:
    return render(request, "tenant/start.html", {"unfinished": tenant_drafts.unfinished(request)})


@action("public.read")
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "tenant/privacy.html")


@action("public.read")
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "tenant/accessibility.html")
