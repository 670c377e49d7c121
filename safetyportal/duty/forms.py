"""What is filled in to put somebody on duty."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from safetyportal.accounts.models import User
from safetyportal.clock.calendar import NoSuchTime, at_wall_clock
from safetyportal.clock.configuration import ClockField
from safetyportal.duty import roster
from safetyportal.duty.models import Rank
from safetyportal.texts.day_field import DayField

LONGEST_DAYS = 31
NUMBER = _("Vul een aantal weken in, van 1 tot en met 26.")


class ShiftForm(forms.Form):
    person = forms.ChoiceField(
        label=_("Wie?"),
        error_messages={
            "required": _("Kies een collega."),
            "invalid_choice": _("Kies een collega uit de lijst."),
        },
    )
    rank = forms.TypedChoiceField(
        label=_("Als hoeveelste wordt deze collega gewaarschuwd?"),
        choices=Rank.choices,
        initial=Rank.FIRST,
        coerce=lambda value: Rank(int(value)),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies eerste, tweede of derde."),
            "invalid_choice": _("Kies eerste, tweede of derde."),
        },
    )
    first_day = DayField(
        label=_("Begint op"), error_messages={"required": _("Vul in op welke dag de dienst begint.")}
    )
    starts = ClockField(_("Begint om"), _("Vul in hoe laat de dienst begint."))
    last_day = DayField(
        label=_("Eindigt op"), error_messages={"required": _("Vul in op welke dag de dienst eindigt.")}
    )
    ends = ClockField(_("Eindigt om"), _("Vul in hoe laat de dienst eindigt."))
    weeks = forms.IntegerField(
        label=_("In hoeveel weken achter elkaar?"),
        initial=1,
        help_text=_("Vul 1 in voor één keer. Bij 4 staat deze dienst er vier weken op dezelfde dag en tijd."),
        widget=forms.NumberInput(attrs={"class": "portal-width-s", "inputmode": "numeric"}),
        error_messages={"required": NUMBER, "invalid": NUMBER},
        validators=[MinValueValidator(1, NUMBER), MaxValueValidator(roster.MOST_WEEKS, NUMBER)],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in roster.people()}
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een collega")),
            *((pk, user.name) for pk, user in self.people.items()),
        ]
        self.helper = FormHelper()
        self.helper.form_action = reverse("shift_add")
        self.helper.add_input(Submit("send", _("Op het rooster zetten")))

    def clean_person(self) -> User:
        return self.people[self.cleaned_data["person"]]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begin, end = self._wall("first_day", "starts"), self._wall("last_day", "ends")
        if begin is None or end is None:
            return data
        if end <= begin:
            self.add_error("ends", _("Een dienst eindigt na het begin. Kijk de dag en de tijd na."))
        elif (end - begin).days > LONGEST_DAYS:
            self.add_error("last_day", _("Een dienst duurt hoogstens 31 dagen."))
        return {**data, "begin": begin, "end": end}

    def _wall(self, day: str, clock: str) -> datetime | None:
        """As the clock on the wall will say, at which there must be such a time."""
        found = self.cleaned_data.get(day), self.cleaned_data.get(clock)
        if found[0] is None or found[1] is None:
            return None
        try:
            at_wall_clock(found[0], found[1])
        except NoSuchTime:
            self.add_error(clock, _("Deze tijd is er niet: die nacht gaat de klok een uur vooruit."))
            return None
        return datetime.combine(found[0], found[1])
