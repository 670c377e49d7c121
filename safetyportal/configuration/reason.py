from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.clean_text import PlainTextField


class ReasonForm(forms.Form):
    """Why a setting changes: it stands in the history."""

    reason = PlainTextField(
        label=_("Waarom verandert u dit?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dit staat in de geschiedenis, zodat een collega het later begrijpt."),
        error_messages={"required": _("Schrijf waarom u dit verandert.")},
    )
