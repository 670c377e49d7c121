"""A new code by letter: for a reporter whose name and home we know and who wants letters, once, and written down."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import code_letters, reporter_links
from incidents.handling import casework
from incidents.intake.filing import Reporter
from incidents.models import AccessCode, CodeLetter, Report, TimelineEntry
from safetyportal.audit.models import AuditEvent
from tests.incidents.tenant import code_on, words
from tests.world import CODE, NOON, anonymous, file, filing, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def address(report: Report) -> str:
    return reverse("reporter_letter", args=[report.case.number, report.number])


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def known(**changes: Any) -> Reporter:
    return replace(filing("GEL-MUZ").reporter, **changes)


def enters(number: str, code: str) -> bool:
    return Client().post(reverse("follow_enter"), {"number": number, "code": code}).status_code == 302


def an_hour_ago(kind: str = "GEL-MUZ", **told: Any) -> Report:
    """Handled by noord@ where it is not protected: who handles a case sees who reported."""
    report = file(kind, at=timezone.now() - timedelta(hours=1), **told)
    if not report.case.restricted:
        casework.take(case=report.case, by=person("noord@"), at=timezone.now())
    return report


def test_a_letter_holds_what_one_needs_to_come_in_and_nothing_of_the_report() -> None:
    report = an_hour_ago()

    page = client_of("noord@").post(address(report), follow=True)

    letter = page.content.decode().partition('<article class="portal-letter"')[2].partition("</article>")[0]
    for said in ("Aisha Bouzian", "Esdoornlaan 2", "9990 AA", report.number, "http://localhost:8000/volgen/"):
        assert said in letter
    for secret in (report.kind.label, report.case.number, "melding", "Melding", "overlast", report.story):
        assert secret not in letter
    code = code_on(page)
    assert enters(report.number, code)
    assert not enters(report.number, CODE)
    assert page["Cache-Control"] == "no-store"


def test_it_is_in_the_language_of_the_reporter() -> None:
    report = an_hour_ago(language="en")

    page = client_of("noord@").post(address(report), follow=True)

    assert 'lang="en"' in page.content.decode()
    assert "You asked us for a new code." in words(page)
    assert "Brief met een nieuwe code" in words(page)


def test_that_it_was_made_and_seen_is_written_down_without_the_code() -> None:
    report = an_hour_ago()

    code = code_on(client_of("noord@").post(address(report), follow=True))

    events = AuditEvent.objects.filter(action="reporter.letter", object_id=str(report.pk)).order_by("id")
    assert [(one.actor, one.detail) for one in events] == [
        (person("noord@"), {"step": "made"}),
        (person("noord@"), {"step": "shown"}),
    ]
    [line] = TimelineEntry.objects.filter(case=report.case, sort=TimelineEntry.Sort.CONTACT)
    assert (line.text, line.visibility) == ("Nieuwe code gemaakt voor een brief aan de melder.", "team")
    stored = connection.cursor().execute("SELECT code FROM incidents_codeletter").fetchall()
    assert code not in str(stored)
    assert code not in str(list(AuditEvent.objects.values_list("detail", flat=True)))


@pytest.mark.parametrize(
    ("kind", "who", "email", "why"),
    [
        ("GEL-MUZ", anonymous(), "noord@", "Wij weten niet van wie deze melding is."),
        ("GEL-MUZ", {"home": None}, "noord@", "Wij weten geen naam of woning"),
        ("GEL-MUZ", {"name": " "}, "noord@", "Wij weten geen naam of woning"),
        ("GEL-MUZ", {"reach": ("no_letter",)}, "noord@", "De melder wil geen brief."),
        ("AGR-HUIS", {}, "beschermd@", "In een beschermde zaak gaat geen brief"),
    ],
)
def test_to_whom_no_letter_goes(kind: str, who: Any, email: str, why: str) -> None:
    report = an_hour_ago(kind, reporter=who if isinstance(who, Reporter) else known(**who))
    client = client_of(email)
    shown = client.post(reverse("reporter_identity", args=[report.case.number]))

    refused = client.post(address(report), follow=True)

    assert why in words(refused)
    assert "Nieuwe code per brief" not in words(shown)
    assert isinstance(who, Reporter) or why in words(shown)
    assert not CodeLetter.objects.exists()
    assert enters(report.number, CODE)
    assert not AuditEvent.objects.filter(action="reporter.letter").exists()


def test_the_button_stands_beside_the_name_and_the_home() -> None:
    report = an_hour_ago()

    shown = client_of("noord@").post(reverse("reporter_identity", args=[report.case.number]))

    assert "Nieuwe code per brief" in words(shown)
    assert address(report) in shown.content.decode()


def test_a_double_click_or_a_reload_shows_the_same_letter_for_ten_minutes() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        report, client = an_hour_ago(), client_of("noord@")
        first = code_on(client.post(address(report), follow=True))
        second = code_on(client.post(address(report), follow=True))
        clock.shift(timedelta(minutes=9))
        again = code_on(client.get(address(report)))
        clock.shift(timedelta(minutes=2))
        gone = client.get(address(report), follow=True)

        assert first == second == again
        assert "Deze brief is niet meer te zien." in words(gone)
        assert first not in words(gone)
        assert AuditEvent.objects.filter(action="reporter.letter", detail={"step": "made"}).count() == 1
        assert enters(report.number, first)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_clicks_at_the_same_moment_make_one_code() -> None:
    report, by, at = an_hour_ago(), person("noord@"), timezone.now()
    barrier = Barrier(8)

    def click(_: int) -> str:
        try:
            barrier.wait(timeout=30)
            return str(code_letters.write(report=report, by=by, at=at).code)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        codes = set(pool.map(click, range(8)))

    assert len(codes) == 1
    assert enters(report.number, codes.pop())


def test_within_ten_minutes_nobody_else_makes_a_second_code_or_sees_the_first() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        report, lead = an_hour_ago(), client_of("teamleider@")
        code = code_on(client_of("noord@").post(address(report), follow=True))

        seen = lead.get(address(report), follow=True)
        refused = lead.post(address(report), follow=True)
        clock.shift(timedelta(minutes=10))
        later = code_on(lead.post(address(report), follow=True))

    assert code not in words(seen)
    assert "Er is net een nieuwe code gemaakt. Wacht tien minuten." in words(refused)
    assert later != code


def test_a_letter_whose_code_the_reporter_replaced_is_gone() -> None:
    report, client = an_hour_ago(), client_of("noord@")
    client.post(address(report))
    newer = reporter_links.new_code(report=report, at=timezone.now())

    page = client.get(address(report), follow=True)

    assert "Deze brief is niet meer te zien." in words(page)
    assert enters(report.number, newer)


def test_nothing_of_a_letter_is_kept_after_its_ten_minutes() -> None:
    report = an_hour_ago()
    code_letters.write(report=report, by=person("noord@"), at=timezone.now())

    assert code_letters.purge(at=timezone.now() + timedelta(minutes=9)) == 0
    assert code_letters.purge(at=timezone.now() + timedelta(minutes=10)) == 1
    assert AccessCode.objects.filter(report=report).exists()


def test_who_lost_the_code_reads_that_a_letter_can_be_sent() -> None:
    page = words(Client().get(reverse("follow_lost")))

    assert "Dan kunnen wij ook een brief met een nieuwe code sturen." in page
