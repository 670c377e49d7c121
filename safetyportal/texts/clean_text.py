"""The form field for what people write themselves."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from safetyportal.texts.templatetags.portal import HIDDEN

LONGEST = 10_000
# NUL and halves of a character: what PostgreSQL, or UTF-8 itself, has no place for.
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


class PlainTextField(forms.CharField):
    """Text of at most `max_length` characters, kept as typed but for the ends of lines.

    A refused text comes back complete, so the browser gets no maxlength, which cuts silently. A NUL, which
    PostgreSQL cannot keep, is refused once and is gone from the text that comes back.
    """

    default_error_messages = {
        "max_length": ngettext_lazy(
            "Uw tekst is te lang. Er mag %(limit_value)d teken in, u hebt er %(show_value)d.",
            "Uw tekst is te lang. Er mogen %(limit_value)d tekens in, u hebt er %(show_value)d.",
            "limit_value",
        ),
        "hidden_sign": _(
            "Er stond een teken in uw tekst dat wij niet kunnen bewaren. Wij hebben het weggehaald."
        ),
    }
    widget = forms.Textarea

    def __init__(self, *, max_length: int = LONGEST, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        if UNKEEPABLE.search(text):
            raise ValidationError(self.error_messages["hidden_sign"], code="hidden_sign")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def bound_data(self, data: Any, initial: Any) -> Any:
        return UNKEEPABLE.sub("", data) if isinstance(data, str) else data

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class LineField(PlainTextField):
    """One line. Signs that do not show are refused once, and are gone from the text that comes back."""

    widget = forms.TextInput  # type: ignore[assignment]

    def to_python(self, value: Any) -> str:
        text = " ".join(super().to_python(value).split())
        if HIDDEN.search(text):
            raise ValidationError(self.error_messages["hidden_sign"], code="hidden_sign")
        return text

    def bound_data(self, data: Any, initial: Any) -> Any:
        return HIDDEN.sub("", data) if isinstance(data, str) else data
