from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON, VerbForm
from safetyportal.texts.clean_text import PlainTextField


class MotiveForm(VerbForm):
    """Why somebody who does not handle the case wants to know who reported."""

    verb, title, button = (
        "reporter_motive",
        _("Waarom wilt u weten wie dit meldde?"),
        _("Toon gegevens van de melder"),
    )

    motive = PlainTextField(
        label=_("Uw reden"),
        max_length=LONGEST_REASON,
        help_text=_("Bijvoorbeeld: de melder belt mij terug, mijn collega is er niet. Schrijf geen namen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom u dit wilt weten.")},
    )
