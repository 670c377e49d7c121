"""The forms of the approach: a step on the ladder and what comes of it, the plan, and looking again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.escalation.ladder import Wanted
from incidents.forms.staff_case import LONGEST_REASON, VerbForm
from incidents.models import LadderStep
from incidents.rules.ladder_levels import RUNGS, Ground, Level, Track
from safetyportal.clock.calendar import local_day
from safetyportal.clock.deadlines import Name, suggested_day
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField

LONGEST_PLAN = 5000
FURTHEST = timedelta(days=366)


def wide_text(label: Any, hint: Any = "", rows: int = 3, **more: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=hint,
        max_length=LONGEST_PLAN,
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


class ToCome(DayField):
    """From today, at most a year ahead."""

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        today = local_day(timezone.now())
        if day is not None and not today <= day <= today + FURTHEST:
            raise forms.ValidationError(_("Kies een dag vanaf vandaag, hoogstens een jaar verder."))
        found: date | None = day
        return found


class StepForm(VerbForm):
    """Which steps there are, and what is missing for one, the page says beside it."""

    verb, title, button = "ladder_step", _("Een stap zetten"), _("Stap zetten")
    button_class = "primary"

    level = forms.ChoiceField(
        label=_("Welke stap?"),
        choices=[
            ("", _("Kies een stap")),
            *(
                (track.label, [(rung.level.value, rung.level.label) for rung in RUNGS if rung.track == track])
                for track in Track
            ),
        ],
        error_messages={"required": _("Kies een stap."), "invalid_choice": _("Kies een stap uit de lijst.")},
    )
    ground = forms.ChoiceField(
        label=_("Waarop berust de stap?"),
        choices=[("", _("Kies een grond")), *Ground.choices],
        error_messages={
            "required": _("Kies een grond."),
            "invalid_choice": _("Kies een grond uit de lijst."),
        },
    )
    house_rule = LineField(
        label=_("Welke huisregel?"),
        required=False,
        max_length=120,
        help_text=_("Artikel en versie, bijvoorbeeld: artikel 4, versie januari 2026."),
    )
    reason = wide_text(
        _("Waarom deze stap nu?"),
        _("Wat is er vastgesteld, en waarom is minder niet genoeg? Alleen medewerkers lezen dit."),
        error_messages={"required": _("Schrijf waarom deze stap nu nodig is.")},
    )
    agreed = wide_text(
        _("Wat is afgesproken, of wat vragen wij?"),
        _("Gedrag dat u kunt nagaan, in gewone woorden."),
        required=False,
    )
    check_on = ToCome(
        label=_("Wanneer kijkt u of het is nagekomen?"),
        required=False,
        help_text=_("Laat leeg als er niets na te gaan is."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"check_on": suggested_day(name=Name.CHECK, at=timezone.now())})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("ground") == Ground.HOUSE_RULES and not cleaned.get("house_rule"):
            self.add_error("house_rule", _("Zeg welke huisregel, met de versie."))
        return cleaned

    def wanted(self) -> Wanted:
        said = self.cleaned_data
        return Wanted(
            level=Level(said["level"]),
            ground=said["ground"],
            reason=said["reason"],
            agreed=said["agreed"],
            house_rule=said["house_rule"],
            check_on=said["check_on"],
        )


class _OfStep(VerbForm):
    """Something about one step; which, stands in the address."""

    def __init__(self, *args: Any, step: LadderStep, **kwargs: Any) -> None:
        self.step = step
        super().__init__(*args, number=step.case.number, **kwargs)

    def address(self, number: str) -> list[str]:
        return [number, str(self.step.pk)]


class ConfirmForm(_OfStep):
    verb, title, button = "ladder_confirm", _("Tweede persoon: bevestigen"), _("Ik ben het eens: stap zetten")
    button_class = "primary"


class RefuseForm(_OfStep):
    verb, title, button = "ladder_refuse", _("Niet doen"), _("Voorstel afwijzen")

    reason = PlainTextField(
        label=_("Waarom niet?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf waarom niet.")},
    )


class CheckForm(_OfStep):
    verb, title, button = "ladder_check", _("Is de afspraak nagekomen?"), _("Uitkomst bewaren")
    button_class = "primary"

    outcome = forms.ChoiceField(
        label=_("Uitkomst"),
        choices=LadderStep.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een uitkomst."),
            "invalid_choice": _("Kies een uitkomst uit de lijst."),
        },
    )
    text = wide_text(
        _("Hoe weet u dat?"),
        _("Wat zag of hoorde u, en van wie?"),
        error_messages={"required": _("Schrijf hoe u dat weet.")},
    )
