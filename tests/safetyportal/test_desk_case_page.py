from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case
from incidents.rules.answers import Sign
from safetyportal.audit.models import AuditEvent
from tests.world import at_home, file, in_stairwell, person, referral, routed

pytestmark = pytest.mark.django_db


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def show(email: str, case: Case) -> str:
    answer = client_of(email).get(reverse("case_page", args=[case.number]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_tells_the_case_without_who_reported_it(association: None) -> None:
    case = routed("DRU-GEB")

    page = show("noord@", case)

    for words in (
        "Elke week zitten mensen op de trap",
        "De Esdoorn",
        "Trappenhuis",
        "Op naam",
        "Nog niemand",
    ):
        assert words in page
    for secret in ("Aisha", "06-0000", "aisha@", "Esdoornlaan 2<"):
        assert secret not in page


def test_every_look_is_written_down(association: None) -> None:
    case = routed("DRU-GEB")

    show("noord@", case)
    show("noord@", case)

    events = AuditEvent.objects.filter(action="case.read", object_kind="case", object_id=str(case.pk))
    assert [event.actor for event in events] == [person("noord@")] * 2


@pytest.mark.parametrize(
    ("email", "status"),
    [("noord@", 200), ("teamleider@", 200), ("triage@", 200), ("zuid@", 404), ("beschermd@", 404),
     ("beheer@", 403), ("systeem@", 403), ("privacy@", 403), ("techniek@", 403), ("boa@", 403)],
)  # fmt: skip
def test_who_may_open_a_case(association: None, email: str, status: int) -> None:
    case = routed("DRU-GEB")

    assert client_of(email).get(reverse("case_page", args=[case.number])).status_code == status


@pytest.mark.parametrize(
    ("email", "status"), [("beschermd@", 200), ("noord@", 404), ("teamleider@", 404), ("triage@", 404)]
)
def test_a_restricted_case_opens_only_with_that_right(association: None, email: str, status: int) -> None:
    case = routed("AGR-HUIS", place=at_home(4))

    assert client_of(email).get(reverse("case_page", args=[case.number])).status_code == status


@pytest.mark.parametrize("number", ["Z-0000-0000", "%00", "x" * 300, "Z-%27--", "%E2%80%AE"])
def test_a_number_that_is_no_case_is_not_found(association: None, number: str) -> None:
    answer = client_of("triage@").get(f"/werk/zaken/{number}/")

    assert answer.status_code in (400, 404)


def test_routing_explains_itself_test_by_test(association: None) -> None:
    case = routed("DRU-GEB", place=in_stairwell(18))

    page = client_of("noord@").get(reverse("case_sharing", args=[case.number])).content.decode()

    assert "Minder dan 6 woningen aan het portiek?" in page
    assert "minder dan 6 woningen aan het portiek: de plek wijst iemand aan" in page
    assert "versie 1" in page


def test_what_to_do_first_follows_the_case(association: None) -> None:
    case = routed("DRU-GEB", place=in_stairwell(18))
    assert "Neem deze zaak" in show("noord@", case)

    casework.take(case=case, by=person("noord@"), at=timezone.now())

    page = show("noord@", case)
    assert "Neem deze zaak" not in page
    assert reverse("proposal_page", args=[referral(case, "BOA").pk]) in page


def test_a_closed_case_offers_a_note_and_nothing_more(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.close(
        case=case, status="closed", reason="solved", message="Klaar.", by=person("noord@"), at=timezone.now()
    )

    page = show("noord@", case)

    assert reverse("case_note", args=[case.number]) in page
    for verb in ("case_take", "case_message", "case_close", "case_mark", "case_severity", "route_by_hand"):
        assert reverse(verb, args=[case.number]) not in page
    assert "De overlast is voorbij" in page


def test_closing_is_not_offered_while_a_partner_must_answer(association: None) -> None:
    shared, own = routed("DRU-GEB"), routed("GEL-MUZ", place=at_home(4), consent=False)

    assert reverse("case_close", args=[shared.number]) not in show("noord@", shared)
    assert reverse("case_close", args=[own.number]) in show("noord@", own)


def test_what_a_reporter_typed_cannot_turn_the_page_around(association: None) -> None:
    case = file("GEL-MUZ", story="<b>vet</b> \u202eegniL").case

    page = show("noord@", case)

    assert "&lt;b&gt;vet&lt;/b&gt; [U+202E]egniL" in page
    assert "\u202e" not in page


def test_the_page_costs_at_most_fifteen_statements(association: None) -> None:
    small, large = routed("DRU-GEB"), routed("DRU-GEB", place=in_stairwell(18))
    for _ in range(30):
        casework.note(case=large, text="Nog iets gezien.", by=person("noord@"), at=timezone.now())
    client = client_of("noord@")
    client.get(reverse("staff_inbox"))

    with CaptureQueriesContext(connection) as few:
        client.get(reverse("case_page", args=[small.number]))
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("case_page", args=[large.number]))

    assert len(few) == len(many)
    assert len(many) <= 15, [one["sql"][:80] for one in many]


def test_why_a_report_may_come_from_a_program_is_said_in_words(association: None) -> None:
    marked = file("DRU-GEB", signs=(Sign.TRAP, Sign.MANY)).case

    assert "Een vakje dat mensen niet zien, is ingevuld, Veel meldingen in een uur" in show("noord@", marked)
    assert "Waarom misschien een computer" not in show("noord@", routed("DRU-GEB"))
