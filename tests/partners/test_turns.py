from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import changing
from incidents.models import Case, Kind, RoutingOrder
from partners.at_work import answering
from partners.models import Partner, Referral, RoutingDecision
from partners.models.referral_words import State
from partners.routing import routing
from partners.sharing import releasing
from partners.sharing.release_checks import NotPossible
from tests.partners.partner_side import by_hand, post
from tests.ruling import rule_first
from tests.world import NOON, file, person, referral, reroute, route, types

pytestmark = pytest.mark.django_db
THREE = [["WC", "A"], ["JON", "M"], ["BOA", "M"], ["OGGZ", "H"]]
RACERS = 8


@pytest.fixture
def one_by_one(association: None) -> None:
    in_a_row()


def in_a_row(**content: Any) -> None:
    rule_first(**{"slug": "rij", "name": "Om de beurt", "kinds": ["DRU-GEB"], "targets": THREE, **content})


def filed(band: str = "S2") -> Case:
    report = file("DRU-GEB", at=NOON)
    Case.objects.filter(pk=report.case_id).update(severity_band=band)
    route(report)
    return Case.objects.get(pk=report.case_id)


def decline(case: Case, partner: str) -> None:
    by = person({"JON": "jongerenwerk@", "BOA": "boa@"}[partner])
    answering.decline(referral=referral(case, partner), reason="Niet aan ons.", by=by, at=timezone.now())


def waiting(case: Case) -> int:
    return RoutingOrder.objects.filter(report__case=case, done_at=None).count()


def story() -> str:
    decision = RoutingDecision.objects.order_by("-decided_at", "-id")[0]
    return " / ".join(f"{line['title']} {line['text']}" for line in decision.steps)


def test_below_s3_the_first_partner_is_asked_and_the_next_waits(one_by_one: None) -> None:
    case = filed("S2")

    assert types(case, State.RELEASED) == {"WC", "JON"}
    assert not types(case, State.PROPOSED)
    assert RoutingDecision.objects.get().later == ["BOA", "OGGZ"]
    assert "komt aan de beurt als Jongerenwerk" in story()


@pytest.mark.parametrize("band", ["S3", "S4"])
def test_from_s3_on_all_are_asked_at_once(one_by_one: None, band: str) -> None:
    case = filed(band)

    assert types(case, State.RELEASED) == {"WC", "JON", "BOA"}
    assert types(case, State.PROPOSED) == {"OGGZ"}
    assert RoutingDecision.objects.get().later == []


def test_who_may_not_be_told_does_not_hold_up_the_next(association: None) -> None:
    in_a_row(targets=[["VT", "N"], ["POL", "N"], ["BOA", "M"]])

    assert types(filed(), State.RELEASED) == {"BOA"}


def test_giving_it_back_gives_the_next_its_turn_and_triage_nothing(one_by_one: None) -> None:
    case = filed()
    decline(case, "JON")
    assert waiting(case) == 1

    reroute(case)

    assert types(case, State.RELEASED) == {"WC", "BOA"}
    assert not Referral.objects.filter(case=case, partner__type_code="TRIAGE").exists()
    assert RoutingDecision.objects.order_by("-id")[0].later == ["OGGZ"]
    assert "na het antwoord van een ketenpartner" in story()


def test_a_proposal_that_a_person_refuses_asks_nobody_else(one_by_one: None) -> None:
    case = filed()
    decline(case, "JON")
    reroute(case)
    decline(case, "BOA")
    reroute(case)
    assert types(case, State.PROPOSED) == {"OGGZ"}

    releasing.refuse(
        referral=referral(case, "OGGZ"), reason="Niet nodig.", by=person("noord@"), at=timezone.now()
    )

    assert waiting(case) == 0


def test_when_nobody_follows_after_all_triage_gets_it(one_by_one: None) -> None:
    case = filed()
    Partner.objects.filter(type_code__in=["BOA", "OGGZ"]).update(active_to=NOON.date())
    decline(case, "JON")

    decision = reroute(case)

    assert "TRIAGE" in types(case, State.RELEASED)
    assert decision.outcome == RoutingDecision.Outcome.TRIAGE


def test_where_nobody_waits_triage_gets_it_at_once(association: None) -> None:
    in_a_row(targets=[["WC", "A"], ["BOA", "M"]])
    case = filed()

    decline(case, "BOA")

    assert "TRIAGE" in types(case, State.RELEASED)
    assert waiting(case) == 0


