"""Where a letter begins, and what it takes from the step it goes with, so that nobody types it twice."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.escalation import ladder
from incidents.handling import casework
from incidents.models import Case
from incidents.rules.ladder_levels import Level
from incidents.sides import hearings
from tests.incidents import parties as people
from tests.partners.partner_side import client_of
from tests.world import in_stairwell, person, routed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(association: None) -> Case:
    found = routed("GEL-MUZ", place=in_stairwell(18), consent=False)
    casework.take(case=found, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=found.pk)


@pytest.fixture
def noord(case: Case) -> Client:
    return client_of("noord@")


def begun(noord: Client, case: Case, text: str) -> dict[str, str]:
    form = noord.get(reverse("case_letter_new", args=[case.number]), {"tekst": text}).context["form"]
    return {name: str(form[name].value() or "") for name in form.fields}


def test_who_was_invited_twice_gets_the_second_letter_from_their_page(noord: Client, case: Case) -> None:
    party = people.accused(case)
    people.invite(party)
    first = noord.get(reverse("party_page", args=[case.number, party.pk])).content.decode()
    hearings.no_show(talk=party.hearings.get(), note="", by=person("noord@"), at=timezone.now())
    people.invite(party)

    second = noord.get(reverse("party_page", args=[case.number, party.pk])).content.decode()

    link = f"{reverse('case_letter_new', args=[case.number])}?aan={party.pk}&amp;tekst="
    assert f"{link}uitnodiging&amp;" in first
    assert f"{link}tweede-uitnodiging&amp;" in second


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

    warning, invitation = begun(noord, case, "waarschuwing"), begun(noord, case, "uitnodiging")

    assert warning["gap_afspraken"] == "Na tien uur geen muziek."
    assert warning["gap_huisregel"] == "artikel 4, versie januari 2026"
    assert warning["check_on"] == "2030-02-01"
    assert "Het stopte niet." not in str(warning) and invitation["check_on"] == ""


def test_the_only_one_a_letter_can_go_to_is_chosen_already(noord: Client, case: Case) -> None:
    party = people.accused(case)
    one = noord.get(reverse("case_letters", args=[case.number])).content.decode()
    people.accused(case, name="Rob Tweede")

    two = noord.get(reverse("case_letters", args=[case.number])).content.decode()

    assert f'<option value="{party.pk}" selected>' in one
    assert f'<option value="{party.pk}" selected>' not in two
