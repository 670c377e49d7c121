"""Signing in, staying in and getting out: passwords, the second factor, the end of a session, and home."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from safetyportal.accounts import views
from safetyportal.accounts.models import User
from safetyportal.demo.people import DEMO_PASSWORD
from tests.world import person

pytestmark = pytest.mark.django_db
MISMATCH = "Het e-mailadres of het wachtwoord klopt niet."


def sign_in(client: Client, email: str, password: str = DEMO_PASSWORD, **extra: Any) -> Any:
    address = User.objects.filter(email__startswith=email).values_list("email", flat=True).first() or email
    return client.post(reverse("account_login"), {"login": address, "password": password}, **extra)


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("mfa_index")).status_code == 200


# With a password


def test_the_right_password_leads_home(association: None) -> None:
    client = Client()

    answer = sign_in(client, "noord@")

    assert answer.status_code == 302
    assert answer.url == reverse("home_of_user")
    assert is_in(client)


def test_the_address_may_be_typed_in_capitals(association: None) -> None:
    client = Client()

    client.post(reverse("account_login"), {"login": " Noord@DeLinde.example.nl ", "password": DEMO_PASSWORD})

    assert is_in(client)


def test_signing_in_leads_on_to_the_page_that_was_asked_for(association: None) -> None:
    client = Client()
    asked = client.get(reverse("partner_queue"))

    answer = client.post(
        asked.url, {"login": person("boa@").email, "password": DEMO_PASSWORD, "next": "/partner/"}
    )

    assert answer.url == reverse("partner_queue")


@pytest.mark.parametrize(
    "away", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(association: None, away: str) -> None:
    answer = Client().post(
        reverse("account_login"), {"login": person("boa@").email, "password": DEMO_PASSWORD, "next": away}
    )

    assert answer.url == reverse("home_of_user")


@pytest.mark.parametrize("email", ["noord@", "niemand@example.nl"])
def test_a_known_and_an_unknown_address_get_the_same_answer(association: None, email: str) -> None:
    answer = sign_in(Client(), email, "verkeerd-wachtwoord")

    page = answer.content.decode()
    assert MISMATCH in page
    assert page.count(MISMATCH) == 1
    assert "verkeerd-wachtwoord" not in page


def test_an_unknown_address_costs_a_hash_too(association: None, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(User, "set_password", lambda user, password: hashed.append(password))

    sign_in(Client(), "niemand@example.nl", "verkeerd-wachtwoord")

    assert hashed == ["verkeerd-wachtwoord"]


@pytest.mark.parametrize("login", ["", "geen adres", "a" * 400 + "@example.nl", "<script>@example.nl"])
def test_an_address_that_is_none_gets_a_message(association: None, login: str) -> None:
    answer = Client().post(reverse("account_login"), {"login": login, "password": "x"})

    assert answer.status_code == 200
    assert "e-mailadres" in answer.content.decode()
    assert "<script>@" not in answer.content.decode()


def test_five_wrong_passwords_shut_the_door_for_a_while(association: None) -> None:
    cache.clear()
    for _ in range(5):
        assert MISMATCH in sign_in(Client(), "noord@", "verkeerd").content.decode()

    shut = sign_in(Client(), "noord@")
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=True):
        client = Client()
        sign_in(client, "noord@")
        is_open = is_in(client)

    assert "Wacht 5 minuten" in shut.content.decode()
    assert is_open


def test_a_shut_door_is_shut_for_that_address_only(association: None) -> None:
    cache.clear()
    for _ in range(5):
        sign_in(Client(), "noord@", "verkeerd", REMOTE_ADDR="192.0.2.1")

    client = Client()
    sign_in(client, "zuid@", REMOTE_ADDR="192.0.2.2")

    assert is_in(client)


def test_an_account_that_is_switched_off_cannot_sign_in(association: None) -> None:
    User.objects.filter(email__startswith="noord@").update(is_active=False)
    client = Client()

    answer = sign_in(client, "noord@", follow=True)

    assert "Uw account is uitgezet" in answer.content.decode()
    assert not is_in(client)


def test_switched_off_while_signed_in_is_out_at_the_next_request(association: None) -> None:
    client = client_of("noord@")
    assert is_in(client)

    User.objects.filter(email__startswith="noord@").update(is_active=False)

    assert not is_in(client)


def test_a_forgotten_password_has_a_way_out(association: None) -> None:
    login = Client().get(reverse("account_login")).content.decode()
    page = Client().get(reverse("account_reset_password")).content.decode()

    assert reverse("account_reset_password") in login
    assert "Wij sturen u een link" in page
    assert "Vraag uw beheerder" in page


@pytest.mark.parametrize(
    "path", ["/signup/", "/inloggen/signup/", "/account/signup/", "/account/password/reset/"]
)
def test_nobody_can_sign_up_or_reset(association: None, path: str) -> None:
    assert Client().get(path).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


# Out again


def test_a_link_does_not_sign_out_but_a_post_does(association: None) -> None:
    client = client_of("noord@")

    asked = client.get(reverse("account_logout"))
    still_in = is_in(client)
    left = client.post(reverse("account_logout"))

    assert "Wilt u uitloggen?" in asked.content.decode()
    assert still_in
    assert left.url == reverse("tenant_start")
    assert not is_in(client)


def at(moment: datetime) -> Any:
    return time_machine.travel(moment, tick=False)


def test_a_silent_session_ends(association: None) -> None:
    client, now = client_of("noord@"), timezone.now()
    with at(now):
        is_in(client)

    with at(now + timedelta(minutes=19)):
        before = is_in(client)
    with at(now + timedelta(minutes=38)):
        kept_alive = is_in(client)
    with at(now + timedelta(minutes=59)):
        after = is_in(client)

    assert (before, kept_alive, after) == (True, True, False)


def test_a_session_ends_after_ten_hours_of_work(association: None) -> None:
    client, now = client_of("noord@"), timezone.now()
    reached = 0
    for minutes in range(0, 615, 15):
        with at(now + timedelta(minutes=minutes)):
            if not is_in(client):
                break
        reached = minutes

    assert reached == 600


def test_a_session_that_ended_can_be_begun_anew(association: None) -> None:
    client, now = Client(), timezone.now()
    with at(now):
        sign_in(client, "noord@")
        is_in(client)

    with at(now + timedelta(hours=11)):
        assert not is_in(client)
        sign_in(client, "noord@")

        assert is_in(client)


# Home


@pytest.mark.parametrize(
    ("email", "home"),
    [
        ("noord@", "staff_inbox"),
        ("teamleider@", "staff_inbox"),
        ("triage@", "staff_inbox"),
        ("beschermd@", "staff_inbox"),
        ("techniek@", "partner_queue"),
        ("beheer@", "routing_overview"),
        ("systeem@", "routing_overview"),
        ("privacy@", "access_log"),
        ("boa@", "partner_queue"),
        ("wijkagent-noord@", "partner_queue"),
    ],
)
def test_everybody_comes_home_to_their_own_work(association: None, email: str, home: str) -> None:
    client = client_of(email)

    answer = client.get(reverse("home_of_user"))

    assert answer.url == reverse(home)
    assert client.get(answer.url).status_code == 200


def test_who_has_no_work_here_is_told_so(association: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that does not have the pages of this person's side."""
    monkeypatch.setattr(views, "HOMES", ())

    answer = client_of("privacy@").get(reverse("home_of_user"))

    assert "staat hier nog niets klaar" in answer.content.decode()
