"""Backtests of routing rules: ask for one, see how far it is and what it found, stop it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.backtesting import backtest_plot, backtest_results, backtests
from partners.forms.backtest import BacktestForm
from partners.models import Backtest
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

SHOWN = 50
LOOK_AGAIN = 5  # seconds, as the page says
SECTION = "rules"


@action("backtest.read")
def backtest_list(request: SignedInRequest) -> HttpResponse:
    found = Backtest.objects.select_related("rule_set", "against", "asked_by").defer("rules", "result")
    context = {"backtests": found[:SHOWN], "section": SECTION}
    return render(request, "staff/backtests/list.html", context)


@action("backtest.run")
def backtest_start(request: SignedInRequest) -> HttpResponse:
    today, address = timezone.localdate(), reverse("backtest_start")
    if request.method != "POST":
        days = {"from_day": today - timedelta(days=365), "to_day": today}
        return _form(request, BacktestForm(initial=days, today=today, action=address), 200)
    form = BacktestForm(request.POST, today=today, action=address)
    if not form.is_valid():
        return _form(request, form, 422)
    try:
        made = backtests.start(**form.cleaned_data, by=request.user, at=timezone.now())
    except backtests.AlreadyRunning:
        form.add_error("rule_set", _("Deze set wordt al getoetst. Wacht tot dat klaar is, of stop het."))
        return _form(request, form, 409)
    except backtests.NothingToCompare:
        form.add_error("rule_set", _("Er zijn geen regels in gebruik, of deze set is er niet meer."))
        return _form(request, form, 409)
    return redirect("backtest_page", made.pk)


@action("backtest.read")
def backtest_page(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Backtest.objects.select_related("rule_set", "against", "asked_by"), pk=pk)
    result, runs = backtest_results.read(found), found.state == Backtest.State.RUNNING
    by_itself = runs and "vanzelf" in request.GET
    context = {
        "backtest": found,
        "progress": backtest_results.progress(found, timezone.now()),
        "runs": runs,
        "by_itself": by_itself,
        "is_outdated": backtests.is_outdated(found),
        "result": result,
        "partners": backtest_plot.of_partners(result.partners),
        "kinds": backtest_plot.of_kinds(result.kinds),
        "section": SECTION,
    }
    answer = render(request, "staff/backtests/page.html", context)
    if by_itself:
        answer["Refresh"] = str(
            LOOK_AGAIN
        )  # only for who asked for it: a page that moves by itself hinders some
    return answer


@action("backtest.run")
def backtest_stop(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Backtest, pk=pk)
    if request.method == "POST":
        try:
            backtests.stop(backtest=found, by=request.user, at=timezone.now())
            messages.success(request, _("De terugtoets is gestopt."))
        except backtests.IsOver:
            messages.info(request, _("De terugtoets was al klaar of gestopt."))
    return redirect("backtest_page", found.pk)


def _form(request: SignedInRequest, form: BacktestForm, status: int) -> HttpResponse:
    context = {"form": form, "section": SECTION}
    return render(request, "staff/backtests/start.html", context, status=status)
