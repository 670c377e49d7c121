"""Which set is tried on the reports of which days."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from partners.models import RuleSet
from safetyportal.texts.day_field import DayField

SETS_SHOWN = 20
State = RuleSet.State


def sets_to_try() -> QuerySet[RuleSet]:
    """The draft first, then the set in use, then those of before."""
    turn = Case(
        When(state=State.DRAFT, then=Value(0)), When(state=State.ACTIVE, then=Value(1)), default=Value(2)
    )
    shown = RuleSet.objects.order_by(turn, "-number").values("pk")[:SETS_SHOWN]
    return RuleSet.objects.filter(pk__in=shown).order_by(turn, "-number")


class SetField(forms.ModelChoiceField):
    def label_from_instance(self, rule_set: RuleSet) -> str:
        return _("Set {number} ({state})").format(
            number=rule_set.number, state=str(rule_set.get_state_display()).lower()
        )


class BacktestForm(forms.Form):
    rule_set = SetField(
        label=_("Welke regels wilt u terugtoetsen?"),
        help_text=_("Ze worden vergeleken met de regels die nu in gebruik zijn."),
        queryset=RuleSet.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Kies een set regels."),
            "invalid_choice": _("Kies een set uit de lijst. Misschien is het concept net weggegooid."),
        },
    )
    from_day = DayField(label=_("Meldingen vanaf"))
    to_day = DayField(label=_("Meldingen tot en met"))

    def __init__(self, *args: Any, today: date, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["rule_set"].queryset = sets_to_try()  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("start", _("Start de terugtoets")))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_day"), cleaned.get("to_day")
        if last and last > self.today:
            self.add_error("to_day", _("Kies vandaag of een eerdere dag."))
        elif first and last and last < first:
            self.add_error("to_day", _("Kies een dag op of na de eerste dag."))
        return cleaned
