"""The routing rules: those in use, the draft beside them, and the order in a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.rules import rule_editing, rule_listing, rule_report, rule_seen, rule_sets, rule_words
from partners.rules.rule_sets import NotADraft
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

NO_DRAFT = gettext_lazy("Er is geen concept meer: een collega nam het in gebruik of gooide het weg.")


@action("rules.read")
def rules_home(request: SignedInRequest) -> HttpResponse:
    active, draft = rule_sets.active(), rule_sets.draft()
    rules, planned, found = rule_listing.compared(active, draft)
    known = rule_words.names([*rules, *planned])
    lines = rule_listing.lines(
        rules, known, health=rule_report.report(rule_set=active, at=timezone.now()) if active else None
    )
    context = {
        "active": active,
        "draft": draft,
        "lines": lines,
        "unowned": rule_listing.unowned(lines),
        "differences": rule_listing.different(found, known),
        "section": "rules",
    }
    return render(request, "staff/rules/home.html", context)


@action("rules.read")
def rules_draft(request: SignedInRequest) -> HttpResponse:
    draft = rule_sets.draft()
    if draft is None:
        messages.info(request, _("Er is nu geen concept."))
        return redirect("rules_home")
    _old, rules, found = rule_listing.compared(rule_sets.active(), draft)
    known = rule_words.names([*rules, *(one.rule for one in found)])
    context = {
        "draft": draft,
        "lines": rule_listing.lines(
            rules, known, found, rule_report.report(rule_set=draft, at=timezone.now())
        ),
        "gone": [one for one in rule_listing.different(found, known) if one.place is None],
        "order": rule_seen.order_of(rules),
        "many": len(found),
        "section": "rules",
    }
    return render(request, "staff/rules/draft.html", context)


@action("rules.change")
def rule_move(request: SignedInRequest, slug: str) -> HttpResponse:
    draft = rule_sets.draft()
    place = _place(request.POST.get("to") or request.POST.get("place", ""))
    if draft is None or place is None:
        messages.warning(request, NO_DRAFT if draft is None else _("Vul een plaats in: een getal vanaf 1."))
        return redirect("rules_draft")
    try:
        rule_editing.move(
            draft=draft, slug=slug, place=place, seen=request.POST.get("seen", ""), by=request.user, at=timezone.now()
        )  # fmt: skip
    except rule_editing.OrderChanged:
        messages.warning(
            request, _("Een collega veranderde de volgorde net. Kijk hoe hij nu is, en probeer het opnieuw.")
        )
    except NotADraft:
        messages.warning(request, NO_DRAFT)
    except rule_editing.SameAsBefore:
        messages.info(request, _("De regel staat daar al."))
    return redirect(f"{reverse('rules_draft')}#{slug}")


def _place(typed: str) -> int | None:
    """A place as somebody types it; None for anything else."""
    typed = typed.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) < 5):
        return None
    return int(typed) or None
