from __future__ import annotations

from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bench.bare.models import Line, Report


class ReportForm(ModelForm):
    class Meta:
        model = Report
        fields = ("title", "place", "kind", "story", "email")


def report(request: HttpRequest) -> HttpResponse:
    """A form of five fields; posted, one INSERT."""
    form = ReportForm(request.POST or None)
    if form.is_valid():
        form.save()
        return redirect("report")
    return render(request, "bare/form.html", {"form": form})


def report_and_route(request: HttpRequest) -> HttpResponse:
    """The same, with a task published when it is committed: the shortest way there is from a form to a worker."""
    from bench.bare.celery import app

    form = ReportForm(request.POST or None)
    if form.is_valid():
        with transaction.atomic():
            kept = form.save()
            transaction.on_commit(lambda: app.send_task("bare.route", args=[kept.pk]))
        return redirect("report")
    return render(request, "bare/form.html", {"form": form})


def lines(request: HttpRequest) -> HttpResponse:
    """Fifty rows by an index, and a template: a list can hardly do less."""
    found = Line.objects.filter(status="new").order_by("-created_at", "-id")[:50]
    return render(request, "bare/lines.html", {"lines": found})
