"""The settings of terms and office days (configuration.sections)."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from safetyportal.clock import office
from safetyportal.clock.models import OfficeSettings
from safetyportal.configuration.sections import Section, SettingsForm, Values, one_subject
from safetyportal.texts.clean_text import PlainTextField

LONGEST_TERM = 60
LINE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(?:\s+(.{1,60}))?")
ISO_LINE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:\s+(.{1,60}))?")


class DaysField(forms.IntegerField):
    """Working days, at least one."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            label=label,
            widget=forms.NumberInput(attrs={"class": "portal-width-s", "inputmode": "numeric"}),
            error_messages={
                "required": _("Vul een aantal werkdagen in."),
                "invalid": _("Vul een heel aantal werkdagen in, bijvoorbeeld 2."),
            },
            validators=[
                MinValueValidator(1, _("Minstens 1 werkdag.")),
                MaxValueValidator(LONGEST_TERM, _("Hoogstens 60 werkdagen.")),
            ],
        )


class NumberField(forms.IntegerField):
    """A whole number of something else than working days."""

    def __init__(self, label: Any, *, least: int, most: int, what: Any) -> None:
        super().__init__(
            label=label,
            widget=forms.NumberInput(attrs={"class": "portal-width-s", "inputmode": "numeric"}),
            error_messages={"required": what, "invalid": what},
            validators=[MinValueValidator(least, what), MaxValueValidator(most, what)],
        )


WEEKS = _("Vul een aantal weken in, van 1 tot en met 26.")


class TermsForm(SettingsForm):
    first_contact_u1 = DaysField(_("Eerste contact bij spoed (U1), in werkdagen"))
    first_contact_u2 = DaysField(_("Eerste contact bij U2, in werkdagen"))
    first_contact_u3 = DaysField(_("Eerste contact bij U3, in werkdagen"))
    first_contact_u4 = DaysField(_("Eerste contact bij U4, in werkdagen"))
    decide = DaysField(_("Besluit of wij de zaak oppakken, in werkdagen"))
    progress = DaysField(_("Bericht over de voortgang, in werkdagen"))
    question = DaysField(_("Antwoord op een vraag van een ketenpartner, in werkdagen"))
    hearing = DaysField(_("Gesprek met de bewoner over wie gemeld is, in werkdagen"))
    answer_accused = DaysField(_("Bericht lezen van de bewoner over wie gemeld is, in werkdagen"))
    review_weeks = NumberField(_("Zaak opnieuw bekijken, elke zoveel weken"), least=1, most=26, what=WEEKS)
    check_weeks = NumberField(_("Controle van een afspraak, na zoveel weken"), least=1, most=26, what=WEEKS)
    duty_minutes = NumberField(
        _("Dienst: na hoeveel minuten zonder reactie de volgende wordt gewaarschuwd"),
        least=5,
        most=240,
        what=_("Vul een aantal minuten in, van 5 tot en met 240."),
    )
    signal_days = NumberField(
        _("Signaal van een medewerker bewaren, in dagen"),
        least=30,
        most=365,
        what=_("Vul een aantal dagen in, van 30 tot en met 365."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        terms = [cleaned.get(f"first_contact_u{number}") for number in (1, 2, 3, 4)]
        known = [days for days in terms if days is not None]
        if len(known) == len(terms) and known != sorted(known):
            self.add_error(
                "first_contact_u4",
                _("Een minder dringende melding kan niet eerder contact krijgen. Kijk de vier termijnen na."),
            )
        return cleaned


NO_TIME = _("Vul een tijd in.")


class ClockField(forms.TimeField):
    def __init__(self, label: Any, required: Any = NO_TIME) -> None:
        super().__init__(
            label=label,
            input_formats=["%H:%M", "%H.%M"],
            widget=forms.TextInput(attrs={"class": "portal-width-s", "inputmode": "numeric"}),
            error_messages={
                "required": required,
                "invalid": _("Schrijf de tijd als 8:30."),
            },
        )


class OfficeDaysForm(SettingsForm):
    opens = ClockField(_("Kantoor open vanaf"))
    closes = ClockField(_("Kantoor open tot"))
    good_friday = forms.BooleanField(label=_("Gesloten op Goede Vrijdag"), required=False)
    liberation_day = forms.BooleanField(
        label=_("Elk jaar gesloten op Bevrijdingsdag (5 mei)"), required=False
    )
    closed = PlainTextField(
        label=_("Nog meer dagen gesloten"),
        required=False,
        max_length=4000,
        help_text=_("Een dag per regel, met een naam: 15-5-2027 brugdag na Hemelvaart."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_closed(self) -> str:
        """Lines as 2027-05-15 name, in order."""
        found: dict[date, str] = {}
        for line in filter(None, (one.strip() for one in str(self.cleaned_data["closed"]).splitlines())):
            day, name = _read_line(line)
            if day in found:
                raise ValidationError(_("Deze dag staat er twee keer in: %(line)s"), params={"line": line})
            found[day] = name
        return "\n".join(f"{day.isoformat()} {name}".strip() for day, name in sorted(found.items()))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and opens >= closes:
            self.add_error("closes", _("Het kantoor sluit na de opening."))
        return cleaned

    def values(self) -> Values:
        told = super().values()
        return {**told, "opens": f"{told['opens']:%H:%M}", "closes": f"{told['closes']:%H:%M}"}


def _read_line(line: str) -> tuple[date, str]:
    dutch, iso = LINE.fullmatch(line), ISO_LINE.fullmatch(line)
    try:
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1])), dutch[4] or ""
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3])), iso[4] or ""
    except ValueError:
        pass
    raise ValidationError(
        _("Schrijf elke dag als 15-5-2027 met een naam. Dit lukt niet: %(line)s"), params={"line": line}
    )


def _load_for(form: type[SettingsForm]) -> Any:
    def load(subject: str) -> Values:
        row = OfficeSettings.objects.filter(pk=1).values_list("values", flat=True).first() or {}
        ours = office.defaults()
        delivered = {name: getattr(ours, name) for name in form.base_fields}
        values = {**delivered, **{name: value for name, value in row.items() if name in form.base_fields}}
        return {name: _as_kept(value) for name, value in values.items()}

    return load


def _as_kept(value: Any) -> Any:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "\n".join(sorted(value)) if isinstance(value, frozenset) else value


def _save(subject: str, values: Values) -> None:
    row, _made = OfficeSettings.objects.get_or_create(pk=1)
    row.values = {**row.values, **values}
    row.save(update_fields=["values"])
    office.forget()


TERMS = Section(
    name="termijnen",
    title=_("Termijnen"),
    about=_(
        "Binnen hoeveel werkdagen iemand iets van u hoort. Geldt voor nieuwe termijnen; wat al loopt, blijft staan."
    ),
    form=TermsForm,
    subjects=one_subject(_("Termijnen")),
    load=_load_for(TermsForm),
    save=_save,
)
OFFICE_DAYS = Section(
    name="openingstijden",
    title=_("Openingstijden en sluitingsdagen"),
    about=_("Termijnen tellen in werkdagen. Feestdagen kent het portaal zelf."),
    form=OfficeDaysForm,
    subjects=one_subject(_("Openingstijden en sluitingsdagen")),
    load=_load_for(OfficeDaysForm),
    save=_save,
)
