"""Pages that belong to no side: for monitors, robots and researchers, and the choice of a language."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views import i18n

from safetyportal import health
from safetyportal.policy.gate import action
from safetyportal.texts.association import current
from safetyportal.texts.house_style import style_sheet

SECURITY_TXT_VALID = timedelta(days=180)

set_language = action("public.write")(i18n.set_language)


@action("public.read")
def healthz(request: HttpRequest) -> HttpResponse:
    """The process is up. Asks nothing of anything else."""
    return HttpResponse("ok\n", content_type="text/plain")


@action("public.read")
def readyz(request: HttpRequest) -> HttpResponse:
    """Whether this process can serve pages, with ages in seconds and nothing else."""
    found = health.readiness(at=timezone.now())
    return JsonResponse({"ready": found.is_ready, **asdict(found)}, status=200 if found.is_ready else 503)


@action("public.read")
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")


@action("public.read")
def house_style(request: HttpRequest, version: int) -> HttpResponse:
    """The association's colours; another version has another address, so a browser may keep this one."""
    answer = HttpResponse(style_sheet(current().colours), content_type="text/css; charset=utf-8")
    answer.headers["Cache-Control"] = "public, max-age=86400"
    return answer


@action("public.read")
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to tell us of a hole (RFC 9116)."""
    association = current()
    contact = (
        f"mailto:{association.email}" if association.email else f"tel:{association.phone.replace(' ', '-')}"
    )
    expires = (timezone.now() + SECURITY_TXT_VALID).strftime("%Y-%m-%dT00:00:00Z")
    lines = (
        f"Contact: {contact}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.PUBLIC_URL}/.well-known/security.txt",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
