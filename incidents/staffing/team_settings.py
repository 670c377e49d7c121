"""Teams and their complexes as settings (configuration.sections)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from complexes.models import Complex
from incidents.staffing import teams
from safetyportal.accounts.models import Team, User
from safetyportal.configuration.changing import Refused
from safetyportal.configuration.sections import Section, SettingsForm, Subject, Values
from safetyportal.texts.clean_text import LineField

NEW = "nieuw"


class TeamForm(SettingsForm):
    name = LineField(
        label=gettext_lazy("Naam"),
        max_length=80,
        error_messages={"required": gettext_lazy("Vul de naam in.")},
    )
    is_fallback = forms.BooleanField(
        label=gettext_lazy("Vangnet: dit team krijgt meldingen waarvan wij de plek niet kennen"),
        required=False,
        help_text=gettext_lazy(
            "Eén team is het vangnet. Zet u het hier aan, dan gaat het bij het andere team uit."
        ),
    )
    is_active = forms.BooleanField(
        label=gettext_lazy("Dit team werkt"),
        required=False,
        help_text=gettext_lazy("Uit kan alleen bij een leeg team: zonder complexen, mensen en open zaken."),
    )

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        others = Team.objects.all()
        if self.subject != NEW:
            others = others.exclude(pk=self.subject)
        if others.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("Er is al een team dat zo heet."))
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("is_active") and (cleaned.get("is_fallback") or self.subject == NEW):
            self.add_error("is_active", _("Dit team moet werken: het is nieuw, of het is het vangnet."))
        return cleaned


def _team_subjects() -> list[Subject]:
    found = [
        Subject(str(one.pk), one.name, _("Teams") if one.is_active else _("Werkt niet meer"))
        for one in Team.objects.order_by("-is_active", "name")
    ]
    return [*found, Subject(NEW, _("Een team erbij"), _("Nieuw"))]


def _load_team(subject: str) -> Values:
    if subject == NEW:
        return {"name": "", "is_fallback": False, "is_active": True}
    team = Team.objects.get(pk=subject)
    return {"name": team.name, "is_fallback": team.is_fallback, "is_active": team.is_active}


def _carry_out_team(subject: str, values: Values, by: User, at: datetime) -> None:
    team = None if subject == NEW else Team.objects.get(pk=subject)
    try:
        teams.set_team(team=team, **values)
    except teams.FallbackNeeded as needed:
        raise Refused(_("Dit team is het vangnet. Maak eerst een ander team het vangnet.")) from needed
    except teams.NotEmpty as full:
        raise Refused(_still_there(teams.left_in(team)) if team else "") from full


def _still_there(left: teams.Left) -> str:
    return _(
        "Dit team is niet leeg: {complexes} complexen, {people} mensen, {cases} open zaken. Breng die eerst ergens anders onder."
    ).format(complexes=left.complexes, people=left.people, cases=left.open_cases)


TEAM_SETTINGS = Section(
    name="teams",
    title=gettext_lazy("Teams"),
    about=gettext_lazy("Hoe de teams heten en welk team het vangnet is. Wie erin werkt, staat bij Mensen."),
    form=TeamForm,
    subjects=_team_subjects,
    load=_load_team,
    carry_out=_carry_out_team,
)


def _teams() -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Team.objects.values_list("pk", "name")]


class ComplexForm(SettingsForm):
    team = forms.ChoiceField(
        label=gettext_lazy("Van welk team is dit complex?"),
        choices=_teams,
        error_messages={
            "required": gettext_lazy("Kies een team."),
            "invalid_choice": gettext_lazy("Kies een team uit de lijst."),
        },
    )

    def clean_team(self) -> str:
        chosen = str(self.cleaned_data["team"])
        if not Team.objects.filter(pk=chosen, is_active=True).exists():
            raise forms.ValidationError(_("Dit team werkt niet meer. Kies een ander."))
        return chosen


def _complexes() -> list[Subject]:
    found = Complex.objects.select_related("team").order_by("team__name", "name")
    return [Subject(str(one.pk), one.name, one.team.name) for one in found]


def _load_complex(subject: str) -> Values:
    return {"team": str(Complex.objects.values_list("team", flat=True).get(pk=subject))}


def _carry_out_complex(subject: str, values: Values, by: User, at: datetime) -> None:
    place, team = Complex.objects.get(pk=subject), Team.objects.get(pk=values["team"])
    try:
        teams.move_complex(place=place, team=team, by=by, at=at)
    except teams.Retired as gone:
        raise Refused(_("Dit team werkt niet meer. Kies een ander.")) from gone


def _what_moves(subject: str, values: Values) -> list[str]:
    place, team = Complex.objects.get(pk=subject), Team.objects.filter(pk=values["team"]).first()
    if team is None or place.team_id == team.pk:
        return []
    goes = teams.moving(place=place, team=team)
    said = [
        ngettext(
            "%(n)d open zaak gaat mee naar %(team)s. Het team van nu ziet die zaak dan niet meer.",
            "%(n)d open zaken gaan mee naar %(team)s. Het team van nu ziet ze dan niet meer.",
            goes.open_cases,
        )
        % {"n": goes.open_cases, "team": team.name},
        _("Gesloten zaken van dit complex gaan ook mee."),
    ]
    if goes.let_go:
        said.append(
            ngettext(
                "%(n)d zaak heeft dan geen behandelaar meer.",
                "%(n)d zaken hebben dan geen behandelaar meer.",
                goes.let_go,
            )
            % {"n": goes.let_go}
        )
    return said


COMPLEX_SETTINGS = Section(
    name="complexen",
    title=gettext_lazy("Complexen en hun team"),
    about=gettext_lazy("Welk team de zaken van een complex behandelt. Zaken gaan mee als u dit verandert."),
    form=ComplexForm,
    subjects=_complexes,
    load=_load_complex,
    carry_out=_carry_out_complex,
    warns=_what_moves,
)
