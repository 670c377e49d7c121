"""Where it is, as a colleague fills it in: an address of ours, a complex, or (where that may be) in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from complexes.models import Complex, Home, Space
from incidents.forms.addresses import find_home
from incidents.intake.filing import Place
from incidents.rules.answers import PlaceKind
from safetyportal.texts.clean_text import LineField

AT_HOME, ELSEWHERE = "home", "else"
NOT_OURS = _("Dit adres staat niet in onze lijst. Kijk de postcode en het nummer na, of kies een complex.")
NO_SPACE = _("Die plek is er niet bij dit adres. Kies een andere, of «Ergens anders».")


class WhereForm(forms.Form):
    """After is_valid() `place` says where it is, and `home` which home was typed, if one was."""

    nowhere: Any = _("Vul een postcode en huisnummer in, of kies een complex.")

    postcode = LineField(
        label=_("Postcode"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-s"}),
    )
    number = LineField(
        label=_("Huisnummer"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-s"}),
    )
    where = forms.ChoiceField(
        label=_("Waar daar?"),
        choices=[
            (AT_HOME, _("In of bij een woning")),
            *Space.Sort.choices,
            (ELSEWHERE, _("Ergens anders in of bij het gebouw")),
        ],
        initial=AT_HOME,
        error_messages={
            "required": _("Kies waar het is."),
            "invalid_choice": _("Kies een plek uit de lijst."),
        },
    )
    complex = forms.ModelChoiceField(
        label=_("Complex"),
        queryset=Complex.objects.all(),
        required=False,
        empty_label=_("Kies een complex"),
        error_messages={"invalid_choice": _("Kies een complex uit de lijst.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place: Place | None = None
        self.home: Home | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors.keys() & {"postcode", "number", "where", "complex"}:
            return cleaned
        if cleaned["postcode"] or cleaned["number"]:
            self._at_address(cleaned)
        elif cleaned.get("complex"):
            self.place = _in_complex(cleaned["complex"], cleaned["where"])
        else:
            self.place = self.without_address(cleaned)
            if self.place is None and not self.errors:
                self.add_error("postcode", self.nowhere)
        return cleaned

    def without_address(self, cleaned: dict[str, Any]) -> Place | None:
        """Where it is when neither an address nor a complex was given."""
        return None

    def _at_address(self, cleaned: dict[str, Any]) -> None:
        for name, ask in (
            ("postcode", _("Vul de postcode in, bijvoorbeeld 1234 AB.")),
            ("number", _("Vul het huisnummer in, bijvoorbeeld 12.")),
        ):
            if not cleaned[name]:
                self.add_error(name, ask)
                return
        self.home = find_home(
            self, postcode=cleaned["postcode"], number=cleaned["number"], otherwise=NOT_OURS
        )
        if self.home is not None:
            self.place = _beside(self.home, cleaned["where"])
            if self.place is None:
                self.add_error("where", NO_SPACE)


def _beside(home: Home, where: str) -> Place | None:
    if where == AT_HOME:
        return Place(PlaceKind.HOME, home.complex, home.entrance)
    if where == ELSEWHERE:
        return Place(PlaceKind.SPACE, home.complex)
    found = _space(home.complex, where, home.entrance_id)
    return Place(PlaceKind.SPACE, home.complex, found.entrance, found) if found else None


def _in_complex(complex: Complex, where: str) -> Place:
    """Of a complex with stairs at every entrance nobody knows which: the sort in words."""
    if where in (AT_HOME, ELSEWHERE):
        kind = PlaceKind.HOME if where == AT_HOME else PlaceKind.SPACE
        return Place(kind, complex)
    found = _space(complex, where, None)
    text = "" if found else str(Space.Sort(where).label)
    return Place(PlaceKind.SPACE, complex, None, found, text)


def _space(complex: Complex, sort: str, entrance_id: int | None) -> Space | None:
    spaces = Space.objects.filter(complex=complex, sort=sort).select_related("entrance")
    near = spaces.filter(entrance_id=entrance_id).first() if entrance_id else None
    return near or spaces.filter(entrance=None).first()
