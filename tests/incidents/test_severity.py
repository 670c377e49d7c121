from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from incidents.rules.answers import Frequency, Impact, Since
from incidents.rules.severity import WEIGHTS, Severity, band_of, judge

NOTHING: dict[str, Any] = {
    "nature": 0, "frequency": "once", "since": "lt2w", "households": 1, "impact": [], "vulnerable": False,
}  # fmt: skip


def score(**changes: Any) -> Severity:
    return judge(**(NOTHING | changes))


def test_the_weights_add_up_to_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


def test_nothing_scores_nothing_and_everything_a_hundred() -> None:
    most = score(
        nature=1, frequency="daily", since="gt6m", households=3, impact=["afraid", "sleep"], vulnerable=True
    )

    assert score().score == 0
    assert most.score == 100


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({"nature": 0.5}, 12),
        ({"frequency": "weekly"}, 10),
        ({"since": "1_3m"}, 8),
        ({"households": 2}, 8),
        ({"households": 9}, 15),
        ({"impact": ["moving"]}, 15),
        ({"vulnerable": True}, 10),
    ],
)
def test_each_answer_gives_its_points(changes: dict[str, Any], points: int) -> None:
    assert score(**changes).score == points


@pytest.mark.parametrize(
    ("points", "band"), [(0, "S1"), (24, "S1"), (25, "S2"), (49, "S2"), (50, "S3"), (74, "S3"), (75, "S4")]
)
def test_the_bands_begin_where_the_rule_says(points: int, band: str) -> None:
    assert band_of(points) == band


def test_not_knowing_never_raises_the_score() -> None:
    assert score(frequency="unknown", since="unknown").score == 0


@given(
    nature=some.sampled_from([0, 0.5, 1]),
    frequency=some.sampled_from(list(Frequency)),
    since=some.sampled_from(list(Since)),
    households=some.integers(0, 50),
    impact=some.lists(some.sampled_from(list(Impact))),
    vulnerable=some.booleans(),
)
def test_the_parts_in_sight_are_the_score(**answers: Any) -> None:
    judged = judge(**answers)

    assert round(sum(part["points"] for part in judged.as_json())) == judged.score
    assert 0 <= judged.score <= 100
