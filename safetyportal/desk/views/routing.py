from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from partners.mailing import deliveries
from partners.rules import rule_listing
from safetyportal.desk import inbox, routing, why
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest


@action("routing.overview")
def routing_overview(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    rules = routing.rules(at=now)
    inbox.look_up(actor=request.user, at=now)
    context = {
        "alarms": routing.alarms(actor=request.user),
        "may_clear": may("alarm.clear", request.user),
        "sees_cases": may("case.list", request.user),
        "orders": routing.orders(),
        "counted": routing.COUNTED,
        "processes": routing.processes(at=now),
        "reasons": [why.of(one) for one in routing.to_triage(actor=request.user)],
        "rules": rules,
        "unowned": rule_listing.unowned(rules),
        "section": "routing",
    }
    return render(request, "staff/routing.html", context)


@action("routing.deliveries")
def routing_deliveries(request: SignedInRequest) -> HttpResponse:
    """What partners were not told yet, without what any case is about."""
    context = {
        "piles": deliveries.piles(),
        "lines": routing.not_through(actor=request.user),
        "most": deliveries.MOST,
        "section": "routing",
    }
    return render(request, "staff/deliveries.html", context)
