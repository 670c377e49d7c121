from __future__ import annotations

from datetime import date, timedelta

import pytest
from django import forms

from safetyportal.configuration.fields import SetDayField
from safetyportal.texts.day_field import FIRST_DAY, LAST_DAY, DayField, day_after


class Days(forms.Form):
    day = DayField()
    kept = SetDayField(required=False)


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "31-12-9999"])
@pytest.mark.parametrize("name", ["day", "kept"])
def test_a_day_that_nobody_means_is_refused_and_stays_as_typed(name: str, day: str) -> None:
    form = Days({"day": "15-5-2027", name: day})

    assert form.errors[name] == ["Dit jaar kan niet. Vul een dag in van 1900 tot en met 2199."]
    assert form[name].value() == day


def test_the_first_and_the_last_day_are_taken() -> None:
    form = Days({"day": FIRST_DAY.isoformat(), "kept": "31-12-2199"})

    assert form.is_valid()
    assert form.cleaned_data == {"day": FIRST_DAY, "kept": LAST_DAY.isoformat()}


@pytest.mark.parametrize(
    ("day", "days", "later"),
    [
        (date(2027, 2, 28), 1, date(2027, 3, 1)),
        (date(2199, 12, 30), 1, LAST_DAY),
        (LAST_DAY, 1, None),
        (date.max, 1, None),
        (date.min, (date.max - date.min).days, None),
    ],
)
def test_a_day_later_is_none_where_no_field_takes_it(day: date, days: int, later: date | None) -> None:
    assert day_after(day, days) == later


def test_a_term_of_before_is_counted_as_always() -> None:
    assert day_after(date(2026, 1, 1), 365) == date(2026, 1, 1) + timedelta(days=365)
