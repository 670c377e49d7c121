"""How a letter begins: to whom, from which standard text, and with what is known already."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from complexes.models import Home
from incidents.forms.gaps import PREFIX
from incidents.models import LadderStep, Letter, Party, StandardText
from incidents.models.letter import CHECKED
from incidents.rules.languages import DUTCH, NOT_PRINTED, Language
from incidents.standard_texts.variables import Variable
from safetyportal.clock.deadlines import Name, suggested_day

PRINTED = [
    (one.value, one.label) for one in Language if one.value != DUTCH and one not in NOT_PRINTED
]  # fmt: skip


class DutchNames(forms.RadioSelect):
    """Standard texts are called as the association calls them, whatever language the page is in."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        if option["value"]:
            option["attrs"]["lang"] = "nl"
        return option


class StartForm(forms.Form):
    """GET: to whom, which standard text, and in which language an explanation comes with it."""

    aan = forms.ChoiceField(label=_("Aan wie?"), required=False)
    tekst = forms.ChoiceField(label=_("Standaardtekst"), required=False, widget=DutchNames)
    taal = forms.ChoiceField(
        label=_("Uitleg erbij in een andere taal"),
        required=False,
        choices=[("", _("Geen")), *PRINTED],
        help_text=_(
            "De uitleg komt op een eigen bladzijde. De Nederlandse tekst geldt. Het schrift van het Tigrinya kunnen wij niet afdrukken."
        ),
    )

    def __init__(
        self, *args: Any, offered: list[tuple[str, Any]], people: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aan"].choices = [("", _("De melder, of iemand anders")), *people]  # type: ignore[attr-defined]
        if not people:
            del self.fields["aan"]
        self.fields["tekst"].choices = offered  # type: ignore[attr-defined]


def start_of(text: StandardText | None, language: str) -> dict[str, Any]:
    """What a new letter begins with, before anything is filled in."""
    if text is None:
        return {"sort": Letter.Sort.OTHER, "body": "{aanhef},\n\n"}
    explanation = text.translations.get(language, "")
    asks = {"check_on": suggested_day(name=Name.CHECK, at=timezone.now())} if text.moment in CHECKED else {}
    return {
        **asks,
        "sort": text.moment,
        "heading": text.heading,
        "body": text.text_nl,
        "language": language if explanation else "",
        "explanation": explanation,
    }


def to_party(party: Party) -> dict[str, Any]:
    """Name and address of somebody in the case, for the envelope."""
    return {
        "to_name": party.name,
        "to_address": on_envelope(party.home) if party.home else party.address_note,
    }


def on_envelope(home: Home) -> str:
    return f"{home.address}\n{home.postcode[:4]} {home.postcode[4:]} {home.city}"


def begun_with(step: LadderStep | None) -> dict[str, Any]:
    """What a letter that goes with a step on the ladder takes from it: to begin with, and to change."""
    if step is None:
        return {}
    asked = {Variable.AGREEMENTS: step.agreed, Variable.RULE: step.house_rule}
    day = {"check_on": step.check_on} if step.check_on else {}
    return {**day, **{PREFIX + name: words for name, words in asked.items()}}
