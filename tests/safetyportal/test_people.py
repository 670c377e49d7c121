"""Who is let in, given a role, put out and brought back; and that nobody does it to themselves."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.models import AuditEvent
from safetyportal.notices.models import Notice
from safetyportal.notices.outbox import send
from safetyportal.people import closing, granting, inviting, links, resetting, standing
from safetyportal.people.models import AccountLink
from tests.safetyportal.test_sign_in import is_in, sign_in
from tests.world import person

pytestmark = pytest.mark.django_db
PASSWORD = "vier losse natte schoenen"


def invited(email: str = "nieuw@delinde.example.nl", role: Role = Role.HANDLER) -> User:
    team = Team.objects.get(name__endswith="Noord") if role in granting.TEAM_ROLES else None
    return inviting.invite(
        email=email, name="Nora Nieuwkoop", audience=Audience.STAFF, grants=[(role, team)],
        by=person("systeem@"), at=timezone.now(),
    )  # fmt: skip


def mailed(user: User) -> str:
    return Notice.objects.filter(user=user).latest("created_at").link


def come_in(client: Client, path: str, password: str = PASSWORD) -> Any:
    client.get(path)
    return client.post(reverse("link_use"), {"password": password, "again": password})


def signed_in(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


# Coming in


def test_an_invited_person_chooses_a_password_and_is_in(association: None) -> None:
    user, client = invited(), Client()

    opened = client.get(mailed(user))
    page = client.get(opened.url)
    done = come_in(client, mailed(user))

    assert opened.url == reverse("link_use")  # the token is not in the address of the page
    assert "Nora Nieuwkoop" in page.content.decode()
    assert done.url == reverse("home_of_user")
    assert client.get(reverse("staff_inbox")).status_code == 200


def test_where_a_second_factor_is_required_the_invited_person_sets_it_up_first(
    association: None, settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    user, client = invited(), Client()

    come_in(client, mailed(user))

    assert client.get(reverse("staff_inbox")).status_code == 302
    assert "/account/2fa/" in client.get(reverse("staff_inbox")).url


def test_a_link_is_not_used_up_by_looking(association: None) -> None:
    user = invited()

    for _scanner in range(3):
        scanner = Client()
        scanner.get(mailed(user), follow=True)

    assert come_in(Client(), mailed(user)).url == reverse("home_of_user")


@pytest.mark.parametrize("broken", ["used", "expired", "replaced", "truncated", "foreign", "closed"])
def test_a_link_that_opens_nothing_says_what_to_do(association: None, broken: str) -> None:
    user = invited()
    path, client, later = mailed(user), Client(), timezone.now()
    if broken == "used":
        come_in(Client(), path)
    elif broken == "expired":
        later += timedelta(hours=24, seconds=1)
    elif broken == "replaced":
        inviting.invite_again(user=user, by=person("systeem@"), at=timezone.now())
    elif broken == "truncated":
        path = path[:-6] + "/"
    elif broken == "foreign":
        path = f"/uitnodiging/{'x' * 43}/"
    else:
        closing.disable(user=user, by=person("systeem@"), at=timezone.now())

    with time_machine.travel(later):
        page = client.get(path, follow=True)
        posted = come_in(client, path)

    assert page.status_code == posted.status_code == 410
    assert "Vraag uw beheerder om een nieuwe uitnodiging" in page.content.decode()
    assert not is_in(client)


def test_a_weak_or_mistyped_password_is_told_and_uses_nothing(association: None) -> None:
    user, client = invited(), Client()
    client.get(mailed(user))

    short = client.post(reverse("link_use"), {"password": "kort", "again": "kort"})
    other = client.post(reverse("link_use"), {"password": PASSWORD, "again": PASSWORD + "x"})

    assert short.status_code == other.status_code == 422
    assert "niet hetzelfde" in other.content.decode()
    assert AccountLink.objects.live().filter(user=user).exists()


def test_an_address_is_invited_once(association: None) -> None:
    invited()

    answer = signed_in("systeem@").post(
        reverse("people_invite"),
        {"name": "Nora", "email": "NIEUW@delinde.example.nl", "role": Role.TRIAGE.value},
    )

    assert answer.status_code == 409
    assert "Er is al een account" in answer.content.decode()
    assert User.objects.filter(email__iexact="nieuw@delinde.example.nl").count() == 1


def test_the_link_is_kept_encrypted_and_gone_once_mailed(association: None, mailoutbox: Any) -> None:
    user = invited()
    path, notice = mailed(user), Notice.objects.get(user=user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT link FROM notices_notice WHERE id = %s", [notice.pk])
        (stored,) = cursor.fetchone()

    send(work_id=notice.pk, at=timezone.now())

    assert path not in stored
    assert path in mailoutbox[0].body
    assert "Nora" not in mailoutbox[0].body + mailoutbox[0].subject
    assert mailed(user) == ""
    assert links.hashed(path.split("/")[2]) == AccountLink.objects.get(user=user).token_hash


def test_no_log_line_holds_the_token(association: None, caplog: Any) -> None:
    user = invited()
    token = mailed(user).split("/")[2]

    with caplog.at_level("DEBUG"):
        Client().get(mailed(user), follow=True)

    assert token not in caplog.text


# A forgotten password


def test_a_forgotten_password_is_asked_anew_without_telling_who_exists(association: None) -> None:
    client = Client()

    known = client.post(reverse("account_reset_password"), {"email": person("noord@").email})
    unknown = client.post(reverse("account_reset_password"), {"email": "wie@example.nl"})

    assert [known.status_code, unknown.status_code] == [200, 200]
    assert len(known.content) == len(unknown.content)
    assert Notice.objects.filter(template="account_password").count() == 1


def test_after_a_new_password_one_signs_in_with_the_second_factor_as_before(association: None) -> None:
    user, client = person("noord@"), Client()
    totp.TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    client.post(reverse("account_reset_password"), {"email": user.email})

    done = come_in(client, mailed(user))
    entered = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})

    assert done.url == reverse("account_login")
    assert not is_in(client)
    assert entered.url == reverse("mfa_authenticate")


def test_a_new_password_ends_the_sessions_there_were(association: None) -> None:
    there, user = signed_in("noord@"), person("noord@")
    Client().post(reverse("account_reset_password"), {"email": user.email})

    come_in(Client(), mailed(user))

    assert not is_in(there)


def test_one_address_gets_three_links_an_hour_at_most(association: None) -> None:
    for _turn in range(5):
        Client().post(reverse("account_reset_password"), {"email": person("noord@").email})

    assert Notice.objects.filter(template="account_password").count() == 3


# Roles


def test_a_role_taken_away_is_gone_at_the_next_request(association: None) -> None:
    client, user = signed_in("noord@"), person("noord@")
    before = client.get(reverse("staff_inbox")).status_code

    for given in user.role_grants.all():
        granting.revoke(given=given, by=person("systeem@"), at=timezone.now())

    assert (before, client.get(reverse("staff_inbox")).status_code) == (200, 403)


def test_a_privacy_officer_takes_two_administrators(association: None) -> None:
    first, user = person("systeem@"), person("zuid@")
    second = invited("tweede@delinde.example.nl", Role.SYSADMIN)
    given = granting.grant(user=user, role=Role.PRIVACY, team=None, by=first, at=timezone.now())
    waiting = Role.PRIVACY in User.objects.get(pk=user.pk).roles

    with pytest.raises(granting.NotConfirmable):
        granting.confirm(given=given, by=first, at=timezone.now())
    granting.confirm(given=given, by=second, at=timezone.now())

    assert not waiting
    assert Role.PRIVACY in User.objects.get(pk=user.pk).roles


@pytest.mark.parametrize(
    "role", ["sysadmin", "privacy", "triage", "restricted", "desk", "partner", "handler:{south}", "x"]
)
def test_a_lead_gives_roles_of_the_own_team_only(association: None, role: str) -> None:
    south = Team.objects.get(name__endswith="Zuid").pk
    colleague = person("noord2@")

    answer = signed_in("teamleider@").post(
        reverse("person_grant", args=[colleague.pk]), {"role": role.format(south=south)}
    )

    assert answer.status_code == 422
    assert {grant.role for grant in colleague.role_grants.all()} == {"handler", "desk"}


def test_nobody_changes_their_own_account(association: None) -> None:
    me = person("systeem@")

    with pytest.raises(standing.NotOneself):
        granting.grant(user=me, role=Role.TRIAGE, team=None, by=me, at=timezone.now())
    with pytest.raises(standing.NotOneself):
        closing.disable(user=me, by=me, at=timezone.now())
    assert signed_in("systeem@").get(reverse("person_page", args=[me.pk])).status_code == 404


# Putting out and starting anew


def test_a_disabled_account_is_out_at_once(association: None) -> None:
    client, user = signed_in("noord@"), person("noord@")

    closing.disable(user=user, by=person("systeem@"), at=timezone.now())

    assert not is_in(client)
    sign_in(client, "noord@")
    assert not is_in(client)


def test_beginning_anew_takes_everything_away_but_the_work(association: None) -> None:
    client, user = signed_in("noord@"), person("noord@")
    totp.TOTP.activate(user, "JBSWY3DPEHPK3PXP")

    resetting.reset(user=user, by=person("teamleider@"), at=timezone.now())

    assert not is_in(client)
    assert not Authenticator.objects.filter(user=user).exists()
    sign_in(client, "noord@")
    assert not is_in(client)
    come_in(client, mailed(user))
    assert client.get(reverse("staff_inbox")).status_code == 200
    assert AuditEvent.objects.filter(action="person.reset", object_id=str(user.pk)).count() == 1


def test_a_link_to_begin_anew_lasts_a_quarter_of_an_hour(association: None) -> None:
    user = person("noord@")
    resetting.reset(user=user, by=person("systeem@"), at=timezone.now())

    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=1)):
        answer = come_in(Client(), mailed(user))

    assert answer.status_code == 410


@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_put_each_other_out_one_stays(committed_association: None) -> None:
    first, second = person("systeem@"), invited("tweede@delinde.example.nl", Role.SYSADMIN)
    start = threading.Barrier(2)

    def put_out(who: User, by: User) -> None:
        start.wait()
        try:
            closing.disable(user=who, by=by, at=timezone.now())
        except (standing.LastAdministrator, PermissionDenied):
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=put_out, args=pair) for pair in ((first, second), (second, first))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert standing.administrators().count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_use_one_link_at_once_one_gets_in(committed_association: None) -> None:
    link = links.find(token_hash=links.hashed(mailed(invited()).split("/")[2]), at=timezone.now())
    start, won = threading.Barrier(8), []

    def use(number: int) -> None:
        start.wait()
        try:
            links.use(link=link, password=f"{PASSWORD} {number}", at=timezone.now())
            won.append(number)
        except links.LinkGone:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(won) == 1
    assert User.objects.get(email="nieuw@delinde.example.nl").check_password(f"{PASSWORD} {won[0]}")


# The list, one's own sessions, the first administrator


def test_the_list_costs_the_same_for_one_and_for_many(
    association: None, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        invited(f"nieuw{number}@delinde.example.nl")
    client = signed_in("systeem@")

    with django_assert_max_num_queries(10):
        page = client.get(reverse("people_list"))

    assert page.content.decode().count("portal-card__title") == 50


def test_a_name_is_searched_without_standing_in_the_address(association: None) -> None:
    page = signed_in("systeem@").post(reverse("people_list"), {"words": "korenaar"}).content.decode()

    assert "Marieke Korenaar" in page
    assert "Glenn Pinasie" not in page


def test_one_can_end_another_session_of_ones_own(association: None) -> None:
    here, there = Client(), Client()
    sign_in(there, "noord@")
    sign_in(here, "noord@")

    page = here.get(reverse("account_sessions")).content.decode()
    here.post(reverse("account_sessions_end_others"))

    assert "Hier bent u nu" in page
    assert is_in(here)
    assert not is_in(there)


def test_the_first_administrator_gets_a_link_and_there_is_only_one_first(
    association: None, capsys: Any
) -> None:
    RoleGrant.objects.filter(role=Role.SYSADMIN).delete()

    call_command("first-admin", email="eerste@delinde.example.nl", name="Eef Eerste")
    path = capsys.readouterr().out.split("8000")[1].strip()
    come_in(Client(), path)

    assert Role.SYSADMIN in person("eerste@").roles
    with pytest.raises(CommandError, match="already"):
        call_command("first-admin", email="tweede@delinde.example.nl", name="Tweede")
