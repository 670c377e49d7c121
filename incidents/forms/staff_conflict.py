"""Saying what somebody may have nothing to do with, and letting them in again."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from complexes.models import Complex
from incidents.forms.staff_case import LONGEST_REASON, VerbForm
from incidents.models import Conflict
from incidents.rules.numbers import read_number
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.texts.clean_text import LineField, PlainTextField

MOST_COMPLEXES, MOST_PEOPLE = 1000, 1000


class SortField(forms.ChoiceField):
    def __init__(self) -> None:
        super().__init__(
            label=_("Waarom?"),
            choices=Conflict.Sort.choices,
            widget=forms.RadioSelect,
            help_text=_(
                "Alleen de teamleider en de privacyfunctionaris zien dit. In de zaak staat het niet."
            ),
            error_messages={
                "required": _("Kies waarom."),
                "invalid_choice": _("Kies een reden uit de lijst."),
            },
        )


class StepBackForm(VerbForm):
    """From the page of a case: I know somebody in it."""

    verb, title, button = (
        "case_step_back",
        _("Ik ken iemand in deze zaak"),
        _("Ik doe niet mee aan deze zaak"),
    )
    button_class = "warning"

    sort = SortField()


class ConflictForm(forms.Form):
    """A complex or the number of a case, one of the two. Whether there is such a case, nobody learns here."""

    complex = forms.ChoiceField(
        label=_("Complex"),
        required=False,
        widget=forms.Select(attrs={"class": "portal-width-l"}),
        error_messages={"invalid_choice": _("Kies een complex uit de lijst.")},
    )
    number = LineField(
        label=_("Of één zaak: het nummer"),
        required=False,
        max_length=20,
        help_text=_("Bijvoorbeeld Z-7K2P-9QXD. Laat dit leeg als u een complex kiest."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-m"}),
    )
    sort = SortField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Complex.objects.values_list("pk", "name", "municipality")[:MOST_COMPLEXES]
        self.fields["complex"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een complex")),
            *((str(pk), f"{name}, {town}") for pk, name, town in places),
        ]
        self.helper = FormHelper()
        self.helper.add_input(Submit("send", _("Vastleggen")))

    def clean_number(self) -> str:
        typed = self.cleaned_data["number"]
        number = read_number(typed, "Z") if typed else ""
        if number is None:
            raise forms.ValidationError(_("Dit is geen zaaknummer. Kijk het na."))
        return number

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"complex", "number"} <= cleaned.keys() and bool(cleaned["complex"]) == bool(cleaned["number"]):
            self.add_error("complex", _("Kies een complex, of vul een zaaknummer in: een van de twee."))
        return cleaned


class ColleagueConflictForm(ConflictForm):
    """The same, of somebody whom the lead or privacy officer looks after."""

    person = forms.ChoiceField(
        label=_("Van wie?"),
        widget=forms.Select(attrs={"class": "portal-width-l"}),
        error_messages={
            "required": _("Kies een collega."),
            "invalid_choice": _("Kies een collega uit de lijst."),
        },
    )
    field_order = ("person", "complex", "number", "sort")

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in colleagues_of(actor)}
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een collega")),
            *((pk, one.name) for pk, one in self.people.items()),
        ]

    def clean_person(self) -> User:
        return self.people[self.cleaned_data["person"]]


class EndConflictForm(forms.Form):
    why = PlainTextField(
        label=_("Waarom mag deze collega weer meedoen?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("send", _("Weer laten meedoen"), css_class="warning"))


def colleagues_of(actor: User) -> list[User]:
    """Of whom this person may say it: of everybody on our side, or of the people of one's own teams."""
    staff = User.objects.filter(audience=Audience.STAFF, is_active=True).exclude(pk=actor.pk)
    if Role.PRIVACY not in actor.roles:
        led = actor.teams_as(frozenset({Role.LEAD}))
        staff = staff.filter(role_grants__team__in=led).distinct()
    return list(staff.order_by("name", "pk")[:MOST_PEOPLE])
