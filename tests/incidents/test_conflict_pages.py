"""The pages on which people say that they have a part in something, and who hears of it."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, Conflict
from incidents.rules.numbers import make_number
from incidents.staffing import conflicts
from safetyportal.accounts.models import RoleGrant
from safetyportal.accounts.roles import Role
from tests.incidents.test_conflicts import kept_out
from tests.partners.partner_side import client_of
from tests.world import at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
OWN = "own_conflicts"
NEAR = {"sort": "near"}
TOKEN = r'name="csrfmiddlewaretoken" value="[^"]*"'


@pytest.fixture
def case(association: None) -> Case:
    return routed("GEL-MUZ", place=at_home(2))


def test_the_button_on_the_case_asks_why_and_then_leaves(case: Case) -> None:
    client, address = client_of("noord@"), reverse("case_step_back", args=[case.number])

    asked = client.post(address)
    went = client.post(address, NEAR, follow=True)

    assert asked.status_code == 200
    assert "Alleen uw teamleider of de privacyfunctionaris" in asked.content.decode()
    assert went.redirect_chain[0][0] == reverse("staff_inbox")
    assert case.number not in went.content.decode()
    assert Conflict.objects.get(person=person("noord@")).case == case


def test_a_reason_that_is_not_in_the_list_states_nothing(case: Case) -> None:
    answer = client_of("noord@").post(reverse("case_step_back", args=[case.number]), {"sort": "zomaar"})

    assert answer.status_code == 422
    assert not Conflict.objects.exists()


def test_a_number_that_one_may_not_see_is_answered_as_one_that_is_not_there(case: Case) -> None:
    client = client_of("zuid@")

    pages = [
        re.sub(TOKEN, "", client.post(reverse(OWN), {"number": number, **NEAR}, follow=True).content.decode())
        for number in (case.number, make_number("Z"))
    ]

    assert pages[0] == pages[1]
    assert Conflict.objects.get().case == case


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({**NEAR}, "een van de twee"),
        ({"sort": "near", "number": "Z-0000-0001"}, "geen zaaknummer"),
        ({"sort": "near", "complex": "999999"}, "Kies een complex uit de lijst"),
        ({"number": "Z-7K2P-9QXD"}, "Kies waarom"),
    ],
)
def test_what_is_missing_or_wrong_is_said(typed: dict[str, str], said: str) -> None:
    answer = client_of("noord@").post(reverse(OWN), typed)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Conflict.objects.exists()


def test_a_complex_stands_on_the_own_page_and_a_case_does_not(case: Case) -> None:
    assert case.complex is not None
    client = client_of("noord@")
    client.post(reverse(OWN), {"complex": case.complex.pk, "sort": "lives"})
    client.post(reverse(OWN), {"number": case.number, **NEAR})

    page = client.get(reverse(OWN)).content.decode().split("Iets vastleggen")[0]

    assert Conflict.objects.filter(person=person("noord@")).count() == 2
    assert case.complex.name in page
    assert case.number not in page


def test_a_lead_hears_of_the_own_people_only(case: Case) -> None:
    kept_out("noord@", case=case)
    elsewhere = kept_out("zuid@", complex=case.complex)

    page = (
        client_of("teamleider@").get(reverse("conflict_list")).content.decode().split("Voor een collega")[0]
    )

    assert "Marieke Korenaar" in page
    assert case.number in page
    assert "Glenn Pinasie" not in page
    address = reverse("conflict_end", args=[elsewhere.pk])
    assert client_of("teamleider@").post(address, {"why": "Verhuisd."}).status_code == 404
    assert client_of("privacy@").post(address, {"why": "Verhuisd."}).status_code == 302
    assert Conflict.objects.get(pk=elsewhere.pk).ended_by == person("privacy@")


def test_a_lead_who_is_kept_out_too_does_not_read_the_number(case: Case) -> None:
    kept_out("noord@", case=case)
    kept_out("teamleider@", case=case)

    page = client_of("teamleider@").get(reverse("conflict_list")).content.decode()

    assert "Marieke Korenaar" in page
    assert case.number not in page


def test_a_lead_does_not_read_the_number_of_a_protected_case() -> None:
    hidden = routed("AGR-HUIS", place=at_home(4))
    kept_out("noord@", case=hidden)

    lead = client_of("teamleider@").get(reverse("conflict_list")).content.decode()
    privacy = client_of("privacy@").get(reverse("conflict_list")).content.decode()

    assert hidden.number not in lead
    assert hidden.number in privacy


@pytest.mark.parametrize("role", [Role.LEAD, Role.PRIVACY])
def test_ones_own_is_never_in_ones_own_hands(case: Case, role: Role) -> None:
    email = "teamleider@" if role == Role.LEAD else "privacy@"
    own = kept_out(email, case=case)
    client = client_of(email)

    assert client.get(reverse("conflict_end", args=[own.pk])).status_code == 404
    assert person(email).name not in client.get(reverse("conflict_list")).content.decode().split("<main")[1]


def test_a_lead_states_it_for_a_colleague_and_of_nobody_else(case: Case) -> None:
    client, address = client_of("teamleider@"), reverse("conflict_list")

    said = client.post(address, {"person": person("noord@").pk, "number": case.number, **NEAR})
    refused = client.post(address, {"person": person("zuid@").pk, "number": case.number, **NEAR})

    assert said.status_code == 302
    assert refused.status_code == 422
    stated = Conflict.objects.get()
    assert (stated.person, stated.stated_by) == (person("noord@"), person("teamleider@"))
    assert client_of("noord@").get(reverse("case_page", args=[case.number])).status_code == 404


def test_who_left_the_team_is_not_the_leads_any_more(case: Case) -> None:
    stated = kept_out("noord@", case=case)
    RoleGrant.objects.filter(user=person("noord@")).delete()

    answer = client_of("teamleider@").get(reverse("conflict_end", args=[stated.pk]))

    assert answer.status_code == 404


def test_two_who_let_somebody_in_at_once_are_both_told(case: Case) -> None:
    stated = kept_out("noord@", case=case)
    conflicts.end(conflict=stated, why="Verhuisd.", by=person("privacy@"), at=timezone.now())

    answer = client_of("teamleider@").post(
        reverse("conflict_end", args=[stated.pk]), {"why": "Ook ik."}, follow=True
    )

    assert "Een ander heeft dit net al gedaan" in answer.content.decode()
    assert Conflict.objects.get(pk=stated.pk).ended_why == "Verhuisd."
