"""The settings of a standard text (configuration.sections): changed, added to and retired by a functional administrator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.models import KindGroup, StandardText
from incidents.models.standard_text import FOR_LETTERS, Moment
from incidents.rules.languages import Language
from incidents.standard_texts.loading import SECTION
from incidents.standard_texts.variables import Variable, unknown_in
from safetyportal.configuration.sections import FormPart, Section, SettingsForm, Subject, Values
from safetyportal.texts.clean_text import LineField, PlainTextField

LONGEST = 6000
TRANSLATED = [one for one in Language if one != Language.NL]
# Own texts have numbered addresses; the first that is free is offered as a new one.
OWN, MOST_OWN = "eigen", 200


def _groups() -> Iterator[tuple[str, Any]]:
    yield "", _("Alle soorten")
    for group in KindGroup.objects.order_by("position"):
        yield group.pk, group.label


def _text(label: Any, *, rows: int, required: bool = False) -> PlainTextField:
    return PlainTextField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Schrijf de tekst.")},
    )


class StandardTextForm(SettingsForm):
    label = LineField(
        label=_("Naam in de keuzelijst"), max_length=80, error_messages={"required": _("Vul een naam in.")}
    )
    moment = forms.ChoiceField(
        label=_("Wanneer"),
        choices=Moment.choices,
        error_messages={"required": _("Kies wanneer."), "invalid_choice": _("Kies uit de lijst.")},
    )
    group = forms.ChoiceField(
        label=_("Voor welke soorten"),
        choices=_groups,
        required=False,
        error_messages={"invalid_choice": _("Kies uit de lijst.")},
    )
    heading = LineField(
        label=_("Onderwerp van de brief"),
        max_length=120,
        required=False,
        help_text=_("Alleen voor brieven. Noem hier geen soort melding: anderen zien het ook."),
    )
    text_nl = _text(_("Tekst"), rows=18, required=True)
    text_en = _text(_("In het Engels"), rows=12)
    text_ar = _text(_("In het Arabisch"), rows=8)
    text_tr = _text(_("In het Turks"), rows=8)
    text_pl = _text(_("In het Pools"), rows=8)
    text_uk = _text(_("In het Oekraïens"), rows=8)
    text_ti = _text(_("In het Tigrinya"), rows=8)
    text_fr = _text(_("In het Frans"), rows=8)
    text_de = _text(_("In het Duits"), rows=8)
    text_es = _text(_("In het Spaans"), rows=8)
    active = forms.BooleanField(
        label=_("Aanbieden"), required=False, help_text=_("Uit: niemand kan deze tekst meer kiezen.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = ", ".join(f"{{{one.value}}}" for one in Variable)
        self.fields["text_nl"].help_text = _(
            "Deze woorden vult het portaal in of vraagt het aan wie schrijft: %(words)s. Begin een regel met «- » voor een punt en in brieven met «# » voor een kopje."
        ) % {"words": words}

    def parts(self) -> list[FormPart]:
        main = ["label", "moment", "group", "heading", "text_nl", "text_en", "active"]
        others = [self[name] for name in self.fields if name not in main]
        is_open = any(field.errors or field.value() for field in others)
        return [
            FormPart(str(_("De tekst")), [self[name] for name in main], True),
            FormPart(str(_("Andere talen")), others, is_open),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in self.fields:
            if name.startswith("text_") and (strange := unknown_in(cleaned.get(name, ""))):
                said = _(
                    "Dit woord kent het portaal niet: %(words)s. Kies een woord uit de lijst bij de tekst."
                )
                self.add_error(name, said % {"words": ", ".join(strange)})
        if cleaned.get("moment") in FOR_LETTERS and not cleaned.get("heading"):
            self.add_error("heading", _("Vul in waar de brief over gaat."))
        return cleaned


def _load(subject: str) -> Values:
    text = StandardText.objects.filter(pk=subject).first()
    if text is None:
        if subject != _free():
            raise LookupError(subject)
        text = StandardText(code=subject, active=False)
    values = {
        "label": text.label,
        "moment": text.moment,
        "group": text.group_id or "",
        "heading": text.heading,
        "text_nl": text.text_nl,
        "active": text.active,
    }
    return values | {f"text_{one.value}": text.translations.get(one.value, "") for one in TRANSLATED}


def _save(subject: str, values: Values) -> None:
    said = {one.value: values[f"text_{one.value}"] for one in TRANSLATED}
    kept = {
        "label": values["label"],
        "moment": values["moment"],
        "group_id": values["group"] or None,
        "heading": values["heading"],
        "text_nl": values["text_nl"],
        "translations": {language: text for language, text in said.items() if text},
        "active": values["active"],
    }
    if not StandardText.objects.filter(pk=subject).update(**kept):
        StandardText.objects.create(code=subject, position=_number(subject) + MOST_OWN, **kept)


def _subjects() -> list[Subject]:
    order = {moment: place for place, moment in enumerate(Moment)}
    texts = sorted(StandardText.objects.all(), key=lambda one: (order[Moment(one.moment)], one.position))
    found = [Subject(one.pk, _called(one), str(Moment(one.moment).label)) for one in texts]
    free = _free()
    new = [Subject(free, str(_("Eigen tekst toevoegen")), str(_("Nieuw")), is_new=True)] if free else []
    return [*new, *found]


def _called(text: StandardText) -> str:
    return text.label if text.active else f"{text.label} ({_('niet meer aangeboden')})"


def _free() -> str:
    taken = set(StandardText.objects.filter(pk__startswith=f"{OWN}-").values_list("pk", flat=True))
    return next((code for n in range(1, MOST_OWN + 1) if (code := f"{OWN}-{n}") not in taken), "")


def _number(subject: str) -> int:
    return int(subject.rpartition("-")[2])


STANDARD_TEXTS = Section(
    name=SECTION,
    title=_("Standaardteksten"),
    about=_("Waarmee berichten aan melders en brieven beginnen. Korte zinnen, geen verwijt, eerst wat iemand kan doen."),
    form=StandardTextForm,
    subjects=_subjects,
    load=_load,
    save=_save,
)  # fmt: skip
