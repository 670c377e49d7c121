"""Who it was that told it, asked and answered aloud."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from complexes.models import Home
from incidents.forms.tenant_contact import ContactForm
from incidents.intake.filing import Reporter
from incidents.rules.answers import BestTime, Mode, Tongue, YesNo

LABELS: dict[str, Any] = {
    "mode": _("Hoe wil de melder melden?"),
    "name": _("Naam van de melder"),
    "email": _("E-mailadres"),
    "reach": _("Wat moeten wij niet doen?"),
    "best_time": _("Wanneer bellen wij het best?"),
    "minor": _("Is de melder jonger dan 18?"),
}


class ReporterForm(ContactForm):
    """The tenant's own questions in the words of a colleague, with the language and whether an interpreter is needed."""

    heading_field = ""
    name_first = _(
        "Vul de naam van de melder in. Wil de melder dat niet? Kies dan «Vertrouwelijk» of «Anoniem»."
    )

    language = forms.ChoiceField(
        label=_("Taal van de melder"),
        choices=Tongue.choices,
        initial=Tongue.DUTCH,
        widget=forms.Select(attrs={"class": "portal-width-m"}),
        error_messages={
            "required": _("Kies een taal uit de lijst."),
            "invalid_choice": _("Kies een taal uit de lijst."),
        },
    )
    interpreter = forms.BooleanField(label=_("Tolk nodig"), required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["extra"]
        for name, label in LABELS.items():
            self.fields[name].label = label
        for name in ("name", "phone", "email"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        for name in ("email", "reach"):
            self.fields[name].help_text = ""
        if "consent" in self.fields:
            self.fields["consent"].help_text = _("Lees deze vraag voor. Alleen op naam. Nee mag ook.")

    def start_with(self, kept: dict[str, Any]) -> dict[str, Any]:
        return {"mode": Mode.CONFIDENTIAL, "minor": YesNo.UNKNOWN, **kept}

    def reporter(self, home: Home | None) -> Reporter:
        """Of somebody anonymous nothing is kept but whether they are a minor."""
        cleaned, mode = self.cleaned_data, Mode(self.cleaned_data["mode"])
        if mode == Mode.ANONYMOUS:
            return Reporter(mode, minor=YesNo(cleaned["minor"]))
        return Reporter(
            mode,
            name=cleaned["name"],
            phone=cleaned["phone"],
            email=cleaned["email"],
            home=home,
            minor=YesNo(cleaned["minor"]),
            reach=tuple(cleaned["reach"]),
            best_time=BestTime(cleaned["best_time"]).value if cleaned["best_time"] else "",
        )

    @property
    def said_consent(self) -> bool | None:
        """None where it was not asked, or could not be."""
        said = self.cleaned_data.get("consent") if self.cleaned_data["mode"] == Mode.NAMED else None
        return said == "yes" if said else None
