"""Which questions a kind asks: a set is never altered, a new version takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from incidents.models import Kind, Question, QuestionSet
from incidents.taxonomy import QUESTIONS, SetSpec
from safetyportal.configuration.models import Change

SECTION = "vragen"
MOST_QUESTIONS = 8


@dataclass(frozen=True)
class Asked:
    """One question as it will be asked (incidents.models.Question)."""

    key: str
    sort: str
    text_nl: str
    text_en: str
    hint_nl: str = ""
    hint_en: str = ""
    options: tuple[tuple[str, str], ...] = ()
    only_if_key: str = ""
    only_if_value: str = ""


def key_of(place: int) -> str:
    """The key of the question at this place, 1 first."""
    return f"q{place}"


@transaction.atomic
def ask(*, kind: Kind, asked: Sequence[Asked], standard: Sequence[str], at: datetime) -> QuestionSet:
    """Ask these questions from now on. Whoever is in the middle of a report is asked again."""
    last = QuestionSet.objects.filter(kind=kind).order_by("-version").first()
    made = QuestionSet.objects.create(
        kind=kind, version=last.version + 1 if last else 1, standard=list(standard), made_at=at
    )
    Question.objects.bulk_create(
        Question(
            question_set=made,
            position=place,
            **{**vars(one), "options": [list(pair) for pair in one.options]},
        )
        for place, one in enumerate(asked, start=1)
    )
    Kind.objects.filter(pk=kind.pk).update(questions=made)
    return made


def asked_by(questions: QuestionSet | None) -> list[Asked]:
    """The questions of a set, as ask() takes them."""
    if questions is None:
        return []
    return [
        Asked(
            key=one.key,
            sort=one.sort,
            text_nl=one.text_nl,
            text_en=one.text_en,
            hint_nl=one.hint_nl,
            hint_en=one.hint_en,
            options=tuple((nl, en) for nl, en in one.options),
            only_if_key=one.only_if_key,
            only_if_value=one.only_if_value,
        )
        for one in questions.questions.all()
    ]


def load_questions() -> None:
    """The sets as shipped, where they differ from what is asked; what an association changed itself stays."""
    own = set(Change.objects.filter(section=SECTION).values_list("subject", flat=True))
    for kind in Kind.objects.select_related("questions").prefetch_related("questions__questions"):
        if kind.code.lower() in own:
            continue
        asked, standard = shipped(QUESTIONS.get(kind.code, SetSpec((), ())))
        now = kind.questions
        if now is None or asked_by(now) != asked or now.standard != standard:
            ask(kind=kind, asked=asked, standard=standard, at=timezone.now())


def shipped(spec: SetSpec) -> tuple[list[Asked], list[str]]:
    keys = {id(one): key_of(place) for place, one in enumerate(spec.own, start=1)}
    asked = [
        Asked(
            key=keys[id(one)],
            sort=one.sort,
            text_nl=one.text_nl,
            text_en=one.text_en,
            hint_nl=one.hint_nl,
            hint_en=one.hint_en,
            options=one.options,
            only_if_key=keys[id(one.only_if[0])] if one.only_if else "",
            only_if_value=one.only_if[1] if one.only_if else "",
        )
        for one in spec.own
    ]
    return asked, list(spec.standard)
