"""Putting a draft in use: what it changes and what is to be said about it is seen first, and it counts at once."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from partners.models import RoutingRule, RuleSet
from partners.rules import rule_sets
from safetyportal.notices.models import Alarm
from tests.partners.rule_side import add, administrator, change, draft, move, one, page, remove
from tests.partners.test_backtest import done
from tests.world import file, person, route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def hidden(html: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(seen|sure)" value="(\w*)"', html))


def activate(html: str = "", **changes: str) -> Any:
    said = {
        "reason": "Afspraak met de gemeente.",
        "warned": "on",
        **hidden(html or page("rules_activate")),
        **changes,
    }
    return administrator().post(reverse("rules_activate"), said)


def own_rule(**changes: Any) -> RoutingRule:
    rule = add(owner_id=person("beheer@").pk, targets=[["JON", "M", 3]], **changes)
    move(rule.slug, 1)
    return rule


def words(answer: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_what_is_put_in_use_counts_for_the_next_report_at_once() -> None:
    first = route(file("DRU-GEB"))
    own_rule()

    assert activate().status_code == 302

    second = route(file("DRU-GEB"))
    assert (first.rule_name, second.rule_name) == (
        "Gebruik of slaper in het gebouw, overlast",
        "Drugs naar jongerenwerk",
    )
    made = RuleSet.objects.get(state="active")
    assert (made.reason, made.activated_by) == ("Afspraak met de gemeente.", person("beheer@"))


def test_alarms_about_rules_follow_the_set_that_was_put_in_use() -> None:
    def shadowed() -> list[str]:
        return list(
            Alarm.objects.filter(code="rule_shadowed", cleared_at=None).values_list("subject", flat=True)
        )

    own_rule()
    below = add(name="Drugs naar handhaving", targets=[["BOA", "M"]])
    move(below.slug, 2)
    assert activate().status_code == 302
    put_in_use = shadowed()
    remove(below.slug)
    assert activate().status_code == 302

    assert below.slug in put_in_use
    assert shadowed() == []


def test_all_differences_are_in_sight_before() -> None:
    own_rule()
    change(one(), bands=["S2"])
    remove("buren-s3")

    html = page("rules_activate")

    for mark in ("Nieuw", "Veranderd", "Weggehaald"):
        assert mark in html


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"reason": ""}, "Schrijf waarom u dit in gebruik neemt."), ({"warned": ""}, "Lees de waarschuwingen, en zet dan dit vinkje.")],
)  # fmt: skip
def test_no_reason_or_unseen_warnings_put_nothing_in_use(changes: dict[str, str], message: str) -> None:
    add()  # without an owner, and below one that takes it all: warned

    answer = activate(**changes)

    assert answer.status_code == 422 and message in words(answer)
    assert rule_sets.draft() is not None


def test_a_rule_that_cannot_be_carried_out_is_named_and_stops_it() -> None:
    rule = own_rule()
    RoutingRule.objects.filter(pk=rule.pk).update(targets=[["JON", "Q"]])

    html = page("rules_activate")
    answer = activate(html)

    assert "Deze regels werken niet." in html and "onbekende deelwijze" in html
    assert "Ja, neem in gebruik" not in html
    assert answer.status_code == 409 and rule_sets.draft() is not None


def test_what_a_colleague_changed_meanwhile_is_looked_at_first() -> None:
    own_rule()
    seen = page("rules_activate")
    change(one(), bands=["S2"])

    late = activate(seen)

    assert late.status_code == 409
    assert "Er is intussen iets veranderd" in words(late) and "Afspraak met de gemeente." in words(late)
    assert rule_sets.draft() is not None
    assert activate(late.content.decode()).status_code == 302


def test_the_verb_itself_refuses_what_was_not_seen() -> None:
    own_rule()
    with pytest.raises(rule_sets.ChangedMeanwhile):
        rule_sets.activate(
            rule_set=draft(), reason="Zo.", seen="iets anders", by=person("beheer@"), at=draft().made_at
        )


def test_a_draft_that_changes_nothing_has_nothing_to_put_in_use() -> None:
    draft()

    assert "Ja, neem in gebruik" not in page("rules_activate")
    activate()

    assert rule_sets.draft() is not None


def test_somebody_else_who_was_first_leaves_no_draft() -> None:
    own_rule()
    seen = page("rules_activate")
    activate()

    late = administrator().post(
        reverse("rules_activate"), hidden(seen) | {"reason": "Nog eens."}, follow=True
    )

    assert "Er is geen concept meer" in words(late)


def test_it_is_said_whether_the_draft_was_tried_on_earlier_reports() -> None:
    own_rule()
    assert "Dit concept is niet geprobeerd op meldingen van vroeger." in page("rules_activate")
    assert activate(warned="").status_code == 422

    done(draft())
    tried = page("rules_activate")
    change(one(), bands=["S2"])

    assert "Terugtoets bekijken" in tried and "niet geprobeerd" not in tried
    assert "Na de terugtoets zijn regels veranderd." in page("rules_activate")


def test_a_draft_that_was_tried_on_earlier_reports_can_still_be_thrown_away() -> None:
    own_rule()
    done(draft())

    administrator().post(reverse("rules_discard"), hidden(page("rules_discard")))

    assert rule_sets.draft() is None
