from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.clean_text import LineField

AS_PRINTED = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class FollowForm(forms.Form):
    """The two things on the receipt. Whether they belong together, incidents.followup says."""

    number = LineField(
        label=_("Uw meldingsnummer"),
        max_length=40,
        help_text=_("Het begint met een M, bijvoorbeeld M-7K2P-9QXD."),
        widget=forms.TextInput(attrs={**AS_PRINTED, "class": "portal-width-m"}),
        error_messages={"required": _("Vul uw meldingsnummer in.")},
    )
    code = LineField(
        label=_("Uw code"),
        max_length=60,
        help_text=_("Zestien letters en cijfers. Streepjes en hoofdletters maken niet uit."),
        widget=forms.TextInput(attrs=AS_PRINTED),
        error_messages={"required": _("Vul uw code in.")},
    )
