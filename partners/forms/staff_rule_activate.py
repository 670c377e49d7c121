"""Putting a draft in use: why, and that the warnings were seen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.clean_text import PlainTextField


class ActivateForm(forms.Form):
    mark_optional = False

    warned = forms.BooleanField(
        label=_("Ik heb de waarschuwingen gezien"),
        error_messages={"required": _("Lees de waarschuwingen, en zet dan dit vinkje.")},
    )
    reason = PlainTextField(
        label=_("Waarom neemt u dit in gebruik?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dit staat in de geschiedenis, zodat een collega het later begrijpt."),
        error_messages={"required": _("Schrijf waarom u dit in gebruik neemt.")},
    )

    def __init__(self, *args: Any, warnings: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not warnings:
            del self.fields["warned"]
