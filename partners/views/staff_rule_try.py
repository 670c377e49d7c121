"""Trying the rules in use and the draft on one report that is made up."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from partners.forms.staff_rule_try import MadeUpForm
from partners.rules import rule_choices, rule_listing, rule_sets
from partners.rules.rule_trying import tried
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("rules.read")
def rules_try(request: SignedInRequest) -> HttpResponse:
    """A form that asks and keeps nothing: its address is the report."""
    today = timezone.localdate()
    kind = request.GET.get("kind", "")
    offered = rule_choices.offered(today, asking=kind)
    form = MadeUpForm(request.GET if kind or request.GET else None, offered=offered)
    found = []
    if form.is_bound and form.is_valid():
        facts = form.facts()
        sets = [one for one in (rule_sets.active(), rule_sets.draft()) if one is not None]
        found = [tried(facts=facts, rule_set=one, rules=rule_listing.rules_of(one), on=today) for one in sets]
    context = {
        "form": form,
        "found": found,
        "is_same": len(found) == 2 and found[0].result == found[1].result,
        "section": "rules",
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "staff/rules/try.html", context, status=status)
