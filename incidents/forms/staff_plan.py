"""The forms beside the ladder: the plan, looking at a case again, and the criteria of harassment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.escalation.tailoring import CRITERIA, Draft
from incidents.forms.staff_approach import ToCome, wide_text
from incidents.forms.staff_case import MARK_CHOICES, MARK_VALUES, VerbForm
from incidents.handling.holding import colleagues
from incidents.models import Case, HarassmentCheck, Plan
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import Name, suggested_day


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
    reporter_needs = wide_text(_("Wat heeft de melder nodig?"), required=False)
    resident_needs = wide_text(
        _("Wat heeft de bewoner over wie gemeld is nodig?"),
        _("Schrijf gedrag en behoefte op, geen diagnose."),
        required=False,
    )
    support = wide_text(_("Welke hulp bieden wij, met wie?"), required=False)
    enforcement = wide_text(_("Wat vragen wij, en wat volgt er als het niet lukt?"), required=False)
    deviates = forms.BooleanField(label=_("Dit wijkt af van hoe wij het meestal doen"), required=False)
    deviation = wide_text(_("Waarom wijkt u af?"), _("Verplicht als u afwijkt."), required=False)
    review_on = ToCome(label=_("Wanneer bekijkt u dit plan opnieuw?"))

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

    text = wide_text(
        _("Wat zag u, en wat verandert er?"), error_messages={"required": _("Schrijf wat u zag.")}
    )
    next_on = ToCome(label=_("Wanneer kijkt u weer?"))

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
