"""One report, made up, to try rules on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from complexes.models import Space
from incidents.models import Question
from incidents.models.case import Band
from incidents.rules.answers import Mode
from partners.rules.rule_choices import Offered
from partners.rules.rule_words import DAYS
from partners.weighing.facts import Facts, known, of_kind
from safetyportal.configuration.fields import OneOfField

THREE = (
    ("consent", _("Gaf de melder toestemming om te delen?")),
    ("child_involved", _("Is er een kind onder 16 bij betrokken?")),
    ("names_person", _("Noemt de melding iemand met naam?")),
    ("sensitive", _("Staan er gegevens in over gezondheid of strafbare feiten?")),
    ("employee", _("Is er een (oud-)medewerker betrokken?")),
    ("reporter_minor", _("Is de melder minderjarig?")),
    ("protected_address", _("Gaat het om een geheim adres of opvang?")),
)


def _number(label: Any, most: int, initial: int) -> forms.IntegerField:
    say = format_lazy(_("Vul een getal in, van 1 tot en met {most}."), most=most)
    return forms.IntegerField(
        label=label, min_value=1, max_value=most, initial=initial,
        widget=forms.TextInput(attrs={"class": "portal-width-s", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), say),
    )  # fmt: skip


class MadeUpForm(forms.Form):
    """After is_valid(), `facts()` is what routing would know of such a report."""

    mark_optional = False

    kind = OneOfField(_("Soort melding"), ())
    band = OneOfField(_("Ernst"), Band.choices, initial="S2")
    complex = OneOfField(_("Complex"), ())
    space = OneOfField(
        _("Waar precies?"), [("", _("In of bij een woning")), *Space.Sort.choices], required=False
    )
    weekday = OneOfField(_("Gemeld op"), [(str(number), day) for number, day in enumerate(DAYS, 1)])
    hour = OneOfField(
        _("Gemeld om"),
        [(str(hour), format_lazy(_("{hour} uur"), hour=hour)) for hour in range(24)],
        initial="14",
    )
    mode = OneOfField(_("Hoe meldt de melder?"), Mode.choices)
    households = _number(_("Hoeveel adressen melden dit?"), 99, 1)
    homes = _number(_("Hoeveel woningen heeft het portiek?"), 999, 8)
    duplicate = forms.BooleanField(label=_("Lijkt op een melding van de laatste 14 dagen"), required=False)
    automatic = forms.BooleanField(label=_("Lijkt door een computer ingevuld"), required=False)

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        groups = [
            (label, [(kind.code, kind.label) for kind in kinds]) for _code, label, kinds in offered.groups()
        ]
        self.fields["kind"].choices = [("", _("Kies een soort")), *groups]  # type: ignore[attr-defined]
        self.fields["complex"].choices = [("", _("Kies een complex")), *offered.places()]  # type: ignore[attr-defined]
        unknown = _("Niet bekend")
        for name, label in THREE:
            self.fields[name] = OneOfField(
                label, [("", unknown), ("no", _("Nee")), ("yes", _("Ja"))], required=False
            )
        self.asked = [one for one in offered.questions if one.sort != Question.Sort.LINE]
        for question in self.asked:
            self.fields[f"answer_{question.key}"] = OneOfField(
                question.text, [("", _("Geen antwoord")), *question.choices], required=False
            )

    def main(self) -> list[forms.BoundField]:
        return [self[name] for name in ("kind", "band", "complex", "space", "weekday", "hour", "mode")]

    def more(self) -> list[forms.BoundField]:
        names = [*(name for name, _label in THREE), "households", "homes", "duplicate", "automatic"]
        return [self[name] for name in names]

    def answers(self) -> list[forms.BoundField]:
        return [self[f"answer_{question.key}"] for question in self.asked]

    def facts(self) -> Facts:
        said = self.cleaned_data
        kind = next(one for one in self.offered.kinds if one.code == said["kind"])
        place = next(one for one in self.offered.complexes if str(one.pk) == said["complex"])
        marks = {name: known(said[name]) for name, _label in THREE}
        answers = {one.key: said[f"answer_{one.key}"] for one in self.asked}
        return Facts(
            **of_kind(kind), restricted=kind.restricted,
            band=said["band"], complex_id=place.pk, municipality=place.municipality, neighbourhood=place.neighbourhood,
            space=said["space"], hour=int(said["hour"]), weekday=int(said["weekday"]),
            answers={key: [value] for key, value in answers.items() if value},
            mode=said["mode"], consent=marks["consent"], text_sensitive=marks["sensitive"],
            named_suspect=marks["names_person"], child=marks["child_involved"], employee=marks["employee"],
            automatic=said["automatic"], reporter_minor=marks["reporter_minor"],
            protected_address=marks["protected_address"], duplicate=said["duplicate"],
            households=min(said["households"], 3), entrance_homes=said["homes"],
        )  # fmt: skip
