"""Of which case, or of whom, the privacy officer wants to read the log."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from incidents.models import Case
from incidents.models.conflict import kept_out
from incidents.rules.numbers import read_number
from safetyportal.accounts.models import User
from safetyportal.texts.clean_text import LineField


class AccessForm(forms.Form):
    mark_optional = False

    number = LineField(
        label=_("Zaaknummer: wie keek in deze zaak?"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-m"}),
    )
    email = LineField(
        label=_("Of het e-mailadres van een medewerker of ketenpartner: waar keek deze persoon naar?"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-l"}),
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.helper = FormHelper()
        self.helper.form_action = reverse("access_log")
        self.helper.add_input(Submit("send", _("Toon het log")))

    def clean_number(self) -> str:
        typed = self.cleaned_data["number"]
        if not typed:
            return ""
        number = read_number(typed, "Z")
        if number is None or not Case.objects.exclude(kept_out(self.actor)).filter(number=number).exists():
            raise forms.ValidationError(_("Deze zaak vinden wij niet. Kijk het nummer na."))
        return number

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"]).lower()
        if typed and not User.objects.filter(email=typed).exists():
            raise forms.ValidationError(_("Er is geen account met dit e-mailadres."))
        return typed

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"number", "email"} <= cleaned.keys() and bool(cleaned["number"]) == bool(cleaned["email"]):
            self.add_error("number", _("Vul een zaaknummer in, of een e-mailadres: een van de twee."))
        return cleaned

    def subject(self) -> dict[str, str]:
        """As the address of the page names it: by key, no name."""
        if self.cleaned_data["number"]:
            return {"zaak": self.cleaned_data["number"]}
        return {"wie": str(User.objects.get(email=self.cleaned_data["email"]).pk)}
