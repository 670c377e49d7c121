"""One routing rule, all of it by picking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from complexes.models import Space
from incidents.models.case import Band
from partners.forms.staff_rule_targets import TargetRows, rows_of, stepped, typed_rows
from partners.models import RoutingRule
from partners.rules import rule_checking
from partners.rules.rule_words import DAYS
from safetyportal.configuration.fields import OneOfField
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField

HOURS = [("", _("Elk uur")), *((str(hour), format_lazy(_("{hour} uur"), hour=hour)) for hour in range(25))]
LISTED, KIND_DEFAULT = "listed", "kind"
PICKED = {"invalid_choice": _("Kies uit de lijst."), "invalid_list": _("Kies uit de lijst.")}
CONDITIONS = ("kinds", "bands", "municipality", "neighbourhood", "complex", "spaces", "weekdays", "hour_from", "answer")  # fmt: skip


def _many(label: Any, choices: Any = ()) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, error_messages=PICKED
    )  # fmt: skip


def _one(label: Any, choices: Any = (), **kwargs: Any) -> forms.ChoiceField:
    return OneOfField(label, choices, required=False, **kwargs)


class AnswerField(forms.ChoiceField):
    """A question and an answer. What fits the kind is looked at with the kind beside it (rule_checking)."""

    def valid_value(self, value: Any) -> bool:
        question, _is, answer = str(value).partition("=")
        return bool(question and answer)


class RuleForm(TargetRows):
    """Give it `offered`; after is_valid(), `content()` is what partners.rules.rule_editing keeps."""

    mark_optional = False
    NEW = "new-rule"  # a slug for what has none yet

    name = LineField(
        label=_("Naam van de regel"),
        max_length=120,
        error_messages={"required": _("Geef de regel een naam.")},
    )
    kinds = _many(_("Soort melding"))
    bands = _many(_("Ernst"), Band.choices)
    municipality = _one(_("Gemeente"))
    neighbourhood = _one(_("Wijk"))
    complex = _one(_("Complex"))
    spaces = _many(_("Gezamenlijke ruimte"))
    weekdays = _many(_("Gemeld op welke dag?"), [(str(number), day) for number, day in enumerate(DAYS, 1)])
    hour_from = _one(_("Gemeld van"), HOURS[:-1])
    hour_to = _one(_("Gemeld tot"), [HOURS[0], *HOURS[2:]])
    answer = AnswerField(label=_("Antwoord op een vraag"), required=False, error_messages=PICKED)
    everything = forms.BooleanField(label=_("Ja, deze regel past op elke melding"), required=False)
    outcome = forms.ChoiceField(
        label=_("Naar wie gaat de melding?"),
        choices=[(LISTED, _("Naar de partners hieronder, in deze volgorde")), (KIND_DEFAULT, _("Naar de eerste partner van de soort zelf"))],
        initial=LISTED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies naar wie de melding gaat."), **PICKED},
    )  # fmt: skip
    valid_from = DayField(label=_("Geldt vanaf"))
    valid_to = DayField(label=_("Geldt tot en met"), required=False, help_text=_("Leeg: zonder einde."))
    owner = forms.ChoiceField(
        label=_("Eigenaar"),
        help_text=_("Wie de regel bijhoudt."),
        error_messages={"required": _("Kies wie de regel bijhoudt."), **PICKED},
    )
    before = _one(_("Op welke plaats?"))
    is_active = forms.BooleanField(label=_("De regel staat aan"), required=False, initial=True)
    note = PlainTextField(
        label=_("Uitleg (mag leeg)"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    reason = PlainTextField(
        label=_("Waarom verandert u dit?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dit staat bij de regel, zodat een collega het later begrijpt."),
        error_messages={"required": _("Schrijf waarom u dit verandert.")},
    )

    def __init__(self, *args: Any, rules: Sequence[RoutingRule] | None = None, **kwargs: Any) -> None:
        """`rules`: among which a new rule gets its place."""
        super().__init__(*args, **kwargs)
        offered = self.offered
        self._choices("kinds", [
            (label, [(code, _("Alles van deze groep")), *((kind.code, kind.label) for kind in kinds)])
            for code, label, kinds in offered.groups()
        ])  # fmt: skip
        towns = dict.fromkeys(one.municipality for one in offered.complexes)
        nears = dict.fromkeys(one.neighbourhood for one in offered.complexes)
        self._choices("municipality", [("", _("Elke gemeente")), *((one, one) for one in towns)])
        self._choices("neighbourhood", [("", _("Elke wijk")), *((one, one) for one in sorted(nears))])
        self._choices("complex", [
            ("", _("Elk complex")),
            *offered.places(),
        ])  # fmt: skip
        there = {sort for _complex, sort in offered.spaces} | set(self.initial.get("spaces") or ())
        self._choices("spaces", [(sort, label) for sort, label in Space.Sort.choices if sort in there])
        self._choices(
            "owner", [("", _("Kies een collega")), *((str(one.pk), one.name) for one in offered.owners)]
        )
        self._choices("answer", self._answers())

        if rules is None:
            del self.fields["before"]
        else:
            self._choices("before", [
                *((one.slug, format_lazy(_("vóór {place}. {name}"), place=place, name=one.name)) for place, one in enumerate(rules, 1)),
                ("", _("achteraan")),
            ])  # fmt: skip

    def _choices(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _answers(self) -> list[Any]:
        asked = [
            (one.text, [(f"{one.key}={value}", label) for value, label in one.choices])
            for one in self.offered.questions
            if one.choices
        ]
        known = {value for _text, answers in asked for value, _label in answers}
        said = str((self.data if self.is_bound else self.initial).get("answer") or "")
        stray = (
            [(said, _("Een antwoord dat niet bij deze soort hoort"))] if said and said not in known else []
        )
        return [("", _("Elk antwoord")), *asked, *stray]

    @property
    def asks(self) -> bool:
        """Whether there is an answer to pick, or one to take away."""
        return len(self.fields["answer"].choices) > 1  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        targets = self.chosen_targets()
        data["targets"] = targets
        if data.get("outcome") == LISTED and not targets:
            self.add_error("partner_1", _("Kies ten minste één partner of afdeling."))
        begin, end = data.get("hour_from"), data.get("hour_to")
        if bool(begin) != bool(end):
            self.add_error(
                "hour_to" if begin else "hour_from", _("Kies een begin en een einde, of laat allebei leeg.")
            )
        elif begin and end and int(begin) == int(end) % 24:
            self.add_error(
                "hour_to",
                _("Begin en einde zijn gelijk: dat is elk uur. Kies een ander einde, of laat allebei leeg."),
            )
        first, last = data.get("valid_from"), data.get("valid_to")
        if first and last and last < first:
            self.add_error(
                "valid_to",
                _("Dit is voor de dag waarop de regel begint. Kies een latere dag, of laat dit leeg."),
            )
        if (
            not any(data.get(name) for name in CONDITIONS)
            and not set(CONDITIONS) & set(self.errors)
            and not data.get("everything")
        ):
            self.add_error("everything", _("U koos geen voorwaarde. Kies er een, of zet dit vinkje."))
        if not self.errors:
            for name, message in rule_checking.wrong(self.rule(), self.offered):
                self.add_error("partner_1" if name == "targets" else name, message)
        return data  # fmt: skip

    def content(self) -> dict[str, Any]:
        said = self.cleaned_data
        key, _is, value = said["answer"].partition("=")
        default = said["outcome"] == KIND_DEFAULT
        return {
            **{name: said[name] for name in ("name", "kinds", "bands", "municipality", "neighbourhood", "spaces", "note", "is_active", "valid_from", "valid_to")},
            "complex_id": int(said["complex"]) if said["complex"] else None,
            "weekdays": [int(day) for day in said["weekdays"]],
            "hour_from": int(said["hour_from"]) if said["hour_from"] else None,
            "hour_to": int(said["hour_to"]) if said["hour_to"] else None,
            "question_key": key,
            "answer_value": value,
            "targets": [] if default else said["targets"],
            "use_kind_default": default,
            "owner_id": int(said["owner"]),
        }  # fmt: skip

    def rule(self) -> RoutingRule:
        """What is filled in as a rule that is not kept."""
        return RoutingRule(**self.content())


def initial_of(rule: RoutingRule) -> dict[str, Any]:
    """What the form shows of a rule."""
    return {
        **rule.content(),
        "complex": str(rule.complex_id or ""),
        "weekdays": [str(day) for day in rule.weekdays],
        "hour_from": "" if rule.hour_from is None else str(rule.hour_from),
        "hour_to": "" if rule.hour_to is None else str(rule.hour_to or 24),
        "answer": f"{rule.question_key}={rule.answer_value}" if rule.question_key else "",
        "owner": str(rule.owner_id or ""),
        "outcome": KIND_DEFAULT if rule.use_kind_default else LISTED,
        "everything": rule.passes_everything,
        "target_rows": rows_of(rule.targets),
    }


def typed(data: Any, form: RuleForm, step: str = "") -> dict[str, Any]:
    """What somebody typed so far, after a button that keeps nothing yet: as what a new form shows."""
    said = {
        name: field.bound_data(field.widget.value_from_datadict(data, {}, name), None)
        for name, field in form.fields.items()
    }
    return {**said, "target_rows": stepped(typed_rows(data), step)}


def asking_of(kinds: list[str]) -> str:
    """The kind whose answers can be picked: the only one, and no group."""
    return kinds[0] if len(kinds) == 1 else ""
