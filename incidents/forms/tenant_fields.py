"""Form fields in the way tenants type: one line of text, a choice in plain words, a day as people say it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise, lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.clean_text import LineField

Text = str | Promise
Choice = tuple[str, Any]

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
ENGLISH_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
DAYS_AGO = {"vandaag": 0, "today": 0, "gisteren": 1, "yesterday": 1, "eergisteren": 2}
OLDEST = timedelta(days=2 * 365)

# Only when shown is it known in which language.
_html_later = lazy(format_html, SafeString)


class DayField(LineField):
    """A day in the past: 27-3-2026, 27 maart, gisteren. Gives a date, or None when left empty."""

    default_error_messages = {
        "unreadable": _("Schrijf de dag als 27-3-2026, of schrijf vandaag of gisteren."),
        "future": _("Deze dag moet nog komen. Vul een dag in die al geweest is."),
        "too_old": _(
            "Deze dag is langer dan twee jaar geleden. Vul in wanneer het voor het laatst gebeurde."
        ),
    }

    def __init__(self, *, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = read_day(text, self.today)
        if found is None:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable")
        if found > self.today:
            raise ValidationError(self.error_messages["future"], code="future")
        if found < self.today - OLDEST:
            raise ValidationError(self.error_messages["too_old"], code="too_old")
        return found


def read_day(text: str, today: date) -> date | None:
    """The day that was meant, or None. Without a year it is the last time that day came round."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip(" .")
    if plain in DAYS_AGO:
        return today - timedelta(days=DAYS_AGO[plain])
    parts = re.findall(r"\d+|[^\W\d_]+", plain, re.ASCII)
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    if not 2 <= len(parts) <= 3 or any(len(part) > 10 for part in parts):
        return None
    day, month = _number(parts[0]), _month(parts[1])
    year = _year(parts[2]) if len(parts) == 3 else today.year
    found = _date(year, month, day)
    if len(parts) == 2 and found and found > today:
        found = _date(year - 1, month, day)
    return found


def choice_field(label: Any, choices: Iterable[Choice], *, ask: Any, **kwargs: Any) -> forms.ChoiceField:
    """Radio buttons; `ask` is what it says when none, or none of these, was chosen."""
    return forms.ChoiceField(
        label=label,
        choices=list(choices),
        widget=forms.RadioSelect,
        error_messages={"required": ask, "invalid_choice": ask},
        **kwargs,
    )


def with_hint(label: Text, hint: Text) -> Text:
    """A choice with a softer line below it."""
    return _html_later('{}<span class="portal-option__hint">{}</span>', label, hint) if hint else label


def _number(part: str) -> int:
    return int(part) if part.isdigit() else 0


def _month(part: str) -> int:
    if part.isdigit():
        return int(part)
    for names in (MONTHS, ENGLISH_MONTHS):
        for number, name in enumerate(names, start=1):
            if len(part) >= 3 and name.startswith(part):
                return number
    return {"mrt": 3}.get(part, 0)


def _year(part: str) -> int:
    year = _number(part)
    return year + 2000 if len(part) == 2 else year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
