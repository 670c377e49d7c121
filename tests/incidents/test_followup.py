"""A reporter comes back with number and code."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents import timeline
from incidents.handling import casework
from incidents.models import Case, Report, TimelineEntry
from incidents.pages import followup
from incidents.rules.numbers import make_number
from safetyportal.texts.association import shown
from tests import world
from tests.incidents.tenant import begin, code_on, url, words, written_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]

ENTER = "/volgen/"
PAGE = "/volgen/melding/"
MIXED = "Dit nummer en deze code horen niet bij elkaar."


def enter(client: Client, number: str, code: str = world.CODE, **extra: str) -> object:
    return client.post(ENTER, {"number": number, "code": code}, **extra)  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    return world.file("GEL-MUZ")


def test_number_and_code_open_the_report(client: Client, report: Report) -> None:
    opened = client.post(ENTER, {"number": report.number, "code": world.CODE}, follow=True)

    assert opened.redirect_chain == [(PAGE, 302)]
    assert report.number in words(opened)
    assert "Ontvangen" in words(opened)
    assert "Wij nemen contact met u op of laten hier iets weten" in words(opened)


@pytest.mark.parametrize(
    "change", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code} "]
)
def test_number_and_code_may_be_typed_in_any_way(client: Client, report: Report, change: object) -> None:
    opened = enter(client, change(report.number), change(world.CODE))  # type: ignore[operator]

    assert opened.status_code == 302  # type: ignore[attr-defined]


def test_a_wrong_code_and_an_unknown_number_get_the_same_answer(client: Client, report: Report) -> None:
    wrong = enter(client, report.number, "0000-0000-0000-0000")
    unknown = enter(client, "M-0000-0000")
    nonsense = enter(client, "'; --", "x")

    for page in (wrong, unknown, nonsense):
        assert page.status_code == 200  # type: ignore[attr-defined]
        assert MIXED in words(page)
        assert client.get(PAGE).url == ENTER  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["", "a\0b", "x" * 12_000, "\u202eM", "<script>", "{{ x }}"])
@pytest.mark.parametrize("field", ["number", "code"])
def test_bad_input_gets_a_message(client: Client, report: Report, field: str, typed: str) -> None:
    page = client.post(ENTER, {"number": report.number, "code": world.CODE, field: typed})

    assert page.status_code == 200
    assert page.context["form"].errors
    assert "<script>" not in page.content.decode()


def test_the_code_never_stands_in_an_address(client: Client, report: Report) -> None:
    page = client.get(ENTER, {"number": report.number, "code": world.CODE})

    assert page.status_code == 200
    assert client.get(PAGE).url == ENTER  # type: ignore[attr-defined]


def test_too_many_wrong_codes_close_the_door_for_the_right_one_too(client: Client, report: Report) -> None:
    for _ in range(followup.FAILURES_PER_NUMBER):
        enter(client, report.number, "0000-0000-0000-0000")

    page = enter(client, report.number)

    assert page.status_code == 429  # type: ignore[attr-defined]
    assert "Er is te vaak een verkeerde code ingevuld." in words(page)


def test_the_door_opens_again_after_an_hour(client: Client, report: Report) -> None:
    for _ in range(followup.FAILURES_PER_NUMBER):
        enter(client, report.number, "0000-0000-0000-0000")

    with time_machine.travel(timezone.now() + timedelta(hours=1, minutes=1)):
        assert enter(client, report.number).status_code == 302  # type: ignore[attr-defined]


def test_one_address_guessing_at_many_numbers_is_stopped(client: Client, report: Report) -> None:
    for _ in range(followup.FAILURES_PER_ADDRESS):
        enter(client, make_number("M"), REMOTE_ADDR="192.0.2.7")

    assert enter(client, report.number, REMOTE_ADDR="192.0.2.7").status_code == 429  # type: ignore[attr-defined]
    assert enter(client, report.number, REMOTE_ADDR="192.0.2.8").status_code == 302  # type: ignore[attr-defined]


def test_mistyped_numbers_of_others_shut_nobody_out(client: Client, report: Report) -> None:
    for _ in range(followup.FAILURES_PER_NUMBER):
        enter(client, "geen nummer", REMOTE_ADDR="192.0.2.7")

    page = enter(client, "ook geen nummer", REMOTE_ADDR="192.0.2.8")

    assert page.status_code == 200  # type: ignore[attr-defined]
    assert MIXED in words(page)


def test_ten_minutes_of_silence_close_the_report(client: Client, report: Report) -> None:
    with time_machine.travel(world.NOON, tick=False) as clock:
        enter(client, report.number)
        clock.shift(timedelta(minutes=9))
        still = client.get(PAGE)
        clock.shift(timedelta(minutes=9))
        again = client.get(PAGE)
        clock.shift(timedelta(minutes=10, seconds=1))
        closed = client.get(PAGE, follow=True)

    assert (still.status_code, again.status_code) == (200, 200)
    assert closed.redirect_chain == [(ENTER, 302)]
    assert "omdat u even weg was" in words(closed)


def test_leaving_closes_the_report_and_clears_the_browser(client: Client, report: Report) -> None:
    enter(client, report.number)

    left = client.post("/volgen/uit/")

    assert left["Clear-Site-Data"] == '"cache"'
    assert client.get(PAGE).url == ENTER  # type: ignore[attr-defined]


def test_leaving_by_a_link_does_nothing(client: Client, report: Report) -> None:
    enter(client, report.number)

    assert client.get("/volgen/uit/").status_code == 405
    assert client.get(PAGE).status_code == 200


def test_opening_a_report_gives_a_new_session_and_keeps_what_is_being_written(
    client: Client, report: Report
) -> None:
    draft = begin(client)
    before = client.session.session_key

    enter(client, report.number)

    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()
    assert client.get(url(draft, "gevaar")).status_code == 200


def test_another_code_opens_the_other_report_only(client: Client, report: Report) -> None:
    other = world.file("VEI-DEUR")
    enter(client, report.number)
    enter(client, other.number)

    page = client.get(PAGE)

    assert other.number in words(page)
    assert report.number not in words(page)


def test_the_page_shows_our_messages_and_nothing_from_inside(client: Client, report: Report) -> None:
    case = Case.objects.get(pk=report.case_id)
    handler = world.person("noord@")
    now = timezone.now()
    timeline.write(
        case=case, sort=TimelineEntry.Sort.NOTE, at=now, by=handler, by_label=handler.name, text="INTERN"
    )
    casework.send_message(case=case, text="Wij komen dinsdag langs.\nTot dan.", by=handler, at=now)

    enter(client, report.number)
    page = client.get(PAGE)

    assert "Wij komen dinsdag langs." in words(page)
    for hidden in ("INTERN", handler.name, case.number, report.story, "Aisha", "Esdoornlaan"):
        assert hidden not in words(page)


def test_the_title_says_nothing(client: Client, report: Report) -> None:
    enter(client, report.number)

    for address in (ENTER, PAGE):
        title = client.get(address).content.decode().partition("<title>")[2].partition("</title>")[0]
        assert title.startswith(("Volgen –", "Hoe het gaat –"))


def test_a_reporter_page_costs_few_statements(
    client: Client, report: Report, django_assert_max_num_queries: object
) -> None:
    enter(client, report.number)
    shown()  # kept in the process

    with django_assert_max_num_queries(9):  # type: ignore[operator]
        client.get(PAGE)


def test_the_receipt_shows_the_code_for_ten_minutes(client: Client) -> None:
    with time_machine.travel(world.NOON, tick=False) as clock:
        draft = written_until(client, "contact")
        client.post(url(draft, "controle"))
        receipt = reverse("report_receipt", args=[draft.pk])
        first = code_on(client.get(receipt))
        clock.shift(timedelta(minutes=9))
        again = code_on(client.get(receipt))
        clock.shift(timedelta(minutes=2))
        later = client.get(receipt)

    report = Report.objects.get(draft=draft)
    assert first == again
    assert first not in words(later)
    assert "Uw code staat hier niet meer." in words(later)
    assert enter(Client(), report.number, first).status_code == 302  # type: ignore[attr-defined]


def test_a_report_that_must_not_be_seen_at_home_has_a_quick_way_out(client: Client, report: Report) -> None:
    worry = world.file("AGR-HUIS", place=world.at_home(4))
    enter(client, worry.number)
    assert reverse("follow_quit") in client.get(PAGE).content.decode()

    gone = client.post(reverse("follow_quit"))

    assert 'http-equiv="refresh"' in gone.content.decode()
    assert client.get(PAGE).status_code == 302
    enter(client, report.number)
    assert reverse("follow_quit") not in client.get(PAGE).content.decode()
