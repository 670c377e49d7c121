"""What is agreed with a partner (configuration.sections), and the signed paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.defaults import data_types
from partners.models import Covenant, Partner
from safetyportal.configuration.fields import OneOfField, PicksField, SetDayField, as_day
from safetyportal.configuration.sections import SettingsForm
from safetyportal.texts.clean_text import LineField
from safetyportal.texts.day_field import day_after

MOST_PARTNERS = 1000


def _partners() -> list[tuple[str, Any]]:
    found = Partner.objects.order_by("is_internal", "name").values_list("code", "name", "is_internal")
    listed = list(found[:MOST_PARTNERS])
    outside = [(code, name) for code, name, internal in listed if not internal]
    ours = [
        (code, _("Eigen afdeling: {name}").format(name=name)) for code, name, internal in listed if internal
    ]
    return [("", _("Kies een partner")), *outside, *ours]


def _contact(label: Any) -> LineField:
    return LineField(
        label=label,
        required=False,
        max_length=120,
        help_text=gettext_lazy("Liefst een adres van de functie, zoals privacy@partner.example.nl."),
    )


class CovenantForm(SettingsForm):
    partner = OneOfField(label=gettext_lazy("Met wie"), choices=_partners)
    sort = OneOfField(label=gettext_lazy("Soort afspraak"), choices=Covenant.Sort.choices)
    purpose = LineField(
        label=gettext_lazy("Waarvoor"),
        max_length=200,
        help_text=gettext_lazy("Het doel waarvoor u gegevens deelt, in één zin."),
        error_messages={"required": gettext_lazy("Schrijf waarvoor u gegevens deelt.")},
    )
    data_types = PicksField(
        label=gettext_lazy("Welke gegevens"),
        help_text=gettext_lazy(
            "Wat u hier niet kiest, gaat niet naar de partner op grond van dit convenant."
        ),
        choices=data_types.to_pick,
        required=True,
        wrong=gettext_lazy("Kies welke gegevens in de afspraak staan."),
    )
    starts_on = SetDayField(label=gettext_lazy("Geldt vanaf"))
    ends_on = SetDayField(
        label=gettext_lazy("Geldt tot en met"),
        help_text=gettext_lazy("De dag erna ziet de partner niet meer wat onder deze afspraak gedeeld is."),
    )
    document = LineField(
        label=gettext_lazy("Kenmerk van het ondertekende stuk"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Waar het origineel ligt in uw eigen archief."),
    )
    contact = _contact(gettext_lazy("Contact van de privacyfunctionaris bij de partner"))
    own_contact = _contact(gettext_lazy("Contact van onze privacyfunctionaris"))

    def clean_partner(self) -> str:
        code = str(self.cleaned_data["partner"])
        was = Covenant.objects.filter(pk=self.key).values_list("partner__code", flat=True).first()
        if was is not None and was != code:
            raise forms.ValidationError(
                _("Deze afspraak is met een andere partner gemaakt. Maak een nieuwe.")
            )
        return code

    def clean_data_types(self) -> str:
        picked = str(self.cleaned_data["data_types"])
        if data_types.MINIMUM not in picked.splitlines():
            raise forms.ValidationError(
                _("Kies ook ‘{minimum}’: dat gaat met elke doorverwijzing mee.").format(
                    minimum=data_types.DATA_TYPES[data_types.MINIMUM]
                )
            )
        return picked

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begins, ends = as_day(data.get("starts_on", "")), as_day(data.get("ends_on", ""))
        if begins is None or ends is None:
            return data
        if ends < begins:
            self.add_error("ends_on", _("Deze dag ligt voor de eerste dag. Vul een latere dag in."))
            return data
        other = same_again(self.key, data) if {"partner", "sort", "purpose"} <= data.keys() else None
        if other is not None:
            self.add_error("starts_on", overlap_words(other))
        return data

    @property
    def key(self) -> int:
        return int(self.subject) if self.subject.isdigit() else 0


def overlapping(key: int, values: dict[str, Any]) -> Any:
    """Agreements of the same sort with the same partner that run in these days too."""
    return Covenant.objects.filter(
        partner__code=values["partner"],
        sort=values["sort"],
        starts_on__lte=values["ends_on"],
        ends_on__gte=values["starts_on"],
    ).exclude(pk=key)


def same_again(key: int, values: dict[str, Any]) -> Covenant | None:
    return overlapping(key, values).filter(purpose__iexact=values["purpose"]).first()


def overlap_words(other: Covenant) -> str:
    begin, end, next_day = _day(other.starts_on), _day(other.ends_on), day_after(other.ends_on, 1)
    if next_day is None:
        return _(
            "Van {begin} tot en met {end} geldt deze afspraak al. Verander eerst het einde van de oude."
        ).format(begin=begin, end=end)
    return _(
        "Van {begin} tot en met {end} geldt deze afspraak al. Laat de nieuwe beginnen op {next}, of verander het einde van de oude."
    ).format(begin=begin, end=end, next=_day(next_day))


def _day(value: Any) -> str:
    return date_format(value, "j F Y", use_l10n=False)


class PaperForm(forms.Form):
    paper = forms.FileField(
        label=gettext_lazy("Het ondertekende stuk, als pdf"),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
        help_text=gettext_lazy(
            "Hoogstens 10 MB. Wij bewaren een schone kopie, versleuteld. Bewaar het origineel in uw eigen archief."
        ),
        error_messages={
            "required": gettext_lazy("Kies een pdf."),
            "invalid": gettext_lazy("Kies een pdf."),
            "missing": gettext_lazy("Kies een pdf."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
        },
    )
