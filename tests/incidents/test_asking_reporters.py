"""Staff ask the right reporter of several, see when no answer came, and a reporter is reminded once."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from incidents.following import dialogue, disclosing, reminding
from incidents.models import Case, Report, TimelineEntry
from safetyportal.notices.messages import MESSAGES
from safetyportal.notices.models import Notice
from tests.incidents.tenant import words
from tests.incidents.test_dialogue import page_of, taken, terms
from tests.world import NOON, anonymous, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort


def joined(report: Report, case: Case) -> Report:
    """As when staff say that two reports are about the same thing."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL portal.scrub = 'on'")
        Report.objects.filter(pk=report.pk).update(case=case)
        cursor.execute("SET LOCAL portal.scrub = 'off'")
    return Report.objects.select_related("case").get(pk=report.pk)


def test_of_several_reporters_staff_choose_whom_to_ask_and_the_latest_is_ready(client: Client) -> None:
    first = file("GEL-MUZ", at=NOON)
    later = joined(file("GEL-MUZ", at=NOON + timedelta(days=1)), first.case)
    client.force_login(person("noord@"))
    page = client.get(reverse("case_page", args=[first.case.number])).content.decode()
    chosen = re.findall(r'name="report"\s+id="[^"]+"\s+value="([^"]+)"\s+(checked)?', page)
    assert chosen == [(later.number, "checked"), (first.number, "")]
    assert f"{first.number}, woensdag 18 november" in page
    assert "Aisha" not in page

    client.post(
        reverse("reporter_ask", args=[first.case.number]), {"text": "Hoe laat?", "report": first.number}
    )

    assert dialogue.question_to(first) is not None
    assert dialogue.question_to(later) is None
    assert "Hoe laat?" in page_of(first)
    assert "Hoe laat?" not in page_of(later)
    case = words(client.get(reverse("case_page", args=[first.case.number])))
    assert f"Vraag aan de melder ({first.number})" in case


@pytest.mark.parametrize("said", [{}, {"report": "M-0000-0000"}, {"report": "stranger"}])
def test_a_question_goes_to_nobody_outside_the_case(client: Client, said: dict[str, str]) -> None:
    first, stranger = file("GEL-MUZ"), file("VEI-DEUR")
    joined(file("GEL-MUZ"), first.case)
    client.force_login(person("noord@"))
    told = {"report": stranger.number} if said.get("report") == "stranger" else said

    page = client.post(reverse("reporter_ask", args=[first.case.number]), {"text": "Hoe laat?", **told})

    assert page.status_code == 422
    assert "Hoe laat?" in page.content.decode()
    assert not TimelineEntry.objects.filter(sort=Sort.QUESTION).exists()


def test_one_reporter_needs_no_choice(client: Client) -> None:
    report = file("GEL-MUZ")
    client.force_login(person("noord@"))

    page = client.get(reverse("case_page", args=[report.case.number])).content.decode()

    assert "Aan welke melder?" not in page


def test_a_question_without_an_answer_is_said_in_words(client: Client) -> None:
    report = taken(file("GEL-MUZ", at=NOON))
    dialogue.ask(report=report, text="Hoe laat?", by=person("noord@"), at=NOON)
    due = terms(report.case)[f"reporter_answer {report.number}"].due

    with time_machine.travel(due + timedelta(minutes=1), tick=False):
        client.force_login(person("noord@"))
        case = words(client.get(reverse("case_page", args=[report.case.number])))
        inbox = words(client.get(reverse("staff_inbox") + "?holder=me"))
    with time_machine.travel(due - timedelta(minutes=1), tick=False):
        client.force_login(person("noord@"))
        in_time = words(client.get(reverse("case_page", args=[report.case.number])))

    assert "De melder gaf geen antwoord op onze vraag." in case
    assert "De melder gaf geen antwoord voor woensdag 2 december (te laat)" in inbox
    assert "gaf geen antwoord" not in in_time


def test_asked_again_the_term_begins_anew() -> None:
    report = taken(file("GEL-MUZ", at=NOON))
    for days in (0, 12):
        dialogue.ask(report=report, text="Hoe laat?", by=person("noord@"), at=NOON + timedelta(days=days))

    due = terms(report.case)[f"reporter_answer {report.number}"].due

    assert due > NOON + timedelta(days=24)


# We remind


def reminded(at: datetime) -> list[str]:
    reminding.remind(at=at)
    return [one.address for one in Notice.objects.filter(template="reporter_reminder")]


def test_two_working_days_before_the_end_one_neutral_mail_reminds() -> None:
    report = file("GEL-MUZ", at=NOON)
    dialogue.ask(report=report, text="Hoe laat?", by=person("noord@"), at=NOON)
    due = terms(report.case)[f"reporter_answer {report.number}"].due
    assert due.date() == date(2026, 12, 2)  # a Wednesday

    assert reminded(datetime(2026, 11, 27, 15, 0, tzinfo=UTC)) == []
    assert reminded(datetime(2026, 11, 30, 3, 0, tzinfo=UTC)) == []  # at night nobody is mailed
    assert reminded(datetime(2026, 11, 30, 9, 0, tzinfo=UTC)) == ["aisha@example.nl"]
    for hour in (10, 11, 12):
        assert len(reminded(datetime(2026, 12, 1, hour, 0, tzinfo=UTC))) == 1
    subject, body = MESSAGES["reporter_reminder"].render("De Linde", "085", "")
    assert not re.search("melding|overlast|vraag over", subject + body)


def test_who_answered_is_not_reminded() -> None:
    report = file("GEL-MUZ", at=NOON)
    dialogue.ask(report=report, text="Hoe laat?", by=person("noord@"), at=NOON)
    dialogue.say(report=report, sort=Sort.REPLY, text="Elf uur.", at=NOON + timedelta(hours=1))

    assert reminded(datetime(2026, 12, 1, 9, 0, tzinfo=UTC)) == []


def test_nobody_is_reminded_who_must_or_wants_not_be_mailed() -> None:
    hidden = file("AGR-HUIS", at=NOON)
    quiet = file("GEL-MUZ", at=NOON)
    disclosing.stop_mail(report=quiet, stopped=True, at=NOON)
    nobody = file("VEI-DEUR", at=NOON, reporter=anonymous())
    for report in (hidden, quiet, nobody):
        dialogue.ask(report=report, text="Hoe laat?", by=person("noord@"), at=NOON)

    assert reminded(datetime(2026, 12, 1, 9, 0, tzinfo=UTC)) == []
