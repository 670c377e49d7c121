"""The settings of the association's name, numbers and colours (configuration.sections)."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from safetyportal.configuration.sections import Section, SettingsForm, Subject, Values, one_subject
from safetyportal.texts import contrast
from safetyportal.texts.association import current, forget
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.house_style import DELIVERED, GROUND
from safetyportal.texts.models import Association, HelpLine

COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
NUMBER = re.compile(r"\+?[0-9][0-9 ()-]{1,28}")
NO_NUMBER = _("Schrijf een telefoonnummer met cijfers, bijvoorbeeld 085 000 00 00.")
NAMES = ("name", "phone", "phone_hours", "email", "address")


class PhoneField(LineField):
    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        if typed and not NUMBER.fullmatch(typed):
            raise ValidationError(NO_NUMBER, code="invalid")
        return typed


class AssociationForm(SettingsForm):
    name = LineField(
        label=_("Naam van de woningcorporatie"),
        max_length=120,
        error_messages={"required": _("Vul de naam in.")},
    )
    phone = PhoneField(
        label=_("Telefoonnummer"),
        max_length=30,
        help_text=_("Staat op elke pagina voor wie er niet uitkomt."),
        error_messages={"required": _("Vul het telefoonnummer in.")},
    )
    phone_hours = LineField(
        label=_("Wanneer bereikbaar"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: maandag tot en met vrijdag, 8.30 tot 17.00 uur."),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        error_messages={"invalid": _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")},
    )
    address = PlainTextField(
        label=_("Postadres"),
        required=False,
        max_length=300,
        help_text=_("Voor brieven."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LetterheadForm(SettingsForm):
    website = LineField(label=_("Website"), required=False, max_length=120)
    letter_foot = PlainTextField(
        label=_("Onderaan elke brief"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Bijvoorbeeld het bezoekadres, het KvK-nummer en het rekeningnummer. Hoogstens vier regels."
        ),
    )

    def clean_letter_foot(self) -> str:
        typed = str(self.cleaned_data["letter_foot"])
        if len(typed.splitlines()) > 4:
            raise ValidationError(_("Schrijf hoogstens vier regels."), code="max_lines")
        return typed


class ColourField(LineField):
    """#1d5c42, readable with white on it, on white, on the pages' ground and on its own pale companion; empty is as delivered."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            label=label,
            required=False,
            max_length=9,
            widget=forms.TextInput(attrs={"class": "portal-width-s"}),
        )

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        if not typed:
            return ""
        found = COLOUR.fullmatch(typed)
        if found is None:
            raise ValidationError(_("Schrijf de kleur als #1d5c42."), code="invalid")
        colour = f"#{found[1].lower()}"
        lowest = min(
            contrast.ratio(colour, under) for under in (contrast.WHITE, GROUND, contrast.soft(colour))
        )
        if lowest < contrast.ENOUGH:
            raise ValidationError(
                _(
                    "Deze kleur is te licht om te lezen: het contrast is %(ratio)s, en moet minstens 4,5 zijn. Kies een donkerder kleur."
                ),
                code="contrast",
                params={"ratio": f"{lowest:.1f}".replace(".", ",")},
            )
        return colour


class ColoursForm(SettingsForm):
    tenant = ColourField(_("Pagina's voor bewoners"))
    staff = ColourField(_("Pagina's voor medewerkers"))
    partner = ColourField(_("Pagina's voor ketenpartners"))
    link = ColourField(_("Links"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, colour in DELIVERED.items():
            self.fields[name].help_text = _("Leeg is %(colour)s.") % {"colour": colour}


class HelpLineForm(SettingsForm):
    number = LineField(
        label=_("Telefoonnummer"), max_length=30, error_messages={"required": _("Vul het telefoonnummer in.")}
    )
    label = LineField(
        label=_("Wie neemt op"), max_length=80, error_messages={"required": _("Vul in wie opneemt.")}
    )
    when_text = LineField(
        label=_("Wanneer bellen"),
        max_length=200,
        error_messages={"required": _("Vul in wanneer mensen bellen.")},
    )
    label_en = LineField(label=_("Wie neemt op, in het Engels"), max_length=80, required=False)
    when_text_en = LineField(label=_("Wanneer bellen, in het Engels"), max_length=200, required=False)
    active = forms.BooleanField(label=_("Tonen"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("active") and not NUMBER.fullmatch(cleaned.get("number", "")):
            self.add_error("number", NO_NUMBER)
        return cleaned


def _load_association(subject: str) -> Values:
    association = current()
    return {name: getattr(association, name) for name in NAMES}


def _save_association(subject: str, values: Values) -> None:
    Association.objects.update_or_create(pk=1, defaults=values)
    forget()


def _load_letterhead(subject: str) -> Values:
    ours = current()
    return {name: getattr(ours, name) for name in LetterheadForm.base_fields}


def _save_letterhead(subject: str, values: Values) -> None:
    ours = current()
    ours.pk = 1
    if ours._state.adding:
        ours.save()
    Association.objects.filter(pk=1).update(**values)
    forget()


def _load_colours(subject: str) -> Values:
    chosen = current().colours
    return {name: chosen.get(name, "") for name in DELIVERED}


def _save_colours(subject: str, values: Values) -> None:
    ours = current()
    ours.pk = 1
    ours.colours = values
    if ours._state.adding:
        ours.save()
    Association.objects.filter(pk=1).update(colours=values, style_version=F("style_version") + 1)
    forget()


def _load_line(subject: str) -> Values:
    line = HelpLine.objects.filter(code=subject).first()
    if line is None:
        raise LookupError(subject)
    return {name: getattr(line, name) for name in HelpLineForm.base_fields}


def _save_line(subject: str, values: Values) -> None:
    HelpLine.objects.filter(code=subject).update(**values)


ASSOCIATION = Section(
    name="corporatie",
    title=_("Naam en adres"),
    about=_("Staat op elke pagina, in elke mail en in brieven."),
    form=AssociationForm,
    subjects=one_subject(_("Naam en adres")),
    load=_load_association,
    save=_save_association,
)
LETTERHEAD = Section(
    name="briefpapier",
    title=_("Briefpapier"),
    about=_("Wat er in brieven staat naast naam, postadres en telefoonnummer."),
    form=LetterheadForm,
    subjects=one_subject(_("Briefpapier")),
    load=_load_letterhead,
    save=_save_letterhead,
)
COLOURS = Section(
    name="kleuren",
    title=_("Kleuren"),
    about=_(
        "De kleur van de balk, knoppen en links. Een kleur die niemand kan lezen, neemt het portaal niet aan."
    ),
    form=ColoursForm,
    subjects=one_subject(_("Kleuren")),
    load=_load_colours,
    save=_save_colours,
)
HELP_LINES = Section(
    name="nummers",
    title=_("Telefoonnummers"),
    about=_("Nummers die mensen bellen in plaats van ons, of eerst."),
    form=HelpLineForm,
    subjects=lambda: [Subject(line.code, str(line)) for line in HelpLine.objects.all()],
    load=_load_line,
    save=_save_line,
)
