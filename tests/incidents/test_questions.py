"""The questions of a kind: asked as they are today, kept as they were."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import Error
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import own_data
from incidents.forms.question_settings import QuestionSettingsForm, asked_in, values_of
from incidents.models import Kind, Question, QuestionSet, Report
from incidents.taxonomy import KINDS, QUESTIONS
from incidents.taxonomy.kind_loading import load_kinds
from incidents.taxonomy.questioning import MOST_QUESTIONS, Asked, ask, asked_by
from safetyportal.configuration import changing
from safetyportal.configuration.sections import SECTIONS
from tests.incidents.tenant import post, send, url, words, written_until
from tests.world import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]

NOISE = Asked("q1", "yes_no", "Hoort u de bas?", "Do you hear the bass?")


def ask_of(code: str, *asked: Asked, standard: tuple[str, ...] = ("child_involved",)) -> QuestionSet:
    return ask(kind=Kind.objects.get(pk=code), asked=asked, standard=standard, at=timezone.now())


def test_each_kind_that_tenants_file_has_its_questions_and_no_more_than_fit() -> None:
    filed = {kind.code for kind in KINDS if kind.intake not in ("staff", "closed")}

    assert filed == QUESTIONS.keys()
    for code, spec in QUESTIONS.items():
        assert 1 <= len(spec.own) <= MOST_QUESTIONS, code
        for one in spec.own:
            assert one.only_if is None or one.only_if[0] in spec.own[: spec.own.index(one)], code


def test_whoever_may_share_asks_about_children() -> None:
    for kind in KINDS:
        if kind.code in QUESTIONS and kind.share != "A":
            assert "child_involved" in QUESTIONS[kind.code].standard, kind.code


def test_loading_again_makes_no_new_version() -> None:
    before = QuestionSet.objects.count()

    load_kinds()

    assert QuestionSet.objects.count() == before


def test_a_question_is_kept_as_it_was_asked_when_it_changes(client: Client) -> None:
    ask_of("GEL-MUZ", NOISE)
    report = send(client, vragen={"q1": "yes"})

    ask_of("GEL-MUZ", Asked("q1", "yes_no", "Is het elke dag?", "Is it every day?"))

    [(key, said)] = report.answers.items()
    question = Question.objects.get(pk=key)
    assert (question.text_nl, question.said(said)) == ("Hoort u de bas?", "Ja")
    client.force_login(person("noord@"))
    page = words(client.get(reverse("case_page", args=[report.case.number])))
    assert "Hoort u de bas?" in page
    assert "Is het elke dag?" not in page


def test_a_question_cannot_be_altered_or_removed() -> None:
    question = Question.objects.first()
    assert question is not None

    for change in (lambda: Question.objects.filter(pk=question.pk).update(text_nl="x"), question.delete):
        with pytest.raises(Error):
            _in_a_savepoint(change)


def _in_a_savepoint(change: Any) -> None:
    from django.db import transaction

    with transaction.atomic():
        change()


def test_new_questions_are_asked_of_who_is_in_the_middle(client: Client) -> None:
    draft = written_until(client, "contact")

    ask_of("GEL-MUZ", NOISE)

    assert client.post(url(draft, "controle")).url == url(draft, "vragen")
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"q3": "yes", "q4": "2", "q5": "yes", "q6": "PL0600-2026"}, {"q4": ["2"], "q6": ["PL0600-2026"]}),
        ({"q3": "no", "q4": "2", "q5": "unknown", "q6": "PL0600-2026"}, {"q4": None, "q6": None}),
        ({"q3": "yes", "q4": "1", "q5": "yes", "q6": ""}, {"q4": ["1"], "q6": None}),
    ],
)
def test_what_was_not_asked_is_not_kept(client: Client, said: dict[str, str], kept: dict[str, Any]) -> None:
    report = send(client, vragen=said)

    by_key = {Question.objects.get(pk=pk).key: values for pk, values in report.answers.items()}
    assert {key: by_key.get(key) for key in kept} == kept


def test_what_one_answer_asks_for_must_be_answered_with_that_answer(client: Client) -> None:
    draft = written_until(client, "plek")

    page = post(client, draft, "vragen", q3="yes", q4="")

    assert page.status_code == 200
    assert "Kies een antwoord bij «Hielp dat?»." in words(page)


def test_i_dont_know_is_an_answer_to_every_choice(client: Client) -> None:
    report = send(client, vragen=dict.fromkeys(("q1", "q2", "q3", "q5"), "unknown"))

    assert set(map(tuple, report.answers.values())) == {("unknown",)}


def test_when_and_what_it_does_must_be_answered_and_nothing_is_an_answer(client: Client) -> None:
    draft = written_until(client, "plek")

    page = words(post(client, draft, "vragen", day_part="", impact=[]))
    report = send(client, vragen={"day_part": "unknown", "impact": ["none"]})

    assert "Kies een deel van de dag uit de lijst." in page
    assert "Kies wat het met u doet, of «Niets hiervan»." in page
    assert (report.day_part, report.impact) == ("unknown", ["none"])


@pytest.mark.parametrize(("kind", "told"), [("GEL-MUZ", False), ("VUI-ALG", True)])
def test_that_something_may_stay_empty_is_said_where_something_may(
    client: Client, kind: str, told: bool
) -> None:
    draft = written_until(client, "plek", soort={"kind": kind})

    page = words(client.get(url(draft, "vragen")))

    assert ("Vul alles in, behalve waar «niet verplicht» staat." in page) is told


def test_a_kind_that_does_not_ask_how_often_says_so_and_not_once(client: Client) -> None:
    report = send(client, soort={"kind": "VEI-DEUR"})

    assert (report.frequency, report.since, report.impact) == ("unknown", "1_3m", [])


def test_the_check_page_shows_every_answer_with_its_question(client: Client) -> None:
    draft = written_until(client, "contact", vragen={"q3": "yes", "q4": "2"})

    page = words(client.get(url(draft, "controle")))

    for text in (
        "Waar komt het vandaan?",
        "Boven",
        "Hielp dat?",
        "Nee",
        "Hoe vaak?",
    ):
        assert text in page


def test_words_of_crime_in_a_short_answer_make_the_report_sensitive(client: Client) -> None:
    assert not send(client).story_sensitive

    assert send(client, vragen={"q5": "yes", "q6": "hij is psychotisch"}).story_sensitive


# The form of the association

SECTION = SECTIONS["vragen"]


def form_of(code: str, **changes: Any) -> Any:
    posted = {**changing.as_posted(SECTION.load(code)), **changes}
    return QuestionSettingsForm(
        {name: value for name, value in posted.items() if value is not None}, subject=code
    )


def test_what_the_form_shows_is_what_is_asked() -> None:
    for kind in Kind.objects.exclude(questions=None).select_related("questions"):
        asked = asked_by(kind.questions)
        assert asked_in(values_of(asked, kind.questions.standard)) == asked, kind.code


def test_a_change_makes_a_version_that_tenants_see_at_once(client: Client) -> None:
    form = form_of("gel-muz", q1_text_nl="Trillen de muren?", q1_text_en="Do the walls shake?")
    assert form.is_valid(), form.errors
    changing.change(
        section=SECTION, subject="gel-muz", values=form.values(), seen_version=0, by=person("beheer@"), at=timezone.now()
    )  # fmt: skip

    assert "Trillen de muren?" in words(client.get(url(written_until(client, "plek"), "vragen")))
    load_kinds()
    assert "Trillen de muren?" in words(client.get(url(written_until(client, "plek"), "vragen")))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"q1_text_en": ""}, "q1_text_en"),
        ({"q2_options": "Boven | Above"}, "q2_options"),
        ({"q2_options": "Boven\nOnder"}, "q2_options"),
        ({"q4_only_answer": "Misschien"}, "q4_only_answer"),
        ({"q3_text_nl": "", "q3_text_en": ""}, "q4_only_if"),
        ({"ask_child_involved": None}, "ask_child_involved"),
        ({"q1_sort": "zin"}, "q1_sort"),
        ({"q1_text_nl": "x" * 201}, "q1_text_nl"),
    ],
)
def test_the_form_says_what_is_wrong_at_its_field(changes: dict[str, Any], field: str) -> None:
    form = form_of("gel-muz", **changes)

    assert field in form.errors


def test_not_asked_is_something_else_than_not_known(client: Client) -> None:
    ask_of("GEL-MUZ", standard=("frequency",))
    not_asked = send(client)
    ask_of("GEL-MUZ", standard=("child_involved",))
    not_known = send(client, vragen={"child_involved": "unknown"})

    assert (not_asked.child_involved, not_known.child_involved) == ("", "unknown")
    staff = Client()
    staff.force_login(person("noord@"))
    pages = [words(staff.get(reverse("case_page", args=[one.case.number]))) for one in (not_asked, not_known)]
    assert "Kind onder de 16 Niet gevraagd" in pages[0]
    assert "Kind onder de 16 Weet ik niet" in pages[1]
    assert "onder 16" not in own_data.as_text(report=not_asked)
    assert "Gaat het om een kind onder 16?: Weet ik niet" in own_data.as_text(report=not_known)
