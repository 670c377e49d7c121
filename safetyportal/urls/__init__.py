"""All pages of this process: SAFETYPORTAL_SIDES says which of the three sides it mounts."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from safetyportal.env import DEMO, SIDES

urlpatterns: list[URLPattern | URLResolver] = [path("", include("safetyportal.urls.shared"))]
if "tenant" in SIDES:
    urlpatterns.append(path("", include("safetyportal.urls.tenant")))
if "staff" in SIDES:
    urlpatterns.append(path("werk/", include("safetyportal.urls.staff")))
if "partner" in SIDES:
    urlpatterns.append(path("partner/", include("safetyportal.urls.partner")))
if "staff" in SIDES or "partner" in SIDES:
    urlpatterns.append(path("", include("safetyportal.urls.account")))
if DEMO:
    urlpatterns.append(path("demo/", include("safetyportal.demo.urls")))

handler400 = "safetyportal.errors.bad_request"
handler403 = "safetyportal.errors.forbidden"
handler404 = "safetyportal.errors.not_found"
handler500 = "safetyportal.errors.server_error"
