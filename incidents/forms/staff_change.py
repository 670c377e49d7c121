"""The forms with which staff correct a case, hand it over or open it again: pages of their own, with what will happen."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from complexes.models import Home, Space
from incidents.forms.staff_case import LONGEST_REASON, VerbForm
from incidents.handling.holding import colleagues
from incidents.intake.filing import Place
from incidents.models import Case, Kind
from incidents.rules.answers import PlaceKind
from safetyportal.accounts.models import User
from safetyportal.texts.clean_text import LineField, PlainTextField

HOUSE = re.compile(r"([0-9]{1,5})[ -]?([0-9A-Za-z]{0,10})")
AT_HOME, ELSEWHERE = "home", "else"


def _reason(label: Any, hint: Any = "") -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=hint,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom.")},
    )


class KindForm(VerbForm):
    verb, title, button = "case_kind", _("Soort veranderen"), _("Soort veranderen en opnieuw routeren")

    kind = forms.ChoiceField(
        label=_("Wat is het wel?"),
        error_messages={
            "required": _("Kies een soort."),
            "invalid_choice": _("Kies een soort uit de lijst."),
        },
    )
    reason = _reason(_("Waarom?"))
    lift_protection = forms.BooleanField(
        label=_("Deze zaak hoeft niet meer beschermd te zijn"), required=False
    )

    def __init__(self, *args: Any, case: Case, may_lift: bool, **kwargs: Any) -> None:
        super().__init__(*args, number=case.number, **kwargs)
        active = Kind.objects.for_tenants(timezone.localdate()).select_related("group")
        grouped = groupby(active.order_by("group__position", "position"), key=lambda kind: kind.group)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een soort")),
            *((group.label, [(kind.pk, kind.label) for kind in kinds]) for group, kinds in grouped),
        ]
        if not (case.restricted and may_lift):
            del self.fields["lift_protection"]

    def clean_kind(self) -> Kind:
        return Kind.objects.get(pk=self.cleaned_data["kind"])


class PlaceForm(VerbForm):
    """A postcode and number of ours, and where at that address."""

    verb, title, button = "case_place", _("Plek veranderen"), _("Plek veranderen en opnieuw routeren")

    postcode = LineField(
        label=_("Postcode"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-s"}),
        error_messages={"required": _("Vul de postcode in, bijvoorbeeld 1234 AB.")},
    )
    house_number = LineField(
        label=_("Huisnummer"),
        max_length=20,
        help_text=_("Een huisnummer van het gebouw, bijvoorbeeld 12 of 3A."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-s"}),
        error_messages={"required": _("Vul het huisnummer in, bijvoorbeeld 12.")},
    )
    where = forms.ChoiceField(
        label=_("Waar daar?"),
        choices=[
            ("", _("Kies een plek")),
            (AT_HOME, _("In of bij een woning op dit adres")),
            *Space.Sort.choices,
            (ELSEWHERE, _("Ergens anders in of bij het gebouw")),
        ],
        error_messages={
            "required": _("Kies waar het gebeurt."),
            "invalid_choice": _("Kies een plek uit de lijst."),
        },
    )
    reason = _reason(_("Waarom?"))

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, number=case.number, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not {"postcode", "house_number", "where"} <= cleaned.keys():
            return cleaned
        home = self._home(cleaned["postcode"], cleaned["house_number"])
        if home is None:
            self.add_error(
                "house_number", _("Dit adres staat niet in onze lijst. Kijk postcode en nummer na.")
            )
        else:
            cleaned["place"] = self._place(home, cleaned["where"])
        return cleaned

    def _home(self, postcode: str, typed: str) -> Home | None:
        parts = HOUSE.fullmatch(typed)
        if parts is None:
            return None
        homes = Home.objects.at_postcode(postcode).select_related("complex__team", "entrance")
        return homes.at_number(int(parts[1]), parts[2]).first()

    def _place(self, home: Home, where: str) -> Place | None:
        if where == AT_HOME:
            return Place(PlaceKind.HOME, home.complex, home.entrance)
        if where == ELSEWHERE:
            return Place(PlaceKind.SPACE, home.complex)
        spaces = Space.objects.filter(complex=home.complex, sort=where).select_related("entrance")
        found = spaces.filter(entrance=home.entrance).first() or spaces.filter(entrance=None).first()
        if found is None:
            self.add_error(
                "where", _("Die plek is er niet bij dit adres. Kies een andere, of «Ergens anders».")
            )
            return None
        return Place(PlaceKind.SPACE, home.complex, found.entrance, found)


class HandOverForm(VerbForm):
    verb, title, button = "case_hand_over", _("Zaak overdragen"), _("Overdragen")

    to = forms.ChoiceField(
        label=_("Aan wie?"),
        required=False,
        error_messages={"invalid_choice": _("Kies een collega van dit team.")},
    )
    reason = _reason(_("Wat moet een collega weten?"))

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, number=case.number, **kwargs)
        found = colleagues(team=case.team, but=case.holder, case=case, at=timezone.now())
        self.people = {str(user.pk): user for user in found}
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Niemand: ik laat de zaak los")),
            *((pk, user.name) for pk, user in self.people.items()),
        ]

    def clean_to(self) -> User | None:
        return self.people.get(self.cleaned_data["to"])


class ReopenForm(VerbForm):
    verb, title, button = "case_reopen", _("Zaak heropenen"), _("Heropenen en bericht versturen")

    reason = _reason(_("Waarom opnieuw?"), _("Alleen medewerkers lezen dit."))
    message = PlainTextField(
        label=_("Bericht aan de melder"),
        help_text=_("Verplicht: de melder leest dit. Zeg wat u nu gaat doen."),
        error_messages={"required": _("Schrijf een bericht aan de melder.")},
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, number=case.number, **kwargs)


class RefuseReopeningForm(ReopenForm):
    verb, title = "case_refuse_reopening", _("Niet heropenen")
    button = _("Niet heropenen en bericht versturen")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["reason"].label = _("Waarom niet?")
        self.fields["message"].help_text = _(
            "Verplicht: de melder leest dit. Zeg waarom niet, en wat de melder zelf kan doen."
        )
