"""Sets of rules through time: a draft begun, thrown away or taken from an older set."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.models import RuleSet
from partners.rules import rule_listing, rule_seen, rule_sets, rule_words
from partners.views.staff_rules import NO_DRAFT
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

SETS_SHOWN = 50


@action("rules.change")
def rules_start(request: SignedInRequest) -> HttpResponse:
    """A draft like the set in use, or like the older one that is named."""
    if request.method != "POST":
        return redirect("rules_home")
    like = None
    if named := request.POST.get("like", ""):
        like = get_object_or_404(RuleSet.objects.exclude(state=RuleSet.State.DRAFT), number=named if named.isdecimal() and len(named) < 9 else 0)  # fmt: skip
    try:
        rule_sets.start_draft(by=request.user, at=timezone.now(), like=like)
    except rule_sets.DraftExists:
        messages.warning(request, _("Er is al een concept. Maak dat af, of gooi het eerst weg."))
    return redirect("rules_draft")


@action("rules.change")
def rules_discard(request: SignedInRequest) -> HttpResponse:
    draft = rule_sets.draft()
    if draft is None:
        messages.info(request, NO_DRAFT)
        return redirect("rules_home")
    _old, rules, found = rule_listing.compared(rule_sets.active(), draft)
    seen = rule_seen.seen_in(rules)
    outdated = request.method == "POST" and request.POST.get("seen") != seen
    if request.method == "POST" and not outdated:
        try:
            rule_sets.discard(rule_set=draft, by=request.user, at=timezone.now())
            messages.success(
                request, _("Het concept is weg. De regels in gebruik zijn gebleven zoals ze waren.")
            )
        except rule_sets.NotADraft:
            messages.info(request, NO_DRAFT)
        return redirect("rules_home")
    known = rule_words.names([one.rule for one in found])
    context = {
        "draft": draft,
        "seen": seen,
        "outdated": outdated,
        "differences": rule_listing.different(found, known),
        "changes": rule_listing.changes_of(draft),
        "section": "rules",
    }
    return render(request, "staff/rules/discard.html", context, status=409 if outdated else 200)


@action("rules.read")
def rules_history(request: SignedInRequest) -> HttpResponse:
    sets = RuleSet.objects.exclude(state=RuleSet.State.DRAFT).select_related("activated_by", "based_on")
    context = {"sets": sets[:SETS_SHOWN], "section": "rules"}
    return render(request, "staff/rules/history.html", context)


@action("rules.read")
def rules_set(request: SignedInRequest, number: int) -> HttpResponse:
    """A set that is or was in use, and what it changed."""
    found = get_object_or_404(
        RuleSet.objects.exclude(state=RuleSet.State.DRAFT).select_related("activated_by", "based_on"),
        number=number,
    )
    before = RuleSet.objects.filter(activated_at__lt=found.activated_at).order_by("-activated_at").first()
    _old, rules, differ = rule_listing.compared(before, found)
    known = rule_words.names([*rules, *(one.rule for one in differ)])
    context = {
        "found": found,
        "before": before,
        "lines": rule_listing.lines(rules, known, differ if before else ()),
        "gone": [one for one in rule_listing.different(differ, known) if one.place is None],
        "changes": rule_listing.changes_of(found),
        "has_draft": rule_sets.draft() is not None,
        "section": "rules",
    }
    return render(request, "staff/rules/set.html", context)
