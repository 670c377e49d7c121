from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partners.models import RoutingRule
from partners.rules import rule_health
from partners.rules.rule_boxes import Known, KnownKind, boxes
from partners.rules.rule_health import Code, Finding, Severity
from partners.weighing.choosing import Story, choose
from partners.weighing.facts import Facts

TODAY = date(2026, 6, 1)
KNOWN = Known(
    today=TODAY,
    kinds={
        "GEL-MUZ": KnownKind("GEL", answers={"q1": frozenset({"1", "2"})}),
        "GEL-DIER": KnownKind("GEL"),
        "VUI-ALG": KnownKind("VUI", answers={"q1": frozenset({"yes", "no", "unknown"})}),
        "OUD": KnownKind("WEG", is_closed=True),
    },
    complexes={1: ("Waterstad", "Noord"), 2: ("Waterstad", "Zuid"), 3: ("Heideveen", "Kern")},
    spaces=frozenset({"CEH", "LIF"}),
    partner_types=frozenset({"WC", "POL", "JON"}),
)
SOMETHING = Facts(
    kind="GEL-MUZ", group="GEL", kind_label="Muziek", share="A", first_partners=("WC",), restricted=False,
    one_to_one=False, by_nature_sensitive=False, band="S2", complex_id=1, municipality="Waterstad",
    neighbourhood="Noord", space="", hour=12, weekday=2, answers={}, mode="named", consent=None,
    text_sensitive=None, named_suspect=None, child=None, employee=None, automatic=False, reporter_minor=None,
    protected_address=None, duplicate=False, households=1, entrance_homes=None,
)  # fmt: skip


def rule(slug: str = "deze", **content: Any) -> RoutingRule:
    return RoutingRule(**{"slug": slug, "name": slug.title(), "targets": [["WC", "A"]], **content})


def codes(*rules: RoutingRule) -> dict[str, list[Code]]:
    found: dict[str, list[Code]] = {}
    for finding in rule_health.check(rules, KNOWN):
        found.setdefault(finding.slug, []).append(finding.code)
    return found


def text(*rules: RoutingRule) -> str:
    return " ".join(finding.text for finding in rule_health.check(rules, KNOWN))


WIDER: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"kinds": ["GEL"]}, {"kinds": ["GEL-MUZ"]}),
    ({"kinds": ["GEL-MUZ", "GEL-DIER"]}, {"kinds": ["GEL"]}),
    ({"bands": ["S1", "S2"]}, {"bands": ["S2"]}),
    ({"municipality": "Waterstad"}, {"neighbourhood": "Noord"}),
    ({"municipality": "Waterstad"}, {"complex_id": 2}),
    ({"neighbourhood": "Zuid"}, {"complex_id": 2}),
    ({"spaces": ["CEH", "LIF"]}, {"spaces": ["LIF"]}),
    ({"weekdays": [6, 7]}, {"weekdays": [7]}),
    ({"hour_from": 22, "hour_to": 6}, {"hour_from": 0, "hour_to": 6}),
    ({"hour_from": 18, "hour_to": 24}, {"hour_from": 22, "hour_to": 24}),
    ({"kinds": ["GEL"]}, {"kinds": ["GEL-MUZ"], "question_key": "q1", "answer_value": "1"}),
    ({"valid_to": date(2026, 12, 31)}, {"valid_to": date(2026, 9, 1)}),
]


@pytest.mark.parametrize(("wide", "narrow"), WIDER)
def test_a_rule_below_a_wider_one_is_never_reached(wide: dict[str, Any], narrow: dict[str, Any]) -> None:
    assert Code.SHADOWED in codes(rule("eerst", **wide), rule(**narrow))["deze"]


@pytest.mark.parametrize(
    ("wide", "narrow"), [pair for pair in WIDER if pair[0] != {"kinds": ["GEL-MUZ", "GEL-DIER"]}]
)
def test_the_other_way_round_both_are_reached(wide: dict[str, Any], narrow: dict[str, Any]) -> None:
    assert Code.SHADOWED not in codes(rule("eerst", **narrow), rule(**wide)).get("deze", [])


