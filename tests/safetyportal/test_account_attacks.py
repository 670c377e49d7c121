"""What somebody with a password, a borrowed session or good timing may not get done to an account."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.models import Membership, Partner
from partners.staffing import members
from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.models import AuditEvent
from safetyportal.demo.people import DEMO_PASSWORD
from safetyportal.notices.models import Notice
from safetyportal.people import closing, inviting, resetting
from safetyportal.throttle import leftovers
from tests.safetyportal.test_people import PASSWORD, invited, mailed
from tests.safetyportal.test_second_factor import code, with_second_factor
from tests.safetyportal.test_sign_in import is_in, sign_in
from tests.world import person

pytestmark = pytest.mark.django_db
OTHER = {"oldpassword": DEMO_PASSWORD, "password1": PASSWORD, "password2": PASSWORD}


def at_once(*acts: Any) -> None:
    """All of them in threads that start together."""
    start = threading.Barrier(len(acts))

    def run(act: Any) -> None:
        start.wait()
        try:
            act()
        except PermissionDenied:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def signed_in(email: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person(email))
    return client


def confirmed(email: str) -> Client:
    """Signed in with the password a moment ago, as changing a second step asks."""
    client = Client(raise_request_exception=False)
    sign_in(client, email)
    return client


def passkey(user: User) -> Authenticator:
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "telefoon", "credential": {}}
    )


# A password change and what an administrator does meanwhile


@pytest.mark.django_db(transaction=True)
def test_switching_off_is_never_undone_by_a_password_change_on_its_way(committed_association: None) -> None:
    user, by = person("noord@"), person("systeem@")
    for delay in (0.03, 0.07, 0.11):
        cache.clear()
        User.objects.filter(pk=user.pk).update(is_active=True)
        user.refresh_from_db()
        client = Client()
        client.force_login(user)

        def change(client: Client = client) -> None:
            client.post(reverse("account_change_password"), OTHER)

        def put_out(delay: float = delay) -> None:
            time.sleep(delay)
            closing.disable(user=user, by=by, at=timezone.now())

        at_once(change, put_out)

        user.refresh_from_db()
        assert not user.is_active
        assert not is_in(client)
        User.objects.filter(pk=user.pk).update(is_active=True)
        fresh = User.objects.get(pk=user.pk)
        fresh.set_password(DEMO_PASSWORD)
        fresh.save(update_fields=["password"])


def test_a_changed_password_is_told_listed_and_written_down(association: None) -> None:
    user, client = person("noord@"), Client()
    sign_in(client, "noord@")

    client.post(reverse("account_change_password"), OTHER)

    assert is_in(client)
    assert UserSession.objects.filter(session_key=client.session.session_key).exists()
    assert AuditEvent.objects.filter(action="account.password", actor=user).count() == 1
    assert Notice.objects.filter(template="account_changed", user=user).count() == 1


# The last factor


def test_the_last_passkey_stays_where_a_second_step_is_required(association: None, settings: Any) -> None:
    user = person("boa@")
    client = confirmed("boa@")
    key = passkey(user)
    settings.SECOND_FACTOR_REQUIRED = True

    client.post(reverse("mfa_remove_webauthn", args=[key.pk]))

    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_taking_a_factor_away_ends_the_other_sessions(association: None) -> None:
    with_second_factor("boa@")
    clients = [Client(), Client()]
    for client in clients:
        cache.clear()
        sign_in(client, "boa@")
        client.post(reverse("mfa_authenticate"), {"code": code()})
    page = clients[1].get(reverse("mfa_deactivate_totp"), follow=True)
    clients[1].post(page.redirect_chain[-1][0], {"password": DEMO_PASSWORD}, follow=True)

    clients[1].post(reverse("mfa_deactivate_totp"))

    assert not Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()
    assert [is_in(client) for client in clients] == [False, True]


def test_only_here_ends_sessions_that_no_list_shows(association: None) -> None:
    hidden, owner = signed_in("noord@"), signed_in("noord@")
    UserSession.objects.all().delete()

    owner.post(reverse("account_sessions_end_others"))

    assert [is_in(client) for client in (hidden, owner)] == [False, True]


def test_a_factor_from_before_does_not_survive_beginning_anew(association: None) -> None:
    user = person("boa@")
    resetting.reset(user=user, by=person("systeem@"), at=timezone.now())
    passkey(user)  # was on its way when the account was emptied

    client = Client()
    client.get(mailed(user))
    client.post(reverse("link_use"), {"password": PASSWORD, "again": PASSWORD})

    assert not Authenticator.objects.filter(user=user).exists()


# Limits


def test_a_used_code_stays_used_however_full_the_cache_gets(association: None) -> None:
    cache.clear()
    with_second_factor("boa@")
    first, again = Client(), Client()
    sign_in(first, "boa@")
    used = code()
    first.post(reverse("mfa_authenticate"), {"code": used})
    for number in range(400):
        cache.set(f"allauth:rl:account:login:120/60/ip:ip:{number}", [1.0], 60)

    sign_in(again, "boa@")
    again.post(reverse("mfa_authenticate"), {"code": used})

    assert is_in(first) and not is_in(again)


def test_a_new_link_can_be_mailed_five_times_an_hour() -> None:
    user = invited()

    for _ in range(5):
        inviting.invite_again(user=user, by=person("systeem@"), at=timezone.now())

    with pytest.raises(inviting.NotNow):
        inviting.invite_again(user=user, by=person("systeem@"), at=timezone.now())


# Links


def test_the_session_keeps_no_token_and_nothing_of_a_link_that_opens_nothing() -> None:
    path = mailed(invited())
    client = Client()

    Client().get("/uitnodiging/hokus/")
    client.get(path)

    [kept] = Session.objects.all()
    assert path.split("/")[2] not in json.dumps(kept.get_decoded())


def test_what_nobody_comes_back_for_is_thrown_away(association: None) -> None:
    gone, stays = Client(), Client()
    for client in (gone, stays):
        sign_in(client, "noord@")
    Session.objects.filter(session_key=gone.session.session_key).update(expire_date=timezone.now())
    cache.set("old", 1, timeout=-1)

    leftovers.purge(at=timezone.now())

    assert UserSession.objects.filter(session_key=stays.session.session_key).exists()
    assert UserSession.objects.count() == 1


# People who may no longer, and races


def test_who_was_put_out_meanwhile_lets_nobody_in(association: None) -> None:
    by = person("systeem@")
    assert by.roles
    closing.disable(user=by, by=invited("tweede@delinde.example.nl", Role.SYSADMIN), at=timezone.now())

    with pytest.raises(PermissionDenied):
        inviting.invite(
            email="achter@elders.example.nl", name="X", audience=Audience.STAFF, grants=[(Role.SYSADMIN, None)],
            by=by, at=timezone.now(),
        )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_of_two_leads_who_put_each_other_out_one_stays(committed_association: None) -> None:
    lead = person("teamleider@")
    team = Team.objects.get(pk=next(iter(lead.teams_as(frozenset({Role.LEAD})))))
    other = inviting.invite(
        email="lead2@delinde.example.nl", name="L", audience=Audience.STAFF, grants=[(Role.LEAD, team)],
        by=person("systeem@"), at=timezone.now(),
    )  # fmt: skip

    at_once(
        lambda: closing.disable(user=other, by=lead, at=timezone.now()),
        lambda: closing.disable(user=lead, by=other, at=timezone.now()),
    )

    assert User.objects.filter(pk__in=[lead.pk, other.pk], is_active=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_second_click_on_an_invitation_is_no_error(committed_association: None) -> None:
    seen: list[int] = []

    def press() -> None:
        told = {"name": "X", "email": "dubbel@delinde.example.nl", "role": "triage"}
        seen.append(signed_in("systeem@").post(reverse("people_invite"), told).status_code)

    at_once(press, press)

    assert sorted(seen) in ([302, 409], [302, 422])


@pytest.mark.parametrize("role", [Role.PARTNER, Role.DESK])
def test_the_role_of_a_place_goes_with_the_place_and_not_by_itself(association: None, role: Role) -> None:
    given = RoleGrant.objects.filter(role=role).select_related("user")[0]

    answer = signed_in("systeem@").post(reverse("person_revoke", args=[given.user_id, given.pk]))

    assert answer.status_code == 403
    assert RoleGrant.objects.filter(pk=given.pk).exists()


def test_a_lead_takes_no_role_at_a_desk_away(association: None) -> None:
    user, desk = person("noord2@"), Partner.objects.filter(is_internal=True, is_restricted=False)[0]
    members.add_member(partner=desk, user=user, by=person("systeem@"), at=timezone.now())
    given = RoleGrant.objects.get(user=user, role=Role.DESK)

    assert (
        signed_in("teamleider@").post(reverse("person_revoke", args=[user.pk, given.pk])).status_code == 403
    )


# Nothing breaks


@pytest.mark.parametrize("next_page", ["http://[::1", "//℀.evil.nl", "https://evil.example.nl", "\\\\evil"])
def test_an_unreadable_way_on_leads_nowhere(next_page: str) -> None:
    client = Client(raise_request_exception=False)

    assert client.get(reverse("account_login"), {"next": next_page}).status_code == 200


@pytest.mark.parametrize(
    "credential",
    [
        "[" * 100_000,
        "1" * 5000,
        "9" * 40,
        '"x"',
        '{"a":' * 5000,
        '{"id": "\\ud800"}',
        '{"id": "\\u0000"}',
        "null",
    ],
)
def test_a_made_up_passkey_is_one_clear_refusal(credential: str) -> None:
    client = Client(raise_request_exception=False)
    client.get(reverse("mfa_login_webauthn"))

    assert client.post(reverse("mfa_login_webauthn"), {"credential": credential}).status_code in (200, 302)


def test_a_mail_address_of_300_signs_is_told_at_its_field(association: None) -> None:
    told = {"name": "X", "email": "a" * 290 + "@x.example.nl", "role": "triage"}

    answer = signed_in("systeem@").post(reverse("people_invite"), told)

    assert answer.status_code == 422
    assert "Vul een e-mailadres in zoals" in answer.content.decode()


def test_an_internal_desk_has_no_administrator_of_its_own(association: None) -> None:
    held = Membership.objects.filter(partner__is_internal=True).select_related("partner")[0]

    answer = signed_in("systeem@").post(reverse("desk_admin", args=[held.partner.code, held.pk]))

    assert answer.status_code == 404


def test_a_lead_learns_nothing_from_where_a_list_begins(association: None) -> None:
    lead = signed_in("teamleider@")

    names = [
        [line.name for line in lead.get(reverse("people_list") + query).context["page"].lines]
        for query in ("", f"?after={person('systeem@').pk}")
    ]

    assert names[0] == names[1]
