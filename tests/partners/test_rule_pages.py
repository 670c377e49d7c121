"""The rules in use, the draft beside them, and the sets of before, as a functional administrator sees them."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from incidents.models import Kind
from partners.models import RoutingRule, RuleSet
from partners.rules import rule_sets
from partners.rules.rule_seen import order_of
from tests.partners.partner_side import client_of
from tests.partners.rule_side import add, administrator, change, draft, move, one, page, remove, slugs, who
from tests.partners.test_rule_cover import all_over_each_other
from tests.ruling import rules_become
from tests.world import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_rule_is_read_in_plain_words() -> None:
    add(
        name="Portiek",
        bands=["S2"],
        weekdays=[6, 7],
        hour_from=22,
        hour_to=6,
        spaces=["TRH"],
        owner_id=person("noord@").pk,
    )

    said = words(page("rules_draft"))

    assert (
        f"Soort: {Kind.objects.get(pk='DRU-GEB').label_nl}; ernst: S2 overlast; ruimte: Trappenhuis; gemeld op: zaterdag, zondag; gemeld: van 22 tot 6 uur"
        " → Jongerenwerk direct, met een convenant, binnen 3 werkdagen" in said
    )
    assert f"eigenaar {person('noord@').name}" in said
    assert "Nodig." in said


def test_the_rules_in_use_stand_beside_what_the_draft_changes() -> None:
    change(one(), bands=["S2"])
    change(one("buren-s3"), is_active=False)
    remove("buren-s2")
    move("kind-default", 1)
    add()

    said = words(page("rules_home"))

    for mark in ("Veranderd", "Uitgezet", "Weggehaald", "Verplaatst", "Nieuw"):
        assert mark in said
    assert "Ernst : S1 last → S2 overlast" in said


def test_a_rule_that_is_off_says_so_also_when_it_moves() -> None:
    rules_become(lambda rules: rules.filter(slug="buren-s3").update(is_active=False))
    move("buren-s3", 1)

    first = words(page("rules_draft").split('<li class="portal-card"')[1])

    assert "Verplaatst" in first and "Staat uit" in first


def test_a_rule_that_was_just_switched_off_says_it_once() -> None:
    change(one("buren-s3"), is_active=False)

    line = words(page("rules_draft").split('id="buren-s3"')[1].split("</li>")[0])

    assert "Uitgezet" in line and "Staat uit" not in line


def test_there_is_one_way_to_the_backtests() -> None:
    assert page("rules_home").count(reverse("backtest_list")) == 1


def test_a_system_administrator_reads_and_changes_nothing() -> None:
    change(one(), bands=["S2"])

    assert "Omhoog" not in page("rules_draft", email="systeem@")
    assert client_of("systeem@").post(reverse("rules_start")).status_code == 403


def test_a_draft_is_begun_once() -> None:
    client = administrator()

    client.post(reverse("rules_start"))
    again = client.post(reverse("rules_start"), follow=True)

    assert RuleSet.objects.filter(state="draft").count() == 1
    assert "Er is al een concept" in again.content.decode()


@pytest.mark.parametrize(("said", "place"), [({"to": "2"}, 2), ({"place": "7"}, 7), ({"place": "9999"}, 45)])
def test_a_rule_is_moved_up_down_or_to_a_place(said: dict[str, str], place: int) -> None:
    seen = order_of(draft().rules.all())

    administrator().post(reverse("rule_move", args=["buren-s1"]), {"seen": seen, **said})

    assert slugs().index("buren-s1") + 1 == place


@pytest.mark.parametrize("place", ["", "0", "-1", "boven", "٣", "1" * 40])
def test_a_place_that_is_none_moves_nothing(place: str) -> None:
    before = slugs()

    answer = administrator().post(
        reverse("rule_move", args=["buren-s1"]),
        {"seen": order_of(draft().rules.all()), "place": place},
        follow=True,
    )

    assert slugs() == before
    assert "Vul een plaats in" in answer.content.decode()


def test_who_moves_after_a_colleague_did_sees_the_new_order_first() -> None:
    seen = order_of(draft().rules.all())
    move("kind-default", 1)

    answer = administrator().post(
        reverse("rule_move", args=["buren-s1"]), {"seen": seen, "to": "1"}, follow=True
    )

    assert slugs()[0] == "kind-default"
    assert "Een collega veranderde de volgorde net" in answer.content.decode()


def test_throwing_a_draft_away_asks_first_and_says_what_goes() -> None:
    change(one(), bands=["S2"])
    asked = page("rules_discard")
    assert "Ernst" in asked
    seen = re.findall(r'name="seen" value="(\w+)"', asked)[0]

    change(one("buren-s2"), bands=["S4"])
    stale = administrator().post(reverse("rules_discard"), {"seen": seen})
    assert stale.status_code == 409 and rule_sets.draft() is not None
    administrator().post(
        reverse("rules_discard"), {"seen": re.findall(r'name="seen" value="(\w+)"', page("rules_discard"))[0]}
    )

    assert rule_sets.draft() is None


def test_an_older_set_comes_back_as_a_draft() -> None:
    change(one(), bands=["S4"])
    rule_sets.activate(rule_set=draft(), reason="Buren altijd zwaar.", **who())
    assert "Buren altijd zwaar." in page("rules_history")
    assert "Ernst" in page("rules_set", 2)

    administrator().post(reverse("rules_start"), {"like": "1"})

    assert one().bands == ["S1"]
    assert draft().based_on == RuleSet.objects.get(number=1)


@pytest.mark.parametrize("like", ["99", "x", "9" * 30])
def test_a_set_that_is_not_there_is_not_put_back(like: str) -> None:
    assert administrator().post(reverse("rules_start"), {"like": like}).status_code == 404


def test_more_rules_than_can_be_looked_through_are_shown_and_it_is_said() -> None:
    made = draft()
    made.rules.all().delete()
    kinds = list(Kind.objects.order_by("pk").values_list("pk", flat=True))
    rules = all_over_each_other(kinds)
    for place, rule in enumerate(rules, 1):
        rule.rule_set, rule.position = made, place
    RoutingRule.objects.bulk_create(rules)

    for name in ("rules_draft", "rules_activate"):
        assert "Er zijn te veel regels om alles na te gaan." in words(page(name))
