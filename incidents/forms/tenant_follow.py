from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.clean_text import LineField

AS_PRINTED = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class FollowForm(forms.Form):
    """The two things on the receipt. Whether they belong together, incidents.pages.followup says."""

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


class LostCodeForm(forms.Form):
    """For who lost the code and gave a mail address."""

    number = LineField(
        label=_("Uw meldingsnummer"),
        max_length=40,
        help_text=_("Het begint met een M, bijvoorbeeld M-7K2P-9QXD."),
        widget=forms.TextInput(attrs={**AS_PRINTED, "class": "portal-width-m"}),
        error_messages={"required": _("Vul uw meldingsnummer in.")},
    )
    email = LineField(
        label=_("Het e-mailadres dat u toen gaf"),
        max_length=254,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email"}),
        error_messages={"required": _("Vul uw e-mailadres in.")},
    )
