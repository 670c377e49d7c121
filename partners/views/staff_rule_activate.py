"""Putting the draft in use, with all that it changes and all that is to be said about it in sight."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.backtesting import backtest_results, backtests
from partners.forms.staff_rule_activate import ActivateForm
from partners.models import Backtest, RoutingRule
from partners.rules import rule_alarms, rule_listing, rule_report, rule_seen, rule_sets, rule_words
from partners.rules.rule_health import Finding, Severity
from partners.views.staff_rules import NO_DRAFT
from partners.weighing.choosing import wrong_with
from safetyportal.configuration.sure import digest
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

Warned = tuple[RoutingRule, Finding]


@action("rules.change")
def rules_activate(request: SignedInRequest) -> HttpResponse:
    draft = rule_sets.draft()
    if draft is None:
        messages.info(request, NO_DRAFT)
        return redirect("rules_home")
    now = timezone.now()
    _old, rules, found = rule_listing.compared(rule_sets.active(), draft)
    warnings = _warnings(rules, rule_report.findings(rule_set=draft, at=now))
    broken = [(rule, why) for rule in rules if rule.is_active and (why := wrong_with(rule))]
    on_past = backtests.latest(draft)
    caution = _caution(on_past)
    # What was on the page: rules and warnings, which also grow when a partner goes.
    seen = rule_seen.seen_in(rules)
    sure = digest([caution, *(finding.text for _rule, finding in warnings)])
    form = ActivateForm(request.POST or None, warnings=bool(warnings or caution))
    status = 422 if form.is_bound else 200
    outdated = form.is_bound and (request.POST.get("seen"), request.POST.get("sure", "")) != (seen, sure)
    if form.is_valid() and not broken and found and not outdated:
        try:
            rule_sets.activate(
                rule_set=draft, reason=form.cleaned_data["reason"], by=request.user, at=now, seen=seen
            )
            # At once, and not when the clock comes round: the alarms of the old rules would hang over the new ones.
            rule_alarms.check_rules(at=now)
            messages.success(
                request, _("In gebruik. Elke melding die vanaf nu binnenkomt, volgt deze regels.")
            )
            return redirect("rules_home")
        except (rule_sets.NotADraft, rule_sets.ChangedMeanwhile, rule_sets.BrokenRules):
            outdated = True
    known = rule_words.names([*rules, *(one.rule for one in found)])
    context = {
        "draft": draft,
        "differences": rule_listing.different(found, known),
        "warnings": warnings,
        "broken": broken,
        "caution": caution,
        "outdated": outdated,
        "seen": seen,
        "sure": sure,
        "form": form,
        "backtest": on_past,
        "totals": backtest_results.totals(on_past) if on_past else None,
        "section": "rules",
    }
    return render(request, "staff/rules/activate.html", context, status=409 if outdated else status)


def _caution(on_past: Backtest | None) -> str:
    """That nobody looked what these rules would have done with earlier reports."""
    if on_past is None:
        return _("Dit concept is niet geprobeerd op meldingen van vroeger.")
    if backtests.is_outdated(on_past):
        return _("Na de terugtoets zijn regels veranderd. Wat de terugtoets zei, klopt misschien niet meer.")
    return ""


def _warnings(rules: list[RoutingRule], findings: list[Finding]) -> list[Warned]:
    by_slug = {rule.slug: rule for rule in rules}
    return [(by_slug[one.slug], one) for one in findings if one.severity != Severity.NOTE]
