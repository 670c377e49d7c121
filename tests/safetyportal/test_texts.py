from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.db import IntegrityError, OperationalError, connection, transaction
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from safetyportal.texts import helplines
from safetyportal.texts.association import change, current
from safetyportal.texts.clean_text import PlainTextField
from safetyportal.texts.context import association
from safetyportal.texts.models import Association, HelpLine
from safetyportal.texts.templatetags.portal import by_day, day, tel, visible_bidi


class Story(forms.Form):
    text = PlainTextField()


def rendered(source: str) -> str:
    return Template(source).render(Context(association(RequestFactory().get("/"))))


@pytest.mark.django_db
def test_before_anybody_filled_it_in_name_and_number_come_from_the_settings(settings) -> None:
    Association.objects.all().delete()
    settings.ASSOCIATION_NAME, settings.ASSOCIATION_PHONE = "De Linde", "085 000 00 00"

    assert (current().name, current().phone) == ("De Linde", "085 000 00 00")


@pytest.mark.django_db
def test_a_change_shows_at_once_and_there_is_one_row() -> None:
    change(name="De Eik", phone="085 111 11 11", address="Lindelaan 1\n1234 AB Testdam")
    change(name="De Beuk", phone="085 111 11 11", address="Lindelaan 1\n1234 AB Testdam")

    assert rendered("{{ association.name }}") == "De Beuk"
    assert current().address == "Lindelaan 1\n1234 AB Testdam"
    with pytest.raises(IntegrityError), transaction.atomic():
        Association.objects.create(id=2, name="Tweede", phone="1")


@pytest.mark.django_db
def test_help_lines_are_loaded_once_and_edits_stay() -> None:
    HelpLine.objects.all().delete()

    assert helplines.load() == len(helplines.LINES)
    HelpLine.objects.filter(code="police").update(number="0900 0000")

    assert helplines.load() == 0
    assert helplines.shown()["police"].number == "0900 0000"


@pytest.mark.django_db
def test_templates_name_a_help_line_by_its_code() -> None:
    helplines.load()

    assert rendered("{{ helplines.emergency.number }} {{ helplines.worrying.number }}") == "112 0800-1205"


@pytest.mark.django_db
def test_a_number_that_is_not_filled_in_is_not_shown() -> None:
    helplines.load()

    assert "municipality" not in helplines.shown()


@pytest.mark.django_db
def test_a_page_that_names_no_association_asks_the_database_nothing(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        rendered("hallo")


@pytest.mark.django_db
def test_without_the_database_the_page_still_names_112(settings) -> None:
    settings.ASSOCIATION_NAME = "De Linde"

    def away(*_: object) -> None:
        raise OperationalError("away")

    with connection.execute_wrapper(away):
        page = rendered("{{ association.name }} {{ helplines.emergency.number }}")

    assert page == "De Linde 112"


@pytest.mark.parametrize(
    ("number", "link"),
    [("0900-8844", "09008844"), ("14 010", "14010"), ("+31 (0)20", "+31020"), ("112", "112"), ("14 0xx", "")],
)
def test_tel_gives_what_a_telephone_dials(number: str, link: str) -> None:
    assert tel(number) == link


def test_signs_that_hide_or_turn_text_are_written_out() -> None:
    assert visible_bidi("a\u202etxt.exe") == "a[U+202E]txt.exe"
    assert visible_bidi("buur\u200bman\ufeff") == "buur[U+200B]man[U+FEFF]"
    assert visible_bidi("be\u200dlangrijk") == "be[U+200D]langrijk"
    assert visible_bidi("\u2066x\u2069\x07") == "[U+2066]x[U+2069][U+0007]"


def test_text_that_needs_its_joiners_stays_as_it_is() -> None:
    for text in (
        "gewone tekst\nmet regels\t",
        "👨\u200d👩\u200d👧",
        "👩🏽\u200d🔧",
        "می\u200cخواهم",
        "é e\u0301",
    ):
        assert visible_bidi(text) == text


def test_visible_bidi_does_not_let_html_through() -> None:
    page = Template("{% load portal %}{{ text|visible_bidi }}").render(Context({"text": "<b>\u202e"}))

    assert page == "&lt;b&gt;[U+202E]"


def test_a_day_is_named_in_dutch_and_in_dutch_time() -> None:
    just_after_midnight_here = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)

    with translation.override("nl"):
        assert day(date(2026, 12, 1)) == "dinsdag 1 december"
        assert day(just_after_midnight_here) == "dinsdag 1 december"
        assert by_day(just_after_midnight_here) == "voor dinsdag 1 december"
        assert by_day(None) == day(None) == ""


def test_a_story_is_kept_as_typed_but_for_the_ends_of_lines() -> None:
    form = Story({"text": "regel 1\r\nregel 2\rregel 3 \u202e<b>👨\u200d👩"})

    assert form.is_valid()
    assert form.cleaned_data["text"] == "regel 1\nregel 2\nregel 3 \u202e<b>👨\u200d👩"


def test_ten_thousand_characters_fit_and_one_more_gets_a_dutch_answer() -> None:
    assert Story({"text": "a\r\n" * 4_999 + "ab"}).is_valid()

    with translation.override("nl"):
        form = Story({"text": "a" * 10_001})
        assert form.errors["text"] == ["Uw tekst is te lang. Er mogen 10000 tekens in, u hebt er 10001."]
    assert form["text"].value() == "a" * 10_001
    assert "maxlength" not in str(form["text"])


def test_nul_is_refused_once_and_gone_from_what_comes_back() -> None:
    form = Story({"text": "voor\0na"})

    assert form.errors.as_data()["text"][0].code == "hidden_sign"
    assert form["text"].value() == "voorna"
    assert Story({"text": form["text"].value()}).is_valid()


def test_half_a_character_is_refused_and_can_be_shown_again() -> None:
    form = Story({"text": "a\ud800"})

    assert not form.is_valid()
    assert str(form["text"]).encode()
