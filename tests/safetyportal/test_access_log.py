"""The privacy officer reads who looked at a case, and at what a person looked; nobody else does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case
from safetyportal.audit.models import AuditEvent
from safetyportal.audit.recording import record
from safetyportal.desk import access_log
from tests.house.test_statements import asked
from tests.incidents.evidence.sending import sent_photo
from tests.incidents.test_conflicts import kept_out
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import at_home, person, referral, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
LOG = "access_log"


def shown(query: str, email: str = "privacy@") -> str:
    answer = client_of(email).get(f"{reverse(LOG)}{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split("<main")[1].split())


@pytest.fixture
def case(association: None) -> Case:
    return routed("DRU-GEB")


def test_every_way_of_looking_at_a_case_is_there_with_who(case: Case) -> None:
    photo = sent_photo(case.reports.get())
    client = client_of("noord@")
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    client.get(reverse("case_page", args=[case.number]))
    client.get(reverse("case_evidence", args=[case.number, photo.pk]))
    client.post(reverse("reporter_identity", args=[case.number]))
    client_of("boa@").get(page_of(referral(case, "BOA")))

    page = shown(f"?zaak={case.number}")

    for words in (
        "Zaak bekeken",
        "Foto of bestand bekeken",
        "Gegevens van de melder bekeken",
        "In behandeling genomen",
    ):
        assert words in page
    assert "Doorverwijzing bekeken" in page
    assert "Marieke Korenaar" in page
    assert "Carla Rietveldt" in page


def test_a_person_is_found_by_mail_address_and_the_address_of_the_page_does_not_hold_it(case: Case) -> None:
    client_of("noord@").get(reverse("case_page", args=[case.number]))

    went = client_of("privacy@").post(reverse(LOG), {"email": "NOORD@delinde.example.nl"})

    assert went.url == f"{reverse(LOG)}?wie={person('noord@').pk}"
    page = shown(f"?wie={person('noord@').pk}")
    assert case.number in page
    assert "Zaak bekeken" in page


def test_the_reason_of_who_does_not_handle_it_stands_there(case: Case) -> None:
    client_of("noord@").post(
        reverse("reporter_motive", args=[case.number]), {"motive": "De melder belt terug."}
    )

    assert "De melder belt terug." in shown(f"?zaak={case.number}&wat=melder")


def test_what_went_to_which_partner_stands_there_in_words(case: Case) -> None:
    by_hand(case, "politie-noord", fields=["others"])

    page = shown(f"?zaak={case.number}")

    assert "Politie Lindestad-Noord: Welke andere ketenpartners meewerken" in page
    assert "Gerechtvaardigd belang van de corporatie of bewoners" in page and "interest" not in page


def test_a_filter_leaves_the_rest_out(case: Case) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    client_of("noord@").get(reverse("case_page", args=[case.number]))

    looking, contacts = shown(f"?zaak={case.number}&wat=gezien"), shown(f"?zaak={case.number}&wat=melder")

    assert "Zaak bekeken" in looking
    assert "In behandeling genomen" not in looking
    assert "Hier staat niets" in contacts


def test_a_long_log_comes_in_pages_and_each_line_once(case: Case) -> None:
    for minute in range(120):
        record(
            action="case.read", actor=person("noord@"), object_kind="case", object_id=case.pk,
            at=timezone.now() - timedelta(minutes=120 - minute),
        )  # fmt: skip
    events, seen, before = access_log.of_case(case).filter(action="case.read"), [], None

    while True:
        page = access_log.page(events=events, what="", before=before, actor=person("privacy@"))
        seen += [line.at for line in page.lines]
        before = page.before
        if before is None:
            break

    assert len(seen) == len(set(seen)) == 120
    assert seen == sorted(seen, reverse=True)


def test_reading_it_is_written_down_too(case: Case) -> None:
    shown(f"?zaak={case.number}")

    look = AuditEvent.objects.get(action="audit.read")
    assert (look.actor, look.object_id) == (person("privacy@"), str(case.pk))


@pytest.mark.parametrize(
    "email", ["noord@", "teamleider@", "triage@", "beschermd@", "beheer@", "systeem@", "boa@"]
)
def test_it_is_for_the_privacy_officer_alone(case: Case, email: str) -> None:
    assert client_of(email).get(f"{reverse(LOG)}?zaak={case.number}").status_code == 403


def test_a_privacy_officer_with_a_part_in_it_finds_nothing(case: Case) -> None:
    client_of("noord@").get(reverse("case_page", args=[case.number]))
    kept_out("privacy@", case=case)
    client = client_of("privacy@")

    assert client.get(f"{reverse(LOG)}?zaak={case.number}").status_code == 404
    assert client.post(reverse(LOG), {"number": case.number}).status_code == 422
    assert case.number not in shown(f"?wie={person('noord@').pk}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "een van de twee"),
        ({"number": "Z-0000-0001"}, "Deze zaak vinden wij niet"),
        ({"email": "niemand@example.nl"}, "geen account"),
    ],
)
def test_what_is_not_there_is_said(typed: dict[str, str], said: str) -> None:
    answer = client_of("privacy@").post(reverse(LOG), typed)

    assert answer.status_code == 422
    assert said in answer.content.decode()


@pytest.mark.parametrize("cases", [1, 12])
def test_the_page_of_a_person_costs_as_much_however_many_cases(cases: int) -> None:
    client = client_of("noord@")
    for place in range(cases):
        found = routed("GEL-MUZ", place=at_home(2 + 2 * (place % 8)))
        client.get(reverse("case_page", args=[found.number]))
    officer = client_of("privacy@")
    address = f"{reverse(LOG)}?wie={person('noord@').pk}"
    officer.get(address)

    with asked() as seen:
        officer.get(address)

    assert len(seen) <= 9, seen
