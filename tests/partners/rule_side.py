"""Short ways for tests of the pages of rules: who looks after them, the draft, what a form says."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.models import RoutingRule, RuleSet
from partners.rules import rule_editing, rule_sets
from partners.rules.rule_seen import order_of, seen_of
from tests.partners.partner_side import client_of
from tests.world import person


def who(email: str = "beheer@") -> dict[str, Any]:
    return {"by": person(email), "at": timezone.now()}


def administrator() -> Client:
    return client_of("beheer@")


def draft() -> RuleSet:
    return rule_sets.draft() or rule_sets.start_draft(**who())


def content(**changes: Any) -> dict[str, Any]:
    plain = RoutingRule(
        name="Drugs naar jongerenwerk", kinds=["DRU-GEB"], targets=[["JON", "M", 3]], valid_from=date(2026, 1, 1)
    ).content()  # fmt: skip
    return plain | changes


def add(**changes: Any) -> RoutingRule:
    return rule_editing.add(draft=draft(), content=content(**changes), reason="Nodig.", **who())


def change(rule: RoutingRule, **changes: Any) -> RoutingRule:
    new = rule.content() | changes
    return rule_editing.change(
        draft=draft(), slug=rule.slug, content=new, seen=seen_of(rule), reason="Beter.", **who()
    )


def remove(slug: str) -> None:
    rule_editing.remove(draft=draft(), slug=slug, seen=seen_of(one(slug)), reason="Dubbel.", **who())


def move(slug: str, place: int) -> None:
    seen = order_of(draft().rules.all())
    rule_editing.move(draft=draft(), slug=slug, place=place, seen=seen, **who())


def slugs() -> list[str]:
    return list(draft().rules.values_list("slug", flat=True))


def one(slug: str = "buren-s1") -> RoutingRule:
    return draft().rules.get(slug=slug)


def page(name: str, *words: object, email: str = "beheer@", **said: Any) -> str:
    answer = client_of(email).get(reverse(name, args=words), said)
    assert answer.status_code == 200, answer
    return answer.content.decode()
