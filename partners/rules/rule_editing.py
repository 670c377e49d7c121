"""Making, changing, moving and removing the rules of a draft. Each asks what its maker saw, so that nobody undoes what a colleague did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from partners.models import RoutingRule, RuleChange, RuleSet
from partners.rules.rule_seen import order_of, seen_of
from partners.rules.rule_sets import NotADraft
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record

MOST_RULES = 300
Sort = RuleChange.Sort


class Outdated(ValueError):
    """The rule is not as it was seen; `rule` is how it stands now, None when it is gone."""

    def __init__(self, rule: RoutingRule | None) -> None:
        super().__init__(str(rule))
        self.rule = rule


class OrderChanged(ValueError):
    """The rules stand in another order than was seen."""


class SameAsBefore(ValueError):
    """Nothing would change."""


class TooMany(ValueError):
    """A set holds at most MOST_RULES rules."""


def among(rules: Sequence[RoutingRule], rule: RoutingRule, *, before: str = "") -> list[RoutingRule]:
    """The rules with this one in the place of the one with its slug; a new one in front of another or at the end."""
    if any(one.slug == rule.slug for one in rules):
        return [rule if one.slug == rule.slug else one for one in rules]
    place = next((at for at, one in enumerate(rules) if one.slug == before), len(rules))
    return [*rules[:place], rule, *rules[place:]]


@transaction.atomic
def add(
    *,
    draft: RuleSet,
    content: dict[str, Any],
    reason: str,
    by: User,
    at: datetime,
    before: RoutingRule | None = None,
) -> RoutingRule:
    """A new rule, in front of another or at the end. Raises NotADraft or TooMany."""
    rules = _locked(draft)
    if len(rules) >= MOST_RULES:
        raise TooMany
    made = RoutingRule(rule_set=draft, slug=_new_slug(content["name"]), position=len(rules) + 1, **content)
    _stamp(made, reason, by, at)
    made.save()
    _put_in_order(among(rules, made, before=before.slug if before else ""))
    _keep(made, Sort.ADDED, reason, by, at)
    return made


@transaction.atomic
def change(
    *,
    draft: RuleSet,
    slug: str,
    content: dict[str, Any],
    seen: str,
    reason: str,
    by: User,
    at: datetime,
) -> RoutingRule:
    """Give a rule other content. Its version grows once in a draft. Raises NotADraft, Outdated or SameAsBefore."""
    rule = _as_seen(_locked(draft), slug, seen)
    if rule.content() == content:
        raise SameAsBefore
    for name, value in content.items():
        setattr(rule, name, value)
    rule.version = _version(draft, rule)
    _stamp(rule, reason, by, at)
    rule.save()
    _keep(rule, Sort.CHANGED, reason, by, at)
    return rule


@transaction.atomic
def remove(*, draft: RuleSet, slug: str, seen: str, reason: str, by: User, at: datetime) -> None:
    """Take a rule out of the draft; it stays in the sets it stood in. Raises NotADraft or Outdated."""
    rules = _locked(draft)
    rule = _as_seen(rules, slug, seen)
    _keep(rule, Sort.REMOVED, reason, by, at)
    _put_in_order([one for one in rules if one.slug != slug])
    rule.delete()


@transaction.atomic
def move(*, draft: RuleSet, slug: str, place: int, seen: str, by: User, at: datetime) -> None:
    """Put a rule at a place, 1 is first; too far is last. Raises NotADraft, OrderChanged or SameAsBefore."""
    rules = _locked(draft)
    if order_of(rules) != seen:
        raise OrderChanged
    rule = next((one for one in rules if one.slug == slug), None)
    if rule is None:
        raise OrderChanged
    others = [one for one in rules if one is not rule]
    place = max(place, 1) - 1
    wanted = [*others[:place], rule, *others[place:]]
    if wanted == rules:
        raise SameAsBefore
    _put_in_order(wanted)
    _keep(rule, Sort.MOVED, "", by, at)


def _locked(draft: RuleSet) -> list[RoutingRule]:
    """The rules of the draft in order, while nobody else changes them."""
    found = RuleSet.objects.select_for_update().filter(pk=draft.pk, state=RuleSet.State.DRAFT).first()
    if found is None:
        raise NotADraft(draft.number)
    return list(found.rules.all())


def _as_seen(rules: Sequence[RoutingRule], slug: str, seen: str) -> RoutingRule:
    rule = next((one for one in rules if one.slug == slug), None)
    if rule is None or seen_of(rule) != seen:
        raise Outdated(rule)
    return rule


def _version(draft: RuleSet, rule: RoutingRule) -> int:
    """One more than any that was in use; as it was when the content is back to what it was."""
    was = RoutingRule.objects.filter(rule_set=draft.based_on_id, slug=rule.slug).first()
    if was is not None and was.content() == rule.content():
        return was.version
    others = RoutingRule.objects.filter(slug=rule.slug).exclude(rule_set=draft)
    return (others.aggregate(last=Max("version"))["last"] or 0) + 1


def _new_slug(name: str) -> str:
    """A word of its own, through all sets: a rule is not to be taken for one that is gone."""
    stem = slugify(name)[:50] or "regel"
    taken = set(RoutingRule.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    taken |= set(RuleChange.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(
        slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken
    )


def _stamp(rule: RoutingRule, reason: str, by: User, at: datetime) -> None:
    rule.changed_at, rule.changed_by, rule.reason = at, by, reason


def _put_in_order(rules: Sequence[RoutingRule]) -> None:
    """Numbers 1 and on, as people count them."""
    stray = [rule for place, rule in enumerate(rules, 1) if rule.position != place]
    for place, rule in enumerate(rules, 1):
        rule.position = place
    RoutingRule.objects.bulk_update(stray, ["position"])


def _keep(rule: RoutingRule, sort: RuleChange.Sort, reason: str, by: User, at: datetime) -> None:
    RuleChange.objects.create(
        rule_set_id=rule.rule_set_id, slug=rule.slug, name=rule.name, sort=sort, reason=reason, by=by, at=at
    )
    record(
        action=f"rule.{sort}",
        actor=by,
        object_kind="rule",
        object_id=rule.slug,
        detail={"set": rule.rule_set_id, "version": rule.version, "place": rule.position},
        at=at,
    )
