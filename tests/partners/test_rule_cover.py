"""As many rules as a set may hold, made to be hard to look through: counted in steps, so that no clock decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

import pytest

from partners.models import RoutingRule
from partners.rules import rule_health
from partners.rules.rule_boxes import Known, KnownKind, Shape, boxes
from partners.rules.rule_cover import MOST_STEPS, Looked, look
from partners.rules.rule_editing import MOST_RULES
from partners.rules.rule_health import Code, Finding, Severity

BANDS = ["S1", "S2", "S3", "S4"]
KINDS = [f"KIND-{number}" for number in range(47)]
KNOWN = Known(
    today=date(2026, 6, 1),
    kinds={code: KnownKind("ALL") for code in KINDS},
    complexes={1: ("Waterstad", "Noord"), 2: ("Waterstad", "Zuid"), 3: ("Heideveen", "Kern")},
    spaces=frozenset({"CEH", "LIF", "TRH"}),
    partner_types=frozenset({"POL"}),
)


def rule(number: int, **content: Any) -> RoutingRule:
    return RoutingRule(slug=f"r{number}", name=f"Regel {number}", targets=[["POL", "H"]], **content)


def by_kind_and_band() -> list[dict[str, Any]]:
    return [{"kinds": [kind], "bands": [band]} for kind, band in product(KINDS, BANDS)]


def by_day_and_hour(many: int) -> list[dict[str, Any]]:
    return [
        {"weekdays": [1 + number % 7], "hour_from": number % 23, "hour_to": number % 23 + 1}
        for number in range(many)
    ]


def numbered(contents: list[dict[str, Any]]) -> list[RoutingRule]:
    return [rule(number, **content) for number, content in enumerate(contents, 1)]


def all_over_each_other(kinds: list[str] = KINDS) -> list[RoutingRule]:
    """Nearly everything in each, and in each something else missing: together they leave next to nothing, and nobody sees what."""
    dice = Random(6)

    def most(of: list[Any]) -> list[Any]:
        return [one for one in of if dice.random() < 0.8] or of[:1]

    return numbered(
        [
            {
                "kinds": most(kinds), "bands": most(BANDS), "spaces": most(["", "CEH", "LIF", "TRH"]),
                "weekdays": most([1, 2, 3, 4, 5, 6, 7]), "hour_from": (hour := dice.randrange(24)), "hour_to": (hour + 19) % 24,
                "valid_to": date(2027, 1, 1) + timedelta(days=dice.randrange(3000)),
            }
            for _number in range(MOST_RULES)
        ]
    )  # fmt: skip


def looked(rules: list[RoutingRule]) -> Looked:
    return look(tuple(box.shape for box in boxes(rules, KNOWN)))


def found(rules: list[RoutingRule], code: Code) -> dict[str, Finding]:
    return {finding.slug: finding for finding in rule_health.check(rules, KNOWN) if finding.code == code}


def test_what_many_rules_take_together_is_found_within_the_budget() -> None:
    rules = numbered([*by_kind_and_band(), *by_day_and_hour(MOST_RULES - 188)])

    steps = looked(rules).steps
    shadowed = found(rules, Code.SHADOWED)

    assert len(rules) == MOST_RULES
    assert steps < MOST_STEPS / 4
    assert set(shadowed) == {one.slug for one in rules[188:]}
    assert {one.others for one in shadowed.values()} == {tuple(one.slug for one in rules[:188])}
    assert not found(rules, Code.TOO_MANY)


def test_of_very_many_the_first_are_named_and_the_others_counted() -> None:
    rules = numbered([*by_kind_and_band(), {"hour_from": 1, "hour_to": 2}])

    text = found(rules, Code.SHADOWED)["r189"].text

    assert "Regels «Regel 1», «Regel 2», «Regel 3», «Regel 4», «Regel 5» en nog 183 regels staan" in text


@pytest.mark.parametrize("missing", [0, 94, 187])
def test_one_hole_is_found_wherever_it_is(missing: int) -> None:
    rules = numbered([*by_kind_and_band(), {"hour_from": 1, "hour_to": 2}])
    del rules[missing]

    assert not found(rules, Code.SHADOWED) and not found(rules, Code.TOO_MANY)


def test_a_knot_ends_at_the_budget_and_says_so_once() -> None:
    rules = all_over_each_other()

    steps = looked(rules).steps
    said = found(rules, Code.TOO_MANY)

    assert steps <= MOST_STEPS
    (only,) = said.values()
    assert only.severity == Severity.WARNING
    assert only.text.startswith("Er zijn te veel regels om alles na te gaan.")
    assert f"Van {len(only.others) + 1} regels" in only.text


def test_in_a_knot_what_one_rule_takes_is_still_found() -> None:
    rules = all_over_each_other()
    rules[-1] = rule(300, kinds=rules[7].kinds[:1], bands=rules[7].bands[:1], spaces=rules[7].spaces[:1],
                     weekdays=rules[7].weekdays[:1], hour_from=rules[7].hour_from, hour_to=rules[7].hour_to,
                     valid_to=rules[7].valid_to)  # fmt: skip

    finding = found(rules, Code.SHADOWED)["r300"]

    assert len(finding.others) == 1 and "r300" not in found(rules, Code.TOO_MANY)


def test_a_knot_leaves_enough_for_who_comes_after_it() -> None:
    knot = all_over_each_other()[:200]
    plain = [
        rule(1000, kinds=[KINDS[0]], municipality="Heideveen", bands=["S1", "S2"]),
        rule(1001, kinds=[KINDS[0]], municipality="Heideveen", bands=["S3", "S4"]),
        rule(1002, kinds=[KINDS[0]], municipality="Heideveen", hour_from=3, hour_to=4),
    ]
    for one in knot:
        one.municipality = "Waterstad"

    assert found([*knot, *plain], Code.SHADOWED)["r1002"].others == ("r1000", "r1001")


def test_each_that_is_named_is_needed() -> None:
    first = [{"bands": ["S1", "S2"]}, {"bands": ["S2", "S3"]}, {"bands": ["S3", "S4"]}, {"kinds": [KINDS[1]]}]
    rules = numbered([*first, {"kinds": [KINDS[0]]}])

    assert found(rules, Code.SHADOWED)["r5"].others == ("r1", "r3")


def test_the_same_rules_are_worked_out_once() -> None:
    shapes = tuple(box.shape for box in boxes(numbered(by_kind_and_band()), KNOWN))
    again = tuple(Shape(shape.parts, shape.answer) for shape in shapes)

    assert look(shapes) is look(again)
    assert look(shapes) is not look((*shapes[1:], replace(shapes[0], answer=("q1", "1"))))
