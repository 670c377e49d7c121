"""What happens, in the reporter's own words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.forms.tenant_fields import choice_field
from incidents.forms.tenant_step import StepForm
from incidents.rules.answers import YesNo
from incidents.wizard.steps import story_asked
from safetyportal.texts.clean_text import PlainTextField

MOST_SIGNS = 10000


class StoryForm(StepForm):
    slug = "verhaal"
    template = "tenant/steps/verhaal.html"
    heading_field = "story"

    story = PlainTextField(
        label=_("Wat gebeurt er?"),
        max_length=MOST_SIGNS,
        help_text=_("Kort mag, in uw eigen taal. Noem geen namen of adressen van anderen."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Schrijf op wat er gebeurt. Een paar woorden is genoeg.")},
    )
    names_person = choice_field(
        _("Staat er toch een naam of adres in?"),
        YesNo.choices,
        ask=_("Kies of er een naam of adres van iemand anders in uw tekst staat."),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if self.written.needs_care:
            self.fields["story"].label = _("Waar hebt u zelf last van?")
            self.fields["story"].help_text = _(
                "Schrijf alleen wat u zelf merkt, zoals geluid. Schrijf niets over de mensen om wie u zich zorgen "
                "maakt. Het mag in uw eigen taal."
            )

    def answer(self) -> dict[str, Any]:
        return {**self.cleaned_data, "asked": story_asked(self.written)}
