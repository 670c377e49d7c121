"""The forms of hearing the other side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON
from incidents.forms.staff_party import PartyVerbForm
from incidents.handling.holding import colleagues
from incidents.models import Hearing
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import NoSuchTime, at_wall_clock
from safetyportal.clock.deadlines import Name, suggested_day
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField


def _moment_fields() -> dict[str, forms.Field]:
    return {
        "day": DayField(
            label=_("Dag"),
            error_messages={"invalid": _("Dit is geen dag. Vul hem zo in: 14-5-2027.")},
        ),
        "hour": forms.TimeField(
            label=_("Tijd"),
            input_formats=["%H:%M", "%H.%M"],
            widget=forms.TimeInput(attrs={"type": "time", "class": "portal-width-s"}, format="%H:%M"),
            error_messages={
                "required": _("Vul een tijd in."),
                "invalid": _("Dit is geen tijd. Vul hem zo in: 14:30."),
            },
        ),
    }


class ColleagueField(forms.ChoiceField):
    """One of the team, or whoever fills the form in: then nobody is looked up."""

    def of(self, by: User, choices: Callable[[], list[tuple[str, Any]]]) -> None:
        self.by, self.choices = str(by.pk), choices

    def valid_value(self, value: Any) -> bool:
        return str(value) == self.by or super().valid_value(value)


class MomentForm(PartyVerbForm):
    """Asks a day and an hour that are still to come; `moment()` after it is valid."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_moment_fields())
        self.order_fields(["day", "hour"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"day", "hour"} <= cleaned.keys():
            try:
                is_over = self.moment() <= timezone.now()
            except NoSuchTime:
                self.add_error("hour", _("Deze tijd is er niet: die nacht gaat de klok een uur vooruit."))
            else:
                if is_over:
                    self.add_error("day", _("Dit is al geweest. Kies een dag en tijd die nog komen."))
        return cleaned

    def moment(self) -> datetime:
        """On the clock in Amsterdam; raises NoSuchTime."""
        return at_wall_clock(self.cleaned_data["day"], self.cleaned_data["hour"])


class InviteForm(MomentForm):
    slug = "uitnodigen"
    title, button = _("Uitnodigen voor een gesprek"), _("Uitnodiging vastleggen")
    button_class = "primary"

    way = forms.ChoiceField(
        label=_("Hoe?"),
        choices=Hearing.Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe u spreekt."), "invalid_choice": _("Kies uit de lijst.")},
    )
    place = LineField(
        label=_("Waar?"),
        max_length=200,
        required=False,
        help_text=_("De bewoner leest dit, bijvoorbeeld: kantoor, Dorpsplein 1. Of een telefoonnummer."),
    )
    held_by = ColleagueField(
        label=_("Wie voert het gesprek?"),
        widget=forms.Select(attrs={"class": "portal-width-m"}),
        error_messages={
            "required": _("Kies wie het gesprek voert."),
            "invalid_choice": _("Kies een collega van dit team."),
        },
    )
    second = ColleagueField(
        label=_("Wie gaat er mee?"),
        required=False,
        widget=forms.Select(attrs={"class": "portal-width-m"}),
        error_messages={"invalid_choice": _("Kies een collega van dit team.")},
    )
    needs_interpreter = forms.BooleanField(label=_("Er komt een tolk bij"), required=False)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        held_by, second = self.fields["held_by"], self.fields["second"]
        assert isinstance(held_by, ColleagueField) and isinstance(second, ColleagueField)  # noqa: S101 - as above
        held_by.of(by, self._named)
        second.of(by, lambda: [("", _("Niemand")), *self._named()])
        self.fields["day"].initial = suggested_day(name=Name.HEARING, at=timezone.now())
        self.fields["needs_interpreter"].initial = bool(self.party.needs_interpreter)

    @cached_property
    def people(self) -> dict[str, User]:
        others = colleagues(team=self.case.team, but=self.by, case=self.case, at=timezone.now())
        return {str(one.pk): one for one in [self.by, *others]}

    def _named(self) -> list[tuple[str, Any]]:
        return [(pk, one.name) for pk, one in self.people.items()]

    def chosen(self, name: str) -> User | None:
        """Who goes, after it is valid."""
        pk = self.cleaned_data[name]
        return self.by if pk == str(self.by.pk) else self.people.get(pk) if pk else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("second") and cleaned.get("second") == cleaned.get("held_by"):
            self.add_error("second", _("Kies twee verschillende collega's."))
        if self.case.mark_aggression_risk and "second" in cleaned and not cleaned["second"]:
            self.add_error("second", _("Bij deze zaak hoort bezoek met twee. Kies wie er meegaat."))
        return cleaned


class HearForm(PartyVerbForm):
    slug = "gehoord"
    title, button = _("Vastleggen wat de bewoner zegt"), _("Verslag bewaren")
    button_class = "primary"

    in_writing = forms.ChoiceField(
        label=_("Hoe reageerde de bewoner?"),
        choices=[("no", _("In een gesprek")), ("yes", _("Schriftelijk, in plaats van een gesprek"))],
        initial="no",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe de bewoner reageerde.")},
    )
    stance = forms.ChoiceField(
        label=_("Wat zegt de bewoner van wat er gemeld is?"),
        choices=Hearing.Stance.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat de bewoner ervan zegt."),
            "invalid_choice": _("Kies uit de lijst."),
        },
    )
    said = PlainTextField(
        label=_("Verslag"),
        help_text=_(
            "Schrijf op wat de bewoner zegt, welke feiten kloppen en welke niet. Schrijf wat u hoorde, geen diagnose."
        ),
        error_messages={"required": _("Schrijf op wat de bewoner zegt.")},
    )


class NoShowForm(PartyVerbForm):
    slug = "niet-verschenen"
    title, button = _("De bewoner kwam niet"), _("Niet verschenen vastleggen")

    note = PlainTextField(
        label=_("Wat deed u nog?"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Bijvoorbeeld: een kwartier gewacht en gebeld."),
    )


class MoveForm(MomentForm):
    slug = "verzetten"
    title, button = _("Gesprek verzetten"), _("Verzetten")

    reason = PlainTextField(
        label=_("Waarom?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf waarom.")},
    )


class CancelForm(PartyVerbForm):
    slug = "vervallen"
    title, button = _("Gesprek laten vervallen"), _("Laten vervallen")

    reason = PlainTextField(
        label=_("Waarom?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf waarom.")},
    )
