"""Fields of settings whose value is kept as a plain text, and said in words in the history (views.said)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.day_field import DayField


class PicksInput(forms.CheckboxSelectMultiple):
    """Ticks from a browser; or one text with a line for each, as a change that is put back sends them."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        sent = data.getlist(name) if hasattr(data, "getlist") else [data.get(name) or ""]
        return [line for text in sent for line in str(text).splitlines() if line]


class PicksField(forms.MultipleChoiceField):
    """Some of a list. Its value is one text, a line for each code, in the order of the list."""

    widget = PicksInput

    def __init__(self, *, wrong: Any, required: bool = False, **kwargs: Any) -> None:
        messages = {"invalid_choice": wrong, "invalid_list": wrong, "required": wrong}
        super().__init__(required=required, error_messages=messages, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.splitlines() if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        picked = set(super().clean(value))
        return "\n".join(code for code in self._labels() if code in picked)

    def in_words(self, value: Any) -> str:
        labels = self._labels()
        return ", ".join(labels.get(code, code) for code in str(value or "").splitlines())

    def _labels(self) -> dict[str, str]:
        listed: Any = self.choices
        return {str(code): str(label) for code, label in listed}


class OneOfField(forms.ChoiceField):
    """One of a list that stands in the page: whatever else is sent was not chosen."""

    def __init__(self, label: Any, choices: Any = (), **kwargs: Any) -> None:
        messages = dict.fromkeys(("required", "invalid_choice"), _("Kies uit de lijst."))
        super().__init__(label=label, choices=choices, error_messages=messages, **kwargs)


class SetDayField(DayField):
    """A day, kept as 2027-05-15; "" is none."""

    def clean(self, value: Any) -> str:
        found = super().clean(value)
        return found.isoformat() if found else ""

    def in_words(self, value: Any) -> str:
        found = as_day(str(value or ""))
        return date_format(found, "j F Y", use_l10n=False) if found else ""


def as_day(kept: str) -> date | None:
    return date.fromisoformat(kept) if kept else None
