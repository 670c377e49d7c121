"""The second factor: what it closes, how it is set up, and that it stays on where it is required."""

from __future__ import annotations

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from safetyportal.accounts.models import User
from safetyportal.demo.people import DEMO_PASSWORD
from tests.safetyportal.test_sign_in import is_in, sign_in
from tests.world import person

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"


def code(secret: str = SECRET) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def with_second_factor(email: str) -> User:
    user = person(email)
    totp.TOTP.activate(user, SECRET)
    return user


def test_with_a_second_factor_the_password_alone_opens_nothing(association: None) -> None:
    with_second_factor("noord@")
    client = Client()

    answer = sign_in(client, "noord@")
    halfway = is_in(client)
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code()})

    assert answer.url == reverse("mfa_authenticate")
    assert not halfway
    assert "Deze code klopt niet." in wrong.content.decode()
    assert is_in(client)


def test_who_stops_halfway_is_not_in(association: None) -> None:
    with_second_factor("noord@")
    client = Client()
    sign_in(client, "noord@")

    client.post(reverse("account_logout"), {"next": reverse("account_login")})
    client.post(reverse("mfa_authenticate"), {"code": code()})

    assert not is_in(client)


def test_where_it_is_required_nothing_opens_before_it_is_set_up(association: None, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = Client()
    sign_in(client, "boa@")

    for name in ("home_of_user", "partner_queue"):
        assert client.get(reverse(name)).url == reverse("mfa_activate_totp")


def test_it_can_be_set_up_and_then_everything_opens(association: None, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = Client()
    sign_in(client, "boa@")

    asked = client.get(reverse("mfa_activate_totp"), follow=True)
    page = client.post(asked.redirect_chain[-1][0], {"password": DEMO_PASSWORD}, follow=True)
    secret = page.context["form"].secret
    done = client.post(reverse("mfa_activate_totp"), {"code": code(secret)}, follow=True)

    assert done.status_code == 200
    assert Authenticator.objects.filter(user=person("boa@"), type=Authenticator.Type.TOTP).exists()
    assert Authenticator.objects.filter(user=person("boa@"), type=Authenticator.Type.RECOVERY_CODES).exists()
    assert client.get(reverse("partner_queue")).status_code == 200


def test_where_it_is_required_it_cannot_be_switched_off(association: None, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    user = with_second_factor("noord@")
    client = Client()
    sign_in(client, "noord@")
    client.post(reverse("mfa_authenticate"), {"code": code()})
    client.post(reverse("account_reauthenticate"), {"password": DEMO_PASSWORD})

    answer = client.post(reverse("mfa_deactivate_totp"))

    assert "verplicht" in answer.content.decode()
    assert Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