@pytest.mark.parametrize(("ticked", "next_one"), [(True, {"WC", "BOA"}), (False, {"WC"})])
def test_finished_without_solving_it_gives_the_next_its_turn(
    one_by_one: None, ticked: bool, next_one: set[str]
) -> None:
    case = filed()
    client = Client()
    client.force_login(person("jongerenwerk@"))
    found = referral(case, "JON")
    data = {"text": "Gesproken."} | ({"unsolved": "on"} if ticked else {})

    assert "niet opgelost" in client.get(reverse("referral_finish", args=[found.pk])).content.decode()
    assert post(client, "referral_finish", found, data).status_code == 302

    assert waiting(case) == int(ticked)
    if ticked:
        reroute(case)
    assert types(case, State.RELEASED) == next_one


def test_a_desk_of_our_own_does_not_count(one_by_one: None) -> None:
    case = filed()

    answering.decline(
        referral=referral(case, "WC"), reason="Niet van ons.", by=person("noord@"), at=timezone.now()
    )

    assert waiting(case) == 0
    assert "BOA" not in types(case, State.RELEASED)


def test_a_closed_case_asks_nobody_any_more(one_by_one: None) -> None:
    case = filed()
    decline(case, "JON")
    Case.objects.filter(pk=case.pk).update(status="closed", closed_at=timezone.now())

    reroute(case)

    assert "BOA" not in types(case, State.RELEASED)


def test_after_a_choice_by_hand_the_next_is_only_proposed(one_by_one: None) -> None:
    case = filed()
    decline(case, "JON")
    by_hand(case, "politie-noord")

    reroute(case)

    assert "BOA" not in types(case, State.RELEASED)
    assert types(case, State.PROPOSED) == {"BOA"}


def test_while_another_partner_works_on_it_a_person_decides_who_is_next(one_by_one: None) -> None:
    case = filed()
    by_hand(case, "politie-noord")

    decline(case, "JON")

    assert waiting(case) == 0
    assert "TRIAGE" in types(case, State.RELEASED)


def test_who_was_asked_by_hand_already_is_not_asked_again(one_by_one: None) -> None:
    case = filed()
    made = by_hand(case, "handhaving-lindestad")
    answering.decline(referral=made, reason="Nee.", by=person("boa@"), at=timezone.now())
    decline(case, "JON")

    reroute(case)

    assert Referral.objects.filter(case=case, partner__type_code="BOA").count() == 1
    assert types(case, State.PROPOSED) == {"OGGZ"}


def test_another_partner_of_the_same_type_is_not_asked_the_same(one_by_one: None) -> None:
    case = filed()
    first = referral(case, "JON").partner
    decline(case, "JON")
    twin = Partner.objects.create(
        code="jongerenwerk-twee",
        type_code="JON",
        name="Jongerenwerk Twee",
        category="welfare",
        profile="enforcement",
    )
    for area in first.areas.all():
        twin.areas.create(municipality=area.municipality, neighbourhood=area.neighbourhood)
    first.covenants.all().delete()
    twin.covenants.create(purpose="Samen", starts_on=NOON.date(), ends_on=NOON.date().replace(year=2030))

    reroute(case)

    assert not Referral.objects.filter(partner=twin).exists()
    assert "BOA" in types(case, State.RELEASED)


def test_a_change_of_kind_goes_on_where_the_line_was(one_by_one: None) -> None:
    in_a_row(slug="slaper", name="Slaper", kinds=["VEI-SLAAP"])
    case = filed()
    decline(case, "JON")
    reroute(case)

    changing.change_kind(
        case=case,
        kind=Kind.objects.get(pk="VEI-SLAAP"),
        reason="Toch anders.",
        by=person("noord@"),
        at=timezone.now(),
    )
    Case.objects.filter(pk=case.pk).update(severity_band="S2")
    reroute(case)

    assert types(case, State.RELEASED) == {"WC", "BOA"}
    assert types(case, State.DECLINED) == {"JON"}


def test_of_eight_who_give_it_back_at_once_one_orders_one_round(committed_association: None) -> None:
    in_a_row()
    case = filed()
    found = referral(case, "JON")
    barrier = threading.Barrier(RACERS)

    def run() -> None:
        try:
            barrier.wait()
            answering.decline(referral=found, reason="Nee.", by=person("jongerenwerk@"), at=timezone.now())
        except NotPossible:
            pass
        finally:
            connection.close()

    race(run)

    assert waiting(case) == 1


def test_of_eight_who_carry_out_the_round_one_asks_the_next(committed_association: None) -> None:
    in_a_row()
    case = filed()
    decline(case, "JON")
    order = RoutingOrder.objects.get(report__case=case, done_at=None)
    barrier = threading.Barrier(RACERS)

    def run() -> None:
        try:
            barrier.wait()
            routing.route_report(work_id=order.pk, at=timezone.now())
        finally:
            connection.close()

    race(run)

    assert Referral.objects.filter(case=case, partner__type_code="BOA").count() == 1
    assert RoutingDecision.objects.filter(order=order).count() == 1


def race(run: Any) -> None:
    threads = [threading.Thread(target=run) for _ in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
