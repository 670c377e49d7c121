"""The second factor: what it closes, how it is set up, and that it stays on where it is required."""

from __future__ import annotations

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.management import call_command
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
        assert client.get(reverse(name)).url == reverse("mfa_index")


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


def test_another_persons_passkey_cannot_be_renamed_or_taken_away(association: None) -> None:
    theirs = Authenticator.objects.create(
        user=person("zuid@"), type=Authenticator.Type.WEBAUTHN, data={"name": "van Glenn", "credential": {}}
    )
    client = Client()
    sign_in(client, "noord@")
    client.post(reverse("account_reauthenticate"), {"password": DEMO_PASSWORD})

    renamed = client.post(reverse("mfa_edit_webauthn", args=[theirs.pk]), {"name": "van mij"})
    removed = client.post(reverse("mfa_remove_webauthn", args=[theirs.pk]))

    assert (renamed.status_code, removed.status_code) == (404, 404)
    assert Authenticator.objects.get(pk=theirs.pk).data["name"] == "van Glenn"


def test_setting_up_a_second_factor_ends_sessions_that_had_the_password_alone(association: None) -> None:
    thief, owner = Client(), Client()
    sign_in(thief, "boa@")
    sign_in(owner, "boa@")

    page = owner.get(reverse("mfa_activate_totp"), follow=True)
    page = owner.post(page.redirect_chain[-1][0], {"password": DEMO_PASSWORD}, follow=True)
    owner.post(reverse("mfa_activate_totp"), {"code": code(page.context["form"].secret)})

    assert is_in(owner)
    assert not is_in(thief)


def test_another_password_ends_the_other_sessions(association: None) -> None:
    there, here = Client(), Client()
    sign_in(there, "noord@")
    sign_in(here, "noord@")
    new = "vier losse natte schoenen"

    wrong = here.post(
        reverse("account_change_password"), {"oldpassword": "fout", "password1": new, "password2": new}
    )
    here.post(
        reverse("account_change_password"), {"oldpassword": DEMO_PASSWORD, "password1": new, "password2": new}
    )

    assert "Dit is niet het wachtwoord dat u nu hebt." in wrong.content.decode()
    assert is_in(here)
    assert not is_in(there)
    assert person("noord@").check_password(new)


def test_the_secret_is_stored_encrypted_and_old_ones_are_still_read(association: None) -> None:
    with_second_factor("noord@")
    plain = Authenticator.objects.create(
        user=person("zuid@"), type=Authenticator.Type.TOTP, data={"secret": SECRET}
    )

    stored = Authenticator.objects.get(user=person("noord@")).data["secret"]

    assert SECRET not in stored
    assert totp.TOTP(plain).validate_code(code())


def test_a_new_key_takes_the_secrets_along(association: None, settings: Any) -> None:
    with_second_factor("noord@")
    Authenticator.objects.create(user=person("zuid@"), type=Authenticator.Type.TOTP, data={"secret": SECRET})
    settings.FIELD_KEYS = ["next:" + "QkJC" * 10 + "QkI=", *settings.FIELD_KEYS]

    call_command("rotate_keys")

    stored = Authenticator.objects.values_list("data__secret", flat=True)
    assert {secret.partition(":")[0] for secret in stored} == {"next"}
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]
    assert totp.TOTP(Authenticator.objects.get(user=person("zuid@"))).validate_code(code())