@pytest.mark.parametrize("content", [{}, {"question_key": "q1", "answer_value": "2"}])
def test_one_answer_takes_nothing_from_another_or_from_who_gave_none(content: dict[str, Any]) -> None:
    one = rule("eerst", kinds=["GEL-MUZ"], question_key="q1", answer_value="1")

    assert not codes(one, rule(kinds=["GEL-MUZ"], **content))


def test_several_rules_together_may_leave_nothing_over_and_are_named() -> None:
    first = rule("licht", bands=["S1", "S2"], kinds=["GEL"])
    second = rule("zwaar", bands=["S3", "S4"])
    aside = rule("afval", kinds=["VUI-ALG"])

    found = rule_health.shadowed(boxes([first, aside, second, rule(kinds=["GEL-MUZ"])], KNOWN))

    assert [(one.slug, one.others) for one in found] == [("deze", ("licht", "zwaar"))]
    assert "«Licht» en «Zwaar»" in found[0].text


def test_a_rule_that_is_switched_off_takes_nothing_and_gets_no_finding() -> None:
    assert not codes(rule("eerst", kinds=["GEL"], is_active=False), rule(kinds=["GEL-MUZ"]))
    assert not codes(rule(kinds=["BESTAATNIET"], is_active=False))


def test_a_rule_that_ended_takes_nothing() -> None:
    ended = rule("eerst", kinds=["GEL"], valid_to=date(2026, 5, 31))

    assert codes(ended, rule(kinds=["GEL"])) == {"eerst": [Code.NEVER]}


def test_one_that_takes_over_later_is_no_contradiction() -> None:
    until = rule("eerst", kinds=["GEL"], valid_to=date(2026, 7, 31))

    assert not codes(until, rule(kinds=["GEL"], targets=[["POL", "H"]], valid_from=date(2026, 8, 1)))


def test_the_same_conditions_with_another_outcome_contradict() -> None:
    found = codes(rule("eerst", kinds=["GEL"]), rule(kinds=["GEL-MUZ", "GEL-DIER"], targets=[["POL", "H"]]))

    assert found == {"deze": [Code.CONTRADICTS]}


def test_the_same_rule_twice_is_only_never_reached() -> None:
    assert codes(rule("eerst", kinds=["GEL"]), rule(kinds=["GEL"])) == {"deze": [Code.SHADOWED]}


def test_a_rule_for_everything_belongs_at_the_end() -> None:
    last = rule_health.catches_all([rule("eerst", kinds=["GEL"]), rule()])
    first = rule_health.catches_all([rule(), rule("daarna", kinds=["GEL"])])

    assert [one.severity for one in last] == [Severity.NOTE]
    assert [one.severity for one in first] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"kinds": ["OUD"]}, "soorten van deze regel zijn gesloten"),
        ({"kinds": ["WEG"]}, "soorten van deze regel zijn gesloten"),
        ({"valid_to": date(2026, 5, 31)}, "einddatum"),
        ({"municipality": "Nergens"}, "geen complex"),
        ({"municipality": "Heideveen", "neighbourhood": "Noord"}, "geen complex"),
    ],
)
def test_a_rule_for_which_no_report_can_come(content: dict[str, Any], words: str) -> None:
    assert codes(rule(**content)) == {"deze": [Code.NEVER]}
    assert words in text(rule(**content))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"kinds": ["GEL", "XYZ"]}, "Soort XYZ bestaat niet meer"),
        ({"kinds": ["GEL"], "spaces": ["ZZZ"]}, "Ruimte ZZZ bestaat niet meer"),
        ({"kinds": ["GEL"], "targets": [["WC", "A"], ["KWIJT", "M"]]}, "type ketenpartner KWIJT"),
        (
            {"kinds": ["GEL-MUZ"], "question_key": "q9", "answer_value": "1"},
            "vraag die wij niet meer stellen",
        ),
        (
            {"kinds": ["GEL-MUZ"], "question_key": "q1", "answer_value": "7"},
            "antwoord dat niemand meer kan geven",
        ),
    ],
)
def test_a_rule_that_names_what_does_not_exist(content: dict[str, Any], words: str) -> None:
    assert codes(rule(**content)) == {"deze": [Code.UNKNOWN]}
    assert words in text(rule(**content))


