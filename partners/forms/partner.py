"""What a functional administrator fills in about a partner or desk (configuration.sections)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.defaults.default_types import PARTNER_TYPES, PARTNER_TYPES_BY_CODE
from partners.models import Partner
from partners.models.partner import Category, Profile
from partners.staffing import areas
from safetyportal.clock.configuration import DaysField
from safetyportal.configuration.fields import OneOfField, PicksField, SetDayField, as_day
from safetyportal.configuration.sections import FormPart, SettingsForm
from safetyportal.texts.clean_text import LineField, PlainTextField

MOST_COMPLEXES = 200
# As many as that by their longest names and codes.
LONGEST_LIST = 25_000


def _types() -> list[tuple[str, str]]:
    own = _("Eigen afdeling: {name}")
    return [
        ("", _("Kies een type")),
        *((one.code, own.format(name=one.name) if one.is_internal else one.name) for one in PARTNER_TYPES),
    ]


class PartnerForm(SettingsForm):
    name = LineField(
        label=gettext_lazy("Naam"),
        max_length=100,
        error_messages={"required": gettext_lazy("Vul de naam in.")},
        help_text=gettext_lazy("Zoals medewerkers de partner kennen, met de plaats erbij als er meer zijn."),
    )
    type_code = OneOfField(
        label=gettext_lazy("Type ketenpartner"),
        choices=_types,
        help_text=gettext_lazy("De routering zoekt op type en gebied, niet op naam."),
    )
    category = OneOfField(
        label=gettext_lazy("Categorie"),
        choices=[("", gettext_lazy("Kies een categorie")), *Category.choices],
        help_text=gettext_lazy("Elke categorie heeft een eigen rij om te bezorgen."),
    )
    profile = OneOfField(
        label=gettext_lazy("Wat de partner mag zien"),
        choices=[("", gettext_lazy("Kies wat de partner mag zien")), *Profile.choices],
        help_text=gettext_lazy("Meer dan dit ziet de partner nooit, wat een medewerker ook vrijgeeft."),
    )
    answer_days = DaysField(gettext_lazy("Antwoord binnen, in werkdagen"))
    towns = PicksField(
        label=gettext_lazy("Hele gemeenten"),
        choices=areas.towns_to_pick,
        wrong=gettext_lazy("Kies gemeenten uit de lijst."),
    )
    neighbourhoods = PicksField(
        label=gettext_lazy("Wijken"),
        choices=areas.neighbourhoods_to_pick,
        wrong=gettext_lazy("Kies wijken uit de lijst."),
    )
    complexes = PlainTextField(
        label=gettext_lazy("Complexen"),
        required=False,
        max_length=LONGEST_LIST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Alleen als de partner in een paar complexen werkt. Eén per regel: de naam of het nummer."
        ),
    )
    active_from = SetDayField(label=gettext_lazy("Doet mee vanaf"))
    active_to = SetDayField(
        label=gettext_lazy("Doet mee tot en met"),
        required=False,
        help_text=gettext_lazy(
            "Leeg: doet mee tot u hier iets invult. De dag erna ziet de partner niets meer."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partner = Partner.objects.filter(code=self.subject).first()
        if self.partner is not None:
            # What it has already stays to be picked, also where we have no homes any more.
            had = areas.of(self.partner)
            self.fields["towns"].choices = [(one, one) for one in areas.towns(had.towns)]  # type: ignore[attr-defined]
            self.fields["neighbourhoods"].choices = [  # type: ignore[attr-defined]
                (one, one) for one in areas.neighbourhoods(had.neighbourhoods)
            ]

    def parts(self) -> list[FormPart]:
        who = ["name", "type_code", "category", "profile", "answer_days"]
        where, when = ["towns", "neighbourhoods", "complexes"], ["active_from", "active_to"]
        return [
            FormPart(str(title), [self[name] for name in names], is_open=True)
            for title, names in ((_("Wie"), who), (_("Gebied"), where), (_("Wanneer"), when))
        ]

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if Partner.objects.filter(name__iexact=name).exclude(code=self.subject).exists():
            raise forms.ValidationError(_("Er is al een partner die zo heet. Zet de plaats erbij."))
        return name

    def clean_type_code(self) -> str:
        code = str(self.cleaned_data["type_code"])
        was = self.partner.type_code if self.partner else code
        if was != code and PARTNER_TYPES_BY_CODE[code].is_internal != self.partner_is_internal:
            raise forms.ValidationError(
                _(
                    "Een ketenpartner wordt geen eigen afdeling, en andersom. Maak een nieuwe en laat deze stoppen."
                )
            )
        return code

    def clean_complexes(self) -> str:
        typed = str(self.cleaned_data["complexes"]).splitlines()
        lines = list(dict.fromkeys(" ".join(line.split()) for line in typed if line.strip()))
        if len(lines) > MOST_COMPLEXES:
            raise forms.ValidationError(
                _(
                    "U noemt %(n)d complexen. Er mogen er %(most)d in. Kies hierboven een hele gemeente of wijk."
                )
                % {"n": len(lines), "most": MOST_COMPLEXES}
            )
        found = areas.complexes_of(lines)
        unknown = [line for line in lines if line not in found]
        if unknown:
            raise forms.ValidationError(
                _(
                    "Dit complex kennen wij niet, of er zijn er meer die zo heten: %(names)s. Vul het nummer in."
                )
                % {"names": ", ".join(unknown)}
            )
        return "\n".join(sorted({areas.named(one) for one in found.values()}))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind = PARTNER_TYPES_BY_CODE.get(data.get("type_code", ""))
        if kind is None:
            return data
        if "category" in data and kind.is_internal != (data["category"] == Category.INTERNAL):
            self.add_error("category", _("Deze categorie past niet bij dit type. Kies een andere."))
        if data.get("profile") == Profile.INTERNAL and not kind.is_internal:
            self.add_error("profile", _("Dit is voor eigen afdelingen. Kies wat een ketenpartner mag zien."))
        where = ("towns", "neighbourhoods", "complexes")
        if not kind.is_internal and not any(data.get(name) or name in self.errors for name in where):
            self.add_error("towns", _("Kies waar de partner werkt. Zonder gebied komt er nooit iets."))
        begins, ends = as_day(data.get("active_from", "")), as_day(data.get("active_to", ""))
        if begins and ends and ends < begins:
            self.add_error("active_to", _("Deze dag ligt voor de eerste dag. Vul een latere dag in."))
        return data

    @property
    def partner_is_internal(self) -> bool:
        return self.partner is not None and self.partner.is_internal
