"""Whose people an administrator of a partner sees and touches: crafted addresses, and rights that end in the middle."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.models import Membership, Partner
from partners.staffing import members, roster
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from safetyportal.notices.models import Notice
from tests.partners.partner_side import client_of
from tests.partners.test_members import invited, membership, place, set_up
from tests.world import days, person

pytestmark = pytest.mark.django_db
ADMIN = "wijkagent-noord@"
STEPS = ("end", "admin", "unadmin", "again", "reset")
NEW = {"name": "Nora Nieuwkoop", "email": "nora@politie.example.nl", "may": "work"}


def url(name: str, one: Membership, code: str = "") -> str:
    return reverse(name, args=[code or one.partner.code, one.pk])


def state() -> list[Any]:
    """All that a step could have changed."""
    return [
        list(Membership.objects.order_by("pk").values()),
        list(User.objects.order_by("pk").values("pk", "is_active", "password", "session_round")),
        sorted(RoleGrant.objects.values_list("user", "role")),
        Notice.objects.count(),
    ]


@pytest.mark.parametrize("whose", ["boa@", "wijkagent-zuid@", "noord@", "systeem@", ADMIN, "nobody"])
@pytest.mark.parametrize("code", ["own", "theirs"])
def test_a_foreign_key_opens_and_changes_nothing(association: None, whose: str, code: str) -> None:
    client, own = client_of(ADMIN), "politie-noord"
    found = Membership.objects.filter(user__email__startswith=whose).select_related("partner").first()
    key = found.pk if found else 10**9
    where = own if code == "own" or found is None else found.partner.code
    before = state()

    answers = [client.get(reverse("member_page", args=[where, key]))]
    answers += [client.post(reverse(f"member_{step}", args=[where, key])) for step in STEPS]

    assert {answer.status_code for answer in answers} == {404}
    assert state() == before


@pytest.mark.parametrize("code", ["politie-zuid", "handhaving-lindestad", "afdeling-tech", "niets"])
def test_a_foreign_partner_has_no_list_and_takes_no_invitation(association: None, code: str) -> None:
    client, before = client_of(ADMIN), state()

    answers = [
        client.get(reverse("member_list", args=[code])),
        client.get(reverse("member_invite", args=[code])),
        client.post(reverse("member_invite", args=[code]), NEW),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert state() == before


@pytest.mark.parametrize("email", ["boa@", "noord@", "systeem@", "teamleider@"])
def test_the_pages_are_for_administrators_of_a_partner_alone(association: None, email: str) -> None:
    one, client, before = membership("boa@"), client_of(email), state()

    answers = [client.get(reverse("member_places")), client.get(url("member_page", one))]
    answers += [client.post(url(f"member_{step}", one)) for step in STEPS]

    assert {answer.status_code for answer in answers} == {403}
    assert state() == before


def test_a_partners_administrator_has_no_door_on_the_staffs_side(association: None) -> None:
    client, made = client_of(ADMIN), invited()

    answers = [client.get(reverse("desk_places")), client.get(url("desk_page", made))]
    answers += [client.post(url(f"desk_{step}", made)) for step in ("end", "admin", "unadmin")]

    assert {answer.status_code for answer in answers} == {403}


def test_staff_who_somehow_work_at_a_partner_stay_out_of_sight(association: None) -> None:
    one = Membership.objects.create(
        user=person("noord@"), partner=place("politie-noord"), starts_on=timezone.localdate()
    )
    client = client_of(ADMIN)

    page = client.get(reverse("member_list", args=["politie-noord"])).content.decode()

    assert "Marieke Korenaar" not in page
    assert client.get(url("member_page", one)).status_code == 404


def test_the_list_shows_the_own_people_and_nobody_else(association: None) -> None:
    invited()

    page = client_of(ADMIN).get(reverse("member_places"), follow=True).content.decode()

    assert "Nora Nieuwkoop" in page
    assert "Daan Brouwhuis" in page
    assert "dit bent u" in page
    assert "Merlin Doelwijt" not in page


def test_somebody_who_works_elsewhere_too_can_only_be_sent_away_here(association: None) -> None:
    made, client = invited(), client_of(ADMIN)
    set_up(made)
    members.add_member(
        partner=place("politie-zuid"), user=made.user, by=person("systeem@"), at=timezone.now()
    )
    before = state()

    page = client.get(url("member_page", made)).content.decode()
    refused = [client.post(url(f"member_{step}", made)).status_code for step in STEPS if step != "end"]

    assert "Politie Lindestad-Zuid" not in page
    assert "Opnieuw laten beginnen" not in page
    assert refused == [404] * 4
    assert state() == before
    assert client.post(url("member_end", made)).status_code == 302
    assert User.objects.get(pk=made.user_id).is_active
    assert Membership.objects.current(timezone.localdate()).filter(user=made.user).count() == 1


@pytest.mark.parametrize("lost", ["role", "place", "partner"])
def test_a_right_that_ends_in_the_middle_ends_at_the_next_request(association: None, lost: str) -> None:
    made, client = invited(), client_of(ADMIN)
    shown = client.get(url("member_end", made)).status_code
    if lost == "role":
        RoleGrant.objects.filter(user=person(ADMIN), role=Role.PARTNER_ADMIN).delete()
    elif lost == "place":
        members.end_membership(membership=membership(ADMIN), by=person("systeem@"), at=timezone.now())
        User.objects.filter(pk=person(ADMIN).pk).update(is_active=True)
        client.force_login(person(ADMIN))
    else:
        Partner.objects.filter(code="politie-noord").update(active_to=timezone.localdate() - days(1))

    answer = client.post(url("member_end", made))

    assert shown == 200
    assert answer.status_code == (403 if lost == "role" else 404)
    assert Membership.objects.get(pk=made.pk).ended_at is None


def test_one_who_looks_after_two_partners_chooses(association: None) -> None:
    RoleGrant.objects.create(user=person("jongerenwerk@"), role=Role.PARTNER_ADMIN)
    client = client_of("jongerenwerk@")

    page = client.get(reverse("member_places"))
    south = client.get(reverse("member_list", args=["jongerenwerk-zuid"])).content.decode()

    assert "Van welke organisatie?" in page.content.decode()
    assert reverse("member_list", args=["jongerenwerk-noord"]) in page.content.decode()
    assert "Mensen van Jongerenwerk Lindestad-Zuid" in south
    assert "Andere organisaties" in south


def test_the_menu_has_people_for_administrators_only(association: None) -> None:
    queue = reverse("partner_queue")

    assert reverse("member_places") in client_of(ADMIN).get(queue).content.decode()
    assert reverse("member_places") not in client_of("boa@").get(queue).content.decode()


# The pages do what they say


def test_an_administrator_invites_and_the_new_one_is_there(association: None) -> None:
    client = client_of(ADMIN)

    done = client.post(reverse("member_invite", args=["politie-noord"]), NEW | {"may": "admin"}, follow=True)

    assert done.status_code == 200
    assert "Nora Nieuwkoop" in done.content.decode()
    assert User.objects.get(email=NEW["email"]).roles == {Role.PARTNER, Role.PARTNER_ADMIN}


@pytest.mark.parametrize(
    "wrong", [{"email": "geen adres"}, {"name": ""}, {"may": "sysadmin"}, {"name": "abc\u202edef"}]
)
def test_a_faulty_form_keeps_what_was_typed_and_makes_nobody(
    association: None, wrong: dict[str, str]
) -> None:
    before = User.objects.count()

    answer = client_of(ADMIN).post(reverse("member_invite", args=["politie-noord"]), NEW | wrong)

    assert answer.status_code == 422
    assert "Fout:" in answer.content.decode()
    assert User.objects.count() == before


@pytest.mark.parametrize("email", ["boa@", "noord@"])
def test_an_address_that_is_known_tells_nothing_about_where(association: None, email: str) -> None:
    known = person(email)

    answer = client_of(ADMIN).post(
        reverse("member_invite", args=["politie-noord"]), NEW | {"email": known.email.upper()}
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "kunt u niemand uitnodigen" in page
    assert NEW["name"] in page
    assert known.name not in page


def test_a_page_stands_before_what_takes_something_away(association: None) -> None:
    made, client = invited(), client_of(ADMIN)
    set_up(made)
    before = state()

    pages = [client.get(url(f"member_{step}", made)).content.decode() for step in ("end", "unadmin", "reset")]

    assert "Het account gaat uit" in pages[0]
    assert all('<form method="post">' in page for page in pages)
    assert state() == before


def test_the_page_warns_before_the_last_one_goes(association: None) -> None:
    page = client_of("systeem@").get(url("desk_end", membership("boa@"))).content.decode()

    assert "hierna werkt er niemand meer bij Handhaving" in page


def test_beginning_anew_and_a_new_link_go_to_the_own_mailbox(association: None) -> None:
    made, client = invited(), client_of(ADMIN)

    client.post(url("member_again", made))
    set_up(made)
    client.post(url("member_reset", made))

    assert Notice.objects.filter(user=made.user, template="account_invite").count() == 2
    assert Notice.objects.filter(user=made.user, template="account_reset").count() == 1
    assert not User.objects.get(pk=made.user_id).is_set_up


def test_a_second_click_on_the_end_is_not_found_and_changes_nothing(association: None) -> None:
    made, client = invited(), client_of(ADMIN)
    client.post(url("member_end", made))
    before = state()

    answer = client.post(url("member_end", made))

    assert answer.status_code == 404
    assert state() == before


# The staff's side


def test_a_system_administrator_looks_after_every_partner_and_desk(association: None) -> None:
    client = client_of("systeem@")

    page = client.get(reverse("desk_places")).content.decode()

    assert "Politie Lindestad-Noord" in page
    assert "Technische dienst" in page
    assert "niemand kan inloggen" in page


def test_a_system_administrator_adds_somebody_who_has_an_account(association: None) -> None:
    client, where = client_of("systeem@"), reverse("desk_add", args=["afdeling-tech"])

    answers = [
        client.post(where, {"email": email}).status_code
        for email in ("teamleider@delinde.example.nl", "teamleider@delinde.example.nl", "wie@example.nl",
                      person("boa@").email, "geen adres")
    ]  # fmt: skip

    assert answers == [302, 409, 422, 422, 422]
    assert Membership.objects.filter(user=person("teamleider@"), partner__code="afdeling-tech").count() == 1


def test_a_key_below_another_partner_is_not_found(association: None) -> None:
    client, one = client_of("systeem@"), membership("boa@")

    assert client.get(url("desk_page", one, "politie-noord")).status_code == 404
    assert client.post(url("desk_end", one, "politie-noord")).status_code == 404


def many(number: int) -> None:
    users = User.objects.bulk_create(
        User(email=f"p{n}@politie.example.nl", name=f"Persoon {n:03}", audience="partner", password="!")
        for n in range(number)
    )
    Membership.objects.bulk_create(
        Membership(user=user, partner=place("politie-noord"), starts_on=timezone.localdate())
        for user in users
    )


def test_a_list_costs_the_same_for_one_and_for_many(
    association: None, django_assert_max_num_queries: Any
) -> None:
    many(120)
    own, all_of_them = client_of(ADMIN), client_of("systeem@")

    with django_assert_max_num_queries(11):
        page = own.get(reverse("member_list", args=["politie-noord"]))
    with django_assert_max_num_queries(8):
        all_of_them.get(reverse("desk_places"))

    assert page.content.decode().count("portal-card__title") == roster.SHOWN


def test_a_long_list_goes_on_where_the_page_before_ended(association: None) -> None:
    many(120)
    client, where = client_of(ADMIN), reverse("member_list", args=["politie-noord"])
    names, page = [], client.get(where)

    for _turn in range(3):
        names += [line.name for line, _url in page.context["rows"]]
        page = client.get(where + page.context["next_url"])

    assert len(names) == len(set(names)) == 121
    assert names == sorted(names)


@pytest.mark.parametrize("after", ["x", "-1", "9" * 30, "٣"])
def test_a_position_that_cannot_be_read_is_the_beginning(association: None, after: str) -> None:
    answer = client_of(ADMIN).get(reverse("member_list", args=["politie-noord"]), {"after": after})

    assert answer.status_code == 200


def test_without_a_session_one_signs_in_first(association: None) -> None:
    assert "/inloggen/" in Client().get(reverse("member_places")).url