# Against the oracle: what `choose` picks over every report there can be.
DAYS = [TODAY, date(2026, 8, 1), date(2027, 1, 1)]
REPORTS = [
    replace(
        SOMETHING, kind=kind, group=KNOWN.kinds[kind].group, band=band, complex_id=place[0], municipality=place[1],
        neighbourhood=place[2], space=space, weekday=weekday, hour=hour, answers=answers,
    )
    for kind, band, place, space, weekday, hour, answers in product(
        ["GEL-MUZ", "GEL-DIER", "VUI-ALG", "OUD"],
        ["S1", "S2", "S3", "S4"],
        [(1, "Waterstad", "Noord"), (2, "Waterstad", "Zuid"), (9, "Waterstad", "Zuid"), (8, "Elders", "Ver")],
        ["", "CEH", "LIF"],
        [1, 3, 7],
        [3, 8, 12, 22],
        [{}, {"q1": ["1"]}],
    )
]  # fmt: skip


def some(*choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([[], *choices])


RULES = st.fixed_dictionaries(
    {
        "kinds": some(["GEL"], ["GEL-MUZ"], ["GEL-DIER", "VUI-ALG"], ["XYZ"], ["OUD"]),
        "bands": some(["S1"], ["S1", "S2"], ["S2", "S4", "S3"], ["S3"]),
        "spaces": some(["LIF"], ["CEH", "LIF"], ["CEH"]),
        "weekdays": some([1, 2, 3, 4, 5], [6, 7], [3]),
        "hours": st.sampled_from([(None, None), (22, 6), (6, 22), (0, 12), (12, 24)]),
        "place": st.sampled_from(
            [{}, {"municipality": "Waterstad"}, {"neighbourhood": "Zuid"}, {"complex_id": 2}]
        ),
        "answer": st.sampled_from([("", ""), ("", ""), ("q1", "1")]),
        "days": st.sampled_from(
            [(DAYS[0], None), (DAYS[0], None), (DAYS[0], date(2026, 12, 31)), (DAYS[1], None)]
        ),
        "targets": st.sampled_from([[["WC", "A"]], [["POL", "H"]]]),
        "is_active": st.sampled_from([True, True, True, False]),
    }
)


def made(place: int, content: dict[str, Any]) -> RoutingRule:
    content = dict(content)
    first, last = content.pop("hours")
    key, value = content.pop("answer")
    begin, end = content.pop("days")
    return rule(
        f"regel-{place}", hour_from=first, hour_to=last, question_key=key, answer_value=value, valid_from=begin,
        valid_to=end, **content.pop("place"), **content,
    )  # fmt: skip


def ever_chosen(rules: list[RoutingRule]) -> set[str]:
    chosen = set()
    for day in DAYS:
        valid = [
            one for one in rules if one.is_active and one.valid_from <= day and day <= (one.valid_to or day)
        ]
        left = {one.slug for one in valid} - chosen
        for facts in REPORTS if left else []:
            picked = choose(facts, valid, Story()).rule
            if picked is not None:
                chosen.add(picked.slug)
    return chosen


def asked_first(rule: RoutingRule, finding: Finding, rules: list[RoutingRule]) -> list[RoutingRule]:
    """The rule after those that are named for it, and no others."""
    return [one for one in rules if one.slug in finding.others] + [rule]


@settings(max_examples=30, deadline=None)
@given(st.lists(RULES, min_size=2, max_size=7))
def test_out_of_reach_is_exactly_what_no_report_ever_reaches(contents: list[dict[str, Any]]) -> None:
    rules = [made(place, content) for place, content in enumerate(contents)]

    found = {finding.slug: finding for finding in rule_health.shadowed(boxes(rules, KNOWN))}

    can_match = {box.rule.slug for box in boxes(rules, KNOWN) if not box.shape.is_empty}
    assert found.keys() == can_match - ever_chosen(rules)
    for one in rules:  # and those that are named are enough for it
        if one.slug in found:
            assert one.slug not in ever_chosen(asked_first(one, found[one.slug], rules))
