"""One rule of the draft: made, copied, changed or taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.forms.staff_rule import RuleForm, asking_of, initial_of, typed
from partners.models import RoutingRule, RuleSet
from partners.rules import (
    rule_checking,
    rule_choices,
    rule_editing,
    rule_listing,
    rule_seen,
    rule_sets,
    rule_warnings,
    rule_words,
)
from partners.views.staff_rules import NO_DRAFT
from safetyportal.configuration.reason import ReasonForm
from safetyportal.configuration.sure import digest
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

SAVE = "save"


@dataclass
class Desk:
    """What is on the desk of who fills in a rule: the draft, its rules, and the rule itself unless it is new."""

    draft: RuleSet | None
    rules: list[RoutingRule]
    rule: RoutingRule | None
    like: RoutingRule | None
    slug: str
    is_new: bool

    def form(self, kinds: list[str], *args: Any, **kwargs: Any) -> RuleForm:
        kept = self.rule or self.like
        return RuleForm(
            *args,
            offered=rule_choices.offered(
                timezone.localdate(), keeping=kept.kinds if kept else (), asking=asking_of(kinds)
            ),
            rules=self.rules if self.is_new else None,
            **kwargs,
        )


def _desk(slug: str = "", like: str = "") -> Desk:
    draft = rule_sets.draft()
    rules = rule_listing.rules_of(draft)
    by_slug = {one.slug: one for one in rules}
    return Desk(draft, rules, by_slug.get(slug), by_slug.get(like), slug, is_new=not slug)


@action("rules.change")
def rule_new(request: SignedInRequest) -> HttpResponse:
    """An empty form, or that of another rule with ?zoals=."""
    desk = _desk(like=request.GET.get("zoals", ""))
    if request.method == "POST":
        return _posted(request, desk)
    if desk.draft is None:
        return _no_draft(request)
    initial = _new(request, desk)
    return _page(request, desk, desk.form(initial.get("kinds", []), initial=initial))


@action("rules.change")
def rule_edit(request: SignedInRequest, slug: str) -> HttpResponse:
    desk = _desk(slug)
    if request.method == "POST":
        return _posted(request, desk, slug)
    if desk.draft is None:
        return _no_draft(request)
    if desk.rule is None:
        raise Http404
    initial = initial_of(desk.rule)
    initial["owner"] = initial["owner"] or str(request.user.pk)
    form = desk.form(desk.rule.kinds, initial=initial)
    return _page(request, desk, form, seen=rule_seen.seen_of(desk.rule))


@action("rules.change")
def rule_remove(request: SignedInRequest, slug: str) -> HttpResponse:
    desk = _desk(slug)
    if desk.draft is None:
        return _no_draft(request)
    if desk.rule is None:
        messages.info(request, _("Deze regel is al weg."))
        return redirect("rules_draft")
    why = ReasonForm(request.POST or None)
    status = 422 if why.is_bound else 200
    if why.is_valid():
        try:
            rule_editing.remove(
                draft=desk.draft, slug=slug, seen=request.POST.get("seen", ""), reason=why.cleaned_data["reason"],
                by=request.user, at=timezone.now(),
            )  # fmt: skip
            messages.success(request, _("De regel is uit het concept gehaald."))
            return redirect("rules_draft")
        except (rule_editing.Outdated, rule_sets.NotADraft):
            status = 409
    known = rule_words.names([desk.rule])
    context = {
        "line": rule_listing.lines([desk.rule], known)[0],
        "seen": rule_seen.seen_of(desk.rule),
        "why": why,
        "outdated": status == 409,
        "section": "rules",
    }
    return render(request, "staff/rules/remove.html", context, status=status)


def _new(request: SignedInRequest, desk: Desk) -> dict[str, Any]:
    """In front of a last rule that takes everything, or behind the rule it is like."""
    last = desk.rules[-1] if desk.rules else None
    initial: dict[str, Any] = {"valid_from": timezone.localdate(), "is_active": True}
    before = last if last and last.passes_everything else None
    if desk.like is not None:
        initial = initial_of(desk.like) | {"name": _("Kopie van {name}").format(name=desk.like.name)[:120]}
        place = desk.rules.index(desk.like) + 1
        before = desk.rules[place] if place < len(desk.rules) else None
    return initial | {"owner": str(request.user.pk), "before": before.slug if before else ""}


def _posted(request: SignedInRequest, desk: Desk, slug: str = "") -> HttpResponse:
    data, step, seen = request.POST, request.POST.get("step", SAVE), request.POST.get("seen", "")
    form = desk.form(data.getlist("kinds"), data)
    if step != SAVE:
        said = typed(data, form, step)
        return _page(request, desk, desk.form(data.getlist("kinds"), initial=said), seen=seen)
    if not form.is_valid():
        return _page(request, desk, form, seen=seen, status=422)
    if slug and desk.draft and (desk.rule is None or rule_seen.seen_of(desk.rule) != seen):
        return _late(request, desk, form, desk.rule)
    warnings = _warnings(desk, form) if desk.draft else []
    if warnings and data.get("sure") != digest(warnings):
        return _page(request, desk, form, seen=seen, warnings=warnings, sure=digest(warnings))
    reason, before = form.cleaned_data["reason"], form.cleaned_data.get("before")
    who: dict[str, Any] = {"reason": reason, "by": request.user, "at": timezone.now()}
    try:
        if desk.draft is None:
            raise rule_sets.NotADraft(0)
        if slug:
            rule = rule_editing.change(draft=desk.draft, slug=slug, content=form.content(), seen=seen, **who)
        else:
            front = next((one for one in desk.rules if one.slug == before), None)
            rule = rule_editing.add(draft=desk.draft, content=form.content(), before=front, **who)
    except rule_editing.Outdated as late:
        return _late(request, desk, form, late.rule)
    except rule_sets.NotADraft:
        form.add_error(
            None,
            _(
                "Er is geen concept meer. Uw regel is niet bewaard. Maak een nieuw concept, en bewaar hem dan."
            ),
        )
        return _page(request, desk, form, seen=seen, status=409)
    except rule_editing.TooMany:
        form.add_error(
            None, _("Er zijn al {n} regels. Haal er eerst een weg.").format(n=rule_editing.MOST_RULES)
        )
        return _page(request, desk, form, seen=seen, status=422)
    except rule_editing.SameAsBefore:
        messages.info(request, _("Er is niets veranderd."))
        return redirect(f"{reverse('rules_draft')}#{slug}")
    messages.success(request, _("Bewaard in het concept."))
    for note in rule_checking.notes(rule, form.offered):
        messages.info(request, note)
    return redirect(f"{reverse('rules_draft')}#{rule.slug}")


def _warnings(desk: Desk, form: RuleForm) -> list[str]:
    rule = form.rule()
    rule.slug = desk.rule.slug if desk.rule else form.NEW
    rules = rule_editing.among(desk.rules, rule, before=form.cleaned_data.get("before") or "")
    return rule_warnings.about(rule, among=rules, before=desk.rules, at=timezone.now())


def _late(request: SignedInRequest, desk: Desk, form: RuleForm, now: RoutingRule | None) -> HttpResponse:
    """A colleague was first: what stands there now beside what was typed."""
    desk.rule = now
    if now is None:  # taken out: keeping it makes it anew, at the end
        desk.is_new = True
        form = desk.form(request.POST.getlist("kinds"), initial=typed(form.data, form) | {"before": ""})
    mine = form.rule() if now else None
    known = rule_words.names([one for one in (now, mine) if one])
    context = {
        "late": True,
        "theirs": rule_words.changed(now, mine, known) if now and mine else [],
        "changed_by": now.changed_by if now else None,
    }
    return _page(request, desk, form, seen=rule_seen.seen_of(now) if now else "", status=409, **context)


def _page(
    request: SignedInRequest, desk: Desk, form: RuleForm, *, seen: str = "", status: int = 200, **more: Any
) -> HttpResponse:  # fmt: skip
    context = {
        "form": form,
        "slug": desk.slug,
        "is_new": desk.is_new,
        "seen": seen,
        "hides": _hidden_by(desk) if "everything" in form.errors else [],
        "section": "rules",
        **more,
    }
    return render(request, "staff/rules/edit.html", context, status=status)


def _hidden_by(desk: Desk) -> list[RoutingRule]:
    """What stands below a rule, and would never be asked again when it takes everything."""
    if desk.rule is None:
        return []
    return [one for one in desk.rules if one.position > desk.rule.position and one.is_active]


def _no_draft(request: SignedInRequest) -> HttpResponse:
    messages.info(request, NO_DRAFT)
    return redirect("rules_home")
