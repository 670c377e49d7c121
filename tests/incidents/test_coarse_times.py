"""The period in a letter never says who kept the time: no day, no hour, no number, and of one reporter only the season."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.answers import DayPart
from incidents.shielding.coarse_times import Seen, period, said_span, span

MAY = date(2026, 5, 9)
JULY = date(2026, 7, 30)
parts = st.sampled_from(["", *DayPart.values])
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def at(on: date, part: str = "") -> Seen:
    return Seen(on, part)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ([], "in de afgelopen tijd"),
        ([at(MAY, "night"), at(MAY, "night")], "in mei, meestal 's nachts"),
        ([at(MAY, "night"), at(MAY, "night"), at(MAY, "morning")], "in mei, meestal 's nachts"),
        ([at(MAY), at(JULY)], "van mei tot en met juli"),
        ([at(MAY, "night"), at(date(2026, 6, 1), "morning")], "in mei en juni, op wisselende momenten"),
        ([at(MAY, "night"), at(MAY, "evening")], "in mei, meestal als het donker is"),
        ([at(MAY, "varies"), at(MAY, "unknown")], "in mei"),
        ([at(date(2025, 12, 31)), at(date(2026, 1, 1))], "in december en januari"),
        ([at(date(2025, 3, 1)), at(MAY)], "in de loop van meer dan een jaar"),
    ],
)  # fmt: skip
def test_the_period_is_said_in_months(seen: list[Seen], said: str) -> None:
    with override("nl"):
        assert period(seen) == said


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (at(MAY, "night"), "in het voorjaar, meestal als het donker is"),
        (at(date(2026, 12, 24), "evening"), "in de winter, meestal als het donker is"),
        (at(JULY, "morning"), "in de zomer, meestal overdag"),
        (at(date(2026, 10, 2), "varies"), "in het najaar"),
    ],
)
def test_of_one_reporter_neither_the_month_nor_the_part_of_the_day_is_said(seen: Seen, said: str) -> None:
    with override("nl"):
        assert period([seen]) == said


@given(st.lists(st.builds(Seen, days, parts), max_size=6), st.sampled_from(["nl", "en"]))
def test_no_number_ever(seen: list[Seen], language: str) -> None:
    with override(language):
        assert not any(sign.isdigit() for sign in period(seen))


@pytest.mark.parametrize("part", ["", *DayPart.values])
def test_a_whole_year_of_one_reporter_gives_four_texts(part: str) -> None:
    """Whoever knows when he made a noise cannot tell by the text which of those times was reported."""
    with override("nl"):
        said = [period([Seen(date(2026, 1, 1) + timedelta(days=n), part)]) for n in range(365)]

    assert len(set(said)) == 4
    assert min(said.count(one) for one in set(said)) >= 90


@given(st.lists(days, min_size=2, max_size=2), st.sampled_from(["evening", "night", "morning", "afternoon"]))
def test_what_one_of_two_says_of_the_hour_is_not_passed_on(both: list[date], part: str) -> None:
    with override("nl"):
        assert "," not in period([Seen(both[0], part), Seen(both[1], "")])


# What is kept of it for the page of who was reported about


def kept(*seen: Seen) -> str:
    with override("nl"):
        months = span(seen)
        assert months is not None
        return said_span(*months)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 12, 1), "winter 2026-2027"), (date(2027, 1, 31), "winter 2026-2027"), (date(2027, 2, 28), "winter 2026-2027"),
        (date(2026, 3, 1), "voorjaar 2026"), (date(2026, 5, 31), "voorjaar 2026"), (date(2026, 6, 1), "zomer 2026"),
        (date(2026, 8, 31), "zomer 2026"), (date(2026, 9, 1), "najaar 2026"), (date(2026, 11, 30), "najaar 2026"),
    ],
)  # fmt: skip
def test_of_one_reporter_only_the_season_is_kept(on: date, said: str) -> None:
    assert kept(at(on)) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((MAY, MAY), "mei 2026"),
        ((MAY, JULY), "mei 2026 tot en met juli 2026"),
        ((date(2026, 9, 3), date(2026, 11, 4)), "najaar 2026"),
        ((date(2025, 3, 1), MAY), "in de loop van meer dan een jaar"),
    ],
)
def test_of_several_the_months_are_kept(days: tuple[date, date], said: str) -> None:
    assert kept(*(at(day) for day in days)) == said


@given(days)
def test_letter_and_page_tell_the_same_season_of_one_reporter(on: date) -> None:
    with override("nl"):
        season = period([at(on)]).rsplit(" ", 1)[-1]
    assert kept(at(on)).startswith(season)
    first, last = span([at(on)]) or (on, on)
    assert first <= on < (last.replace(day=28) + timedelta(days=4)).replace(day=1)
