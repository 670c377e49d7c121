from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.intake.filing import Place
from incidents.models import Kind, RoutingOrder
from incidents.rules.answers import PlaceKind
from safetyportal.clock.heartbeat import beat
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from tests.ruling import rule_first
from tests.world import at_home, file, person, routed

pytestmark = pytest.mark.django_db
URL = "routing_overview"


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def show(email: str) -> str:
    answer = client_of(email).get(reverse(URL))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("email", ["noord@", "beschermd@", "privacy@", "techniek@", "boa@"])
def test_it_is_for_leads_triage_and_administrators(association: None, email: str) -> None:
    assert client_of(email).get(reverse(URL)).status_code == 403


def test_triage_sees_which_reports_found_no_partner(association: None) -> None:
    case = routed("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="Nergensstraat 1"))

    page = show("triage@")

    assert case.number in page
    assert "het adres staat niet in onze lijst" in page
    assert "Nergensstraat" not in page


@pytest.mark.parametrize("email", ["beheer@", "systeem@"])
def test_administrators_see_counts_and_rules_but_no_case(association: None, email: str) -> None:
    case = routed("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="Nergensstraat 1"))
    raise_alarm(code=Alarm.Code.NO_RULE, subject=case.number, at=timezone.now())
    raise_alarm(
        code=Alarm.Code.RULE_BROKEN, subject="buren-s1", detail="buren-s1: onbekende ernst", at=timezone.now()
    )

    page = show(email)

    assert case.number not in page
    assert "buren-s1: onbekende ernst" in page
    assert "Gezien" not in page
    assert "Beschermde zaken: alleen de eigen afdeling" in page


def test_who_was_missing_is_told_by_name(association: None) -> None:
    rule_first(slug="net", name="Net", kinds=["DRU-GEB"], targets=[["NET", "A"]], owner=person("beheer@"))
    case = routed("DRU-GEB")

    alarms = show("triage@").split('id="work-title"')[0]

    assert case.number in alarms and "Netbeheerder" in alarms


def test_a_narrow_rule_reads_as_narrow_as_it_is(association: None) -> None:
    rule_first(
        slug="smal", name="Smal", kinds=["DRU-GEB"], bands=["S2"], neighbourhood="Noorderhof", spaces=["TRH"],
        weekdays=[6], hour_from=22, hour_to=6, targets=[["JON", "M", 3]], owner=person("beheer@"),
    )  # fmt: skip

    page = show("beheer@").split('id="regel-smal"')[1].split("</tr>")[0]

    for words in (
        Kind.objects.get(pk="DRU-GEB").label, "ernst: S2 overlast", "wijk: Noorderhof", "ruimte: Trappenhuis",
        "gemeld op: zaterdag", "gemeld: van 22 tot 6 uur", "Jongerenwerk direct, met een convenant, binnen 3 werkdagen",
    ):  # fmt: skip
        assert words in page
    assert "DRU-GEB" not in page and "(M)" not in page


def test_waiting_and_dead_orders_are_counted(association: None) -> None:
    file("GEL-MUZ")
    dead = file("GEL-MUZ", place=at_home(6))
    RoutingOrder.objects.filter(report=dead).update(dead_at=timezone.now())

    answer = client_of("triage@").get(reverse(URL))

    assert (answer.context["orders"].waiting, answer.context["orders"].dead) == (1, 1)


def test_a_silent_process_is_loud(association: None) -> None:
    assert show("triage@").count("nog geen teken van leven") == 2

    now = timezone.now()
    beat(name="relay", at=now)
    beat(name="worker", at=now - timedelta(hours=1))

    page = show("triage@")
    assert "nog geen teken van leven" not in page
    assert page.count("stil sinds") == 1


def test_an_alarm_is_seen_once_and_by_name(association: None) -> None:
    raise_alarm(code=Alarm.Code.RULE_BROKEN, subject="buren-s1", at=timezone.now())
    alarm = Alarm.objects.get()

    answer = client_of("teamleider@").post(reverse("alarm_clear", args=[alarm.pk]))

    alarm.refresh_from_db()
    assert answer.status_code == 302
    assert alarm.cleared_by == person("teamleider@")
    assert client_of("triage@").post(reverse("alarm_clear", args=[alarm.pk])).status_code == 404


@pytest.mark.parametrize(("email", "status"), [("noord@", 403), ("beheer@", 403), ("teamleider-zuid@", 404)])
def test_an_alarm_is_not_for_everybody_to_clear(association: None, email: str, status: int) -> None:
    case = file("GEL-MUZ").case
    raise_alarm(code=Alarm.Code.NO_RULE, subject=case.number, at=timezone.now())

    answer = client_of(email).post(reverse("alarm_clear", args=[Alarm.objects.get().pk]))

    assert answer.status_code == status
    assert Alarm.objects.get().cleared_at is None
