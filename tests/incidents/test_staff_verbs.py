"""The verbs of a case through their views: who may, on which case, with what typed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.intake.filing import Reporter
from incidents.models import Case, TimelineEntry
from incidents.rules.answers import Mode
from safetyportal.audit.models import AuditEvent
from tests.world import anonymous, at_home, home, person, routed

pytestmark = pytest.mark.django_db
Sort = TimelineEntry.Sort
MARKS = {
    "mark_sensitive": "unknown",
    "mark_named_suspect": "unknown",
    "mark_child": "unknown",
    "mark_employee": "unknown",
    "mark_aggression_risk": "yes",
}
# URL name -> what a good form sends.
VERBS: dict[str, dict[str, str]] = {
    "case_take": {},
    "case_note": {"text": "De deur stond open."},
    "case_contact": {"text": "Gebeld."},
    "case_message": {"text": "Wij komen langs."},
    "case_mark": MARKS,
    "case_severity": {"band": "S3", "reason": "Het is erger."},
    "case_close": {"reason": "solved", "message": "Het is klaar."},
    "reporter_identity": {},
}
HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7|add:7 }}{% now 'Y' %}",
    '=HYPERLINK("http://example.nl")',
    "abc\u202edef",
    "é" * 10_000,
]


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


@pytest.fixture
def case(association: None) -> Case:
    """Noise at Esdoornlaan, without consent: only our own desk has it."""
    return routed("GEL-MUZ", place=at_home(4), consent=False)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_on_a_case_of_another_team_finds_nothing(case: Case, verb: str) -> None:
    answer = client_of("zuid@").post(reverse(verb, args=[case.number]), VERBS[verb])

    assert answer.status_code == 404
    assert not case.timeline.filter(by=person("zuid@")).exists()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("email", ["beheer@", "systeem@", "privacy@", "techniek@", "boa@"])
def test_a_verb_is_refused_to_who_does_no_casework(case: Case, verb: str, email: str) -> None:
    answer = client_of(email).post(reverse(verb, args=[case.number]), VERBS[verb])

    assert answer.status_code == 403


@pytest.mark.parametrize("verb", VERBS)
def test_a_restricted_case_is_not_there_without_that_right(association: None, verb: str) -> None:
    hidden = routed("AGR-HUIS", place=at_home(4))

    assert client_of("noord@").post(reverse(verb, args=[hidden.number]), VERBS[verb]).status_code == 404
    assert client_of("triage@").post(reverse(verb, args=[hidden.number]), VERBS[verb]).status_code == 404
    assert client_of("beschermd@").post(reverse(verb, args=[hidden.number]), VERBS[verb]).status_code in (
        200,
        302,
    )


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_a_post_and_nothing_else(case: Case, verb: str) -> None:
    assert client_of("noord@").get(reverse(verb, args=[case.number])).status_code == 405


@pytest.mark.parametrize(
    ("verb", "sort"),
    [
        ("case_take", Sort.TAKEN),
        ("case_note", Sort.NOTE),
        ("case_contact", Sort.CONTACT),
        ("case_message", Sort.MESSAGE),
        ("case_mark", Sort.MARKED),
        ("case_severity", Sort.SEVERITY),
        ("case_close", Sort.CLOSED),
    ],
)
def test_each_verb_leaves_its_trace_and_comes_back_to_the_case(case: Case, verb: str, sort: str) -> None:
    answer = client_of("noord@").post(reverse(verb, args=[case.number]), VERBS[verb])

    assert answer.status_code == 302
    assert answer["Location"] == reverse("case_page", args=[case.number])
    assert case.timeline.filter(sort=sort, by=person("noord@")).count() == 1


def test_who_comes_too_late_hears_who_has_the_case(case: Case) -> None:
    casework.take(case=case, by=person("noord2@"), at=timezone.now())

    answer = client_of("noord@").post(reverse("case_take", args=[case.number]), follow=True)

    assert "Deze zaak is al in behandeling door Bilal Chaouki." in answer.content.decode()
    case.refresh_from_db()
    assert case.holder == person("noord2@")


@pytest.mark.parametrize("verb", ["case_note", "case_contact", "case_message", "case_close", "case_severity"])
def test_an_empty_form_comes_back_with_a_message_at_the_field(case: Case, verb: str) -> None:
    answer = client_of("noord@").post(reverse(verb, args=[case.number]), {})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Er is iets niet goed ingevuld" in page
    assert "Dit veld is verplicht" not in page
    assert not case.timeline.filter(by=person("noord@")).exists()


def test_a_text_that_is_too_long_is_kept_and_explained(case: Case) -> None:
    text = "a" * 10_001

    answer = client_of("noord@").post(reverse("case_note", args=[case.number]), {"text": text})

    assert answer.status_code == 422
    assert "Uw tekst is te lang" in answer.content.decode()
    assert text in answer.content.decode()


@pytest.mark.parametrize("verb", ["case_note", "case_message"])
def test_a_nul_is_told_and_the_rest_comes_back(case: Case, verb: str) -> None:
    answer = client_of("noord@").post(reverse(verb, args=[case.number]), {"text": "voor\0na"})

    assert answer.status_code == 422
    assert "voorna" in answer.content.decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_shown_as_text(case: Case, text: str) -> None:
    client = client_of("noord@")

    client.post(reverse("case_note", args=[case.number]), {"text": text})
    page = client.get(reverse("case_page", args=[case.number])).content.decode()

    assert case.timeline.get(sort=Sort.NOTE).text == text
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_forged_choices_are_refused_at_their_field(case: Case) -> None:
    client = client_of("noord@")

    forged = [
        ("case_mark", MARKS | {"mark_child": "perhaps"}),
        ("case_severity", {"band": "S9", "reason": "x"}),
        ("case_close", {"reason": "because", "message": "x"}),
    ]

    for verb, data in forged:
        assert client.post(reverse(verb, args=[case.number]), data).status_code == 422
    case.refresh_from_db()
    assert (case.mark_child, case.severity_reason, case.closed_at) == (None, "", None)


def test_closing_waits_for_the_partner_and_keeps_the_message(association: None) -> None:
    shared = routed("DRU-GEB")

    answer = client_of("noord@").post(
        reverse("case_close", args=[shared.number]), {"reason": "solved", "message": "Wij zijn klaar."}
    )
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "een ketenpartner moet nog antwoorden" in page
    assert "Wij zijn klaar." in page
    shared.refresh_from_db()
    assert shared.is_open


def test_the_reason_decides_how_the_case_ends(case: Case) -> None:
    client_of("noord@").post(
        reverse("case_close", args=[case.number]), {"reason": "not_ours", "message": "Dit is niet aan ons."}
    )

    case.refresh_from_db()
    assert (case.status, case.close_reason) == ("not_taken", "not_ours")


def test_the_reporter_is_shown_on_request_and_that_is_written_down(case: Case) -> None:
    client = client_of("teamleider@")
    before = client.get(reverse("case_page", args=[case.number])).content.decode()

    page = client.post(reverse("reporter_identity", args=[case.number])).content.decode()

    assert "Aisha" not in before
    assert "aisha@" not in before
    assert "Aisha Bouzian" in page
    assert "Esdoornlaan 2" in page
    event = AuditEvent.objects.get(action="reporter.read")
    assert (event.actor, event.object_kind, event.object_id) == (person("teamleider@"), "case", str(case.pk))
    assert "Aisha" not in str(event.detail)


def test_a_confidential_reporter_comes_with_a_warning(association: None) -> None:
    who = Reporter(mode=Mode.CONFIDENTIAL, name="Dana Ketelaar", home=home(4))
    case = routed("GEL-MUZ", place=at_home(4), reporter=who, consent=False)

    page = client_of("teamleider@").post(reverse("reporter_identity", args=[case.number])).content.decode()

    assert "Vertrouwelijk gemeld" in page
    assert "Dana Ketelaar" in page


def test_an_anonymous_reporter_has_nothing_to_show(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), reporter=anonymous())

    page = client_of("teamleider@").post(reverse("reporter_identity", args=[case.number])).content.decode()

    assert "Anoniem gemeld" in page


def test_naming_the_home_takes_a_number_of_the_complex_only(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home())
    client = Client()
    client.force_login(person("noord@"))
    url = reverse("case_home", args=[case.number])

    wrong = client.post(url, {"house_number": "99999"})
    right = client.post(url, {"house_number": " 30 "})

    case.refresh_from_db()
    assert wrong.status_code == 422
    assert "99999" in wrong.content.decode()
    assert right.status_code == 302
    assert case.about_home == home(30)
