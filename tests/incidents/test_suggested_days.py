"""The day that a form offers follows what the association set, and so does the term of what a resident writes."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case
from safetyportal.clock.deadlines import Name
from safetyportal.clock.models import Deadline
from tests.incidents import parties as people
from tests.partners.partner_side import client_of
from tests.safetyportal.test_configuration import put
from tests.world import NOON, at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


@pytest.fixture
def case() -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=case.pk)


def days_on(page: str) -> dict[str, str]:
    """By name, what stands in the boxes for a day."""
    boxes = re.findall(r'<input type="date"[^>]*>', page)
    return {
        re.findall(r'name="(\w+)"', box)[0]: (re.findall(r'value="([^"]*)"', box) or [""])[0] for box in boxes
    }


def noord(address: str) -> dict[str, str]:
    return days_on(client_of("noord@").get(address).content.decode())


@pytest.fixture
def terms() -> Client:
    admin = client_of("beheer@")
    put(admin, "termijnen", check_weeks=6, review_weeks=3, hearing=4, answer_accused=7)
    return admin


@pytest.mark.usefixtures("terms")
def test_the_page_of_the_approach_offers_the_weeks_that_were_set(case: Case) -> None:
    with time_machine.travel(NOON, tick=False):
        offered = noord(reverse("case_approach", args=[case.number]))

    in_weeks = {weeks: (NOON + timedelta(weeks=weeks)).date().isoformat() for weeks in (3, 6)}
    assert offered == {"check_on": in_weeks[6], "review_on": in_weeks[3], "next_on": in_weeks[3]}


@pytest.mark.usefixtures("terms")
def test_an_invitation_offers_a_day_within_the_term_for_a_talk(case: Case) -> None:
    with time_machine.travel(NOON, tick=False):
        party = people.accused(case)
        offered = noord(reverse("party_page", args=[case.number, party.pk]))

    assert offered["day"] == "2026-11-24"  # four working days after Wednesday 18 November


@pytest.mark.usefixtures("terms")
@pytest.mark.parametrize(("text", "weeks"), [("afspraken", 6), ("uitnodiging", None)])
def test_a_letter_that_asks_something_offers_a_day_to_look(case: Case, text: str, weeks: int | None) -> None:
    with time_machine.travel(NOON, tick=False):
        offered = noord(reverse("case_letter_new", args=[case.number]) + f"?tekst={text}")

    wanted = (NOON + timedelta(weeks=weeks)).date().isoformat() if weeks else ""
    assert offered == {"check_on": wanted}


@pytest.mark.usefixtures("terms")
def test_what_a_resident_writes_has_a_term_of_its_own(case: Case) -> None:
    with time_machine.travel(NOON, tick=False):
        party, inside = people.at_own_page(case)
        inside.post(reverse("reply_page") + "verklaring/", {"text": "Ik was er niet."})

    term = Deadline.objects.get(name=Name.ANSWER_ACCUSED)
    assert (term.about, timezone.localdate(term.due).isoformat()) == (f"said.{party.pk}", "2026-11-27")
    assert not Deadline.objects.filter(name=Name.HEARING).exists()
