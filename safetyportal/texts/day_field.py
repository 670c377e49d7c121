"""The form field for a day, and between which days it may lie."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Python knows no day after 31-12-9999, which many write for "without end", and no moment before the first: a term that is
# counted from such a day fails. Nobody here means a day outside these.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def day_after(day: date, days: int) -> date | None:
    """So many days later; None where no field takes that day. What was kept before there were bounds may lie anywhere."""
    return day + timedelta(days=days) if days <= (LAST_DAY - day).days else None


class DayField(forms.DateField):
    """The browser's own date box; where there is none, a day as people write it: 15-5-2027."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {
            "required": _("Vul een dag in."),
            "invalid": _("Vul een dag in zoals 15-5-2027."),
            "too_far": _("Dit jaar kan niet. Vul een dag in van 1900 tot en met 2199."),
            **kwargs.pop("error_messages", {}),
        }
        super().__init__(
            input_formats=["%Y-%m-%d", "%d-%m-%Y"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "portal-width-m"}),
            error_messages=messages,
            **kwargs,
        )

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and not FIRST_DAY <= value <= LAST_DAY:
            raise ValidationError(self.error_messages["too_far"], code="too_far")
