"""The search box: on its own page, and small in the bar of every page of staff."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from incidents.search import asking
from safetyportal.texts.clean_text import LineField

LONGEST = 200


class SearchForm(forms.Form):
    """Posted, because a name in an address ends up in logs."""

    words = LineField(
        label=_("Waar zoekt u naar?"),
        help_text=_(
            "Een nummer, adres, naam, telefoonnummer, e-mailadres, bestand of woorden uit een verhaal of notitie. "
            "Woorden die bij elkaar horen zet u tussen aanhalingstekens."
        ),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-l"}),
        error_messages={"required": _("Typ waar u naar zoekt.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse("staff_search")
        self.helper.add_input(Submit("send", _("Zoeken")))

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"])
        asked = asking.read(words)
        if asked.is_no_number:
            raise forms.ValidationError(_("Dit nummer bestaat niet. Kijk of u alle tekens goed hebt."))
        if asked.is_empty:
            raise forms.ValidationError(_("Typ minstens twee letters of cijfers."))
        if asked.is_too_much:
            raise forms.ValidationError(
                _("Zoek op hoogstens %(most)s woorden tegelijk.") % {"most": asking.MOST_WORDS}
            )
        return words
