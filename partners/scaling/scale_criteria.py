"""When a case may go up, in sentences that an association may change, and when it is looked at again (configuration.sections)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from partners.models import ScalingSettings
from safetyportal.clock.configuration import NumberField
from safetyportal.configuration.sections import Section, SettingsForm, Values, one_subject
from safetyportal.texts.clean_text import PlainTextField

HOUSE, MUNICIPALITY = "ZVH", "GEM"
SCALABLE = (HOUSE, MUNICIPALITY)
MOST_CRITERIA, LONGEST_CRITERION = 12, 200

# Dutch, as a case keeps them (domain 2.1: ZVH, GEM).
_COMPLEX = (
    "Er spelen problemen op meer gebieden van het leven tegelijk, zoals wonen, zorg, geld en veiligheid.",
    "Er is een risico voor de veiligheid van de bewoner zelf of van anderen.",
    "Wij en onze partners komen er samen niet uit: de eigen keten zit vast.",
)
_MAYOR = (
    "Ernstige woonoverlast: de burgemeester kan een gedragsaanwijzing geven (art. 151d Gemeentewet).",
    "De burgemeester kan de woning sluiten (art. 174a Gemeentewet of art. 13b Opiumwet).",
)
DELIVERED: Values = {
    "house": "\n".join(_COMPLEX),
    "municipality": "\n".join((*_MAYOR, *_COMPLEX)),
    "look_again_months": 3,
}


def criteria_for(type_code: str) -> tuple[str, ...]:
    return tuple(str(_load("")["house" if type_code == HOUSE else "municipality"]).splitlines())


def look_again_months() -> int:
    return int(_load("")["look_again_months"])


class CriteriaField(PlainTextField):
    """One sentence on each line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=MOST_CRITERIA * (LONGEST_CRITERION + 1),
            widget=forms.Textarea(attrs={"rows": 6}),
            error_messages={"required": _("Schrijf minstens één kenmerk op.")},
            **kwargs,
        )

    def to_python(self, value: Any) -> str:
        lines = [" ".join(line.split()) for line in super().to_python(value).splitlines()]
        return "\n".join(dict.fromkeys(line for line in lines if line))

    def validate(self, value: Any) -> None:
        super().validate(value)
        lines = str(value).splitlines()
        if len(lines) > MOST_CRITERIA:
            raise ValidationError(_("Hoogstens 12 kenmerken: met meer leest niemand ze."))
        if any(len(line) > LONGEST_CRITERION for line in lines):
            raise ValidationError(_("Een kenmerk mag hoogstens 200 tekens lang zijn. Maak de zin korter."))


MONTHS = _("Vul een aantal maanden in, van 1 tot en met 12.")


class ScalingForm(SettingsForm):
    house = CriteriaField(
        label=_("Kenmerken voor het Zorg- en Veiligheidshuis"),
        help_text=_("Elk kenmerk op een eigen regel, als hele zin."),
    )
    municipality = CriteriaField(
        label=_("Kenmerken voor de gemeente"), help_text=_("Elk kenmerk op een eigen regel, als hele zin.")
    )
    look_again_months = NumberField(
        _("Een opschaling opnieuw bekijken, na zoveel maanden"), least=1, most=12, what=MONTHS
    )


def _load(subject: str) -> Values:
    row = ScalingSettings.objects.filter(pk=1).values_list("values", flat=True).first() or {}
    return {**DELIVERED, **{name: value for name, value in row.items() if name in DELIVERED}}


def _save(subject: str, values: Values) -> None:
    row, _made = ScalingSettings.objects.get_or_create(pk=1)
    row.values = {**row.values, **values}
    row.save(update_fields=["values"])


SCALING = Section(
    name="opschalen",
    title=_("Opschalen"),
    about=_(
        "Wanneer een zaak naar het Zorg- en Veiligheidshuis of de gemeente mag, en wanneer u opnieuw kijkt."
    ),
    form=ScalingForm,
    subjects=one_subject(_("Opschalen")),
    load=_load,
    save=_save,
)
