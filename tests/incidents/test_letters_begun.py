"""What a letter begins with: the resident it is about, and the talk they were invited to, so that nobody types it twice."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents import casework, hearings, ladder
from incidents.ladder_levels import Level
from incidents.models import Case, Letter, Party
from tests.incidents import parties as people
from tests.partners.partner_side import client_of
from tests.world import in_stairwell, person, routed

pytestmark = pytest.mark.django_db
TALK = datetime(2030, 1, 14, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def case(association: None) -> Case:
    found = routed("GEL-MUZ", place=in_stairwell(18), consent=False)
    casework.take(case=found, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=found.pk)


@pytest.fixture
def noord(case: Case) -> Client:
    return client_of("noord@")


def begun(noord: Client, case: Case, text: str = "uitnodiging", language: str = "") -> dict[str, str]:
    form = noord.get(
        reverse("case_letter_new", args=[case.number]), {"tekst": text, "taal": language}
    ).context["form"]
    return {name: str(form[name].value() or "") for name in form.fields}


def invited(case: Case, name: str = "Willem Overlaat") -> Party:
    party = people.accused(case, name=name)
    people.invite(party, takes_place_at=TALK, place="Kantoor, Dorpsplein 1")
    return party


def test_an_invitation_names_the_resident_and_the_talk(noord: Client, case: Case) -> None:
    home = invited(case).home

    letter = begun(noord, case, language="en")

    assert letter["to_name"] == "Willem Overlaat"
    assert letter["to_address"].startswith(f"{home.street} {home.number}")
    assert (
        "Kunt u komen op maandag 14 januari 2030, 14.00 uur? Het gesprek is op deze plek: Kantoor"
        in letter["body"]
    )
    assert "Monday 14 January 2030" in letter["explanation"]
    assert "gap_datum_gesprek" not in letter


def test_it_is_sent_with_what_it_began_with(noord: Client, case: Case) -> None:
    invited(case)
    address = f"{reverse('case_letter_new', args=[case.number])}?tekst=uitnodiging"

    answer = noord.post(address, begun(noord, case))

    assert answer.status_code == 302
    assert "14 januari 2030" in Letter.objects.get(case=case).body


def test_agreements_are_about_another_talk(noord: Client, case: Case) -> None:
    invited(case)

    letter = begun(noord, case, "afspraken")

    assert letter["to_name"] == "Willem Overlaat"
    assert "14 januari" not in letter["body"] and "gap_datum_gesprek" in letter


def test_of_two_residents_nobody_is_guessed(noord: Client, case: Case) -> None:
    invited(case)
    invited(case, "Rob Tweede")

    letter = begun(noord, case)

    assert (letter["to_name"], letter["to_address"]) == ("", "")
    assert "gap_datum_gesprek" in letter


def test_who_was_invited_twice_gets_the_second_letter_from_their_page(noord: Client, case: Case) -> None:
    party = invited(case)
    first = noord.get(reverse("party_page", args=[case.number, party.pk])).content.decode()
    hearings.no_show(talk=party.hearings.get(), note="", by=person("noord@"), at=timezone.now())
    people.invite(party, takes_place_at=TALK, place="Kantoor")

    second = noord.get(reverse("party_page", args=[case.number, party.pk])).content.decode()

    link = reverse("case_letter_new", args=[case.number])
    assert f"{link}?tekst=uitnodiging" in first
    assert f"{link}?tekst=tweede-uitnodiging" in second


def test_letters_are_a_page_of_the_case_with_the_texts_in_sight(noord: Client, case: Case) -> None:
    page = noord.get(reverse("case_letters", args=[case.number])).content.decode()

    assert f'href="{reverse("case_letters", args=[case.number])}" aria-current="page"' in page
    assert (
        len(
            re.findall(
                r'<input[^>]*type="radio"[^>]*name="tekst"|<input[^>]*name="tekst"[^>]*type="radio"', page
            )
        )
        >= 10
    )


def test_a_warning_begins_with_what_the_step_asked_and_the_day_to_look(noord: Client, case: Case) -> None:
    wanted = ladder.Wanted(
        level=Level.L2, ground="house_rules", reason="Het stopte niet.", agreed="Na tien uur geen muziek.",
        house_rule="artikel 4, versie januari 2026", check_on=date(2030, 2, 1),
    )  # fmt: skip
    ladder.set_step(case=case, wanted=wanted, by=person("noord@"), at=timezone.now())

    warning, invitation = begun(noord, case, "waarschuwing"), begun(noord, case)

    assert warning["gap_afspraken"] == "Na tien uur geen muziek."
    assert warning["gap_huisregel"] == "artikel 4, versie januari 2026"
    assert warning["check_on"] == "2030-02-01"
    assert "Het stopte niet." not in str(warning) and invitation["check_on"] == ""
