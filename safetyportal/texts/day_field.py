"""The form field for a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayField(forms.DateField):
    """The browser's own date box; where there is none, a day as people write it: 15-5-2027."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {
            "required": _("Vul een dag in."),
            "invalid": _("Vul een dag in zoals 15-5-2027."),
            **kwargs.pop("error_messages", {}),
        }
        super().__init__(
            input_formats=["%Y-%m-%d", "%d-%m-%Y"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "portal-width-m"}),
            error_messages=messages,
            **kwargs,
        )
