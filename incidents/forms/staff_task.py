"""The forms for what must still be done in a case."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON, VerbForm
from incidents.handling.holding import colleagues
from incidents.models import Case, CaseTask
from safetyportal.accounts.models import User
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField

LATEST_DAYS = 730


class _DueForm(VerbForm):
    due_on = DayField(label=_("Voor welke dag?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_due_on(self) -> date:
        due: date = self.cleaned_data["due_on"]
        if due < self.today:
            raise ValidationError(_("Deze dag is al voorbij."))
        if (due - self.today).days > LATEST_DAYS:
            raise ValidationError(_("Kies een dag binnen twee jaar."))
        return due


class TaskForm(_DueForm):
    verb, title, button = "case_tasks", _("Taak erbij"), _("Taak bewaren")

    what = LineField(
        label=_("Wat moet er gebeuren?"),
        max_length=200,
        error_messages={"required": _("Schrijf wat er moet gebeuren.")},
    )
    owner = forms.ChoiceField(
        label=_("Wie doet het?"),
        required=False,
        error_messages={"invalid_choice": _("Kies een collega uit de lijst.")},
    )
    is_personal = forms.BooleanField(
        label=_("Alleen voor mijzelf: een herinnering die niemand anders ziet"), required=False
    )
    field_order = ("what", "due_on", "owner", "is_personal")

    def __init__(self, *args: Any, case: Case, by: User, at: Any, **kwargs: Any) -> None:
        super().__init__(*args, number=case.number, **kwargs)
        self.people = {
            str(user.pk): user for user in [by, *colleagues(team=case.team, but=by, case=case, at=at)]
        }
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            ("", _("Nog niemand")),
            *((pk, user.name) for pk, user in self.people.items()),
        ]

    def clean_owner(self) -> User | None:
        return self.people.get(self.cleaned_data["owner"])


class MoveTaskForm(_DueForm):
    verb, title, button = "case_task_move", _("Andere dag voor een taak"), _("Dag veranderen")

    reason = PlainTextField(
        label=_("Waarom een andere dag?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom.")},
    )

    def __init__(self, *args: Any, task: CaseTask, **kwargs: Any) -> None:
        self.task = task
        super().__init__(*args, number=task.case.number, initial={"due_on": task.due_on}, **kwargs)

    def address(self, number: str) -> list[str]:
        return [number, str(self.task.pk)]
