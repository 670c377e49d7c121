"""A functional administrator says which team has which complex, and which teams there are; the cases go along."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from complexes.models import Complex
from incidents.handling import casework
from incidents.intake.filing import Place
from incidents.models import Case, Kind
from incidents.rules.answers import PlaceKind
from incidents.rules.workflow import CloseReason, Status
from incidents.staffing import teams
from incidents.staffing.team_settings import NEW
from safetyportal.accounts.models import RoleGrant, Team
from safetyportal.accounts.roles import Role
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import open_for
from safetyportal.configuration.models import Change
from safetyportal.people import granting
from tests.partners.partner_side import client_of
from tests.safetyportal.test_configuration import posted, put
from tests.world import at_home, file, person, routed

pytestmark = pytest.mark.django_db
COMPLEX, TEAMS = "complexen", "teams"


@pytest.fixture
def admin(association: None) -> Client:
    return client_of("beheer@")


@pytest.fixture
def case(association: None) -> Case:
    found = routed("GEL-MUZ", place=at_home(2))
    casework.take(case=found, by=person("noord@"), at=timezone.now())
    found.refresh_from_db()
    return found


def team_of(email: str) -> Team:
    return RoleGrant.objects.select_related("team").get(user=person(email), role=Role.HANDLER).team


def move(admin: Client, case: Case, team: Team) -> Any:
    """As a browser does: post, read what would happen, say yes."""
    code = str(case.complex_id)
    asked = put(admin, COMPLEX, code, team=str(team.pk))
    sure = asked.content.decode().partition('name="sure" value="')[2].partition('"')[0]
    address = reverse("settings_edit", args=[COMPLEX, code])
    return asked, admin.post(address, posted(COMPLEX, code, team=str(team.pk)) | {"sure": sure})


# A complex


def test_it_says_how_many_cases_go_along_before_anything_happens(admin: Client, case: Case) -> None:
    routed("GEL-LEEF", place=at_home(4))

    asked = put(admin, COMPLEX, str(case.complex_id), team=str(team_of("zuid@").pk))

    words = asked.content.decode()
    assert "2 open zaken gaan mee naar Team Zuid" in words
    assert "1 zaak heeft dan geen behandelaar meer" in words
    assert not Change.objects.exists()
    assert Case.objects.get(pk=case.pk).team == team_of("noord@")


def test_the_cases_their_terms_and_their_history_go_along(admin: Client, case: Case) -> None:
    ended = routed("GEL-LEEF", place=at_home(4))
    casework.close(
        case=ended, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Stil.", by=person("noord@"),
        at=timezone.now(),
    )  # fmt: skip

    _asked, kept = move(admin, case, team_of("zuid@"))

    moved = Case.objects.get(pk=case.pk)
    assert kept.status_code == 302
    assert (moved.team, moved.holder) == (team_of("zuid@"), None)
    assert Case.objects.get(pk=ended.pk).team == team_of("zuid@")
    assert not ended.timeline.filter(sort="changed").exists()
    assert moved.timeline.get(sort="changed").text == (
        "Team: Team Noord wordt Team Zuid. De zaak heeft geen behandelaar meer."
    )
    assert AuditEvent.objects.filter(action="case.change_team", object_id=str(case.pk)).count() == 1
    assert {one.team for one in open_for(subject_kind="case", subject_id=case.pk)} == {team_of("zuid@")}
    assert client_of("noord@").get(reverse("case_page", args=[case.number])).status_code == 404
    assert client_of("zuid@").get(reverse("case_page", args=[case.number])).status_code == 200
    assert file("GEL-MUZ", place=at_home(6)).case.team == team_of("zuid@")


def test_who_works_for_the_new_team_too_keeps_the_case(admin: Client, case: Case) -> None:
    RoleGrant.objects.create(user=person("noord@"), role=Role.HANDLER, team=team_of("zuid@"))

    move(admin, case, Team.objects.get(name="Team Zuid"))

    assert Case.objects.get(pk=case.pk).holder == person("noord@")


def test_more_cases_than_one_saw_are_asked_about_again(admin: Client, case: Case) -> None:
    asked = put(admin, COMPLEX, str(case.complex_id), team=str(team_of("zuid@").pk)).content.decode()
    sure = asked.partition('name="sure" value="')[2].partition('"')[0]
    routed("GEL-LEEF", place=at_home(4))

    code = str(case.complex_id)
    again = admin.post(
        reverse("settings_edit", args=[COMPLEX, code]),
        posted(COMPLEX, code, team=str(team_of("zuid@").pk)) | {"sure": sure},
    )

    assert "2 open zaken gaan mee" in again.content.decode()
    assert not Change.objects.exists()


def test_put_back_the_cases_come_back(admin: Client, case: Case) -> None:
    move(admin, case, team_of("zuid@"))
    made = Change.objects.get()

    shown = admin.get(reverse("settings_undo", args=[made.pk])).content.decode()
    admin.post(reverse("settings_undo", args=[made.pk]), {"version": "1", "reason": "Toch niet."})

    assert "1 open zaak gaat mee naar Team Noord" in shown
    assert Case.objects.get(pk=case.pk).team.name == "Team Noord"
    history = admin.get(reverse("settings_history", args=[COMPLEX, str(case.complex_id)])).content.decode()
    assert "Toch niet." in history
    assert "Team Zuid" in history


def test_without_a_reason_nothing_changes(admin: Client) -> None:
    code = str(team_of("noord@").pk)

    answer = admin.post(
        reverse("settings_edit", args=[TEAMS, code]),
        posted(TEAMS, code, name="Team Noordrand") | {"reason": " "},
    )

    assert answer.status_code == 422
    assert "Schrijf waarom u dit verandert." in answer.content.decode()
    assert not Change.objects.exists()


# A team


def test_a_team_gets_another_name_and_a_new_one_comes(admin: Client) -> None:
    put(admin, TEAMS, str(team_of("noord@").pk), name="Team Noordrand")
    put(admin, TEAMS, NEW, name="Team Oost")

    assert set(
        Team.objects.filter(name__in=["Team Noordrand", "Team Oost"]).values_list("is_active", flat=True)
    ) == {True}
    assert "Team Oost" in client_of("systeem@").get(reverse("people_invite")).content.decode()


def test_two_teams_of_one_name_are_refused(admin: Client) -> None:
    answer = put(admin, TEAMS, NEW, name="team noord")

    assert answer.status_code == 422
    assert "Er is al een team dat zo heet." in answer.content.decode()


def test_a_team_with_anything_in_it_stays_and_it_says_with_what(admin: Client, case: Case) -> None:
    answer = put(admin, TEAMS, str(team_of("noord@").pk), is_active=False)

    assert answer.status_code == 409
    assert "1 open zaken" in answer.content.decode()
    assert Team.objects.get(name="Team Noord").is_active


def test_an_empty_team_retires_and_is_offered_nowhere(admin: Client, case: Case) -> None:
    put(admin, TEAMS, NEW, name="Team Oost")
    east = Team.objects.get(name="Team Oost")

    put(admin, TEAMS, str(east.pk), is_active=False)

    assert not Team.objects.get(pk=east.pk).is_active
    assert "Team Oost" not in client_of("systeem@").get(reverse("people_invite")).content.decode()
    answer = put(admin, COMPLEX, str(case.complex_id), team=str(east.pk))
    assert answer.status_code == 422
    with pytest.raises(granting.RoleDoesNotFit):
        granting.grant(
            user=person("noord@"), role=Role.HANDLER, team=east, by=person("systeem@"), at=timezone.now()
        )
    with pytest.raises(teams.Retired):
        teams.move_complex(
            place=Complex.objects.get(pk=case.complex_id), team=east, by=person("beheer@"), at=timezone.now()
        )


def test_there_is_always_one_team_that_takes_what_has_no_place(admin: Client) -> None:
    was = Team.objects.get(is_fallback=True)
    off = put(admin, TEAMS, str(was.pk), is_fallback=False)

    put(admin, TEAMS, str(team_of("zuid@").pk), is_fallback=True)

    assert off.status_code == 409
    assert Team.objects.get(is_fallback=True) == team_of("zuid@")
    nowhere = file("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="Nergensstraat 1"))
    assert nowhere.case.team == team_of("zuid@")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_a_team_that_retires_while_a_complex_comes_has_one_of_the_two() -> None:
    """The move is not committed yet when the team would retire: that waits, looks again, and is refused."""
    east = teams.set_team(team=None, name="Team Oost", is_active=True, is_fallback=False)
    place, moved, refused = Complex.objects.order_by("pk")[0], threading.Event(), []

    def come() -> None:
        try:
            with transaction.atomic():
                teams.move_complex(place=place, team=east, by=person("beheer@"), at=timezone.now())
                moved.set()
                time.sleep(0.5)
        finally:
            connection.close()

    def retire() -> None:
        moved.wait()
        try:
            teams.set_team(team=east, name="Team Oost", is_active=False, is_fallback=False)
        except teams.NotEmpty:
            refused.append(True)
        finally:
            connection.close()

    threads = [threading.Thread(target=come), threading.Thread(target=retire)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert refused == [True]
    assert Team.objects.get(pk=east.pk).is_active


# The order of kinds


def test_a_kind_moves_up_in_its_group(admin: Client) -> None:
    group = Kind.objects.get(pk="GEL-MUZ").group
    last = Kind.objects.for_tenants(timezone.localdate()).filter(group=group).order_by("position").last()
    assert last is not None

    others = [one.pk for one in Kind.objects.filter(group=group).order_by("position") if one != last]

    put(admin, "soorten", last.pk.lower(), position=1)
    call_command("load_defaults")

    now = list(Kind.objects.filter(group=group).order_by("position").values_list("pk", flat=True))
    assert now == [last.pk, *others]


def test_its_place_is_put_back_too(admin: Client) -> None:
    before = list(Kind.objects.order_by("position").values_list("pk", flat=True))
    put(admin, "soorten", "gel-muz", position=5)
    assert list(Kind.objects.order_by("position").values_list("pk", flat=True)) != before

    admin.post(reverse("settings_undo", args=[Change.objects.get().pk]), {"version": "1", "reason": "Terug."})

    assert list(Kind.objects.order_by("position").values_list("pk", flat=True)) == before
