"""How a reporter is called and reached, is a right of its own (peers 103)."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case
from safetyportal.audit.models import AuditEvent
from tests.partners.partner_side import client_of
from tests.world import at_home, days, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
NAME = "Aisha Bouzian"
WHY = {"motive": "De melder belt terug."}


@pytest.fixture
def case(association: None) -> Case:
    return routed("GEL-MUZ", place=at_home(2), at=timezone.now() - days(0.1))


def look(email: str, case: Case) -> str:
    return (
        client_of(email).post(reverse("reporter_identity", args=[case.number]), follow=True).content.decode()
    )


def looks(case: Case) -> list[tuple[str, str]]:
    found = AuditEvent.objects.filter(action="reporter.read", object_id=str(case.pk)).order_by("pk")
    return list(found.values_list("actor__email", "ground"))


def test_who_holds_the_case_and_the_lead_see_it_at_once(case: Case) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())

    assert NAME in look("noord@", case)
    assert NAME in look("teamleider@", case)
    assert looks(case) == [(person("noord@").email, ""), (person("teamleider@").email, "")]


def test_of_a_protected_case_who_works_with_those_does_too() -> None:
    assert NAME in look("beschermd@", routed("AGR-HUIS", place=at_home(4)))


@pytest.mark.parametrize("email", ["noord2@", "triage@"])
def test_another_of_the_team_says_why_first(case: Case, email: str) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    client = client_of(email)

    asked = look(email, case)
    empty = client.post(reverse("reporter_motive", args=[case.number]), {"motive": " "})
    told = client.post(reverse("reporter_motive", args=[case.number]), WHY)

    assert NAME not in asked
    assert "Waarom wilt u weten wie dit meldde?" in asked
    assert empty.status_code == 422
    assert NAME not in empty.content.decode()
    assert NAME in told.content.decode()
    assert looks(case) == [(person(email).email, WHY["motive"])]


def test_a_letter_with_name_and_address_asks_the_same(case: Case) -> None:
    client, report = client_of("noord@"), case.reports.get()
    address = reverse("reporter_letter", args=[case.number, report.number])

    before = client.post(address)
    client.post(reverse("reporter_motive", args=[case.number]), WHY)
    after = client.post(address, follow=True)

    assert before.url == reverse("reporter_motive", args=[case.number])
    assert NAME in after.content.decode()


def test_a_reason_counts_for_a_quarter_of_an_hour_and_for_oneself(case: Case) -> None:
    address = reverse("reporter_letter", args=[case.number, case.reports.get().number])
    client_of("noord@").post(reverse("reporter_motive", args=[case.number]), WHY)

    other = client_of("noord2@").post(address)
    with time_machine.travel(timezone.now() + days(0.02), tick=False):
        later = client_of("noord@").post(address)

    assert other.url == later.url == reverse("reporter_motive", args=[case.number])


def test_nothing_of_it_stands_on_the_page_of_the_case(case: Case) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())

    page = client_of("noord@").get(reverse("case_page", args=[case.number])).content.decode()

    for part in (NAME, "aisha@example.nl", "00001234"):
        assert part not in page
