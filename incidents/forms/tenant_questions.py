"""The questions of the kind that was chosen: its own, and those of the standard ones that it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from incidents.forms.tenant_fields import DayField, choice_field
from incidents.forms.tenant_step import StepForm
from incidents.models import Question
from incidents.rules.answers import DayPart, Frequency, Impact, Since, StandardQuestion, YesNo
from safetyportal.texts.clean_text import LineField

CHOOSE = _("Kies een antwoord bij «%(question)s».")
FROM_LIST = _("Kies uit de antwoorden bij «%(question)s».")
MORE = _("Meer mag.")
SHORT = {"class": "portal-width-m", "autocomplete": "off"}


@dataclass
class Asked:
    """One question on the page, with those that only some of its answers ask for."""

    bound: BoundField
    value: str = ""  # which answer of the question above it shows this one
    follow: list[Asked] = field(default_factory=list)


class QuestionsForm(StepForm):
    slug = "vragen"
    template = "tenant/steps/vragen.html"

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        self.questions: list[Question] = []
        super().__init__(data, **kwargs)
        kind = self.written.kind
        if kind is None or kind.questions is None:
            return
        self.questions = list(kind.questions.questions.all())
        for question in self.questions:
            self.fields[question.key] = _own_field(question)
        for name in StandardQuestion.values:
            if name in kind.questions.standard:
                self.fields[name] = _standard_field(name, self.today)

    def start_with(self, kept: dict[str, Any]) -> dict[str, Any]:
        start = {name: kept[name] for name in StandardQuestion.values if name in kept}
        if last := start.get(StandardQuestion.LAST_SEEN):
            found = date.fromisoformat(last)
            start[StandardQuestion.LAST_SEEN] = f"{found.day}-{found.month}-{found.year}"
        return start

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """An answer to a question of this set; those of an older set are asked again."""
        question = next((one for one in self.questions if one.key == field_name), None)
        if question is None:
            return super().get_initial_for_field(field, field_name)
        kept = (self.written.of(self.slug).get("own") or {}).get(str(question.pk), [])
        return kept if question.sort == Question.Sort.MANY else (kept[0] if kept else None)

    @property
    def may_skip(self) -> bool:
        """Whether a question that everybody sees may stay unanswered."""
        return any(not asked.bound.field.required for asked in self.asked())

    def asked(self) -> Iterator[Asked]:
        """The questions in their order, each that depends on an answer below the one it depends on."""
        made = {one.key: Asked(self[one.key], one.only_if_value) for one in self.questions}
        for one in self.questions:
            if one.only_if_key in made:
                made[one.only_if_key].follow.append(made[one.key])
        yield from (made[one.key] for one in self.questions if one.only_if_key not in made)
        yield from (Asked(self[name]) for name in StandardQuestion.values if name in self.fields)

    def clean_impact(self) -> list[str]:
        """Together with something else, "niets hiervan" says nothing."""
        chosen: list[str] = self.cleaned_data["impact"]
        return [one for one in chosen if one != Impact.NONE] or chosen[:1]

    def clean(self) -> dict[str, Any]:
        """What was not asked needs no answer; what was, does."""
        cleaned = super().clean() or {}
        for question in self.questions:
            if not self._is_asked(question, cleaned):
                self.errors.pop(question.key, None)
                cleaned.pop(question.key, None)
        return cleaned

    def _is_asked(self, question: Question, cleaned: dict[str, Any]) -> bool:
        if not question.only_if_key:
            return True
        above = cleaned.get(question.only_if_key) or []
        return question.only_if_value in ([above] if isinstance(above, str) else above)

    def answer(self) -> dict[str, Any]:
        cleaned, kind = dict(self.cleaned_data), self.written.kind
        own: dict[str, list[str]] = {}
        for question in self.questions:
            said = cleaned.pop(question.key, None)
            if said:
                own[str(question.pk)] = [said] if isinstance(said, str) else list(said)
        last = cleaned.get(StandardQuestion.LAST_SEEN)
        if last:
            cleaned[StandardQuestion.LAST_SEEN] = last.isoformat()
        return {**cleaned, "own": own, "set": kind.questions_id if kind else None}


def _own_field(question: Question) -> forms.Field:
    """One that was not asked is forgiven in clean()."""
    said = {"question": question.text}
    if question.sort == Question.Sort.LINE:
        return LineField(
            label=question.text,
            help_text=question.hint,
            max_length=200,
            required=False,
            widget=forms.TextInput(attrs=SHORT),
        )
    if question.sort == Question.Sort.MANY:
        return forms.MultipleChoiceField(
            label=question.text,
            help_text=question.hint or MORE,
            choices=question.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": FROM_LIST % said, "invalid_list": FROM_LIST % said},
        )
    return choice_field(question.text, question.choices, ask=CHOOSE % said, help_text=question.hint)


def _standard_field(name: str, today: date) -> forms.Field:
    label = StandardQuestion(name).label
    if name == StandardQuestion.LAST_SEEN:
        return DayField(
            label=label,
            today=today,
            required=False,
            help_text=_("Zoals: gisteren, of 27-3-2026."),
            widget=forms.TextInput(attrs=SHORT),
        )
    if name == StandardQuestion.IMPACT:
        return forms.MultipleChoiceField(
            label=label,
            choices=Impact.choices,
            widget=forms.CheckboxSelectMultiple,
            help_text=MORE,
            error_messages={
                "required": _("Kies wat het met u doet, of «Niets hiervan»."),
                "invalid_choice": FROM_LIST % {"question": label},
                "invalid_list": FROM_LIST % {"question": label},
            },
        )
    if name == StandardQuestion.DAY_PART:
        return choice_field(label, DayPart.choices, ask=_("Kies een deel van de dag uit de lijst."))
    choices, ask = {
        StandardQuestion.FREQUENCY: (Frequency.choices, _("Kies hoe vaak het gebeurt.")),
        StandardQuestion.SINCE: (Since.choices, _("Kies hoe lang dit al zo is.")),
        StandardQuestion.CHILD: (YesNo.choices, _("Kies of het om een kind onder 16 gaat.")),
    }[StandardQuestion(name)]
    return choice_field(label, choices, ask=ask)
