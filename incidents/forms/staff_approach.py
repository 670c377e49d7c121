"""The forms of the approach: a step on the ladder and what comes of it, the plan, and looking again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON, MARK_CHOICES, MARK_VALUES, VerbForm
from incidents.holding import colleagues
from incidents.ladder import Wanted
from incidents.ladder_levels import RUNGS, Ground, Level, Track
from incidents.models import Case, HarassmentCheck, LadderStep, Plan
from incidents.tailoring import CRITERIA, Draft
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.clock.deadlines import Name, suggested_day
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField

LONGEST_PLAN = 5000
FURTHEST = timedelta(days=366)


def _text(label: Any, hint: Any = "", rows: int = 3, **more: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=hint,
        max_length=LONGEST_PLAN,
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


class _ToCome(DayField):
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
    reason = _text(
        _("Waarom deze stap nu?"),
        _("Wat is er vastgesteld, en waarom is minder niet genoeg? Alleen medewerkers lezen dit."),
        error_messages={"required": _("Schrijf waarom deze stap nu nodig is.")},
    )
    agreed = _text(
        _("Wat is afgesproken, of wat vragen wij?"),
        _("Gedrag dat u kunt nagaan, in gewone woorden."),
        required=False,
    )
    check_on = _ToCome(
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
    text = _text(
        _("Hoe weet u dat?"),
        _("Wat zag of hoorde u, en van wie?"),
        error_messages={"required": _("Schrijf hoe u dat weet.")},
    )


class PlanForm(VerbForm):
    verb, title, button = "case_plan", _("Plan op maat"), _("Plan bewaren")
    button_class = "primary"

    holder = forms.ChoiceField(
        label=_("Wie zorgt dat het gebeurt?"),
        error_messages={
            "required": _("Kies een collega."),
            "invalid_choice": _("Kies een collega van dit team."),
        },
    )
    reporter_needs = _text(_("Wat heeft de melder nodig?"), required=False)
    resident_needs = _text(
        _("Wat heeft de bewoner over wie gemeld is nodig?"),
        _("Schrijf gedrag en behoefte op, geen diagnose."),
        required=False,
    )
    support = _text(_("Welke hulp bieden wij, met wie?"), required=False)
    enforcement = _text(_("Wat vragen wij, en wat volgt er als het niet lukt?"), required=False)
    deviates = forms.BooleanField(label=_("Dit wijkt af van hoe wij het meestal doen"), required=False)
    deviation = _text(_("Waarom wijkt u af?"), _("Verplicht als u afwijkt."), required=False)
    review_on = _ToCome(label=_("Wanneer bekijkt u dit plan opnieuw?"))

    def __init__(self, *args: Any, case: Case, plan: Plan | None, by: User, **kwargs: Any) -> None:
        kwargs.setdefault("initial", _as_initial(plan) if plan else {"holder": str(case.holder_id or by.pk)})
        kwargs["initial"].setdefault("review_on", suggested_day(name=Name.REVIEW, at=timezone.now()))
        super().__init__(*args, number=case.number, **kwargs)
        people = colleagues(team=case.team, case=case, at=timezone.now())
        self.people = {str(user.pk): user for user in [*people, *([by] if by not in people else [])]}
        self.fields["holder"].choices = [(pk, user.name) for pk, user in self.people.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("deviates") and not cleaned.get("deviation"):
            self.add_error("deviation", _("Schrijf waarom u afwijkt van hoe wij het meestal doen."))
        if not any(
            cleaned.get(name) for name in ("reporter_needs", "resident_needs", "support", "enforcement")
        ):
            self.add_error(
                "support", _("Vul minstens één van deze vakken in: wat nodig is, de hulp, of wat wij vragen.")
            )
        return cleaned

    def draft(self) -> Draft:
        said = {name: self.cleaned_data[name] for name in Draft.__dataclass_fields__ if name != "holder"}
        if not self.cleaned_data["deviates"]:
            said["deviation"] = ""
        return Draft(holder=self.people[self.cleaned_data["holder"]], **said)


def _as_initial(plan: Plan) -> dict[str, Any]:
    """The next version begins as the last one was; only the day to look again is another."""
    kept = ("reporter_needs", "resident_needs", "support", "enforcement", "deviation")
    return {
        **{name: getattr(plan, name) for name in kept},
        "holder": str(plan.holder_id),
        "deviates": bool(plan.deviation),
    }


class ReviewForm(VerbForm):
    verb, title, button = "case_review", _("De zaak opnieuw bekijken"), _("Bewaren")

    text = _text(_("Wat zag u, en wat verandert er?"), error_messages={"required": _("Schrijf wat u zag.")})
    next_on = _ToCome(label=_("Wanneer kijkt u weer?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"next_on": suggested_day(name=Name.REVIEW, at=timezone.now())})
        super().__init__(*args, **kwargs)


class HarassmentForm(VerbForm):
    verb, title, button = "case_harassment", _("Is dit treiteren?"), _("Kenmerken bewaren")

    def __init__(self, *args: Any, check: HarassmentCheck | None, **kwargs: Any) -> None:
        codes = {value: code for code, value in MARK_VALUES.items()}
        kwargs["initial"] = {name: codes[getattr(check, name) if check else None] for name in CRITERIA}
        super().__init__(*args, **kwargs)
        for name, label in CRITERIA.items():
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                choices=MARK_CHOICES,
                coerce=MARK_VALUES.__getitem__,
                widget=forms.Select(attrs={"class": "portal-width-m"}),
                error_messages={
                    "invalid_choice": _("Kies ja, nee of niet bekend."),
                    "required": _("Kies ja, nee of niet bekend."),
                },
            )
