"""What happens, when and how often, and what it does to the reporter."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.answers import DayPart, Frequency, Impact, Since, YesNo
from incidents.forms.tenant_fields import DayField, choice_field
from incidents.forms.tenant_step import StepForm
from incidents.wizard.steps import story_asked
from safetyportal.texts.clean_text import PlainTextField

MOST_SIGNS = 8000
KNOW = _("Kies een antwoord. Weet u het niet? Kies dan «Weet ik niet».")


class StoryForm(StepForm):
    slug = "verhaal"
    template = "tenant/steps/verhaal.html"

    story = PlainTextField(
        label=_("Wat gebeurt er?"),
        max_length=MOST_SIGNS,
        help_text=_(
            "Schrijf op wat u zelf ziet of hoort. Schrijf geen namen van anderen op. U mag in uw eigen taal schrijven."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Schrijf op wat er gebeurt. Een paar woorden is genoeg.")},
    )
    day_part = choice_field(
        _("Op welk deel van de dag?"),
        DayPart.choices,
        ask=_("Kies een deel van de dag uit de lijst."),
        required=False,
    )
    frequency = choice_field(
        _("Hoe vaak gebeurt het?"), Frequency.choices, ask=_("Kies hoe vaak het gebeurt.")
    )
    since = choice_field(_("Hoe lang is dit al zo?"), Since.choices, ask=_("Kies hoe lang dit al zo is."))
    impact = forms.MultipleChoiceField(
        label=_("Wat doet het met u?"),
        choices=Impact.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("U mag meer dan één antwoord kiezen."),
        error_messages={
            "invalid_choice": _("Kies uit de antwoorden bij «Wat doet het met u?»."),
            "invalid_list": _("Kies uit de antwoorden bij «Wat doet het met u?»."),
        },
    )
    names_person = choice_field(
        _("Staat er een naam of adres van iemand anders in uw tekst?"),
        YesNo.choices,
        ask=_("Kies of er een naam of adres van iemand anders in uw tekst staat."),
    )
    child_involved = choice_field(
        _("Gaat het om een kind onder de 16 jaar?"),
        YesNo.choices,
        ask=_("Kies of het om een kind onder de 16 jaar gaat."),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["last_seen_on"] = DayField(
            label=_("Wanneer gebeurde het voor het laatst?"),
            today=self.today,
            required=False,
            help_text=_("Bijvoorbeeld: vandaag, gisteren of 27-3-2026. Weet u het niet? Laat het dan leeg."),
            widget=forms.TextInput(attrs={"class": "portal-width-m", "autocomplete": "off"}),
        )
        self.order_fields(["story", "last_seen_on"])
        if self.written.needs_care:
            self.fields["story"].label = _("Waar hebt u zelf last van?")
            self.fields["story"].help_text = _(
                "Schrijf alleen op wat u zelf merkt, zoals geluid. Schrijf niets over de mensen om wie u zich zorgen "
                "maakt. U mag in uw eigen taal schrijven."
            )

    def start_with(self, kept: dict[str, Any]) -> dict[str, Any]:
        if last := kept.get("last_seen_on"):
            found = date.fromisoformat(last)
            return {**kept, "last_seen_on": f"{found.day}-{found.month}-{found.year}"}
        return kept

    def clean_impact(self) -> list[str]:
        """Together with something else, "het valt mee" says nothing."""
        chosen: list[str] = self.cleaned_data["impact"]
        return [one for one in chosen if one != Impact.NONE] or chosen[:1]

    def answer(self) -> dict[str, Any]:
        last = self.cleaned_data["last_seen_on"]
        return {
            **self.cleaned_data,
            "last_seen_on": last.isoformat() if last else None,
            "asked": story_asked(self.written),
        }
