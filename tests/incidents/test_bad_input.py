"""What people and programs type into casework that nobody meant: hours that do not exist, far too much, formulas, markup."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import case_tasks, casework
from incidents.models import Case, Hearing, TimelineEntry
from incidents.writing import letters
from incidents.writing.letters import Content
from safetyportal.clock.calendar import AMSTERDAM, local_day
from safetyportal.clock.models import Deadline
from tests.house.urls import source_files
from tests.incidents import parties as people
from tests.partners.partner_side import client_of
from tests.world import at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
EARLY_IN_MARCH = datetime(2027, 3, 22, 9, 0, tzinfo=AMSTERDAM)
LATE_IN_OCTOBER = datetime(2027, 10, 25, 9, 0, tzinfo=AMSTERDAM)
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def held_case() -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=case.pk)


def invite(case: Case, day: date, hour: str) -> Any:
    party = people.accused(case)
    address = reverse("party_act", args=[case.number, party.pk, "uitnodigen"])
    said = {
        "day": day.isoformat(),
        "hour": hour,
        "way": "office",
        "place": "Kantoor",
        "held_by": person("noord@").pk,
    }
    return client_of("noord@").post(address, said)


# When the clock changes


def test_nobody_is_invited_at_an_hour_that_is_skipped() -> None:
    with time_machine.travel(EARLY_IN_MARCH, tick=False):
        answer = invite(held_case(), SPRING, "02:30")

    assert answer.status_code == 422
    assert "Deze tijd is er niet" in answer.content.decode() and "02:30" in answer.content.decode()
    assert not Hearing.objects.exists()


def test_of_an_hour_that_comes_twice_the_first_is_meant_and_shown() -> None:
    with time_machine.travel(LATE_IN_OCTOBER, tick=False):
        case = held_case()
        answer = invite(case, AUTUMN, "02:30")
        talk = Hearing.objects.get()
        page = (
            client_of("noord@").get(reverse("party_page", args=[case.number, talk.party_id])).content.decode()
        )

    assert answer.status_code == 302
    assert talk.takes_place_at.isoformat() == "2027-10-31T00:30:00+00:00"
    assert "2.30 uur" in page


@pytest.mark.parametrize(("now", "day"), [(EARLY_IN_MARCH, SPRING), (LATE_IN_OCTOBER, AUTUMN)])
def test_a_task_for_the_night_of_the_clock_is_due_on_that_day(now: datetime, day: date) -> None:
    with time_machine.travel(now, tick=False):
        case = held_case()
        task = case_tasks.add(
            case=case,
            what="Bellen.",
            due_on=day,
            owner=None,
            is_personal=False,
            by=person("noord@"),
            at=timezone.now(),
        )
        term = Deadline.objects.get(subject_id=str(case.pk), about=task.pk)
        page = client_of("noord@").get(reverse("case_tasks", args=[case.number])).content.decode()

    assert local_day(term.due) == day
    assert f"{day.day} {'maart' if day == SPRING else 'oktober'}" in page


@pytest.mark.parametrize(("now", "day"), [(EARLY_IN_MARCH, SPRING), (LATE_IN_OCTOBER, AUTUMN)])
@pytest.mark.parametrize("half_past_two", [True, False])
def test_a_promise_is_on_a_working_day_whatever_the_clock_did_that_night(
    now: datetime, day: date, half_past_two: bool
) -> None:
    at = datetime(day.year, day.month, day.day, 2 if half_past_two else 0, 30, tzinfo=AMSTERDAM)
    with time_machine.travel(at, tick=False):
        case = held_case()
        due = set(Deadline.objects.filter(subject_id=str(case.pk)).values_list("due", flat=True))
        shown = client_of("noord@").get(reverse("case_page", args=[case.number]))

    assert shown.status_code == 200
    assert due and all(one > at and local_day(one).weekday() < 5 for one in due)


def test_a_letter_to_check_on_the_day_of_the_clock_is_due_that_day() -> None:
    with time_machine.travel(EARLY_IN_MARCH, tick=False):
        case, by, now = held_case(), person("noord@"), timezone.now()
        content = Content(
            "other", "M. de Vries", "Laan 1\n9990 AA Lindestad", "Hallo", "Hallo.", check_on=SPRING
        )
        letter = letters.write(case=case, content=content, text=None, by=by, at=now)
        letters.send(letter=letter, paper=b"%PDF", version=1, by=by, at=now)

    term = Deadline.objects.get(about=f"letter.{letter.pk}")
    assert local_day(term.due) == SPRING


# Too much


@pytest.mark.parametrize(
    ("verb", "field"), [("case_note", "text"), ("case_contact", "text"), ("case_message", "text")]
)
def test_far_too_much_is_refused_with_how_much_and_stands_there_still(verb: str, field: str) -> None:
    case, huge = held_case(), "Elke nacht. " * 8_334
    lines = case.timeline.count()

    answer = client_of("noord@").post(reverse(verb, args=[case.number]), {field: huge})

    page = answer.content.decode()
    assert len(huge) > 100_000 and answer.status_code == 422
    assert huge.strip() in page
    assert "10000 tekens" in page
    assert case.timeline.count() == lines


def test_ten_thousand_signs_are_kept_as_they_were_typed() -> None:
    case, long = held_case(), "é" * 10_000

    answer = client_of("noord@").post(reverse("case_note", args=[case.number]), {"text": long})

    assert answer.status_code == 302
    assert TimelineEntry.objects.get(case=case, sort="note").text == long


# Formulas and addresses


def test_no_table_leaves_the_portal_in_which_a_formula_could_hide() -> None:
    """One module writes tables, and it lets no formula through (tests/safetyportal/test_processing.py). It has one user, with
    nothing of a case; whoever adds another lets tests/house/test_marks.py look for each mark in it.
    """
    writes = re.compile(r"text/csv|spreadsheetml|csv\.writer|DictWriter|openpyxl|xlsxwriter")
    uses = re.compile(r"spreadsheet\.as_csv|import as_csv")

    assert [path.name for path in source_files() if writes.search(path.read_text())] == ["spreadsheet.py"]
    assert [path.as_posix()[-35:] for path in source_files() if uses.search(path.read_text())] == [
        "safetyportal/desk/views/processing.py"[-35:]
    ]


@pytest.mark.parametrize(
    "away", ["https://evil.example.nl/", "//evil.example.nl", "/\\evil.example.nl", "javascript:x"]
)
def test_no_post_of_casework_leads_away(away: str) -> None:
    case, client = held_case(), client_of("noord@")
    said = {"next": away, "back": away, "list": away, "query": away, "case": case.number, "text": "Gezien."}
    addresses = ["selection_take", "selection_give", "saved_list_save"]

    for address in [*map(reverse, addresses), reverse("case_note", args=[case.number])]:
        answer = client.post(f"{address}?next={away}", said)
        assert answer.get("Location", "/werk/").startswith("/werk/"), address
        assert "evil.example.nl" not in answer.get("Location", "").split("?")[0]


@pytest.mark.parametrize(
    "typed", ["<img src=x onerror=alert(1)>", "{{ 7|add:7 }}{% now 'Y' %}", '"><svg/onload=x>']
)
def test_markup_stays_words_on_every_page_of_a_case(typed: str) -> None:
    case = held_case()
    client: Client = client_of("noord@")
    client.post(reverse("case_note", args=[case.number]), {"text": typed})
    people.accused(case, name=typed[:60])
    letters.write(
        case=case,
        content=Content("other", typed, typed, typed, typed),
        text=None,
        by=person("noord@"),
        at=timezone.now(),
    )
    pages = ["case_page", "case_letters", "case_people", "case_tasks", "case_approach", "case_relatives"]

    shown = [client.get(reverse(name, args=[case.number])).content.decode() for name in pages]

    assert all(typed not in page for page in shown if "<" in typed)
    assert any("7|add:7" in page for page in shown) or "7|add" not in typed
