from __future__ import annotations

from django.urls import path

from bench.bare.views import lines, report, report_and_route

urlpatterns = [
    path("report/", report, name="report"),
    path("route/", report_and_route, name="route"),
    path("lines/", lines, name="lines"),
]
