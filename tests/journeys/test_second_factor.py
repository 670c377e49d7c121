"""Coming in for the first time and every time after, where a second factor is required: in a browser with a device in it."""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.urls import get_resolver, reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page

from safetyportal.accounts.models import Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.notices.models import Notice
from safetyportal.people import inviting
from tests.house.urls import walk
from tests.journeys.looking import Eyes
from tests.journeys.pages import press, textbox, visit, words
from tests.world import person

PASSWORD = "vier losse natte schoenen"
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def strict(committed_association: None, live_server: Any, settings: Any) -> str:
    """A portal that requires a second factor; its address."""
    settings.SECOND_FACTOR_REQUIRED = True
    settings.ALLOWED_HOSTS = ["localhost"]
    return str(live_server.url)


@pytest.fixture
def page(strict: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=strict, locale="nl-NL")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def device(page: Page) -> Any:
    """A telephone that checks a finger, in this browser."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session


def arrive(page: Page) -> User:
    """Somebody invited opens the mailed link and chooses a password."""
    user = inviting.invite(
        email="nieuw@delinde.example.nl", name="Nora Nieuwkoop", audience=Audience.STAFF,
        grants=[(Role.HANDLER, Team.objects.get(name__endswith="Noord"))], by=person("systeem@"), at=timezone.now(),
    )  # fmt: skip
    page.goto(Notice.objects.get(user=user).link)
    textbox(page, "Nieuw wachtwoord").fill(PASSWORD)
    textbox(page, "Nog een keer").fill(PASSWORD)
    press(page, "Wachtwoord bewaren")
    return user


def sign_out(page: Page) -> None:
    press(page, "Uitloggen", page.get_by_role("banner"))


def with_password(page: Page) -> None:
    page.goto(reverse("account_login"))
    textbox(page, "E-mailadres").fill("nieuw@delinde.example.nl")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    press(page, "Inloggen", page.get_by_role("main"))


def make_passkey(page: Page) -> None:
    page.goto(reverse("mfa_index"))
    press(page, "Passkey maken")
    press(page, "Maak een passkey")


def test_a_newcomer_makes_a_passkey_and_signs_in_with_it_alone(page: Page) -> None:
    eyes = Eyes(page)
    device(page)

    arrive(page)
    assert page.url.endswith(reverse("mfa_index"))
    eyes.look("choosing a second step")
    press(page, "Passkey maken")
    eyes.look("making a passkey")
    press(page, "Maak een passkey")
    assert page.url.endswith(reverse("mfa_view_recovery_codes"))
    eyes.look("recovery codes")
    assert visit(page, reverse("staff_inbox")) == 200
    sign_out(page)
    page.goto(reverse("account_login"))
    eyes.look("signing in")
    press(page, "Inloggen met passkey")

    assert page.url.endswith(reverse("staff_inbox"))
    page.goto(reverse("mfa_list_webauthn"))
    eyes.look("own passkeys")
    assert "Laatst gebruikt" in words(page)
    page.goto(
        reverse(
            "mfa_remove_webauthn",
            args=[User.objects.get(email__startswith="nieuw").authenticator_set.get(type="webauthn").pk],
        )
    )
    eyes.look("taking a passkey away")
    eyes.report()


def test_with_a_passkey_the_password_alone_opens_nothing(page: Page) -> None:
    device(page)
    arrive(page)
    make_passkey(page)
    sign_out(page)

    with_password(page)
    halfway = page.url
    page.goto(reverse("staff_inbox"))
    at_the_door = page.url
    page.goto(reverse("mfa_authenticate"))
    press(page, "Gebruik een passkey")

    assert halfway.endswith(reverse("mfa_authenticate"))
    assert reverse("account_login") in at_the_door
    assert page.url.endswith(reverse("staff_inbox"))


def test_a_newcomer_takes_the_code_app_and_a_recovery_code_works_once(page: Page) -> None:
    arrive(page)
    press(page, "Code-app instellen")
    page.get_by_text("Lukt scannen niet?").click()
    secret = page.locator("details code").inner_text()
    textbox(page, "Code van 6 cijfers").fill(_code(secret))
    press(page, "Code-app aanzetten")
    recovery = re.findall(r"\b[0-9a-f]{8}\b", words(page))
    sign_out(page)

    with_password(page)
    textbox(page, "Code").fill(recovery[0])
    press(page, "Inloggen", page.get_by_role("main"))
    inside = page.url
    sign_out(page)
    with_password(page)
    textbox(page, "Code").fill(recovery[0])
    press(page, "Inloggen", page.get_by_role("main"))

    assert inside.endswith(reverse("staff_inbox"))
    assert "Deze code klopt niet." in words(page)
    textbox(page, "Code").fill(_code(secret, wait=True))
    press(page, "Inloggen", page.get_by_role("main"))
    assert page.url.endswith(reverse("staff_inbox"))


def test_a_code_works_once(page: Page) -> None:
    user = arrive(page)
    totp.TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    page.context.clear_cookies()
    used = _code("JBSWY3DPEHPK3PXP", wait=True)
    for _turn in range(2):
        with_password(page)
        textbox(page, "Code").fill(used)
        press(page, "Inloggen", page.get_by_role("main"))
        page.context.clear_cookies()

    with_password(page)

    assert page.url.endswith(reverse("mfa_authenticate"))


def test_without_javascript_a_passkey_is_not_offered_and_the_code_app_is(
    strict: str, browser: Browser
) -> None:
    context = browser.new_context(base_url=strict, locale="nl-NL", java_script_enabled=False)
    page = context.new_page()

    arrive(page)
    page.goto(reverse("mfa_add_webauthn"))
    said = words(page)
    page.context.clear_cookies()
    page.goto(reverse("account_login"))

    assert "Een passkey werkt alleen met JavaScript" in said
    assert not page.get_by_role("button", name="Inloggen met passkey").is_visible()
    context.close()


def test_a_password_alone_opens_no_page_of_staff_or_partners(page: Page) -> None:
    arrive(page)
    opened = []

    for pattern in walk(get_resolver().url_patterns):
        rule = getattr(pattern.callback, "policy_rule", None)
        if rule is None or rule.side in ("public", "reporter") or pattern.pattern.converters:
            continue
        if "GET" not in rule.methods:  # opens nothing to anybody
            continue
        page.goto(reverse(pattern.name))
        if page.url.endswith(reverse(pattern.name)):
            opened.append(pattern.name)

    assert set(opened) <= {"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"}


def _code(secret: str, *, wait: bool = False) -> str:
    """The code of now; with `wait` one that was not used yet, and with time left to type it."""
    left = 30 - time.time() % 30
    if wait or left < 3:
        time.sleep(left + 0.2)
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def test_a_passkey_of_another_site_an_old_one_and_a_changed_one_open_nothing(page: Page) -> None:
    device(page)
    arrive(page)
    make_passkey(page)
    sign_out(page)
    sent: list[str] = []

    def catch(change: Callable[[dict[str, Any]], None], route: Any) -> None:
        """What the browser sends, changed on the way."""
        if route.request.method != "POST":
            return route.continue_()
        fields = dict(parse_qsl(route.request.post_data))
        credential = json.loads(fields["credential"])
        sent.append(fields["credential"])
        change(credential)
        route.continue_(post_data=urlencode(fields | {"credential": json.dumps(credential)}))

    def other_site(credential: dict[str, Any]) -> None:
        said = json.loads(unpadded(credential["response"]["clientDataJSON"]))
        said["origin"] = "https://safetyportal.example.nl"
        credential["response"]["clientDataJSON"] = b64(json.dumps(said).encode())

    def other_signature(credential: dict[str, Any]) -> None:
        credential["response"]["signature"] = b64(bytes(70))

    def an_old_one(credential: dict[str, Any]) -> None:
        credential.clear()
        credential.update(json.loads(sent[0]))

    address = f"**{reverse('mfa_login_webauthn')}"
    for change in (other_site, other_signature, an_old_one):
        page.goto(reverse("account_login"))
        page.route(address, partial(catch, change))
        press(page, "Inloggen met passkey")
        page.unroute(address)
        assert "niet voor deze website" in words(page), change.__name__
        assert visit(page, reverse("staff_inbox")) == 200
        assert reverse("account_login") in page.url


@pytest.mark.parametrize(
    "nonsense",
    ["", "x", "[]", "{}", "1", "null", '"x"', '{"id": 1}', '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}',
     '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "e30", "authenticatorData": "eA",'
     ' "signature": "eA", "userHandle": "eA"}}',
     '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "e30", "authenticatorData": "'
     + "A" * 60 + '", "signature": "eA", "userHandle": "MQ"}}'],
)  # fmt: skip
def test_what_no_device_sends_is_refused_and_never_an_error(
    association: None, client: Any, nonsense: str
) -> None:
    cache.clear()  # the limit on tries counts those of the case before
    client.get(reverse("mfa_login_webauthn"), headers={"X-Requested-With": "XMLHttpRequest"})

    answer = client.post(reverse("mfa_login_webauthn"), {"credential": nonsense}, follow=True)

    assert answer.status_code == 200
    assert "passkey" in answer.content.decode()
    assert client.get(reverse("staff_inbox")).status_code == 302


def b64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
