"""The forms of what is owed to somebody who was reported about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON
from incidents.forms.staff_party import PartyVerbForm
from incidents.models import PartyWord
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField

LONGEST_DELAY = timedelta(days=92)
# How it was told, as the timeline says it.
HOW = (
    ("brief", _("Met een brief")),
    ("gesprek", _("In een gesprek")),
    ("telefoon", _("Aan de telefoon")),
    ("e-mail", _("Met een e-mail")),
)
SAID = "said"
NEVER_A_REPORTER = _(
    "De bewoner leest dit. Noem geen melder, geen dag of uur en niet hoeveel mensen meldden."
)
SMALL = {"rows": 3}


def _reason(label: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs=SMALL),
        help_text=_("Alleen medewerkers lezen dit."),
        error_messages={"required": _("Schrijf waarom.")},
    )


def _to_them(label: Any, **kwargs: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs=SMALL),
        help_text=NEVER_A_REPORTER,
        error_messages={"required": _("Schrijf een antwoord aan de bewoner.")},
        **kwargs,
    )


class InformForm(PartyVerbForm):
    slug = "informeren"
    title, button = _("Vastleggen wat de bewoner weet"), _("Bewaren")
    button_class = "primary"

    how = forms.ChoiceField(
        label=_("Hoe informeert u de bewoner?"),
        choices=HOW,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe u de bewoner informeert."),
            "invalid_choice": _("Kies uit de lijst."),
        },
    )
    rule = LineField(
        label=_("Om welke huisregel gaat het?"), max_length=300, required=False, help_text=NEVER_A_REPORTER
    )
    text = _to_them(_("Wat vertelt u nog meer?"), required=False)


class DelayForm(PartyVerbForm):
    slug = "uitstellen"
    title, button = _("Informeren uitstellen"), _("Uitstel vastleggen")

    until = DayField(
        label=_("Tot en met welke dag?"),
        help_text=_("Hooguit drie maanden. Daarna beslist u opnieuw."),
        error_messages={"invalid": _("Dit is geen dag. Vul hem zo in: 14-5-2027.")},
    )
    reason = PlainTextField(
        label=_("Waarom kan het nu niet?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs=SMALL),
        help_text=_("Alleen als informeren het doel schaadt, bijvoorbeeld de veiligheid van de melder."),
        error_messages={"required": _("Schrijf waarom.")},
    )

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if not today < until <= today + LONGEST_DELAY:
            raise forms.ValidationError(_("Kies een dag na vandaag, hooguit drie maanden verder."))
        return until


class StatementForm(PartyVerbForm):
    slug = "verklaring"
    title, button = _("Eigen verklaring toevoegen"), _("Verklaring bewaren")

    text = PlainTextField(
        label=_("De verklaring"),
        help_text=_("Neem de woorden van de bewoner over zoals ze er staan. Dit verandert niet meer."),
        error_messages={"required": _("Neem de verklaring over.")},
    )


class ObjectionForm(PartyVerbForm):
    slug = "bezwaar"
    title, button = _("Bezwaar vastleggen"), _("Bezwaar bewaren")

    text = PlainTextField(
        label=_("Het bezwaar"),
        help_text=_("U moet binnen een maand antwoorden. Zolang kan de zaak niet dicht."),
        error_messages={"required": _("Schrijf op waartegen de bewoner bezwaar maakt.")},
    )


class AnswerForm(PartyVerbForm):
    """An answer to an objection or request, or that what they wrote was read. `open`: what waits, by sort."""

    slug = "antwoorden"
    title, button = _("Antwoord geven"), _("Antwoord bewaren")
    button_class = "primary"

    about = forms.ChoiceField(
        label=_("Waarop?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waarop u antwoordt."),
            "invalid_choice": _("Hierop is al geantwoord. Kies opnieuw."),
        },
    )
    text = _to_them(_("Uw antwoord"), required=False)

    def __init__(self, *args: Any, waiting: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {**dict(PartyWord.Sort.choices), SAID: _("Wat de bewoner schreef")}
        self.fields["about"].choices = [(one, labels[one]) for one in waiting]  # type: ignore[attr-defined]
        self.fields["about"].initial = waiting[0] if waiting else None
        # What they wrote may be just read; a request wants an answer.
        self.fields["text"].required = SAID not in waiting

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("about") not in (None, SAID) and "text" in cleaned and not cleaned["text"]:
            self.add_error("text", _("Schrijf een antwoord aan de bewoner."))
        return cleaned


class RestrictForm(PartyVerbForm):
    slug = "beperken"
    title, button = _("Gebruik van de gegevens beperken"), _("Beperken")

    reason = _reason(_("Waarom?"))


class LiftForm(PartyVerbForm):
    slug = "beperking-opheffen"
    title, button = _("Beperking opheffen"), _("Opheffen")

    text = _to_them(_("Wat zegt u tegen de bewoner?"))
