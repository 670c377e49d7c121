"""Other routing rules in force, as a functional administrator would have made them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from partners.models import RoutingRule, RuleSet
from partners.rules import rule_sets
from tests.world import person


def rules_become(change: Callable[[QuerySet[RoutingRule]], Any]) -> RuleSet:
    """A draft, changed and put in use; also with rules that putting in use refuses, as they may be there already."""
    made = rule_sets.start_draft(by=person("beheer"), at=timezone.now())
    change(made.rules.all())
    RuleSet.objects.filter(state=RuleSet.State.ACTIVE).update(state=RuleSet.State.RETIRED)
    made.state, made.activated_at, made.reason = RuleSet.State.ACTIVE, timezone.now(), "Voor deze test"
    made.save(update_fields=["state", "activated_at", "reason"])
    return made


def rule_first(**content: Any) -> RoutingRule:
    """A rule before all others, in force."""
    content = {**content, "position": 0}
    made = rules_become(lambda rules: _add(rules, content))
    return RoutingRule.objects.get(rule_set=made, slug=content["slug"])


def _add(rules: QuerySet[RoutingRule], content: dict[str, Any]) -> None:
    draft = rule_sets.draft()
    assert draft is not None
    RoutingRule.objects.create(rule_set=draft, **content)
