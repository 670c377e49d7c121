"""The form in which an association sets its questions about one kind: eight places, filled or empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from incidents.models import Kind, Question
from incidents.rules.answers import StandardQuestion, YesNo
from incidents.taxonomy.questioning import MOST_QUESTIONS, Asked, key_of
from safetyportal.configuration.sections import FormPart, SettingsForm, Values
from safetyportal.texts.clean_text import LineField, PlainTextField

PLACES = range(1, MOST_QUESTIONS + 1)
MOST_OPTIONS = 8
IN_DUTCH = {"yes": "Ja", "no": "Nee", "unknown": "Weet ik niet"}
LISTED = (Question.Sort.CHOICE, Question.Sort.MANY)


def _fields(place: int) -> dict[str, forms.Field]:
    before = [
        ("", _("altijd")),
        *((str(one), format_lazy(_("als bij vraag {n}"), n=one)) for one in range(1, place)),
    ]
    fields = {
        "text_nl": LineField(label=format_lazy(_("Vraag {n}"), n=place), max_length=200, required=False),
        "text_en": LineField(label=format_lazy(_("Vraag {n} in het Engels"), n=place), max_length=200, required=False),
        "hint_nl": LineField(label=format_lazy(_("Uitleg bij vraag {n}"), n=place), max_length=200, required=False),
        "hint_en": LineField(
            label=format_lazy(_("Uitleg bij vraag {n} in het Engels"), n=place), max_length=200, required=False
        ),
        "sort": forms.ChoiceField(
            label=format_lazy(_("Soort antwoord op vraag {n}"), n=place), choices=Question.Sort.choices, required=False
        ),
        "options": PlainTextField(
            label=format_lazy(_("Antwoorden op vraag {n}"), n=place),
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_(
                "Alleen bij een lijst. Elk antwoord op een eigen regel: Nederlands | Engels. «Weet ik niet» komt er vanzelf bij."
            ),
        ),
        "only_if": forms.ChoiceField(
            label=format_lazy(_("Wanneer stellen wij vraag {n}?"), n=place), choices=before, required=False
        ),
        "only_answer": LineField(
            label=format_lazy(_("het antwoord dit is (voor vraag {n})"), n=place),
            max_length=200,
            required=False,
            help_text=_("Bijvoorbeeld: Ja"),
        ),
    }  # fmt: skip
    return {f"q{place}_{name}": field for name, field in fields.items()}


def _standard() -> dict[str, forms.Field]:
    return {
        f"ask_{one.value}": forms.BooleanField(label=one.label, required=False) for one in StandardQuestion
    }


class _QuestionSettingsForm(SettingsForm):
    def parts(self) -> list[FormPart]:
        own = []
        for place in PLACES:
            fields = [self[f"q{place}_{name}"] for name in _NAMES]
            text = fields[0].value() or ""
            title = f"{place}. {text}" if text else format_lazy(_("{n}. (leeg)"), n=place)
            own.append(FormPart(str(title), fields, any(field.errors for field in fields)))
        shared = [self[name] for name in _standard()]
        return [
            *own,
            FormPart(
                str(_("Vragen die wij bij veel soorten stellen")), shared, any(one.errors for one in shared)
            ),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for place in PLACES:
            self._check(place, cleaned)
        kind = Kind.objects.filter(pk=self.subject.upper()).first()
        asks_child = cleaned.get(f"ask_{StandardQuestion.CHILD.value}")
        if kind is not None and kind.share != Kind.Share.AUTOMATIC and not asks_child:
            self.add_error(
                f"ask_{StandardQuestion.CHILD.value}",
                _("Deze vraag moet blijven: zonder antwoord weten wij niet wat gedeeld mag worden."),
            )
        if not any(cleaned.get(f"q{place}_text_nl") for place in PLACES) and not any(
            cleaned.get(name) for name in _standard()
        ):
            self.add_error("q1_text_nl", _("Stel ten minste één vraag."))
        return cleaned

    def _check(self, place: int, cleaned: dict[str, Any]) -> None:
        said = {name: cleaned.get(f"q{place}_{name}") or "" for name in _NAMES}
        if not said["text_nl"]:
            if said["text_en"]:
                self.add_error(f"q{place}_text_nl", _("Schrijf de vraag ook in het Nederlands."))
            return
        if not said["text_en"]:
            self.add_error(f"q{place}_text_en", _("Schrijf de vraag ook in het Engels."))
        if said["sort"] in LISTED:
            self._check_options(f"q{place}_options", said["options"])
        if said["only_if"]:
            self._check_condition(place, said, cleaned)

    def _check_options(self, name: str, typed: str) -> None:
        pairs = list(_pairs(typed))
        if not 2 <= len(pairs) <= MOST_OPTIONS:
            self.add_error(name, _("Geef twee tot acht antwoorden, elk op een eigen regel."))
        elif not all(nl and en for nl, en in pairs):
            self.add_error(
                name, _("Schrijf op elke regel het antwoord in het Nederlands, een | en het Engels.")
            )

    def _check_condition(self, place: int, said: dict[str, str], cleaned: dict[str, Any]) -> None:
        above = int(said["only_if"])
        if not cleaned.get(f"q{above}_text_nl") or cleaned.get(f"q{above}_only_if"):
            self.add_error(f"q{place}_only_if", _("Kies een vraag die er staat en die altijd wordt gesteld."))
        elif not value_of(said["only_answer"], cleaned, above):
            self.add_error(
                f"q{place}_only_answer",
                _("Dit is geen antwoord op vraag %(n)s. Schrijf het precies zo.") % {"n": above},
            )


_NAMES = ("text_nl", "text_en", "hint_nl", "hint_en", "sort", "options", "only_if", "only_answer")
if TYPE_CHECKING:
    QuestionSettingsForm = _QuestionSettingsForm
else:
    QuestionSettingsForm = type(
        "QuestionSettingsForm",
        (_QuestionSettingsForm,),
        {name: field for place in PLACES for name, field in _fields(place).items()} | _standard(),
    )


def _pairs(typed: str) -> Iterator[tuple[str, str]]:
    for line in typed.splitlines():
        if line.strip():
            nl, _bar, en = line.partition("|")
            yield nl.strip(), en.strip()


def value_of(answer: str, values: Values, place: int) -> str:
    """The value of this answer, in Dutch words, to the question at a place; "" when it is none of its answers."""
    sort = values.get(f"q{place}_sort")
    if sort == Question.Sort.LINE:
        return ""
    listed = {
        nl: str(number) for number, (nl, _en) in enumerate(_pairs(values.get(f"q{place}_options") or ""), 1)
    }
    fixed = {word: value for value, word in IN_DUTCH.items()}
    known = fixed if sort == Question.Sort.YES_NO else listed
    if sort == Question.Sort.CHOICE:
        known = known | {IN_DUTCH["unknown"]: YesNo.UNKNOWN.value}
    return {word.casefold(): value for word, value in known.items()}.get(answer.strip().casefold(), "")


def asked_in(values: Values) -> list[Asked]:
    """What the form says is asked (incidents.taxonomy.questioning.ask)."""
    found = []
    for place in PLACES:
        said = {name: values.get(f"q{place}_{name}") or "" for name in _NAMES}
        if not said["text_nl"]:
            continue
        above = int(said["only_if"] or 0)
        found.append(
            Asked(
                key=key_of(place),
                sort=said["sort"],
                text_nl=said["text_nl"],
                text_en=said["text_en"],
                hint_nl=said["hint_nl"],
                hint_en=said["hint_en"],
                options=tuple(_pairs(said["options"])) if said["sort"] in LISTED else (),
                only_if_key=key_of(above) if above else "",
                only_if_value=value_of(said["only_answer"], values, above) if above else "",
            )
        )
    return found


def values_of(asked: list[Asked], standard: list[str]) -> Values:
    """The other way round: what the form shows of a set."""
    by_key = {one.key: one for one in asked}
    values: Values = {f"ask_{name}": name in standard for name in StandardQuestion.values}
    for place in PLACES:
        one = by_key.get(key_of(place))
        above = by_key.get(one.only_if_key) if one else None
        values |= {
            f"q{place}_text_nl": one.text_nl if one else "",
            f"q{place}_text_en": one.text_en if one else "",
            f"q{place}_hint_nl": one.hint_nl if one else "",
            f"q{place}_hint_en": one.hint_en if one else "",
            f"q{place}_sort": one.sort if one else Question.Sort.YES_NO.value,
            f"q{place}_options": "\n".join(f"{nl} | {en}" for nl, en in one.options) if one else "",
            f"q{place}_only_if": one.only_if_key.removeprefix("q") if one else "",
            f"q{place}_only_answer": _in_dutch(above, one.only_if_value) if one and above else "",
        }
    return values


def _in_dutch(above: Asked, value: str) -> str:
    if value in IN_DUTCH:
        return IN_DUTCH[value]
    return above.options[int(value) - 1][0]
