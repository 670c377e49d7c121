"""The form field for what people write themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

LONGEST = 10_000
NUL = "\0"


class PlainTextField(forms.CharField):
    """Text of at most `max_length` characters, kept as typed but for the ends of lines.

    A refused text comes back complete, so the browser gets no maxlength, which cuts silently. A NUL, which PostgreSQL
    cannot keep, is refused once and is gone from the text that comes back.
    """

    default_error_messages = {
        "max_length": ngettext_lazy(
            "Uw tekst is te lang. Er mag %(limit_value)d teken in, u heeft er %(show_value)d.",
            "Uw tekst is te lang. Er mogen %(limit_value)d tekens in, u heeft er %(show_value)d.",
            "limit_value",
        ),
        "hidden_sign": _("Er stond een teken in uw tekst dat wij niet kunnen bewaren. Wij hebben het weggehaald."),
    }
    widget = forms.Textarea

    def __init__(self, *, max_length: int = LONGEST, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = self.error_messages["max_length"]

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        if NUL in text or any("\ud800" <= sign <= "\udfff" for sign in text):
            raise ValidationError(self.error_messages["hidden_sign"], code="hidden_sign")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data.replace(NUL, "") if isinstance(data, str) else data

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}
