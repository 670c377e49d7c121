"""Which rule fits: each condition alone, and only what it says. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from partners.models import RoutingRule
from partners.weighing.choosing import Sought, Story, choose, wrong_with
from partners.weighing.facts import Facts

FACTS = Facts(
    kind="DRU-GEB", group="DRU", kind_label="Drugs", share="M", first_partners=("BOA",), restricted=False, one_to_one=False,
    by_nature_sensitive=False, band="S2", complex_id=7, municipality="Lindestad", neighbourhood="Noorderhof", space="TRH",
    hour=23, weekday=6, answers={"q1": ["yes"], "q2": ["1", "3"]}, mode="named", consent=None, text_sensitive=None,
    named_suspect=None, child=None, employee=None, automatic=False, reporter_minor=None, protected_address=None,
    duplicate=False, households=1, entrance_homes=8,
)  # fmt: skip


def rule(**content: Any) -> RoutingRule:
    return RoutingRule(
        **({"position": 1, "slug": "proef", "name": "Proef", "targets": [["JON", "M"]]} | content)
    )


def fits(facts: Facts = FACTS, **content: Any) -> bool:
    return choose(facts, [rule(**content)], Story()).rule is not None


@pytest.mark.parametrize(
    ("condition", "other", "why"),
    [
        ({"kinds": ["DRU-GEB"]}, {"kind": "GEL-MUZ", "group": "GEL"}, "soort «Drugs» staat er niet in"),
        ({"kinds": ["DRU"]}, {"kind": "GEL-MUZ", "group": "GEL"}, "soort «Drugs» staat er niet in"),
        ({"bands": ["S1", "S2"]}, {"band": "S3"}, "ernst S3 staat er niet in"),
        ({"municipality": "Lindestad"}, {"municipality": "Verderop"}, "andere gemeente"),
        ({"neighbourhood": "Noorderhof"}, {"neighbourhood": "Zuiderhof"}, "andere wijk"),
        ({"complex_id": 7}, {"complex_id": 8}, "ander complex"),
        ({"spaces": ["TRH", "GAL"]}, {"space": "KEL"}, "andere ruimte"),
        ({"spaces": ["TRH"]}, {"space": ""}, "andere ruimte"),
        ({"weekdays": [6, 7]}, {"weekday": 1}, "andere dag"),
        ({"hour_from": 22, "hour_to": 6}, {"hour": 6}, "ander tijdstip"),
        ({"hour_from": 20, "hour_to": 24}, {"hour": 19}, "ander tijdstip"),
        ({"kinds": ["DRU-GEB"], "question_key": "q1", "answer_value": "yes"}, {"answers": {"q1": ["no"]}}, "ander antwoord op de vraag"),
        ({"kinds": ["DRU-GEB"], "question_key": "q1", "answer_value": "yes"}, {"answers": {}}, "ander antwoord op de vraag"),
        ({"kinds": ["DRU-GEB"], "question_key": "q2", "answer_value": "3"}, {"answers": {"q2": ["1"]}}, "ander antwoord op de vraag"),
    ],
)  # fmt: skip
def test_a_condition_lets_pass_what_it_says_and_nothing_else(
    condition: dict[str, Any], other: dict[str, Any], why: str
) -> None:
    story = Story()

    choose(replace(FACTS, **other), [rule(**condition)], story)

    assert fits(**condition)
    assert not fits(replace(FACTS, **other), **condition)
    assert story.lines[0]["text"] == why


@pytest.mark.parametrize(
    ("hour", "inside"), [(21, False), (22, True), (23, True), (0, True), (5, True), (6, False)]
)
def test_hours_may_go_over_midnight(hour: int, inside: bool) -> None:
    assert fits(replace(FACTS, hour=hour), hour_from=22, hour_to=6) is inside


def test_all_conditions_must_hold_at_once() -> None:
    every = {
        "kinds": ["DRU"], "bands": ["S2"], "municipality": "Lindestad", "neighbourhood": "Noorderhof", "complex_id": 7,
        "spaces": ["TRH"], "weekdays": [6], "hour_from": 22, "hour_to": 24,
    }  # fmt: skip
    assert fits(**every)
    for change in (
        {"band": "S3"}, {"municipality": "X"}, {"neighbourhood": "X"}, {"complex_id": 8}, {"space": "KEL"}, {"weekday": 5}, {"hour": 21},
    ):  # fmt: skip
        assert not fits(replace(FACTS, **change), **every), change


def test_a_rule_without_a_condition_takes_everything() -> None:
    assert rule().passes_everything and fits()
    assert not rule(weekdays=[1]).passes_everything
    assert not rule(hour_from=0, hour_to=6).passes_everything


def test_the_first_that_fits_wins_and_later_ones_are_not_read() -> None:
    story = Story()
    first, second = rule(), rule(name="Later")

    choice = choose(FACTS, [first, second], story)

    assert choice.rule is first and len(story.lines) == 1


def test_a_term_of_its_own_comes_along() -> None:
    choice = choose(FACTS, [rule(targets=[["JON", "M", 3], ["WC", "A"]])], Story())

    assert choice.targets == (Sought("JON", "M", 3), Sought("WC", "A"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"targets": []}, "de regel noemt geen partner"),
        ({"targets": [["JON", "M", 91]]}, "onbekende termijn"),
        ({"targets": [["JON", "M", True]]}, "onbekende termijn"),
        ({"hour_from": 3}, "begintijd zonder eindtijd"),
        ({"weekdays": [8]}, "onbekende dag"),
        ({"kinds": ["DRU", "GEL"], "question_key": "q1", "answer_value": "yes"}, "een antwoord op een vraag kan alleen bij één soort"),
        ({"bands": ["S9"]}, "onbekende ernst"),
    ],
)  # fmt: skip
def test_what_cannot_be_carried_out_is_said_before_it_is_in_use(content: dict[str, Any], why: str) -> None:
    assert wrong_with(rule(**content)) == why
