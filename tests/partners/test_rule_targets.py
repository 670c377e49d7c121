"""Whom a rule sends to, place by place: nobody there, or nobody with a covenant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from partners.defaults.data_types import MINIMUM
from partners.models import Partner, RoutingRule
from partners.rules.rule_boxes import Known, KnownKind
from partners.rules.rule_health import Code, Severity
from partners.rules.rule_targets import Agreed, targets_there
from partners.weighing.directory import Directory, Listed, Place

NORTH, SOUTH, MIDDLE = (Place("Waterstad", near) for near in ("Noord", "Zuid", "Midden"))
VILLAGE = Place("Heideveen")
KNOWN = Known(
    today=date(2026, 6, 1),
    kinds={"DRU-GEB": KnownKind("DRU")},
    complexes={
        1: ("Waterstad", "Noord"), 2: ("Waterstad", "Zuid"), 3: ("Waterstad", "Midden"), 4: ("Heideveen", "Kern"),
        5: ("Veenwijk", "Oost"), 6: ("Veenwijk", "West"),
    },
    spaces=frozenset(),
    partner_types=frozenset({"JON", "WB"}),
)  # fmt: skip


def at(*areas: Place, covenant: bool = True, type_code: str = "JON") -> Listed:
    agreed = frozenset({MINIMUM} if covenant else ())
    return Listed(Partner(pk=len(areas), type_code=type_code), agreed, frozenset(areas))


def found(*listed: Listed, had: tuple[str, ...] = ("JON",), **content: Any) -> list[tuple[Code, Severity]]:
    return [(one.code, one.severity) for one in _found(listed, had, content)]


def told(*listed: Listed, **content: Any) -> str:
    return " ".join(one.text for one in _found(listed, ("JON",), content))


def _found(listed: tuple[Listed, ...], had: tuple[str, ...], content: dict[str, Any]) -> Any:
    rule = RoutingRule(
        **{"slug": "deze", "name": "Deze", "owner_id": 1, "targets": [["JON", "M"]], **content}
    )
    return targets_there([rule], KNOWN, Directory(listed), Agreed({"DRU-GEB": "A"}, frozenset(had)))


def test_a_covenant_somewhere_hides_no_town_without_one() -> None:
    ours = at(NORTH, SOUTH, MIDDLE, Place("Veenwijk")), at(VILLAGE, covenant=False)

    assert found(*ours) == [(Code.COVENANT, Severity.WARNING)]
    assert "in Heideveen is er nu geen geldig convenant" in told(*ours)


def test_of_two_at_one_place_one_with_a_covenant_is_enough() -> None:
    everywhere = (Place("Waterstad"), VILLAGE, Place("Veenwijk"))

    assert found(at(*everywhere), at(VILLAGE, covenant=False)) == []


def test_a_rule_for_a_place_does_not_mind_another() -> None:
    ours = at(Place("Waterstad")), at(VILLAGE, covenant=False)

    assert found(*ours, municipality="Waterstad") == []
    assert found(*ours, municipality="Heideveen") == [(Code.COVENANT, Severity.WARNING)]


def test_where_nobody_is_a_rule_for_everywhere_only_notes_it() -> None:
    ours = at(Place("Waterstad"), Place("Veenwijk"))

    assert found(ours) == [(Code.PARTNER, Severity.NOTE)]
    assert told(ours) == "In Heideveen is er geen «Jongerenwerk»: die slaat de regel daar over."


def test_who_made_a_rule_for_a_place_counts_on_somebody_in_all_of_it() -> None:
    assert found(at(NORTH, SOUTH), municipality="Waterstad") == [(Code.PARTNER, Severity.WARNING)]
    assert "Midden (Waterstad)" in told(at(NORTH, SOUTH), municipality="Waterstad")


def test_of_many_places_the_first_few_are_named() -> None:
    some = told(at(NORTH, Place("Veenwijk", "Oost")))

    assert "In Heideveen, Midden (Waterstad), West (Veenwijk) en nog 1 plek is er geen" in some


def test_a_rule_nobody_took_on_yet_only_notes_whom_the_association_never_had() -> None:
    assert found(had=(), owner_id=None) == [(Code.PARTNER, Severity.NOTE)]
    assert found(had=("JON",), owner_id=None) == [(Code.PARTNER, Severity.ERROR)]
    assert found(had=()) == [(Code.PARTNER, Severity.ERROR)]


@pytest.mark.parametrize(("mode", "kinds"), [("A", ["DRU-GEB"]), ("H", [])])
def test_what_needs_no_covenant_misses_none(mode: str, kinds: list[str]) -> None:
    everywhere = (Place("Waterstad"), VILLAGE, Place("Veenwijk"))

    assert found(at(*everywhere, covenant=False), targets=[["JON", mode]], kinds=kinds) == []
