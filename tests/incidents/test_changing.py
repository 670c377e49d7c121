"""A case that turns out to be something else, or somewhere else: the report stays, the case follows, once more routed."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.handling import casework, changing
from incidents.intake.filing import Place
from incidents.models import Case, Kind, RoutingOrder
from incidents.models.case import Band
from incidents.rules.answers import PlaceKind
from partners.at_work import answering, asking, withdrawing
from partners.models import Referral
from partners.models.referral_words import Ground, State
from partners.routing.routing import route_report
from partners.sharing import releasing
from safetyportal.clock.deadlines import Name, open_for
from tests.partners.partner_side import by_hand, client_of
from tests.world import at_home, file, home, in_stairwell, person, referral, reroute, routed, types

pytestmark = pytest.mark.django_db


def change(case: Case, kind: str, by: str = "noord@", **more: object) -> None:
    changing.change_kind(
        case=case, kind=Kind.objects.get(pk=kind), reason="Het is iets anders.", by=person(by), at=timezone.now(),
        **more,
    )  # fmt: skip


def move(case: Case, place: Place, by: str = "noord@") -> None:
    changing.change_place(case=case, place=place, reason="Verkeerd adres.", by=person(by), at=timezone.now())


def nowhere() -> Place:
    return Place(PlaceKind.UNKNOWN, text="Bij de grote flat")


def test_the_case_follows_the_new_kind_and_the_report_stays_as_filed(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(2))

    change(case, "AGR-BED")

    case.refresh_from_db()
    report = case.reports.get()
    due = open_for(subject_kind="case", subject_id=case.pk).get(name=Name.FIRST_CONTACT).due
    assert (case.kind_id, case.urgency, report.kind_id) == ("AGR-BED", "U1", "GEL-MUZ")
    assert next(part for part in case.severity_parts if part["name"] == "nature")["points"] == 25
    assert due < report.filed_at + timedelta(days=5)
    assert "Harde muziek, tv of feest wordt Bedreiging" in case.timeline.get(sort="changed").text


def test_a_severity_that_a_person_gave_stands(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(2))
    casework.override_severity(
        case=case, band=Band.S1, reason="Valt mee.", by=person("noord@"), at=timezone.now()
    )

    change(case, "AGR-BED")

    assert Case.objects.get(pk=case.pk).severity_band == Band.S1


def test_what_nobody_touched_follows_the_new_kind(association: None) -> None:
    case = routed("VUI-ALG")
    before = types(case, State.RELEASED)

    change(case, "DRU-GEB")
    reroute(case)

    assert before == {"WB"}
    assert types(case, State.RELEASED) == {"BOA"}
    assert types(case, State.WITHDRAWN) == {"WB"}
    assert (
        "wijkbeheer@"
        and case.number not in client_of("wijkbeheer@").get(reverse("partner_queue")).content.decode()
    )


def test_a_known_place_takes_the_case_out_of_triage(association: None) -> None:
    case = routed("DRU-GEB", place=nowhere())
    assert types(case, State.RELEASED) == {"TRIAGE"}

    move(case, in_stairwell(2), by="triage@")
    reroute(case)

    case.refresh_from_db()
    assert types(case, State.RELEASED) == {"BOA"}
    assert types(case, State.WITHDRAWN) == {"TRIAGE"}
    assert case.team == home(2).complex.team
    assert open_for(subject_kind="case", subject_id=case.pk).exclude(team=case.team).count() == 0


def test_another_place_lets_go_of_the_holder_who_does_not_work_there(association: None) -> None:
    case = routed("DRU-GEB")
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    south = next(one.complex for one in _homes_of("zuid@"))

    move(case, Place(PlaceKind.SPACE, south))

    case.refresh_from_db()
    assert (case.holder, case.team) == (None, south.team)
    assert client_of("noord@").get(reverse("case_page", args=[case.number])).status_code == 404


def test_what_became_stricter_is_taken_back_and_proposed(association: None) -> None:
    case = routed("DRU-GEB")

    move(case, in_stairwell(18))  # five homes: the place points at somebody
    reroute(case)

    assert types(case, State.PROPOSED) == {"BOA"}
    assert types(case, State.RELEASED) == set()
    assert case.number not in client_of("boa@").get(reverse("partner_queue")).content.decode()


def test_the_same_plan_leaves_the_queue_as_it_was(association: None) -> None:
    case = routed("DRU-GEB")
    there = referral(case, "BOA")

    move(case, Place(PlaceKind.SPACE, case.complex))
    reroute(case)

    assert referral(case, "BOA") == there
    assert Referral.objects.get(pk=there.pk).state == State.RELEASED


@pytest.mark.parametrize("decided", ["accepted", "asked", "finished", "declined", "refused", "withdrawn"])
def test_what_people_decided_stands(association: None, decided: str) -> None:
    case, boa, staff, now = routed("DRU-GEB"), person("boa@"), person("noord@"), timezone.now()
    there = referral(case, "BOA")
    if decided == "accepted":
        answering.accept(referral=there, by=boa, at=now)
    elif decided == "asked":
        asking.ask(referral=there, text="Hoe laat?", by=boa, at=now)
    elif decided == "finished":
        answering.finish(referral=there, outcome="Klaar.", by=boa, at=now)
    elif decided == "declined":
        answering.decline(referral=there, reason="Niet aan ons.", by=boa, at=now)
    elif decided == "withdrawn":
        withdrawing.withdraw(referral=there, reason="Toch niet.", by=staff, at=now)
    else:
        case = routed("DRU-GEB", place=in_stairwell(18))
        there = referral(case, "BOA")
        releasing.refuse(referral=there, reason="Niet nodig.", by=staff, at=now)
    state = Referral.objects.get(pk=there.pk).state

    change(case, "VEI-SLAAP")
    decision = reroute(case)

    assert Referral.objects.filter(case=case, partner=there.partner).count() == 1
    assert Referral.objects.get(pk=there.pk).state == state
    assert any("blijft zo" in step["text"] for step in decision.steps)


def test_after_a_choice_by_hand_the_portal_proposes_only(association: None) -> None:
    case = routed("GEL-LEEF", place=at_home(2))
    mine = by_hand(case, "politie-noord")

    change(case, "DRU-GEB")
    reroute(case)

    assert Referral.objects.get(pk=mine.pk).state == State.RELEASED
    assert types(case, State.PROPOSED) == {"BOA"}


def test_a_case_that_becomes_protected_is_gone_from_ordinary_desks_at_once(association: None) -> None:
    case = routed("VUI-ALG")

    change(case, "AGR-HUIS")

    assert case.number not in client_of("wijkbeheer@").get(reverse("partner_queue")).content.decode()
    assert client_of("noord@").get(reverse("case_page", args=[case.number])).status_code == 404
    reroute(case)
    assert types(case, State.RELEASED) == {"BESCHERMD"}
    assert types(case, State.WITHDRAWN) == {"WB"}


@pytest.mark.parametrize(("kind", "stays"), [("AGR-MDW", True), ("AGR-HUIS", False)])
def test_what_a_person_released_on_a_ground_stays_with_that_partner_unless_the_kind_never_goes(
    association: None, kind: str, stays: bool
) -> None:
    case = routed("DRU-DEA", place=at_home(2))
    releasing.release(
        referral=referral(case, "POL"), ground=Ground.VITAL, ground_text="Gevaar.", fields=[], summary="Handel.",
        by=person("noord@"), at=timezone.now(),
    )  # fmt: skip

    change(case, kind)

    page = client_of("wijkagent-noord@").get(reverse("partner_queue")).content.decode()
    assert (case.number in page) is stays


def test_protection_is_taken_off_only_by_who_works_with_it(association: None) -> None:
    case = routed("AGR-HUIS", place=at_home(4))

    change(case, "GEL-MUZ", by="beschermd@")
    still = Case.objects.get(pk=case.pk).restricted
    with pytest.raises(changing.StaysProtected):
        change(case, "GEL-MUZ", by="noord@", lift_protection=True)
    change(case, "GEL-MUZ", by="beschermd@", lift_protection=True)

    assert still
    assert not Case.objects.get(pk=case.pk).restricted


def test_the_pages_say_what_is_wrong_and_keep_what_was_typed(association: None) -> None:
    case, client = routed("DRU-GEB"), client_of("noord@")
    typed = {"postcode": "9990AA", "house_number": "9999", "where": "TRH", "reason": "Verkeerd begrepen"}

    unknown = client.post(reverse("case_place", args=[case.number]), typed)
    no_lift = client.post(
        reverse("case_place", args=[case.number]), typed | {"house_number": "2", "where": "STK"}
    )
    same = client.post(reverse("case_kind", args=[case.number]), {"kind": "DRU-GEB", "reason": "Hetzelfde"})
    nonsense = client.post(reverse("case_kind", args=[case.number]), {"kind": "AGR-MDW", "reason": "x"})

    assert [unknown.status_code, no_lift.status_code, same.status_code, nonsense.status_code] == [
        422,
        422,
        409,
        422,
    ]
    assert "Verkeerd begrepen" in unknown.content.decode()
    assert "Die plek is er niet bij dit adres" in no_lift.content.decode()
    assert "Zo staat het al" in same.content.decode()


def test_a_change_by_the_page_rings_the_next_round(association: None) -> None:
    case, client = routed("DRU-GEB", place=nowhere()), client_of("triage@")

    client.post(
        reverse("case_place", args=[case.number]),
        {"postcode": "9990 aa", "house_number": "2", "where": "TRH", "reason": "Gebeld met de melder."},
    )

    order = RoutingOrder.objects.get(report__case=case, round=2)
    assert order.done_at is None
    reroute(case)
    page = client.get(reverse("case_sharing", args=[case.number])).content.decode()
    assert "dit is ronde 2" in page


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.lists(
        st.sampled_from(["VUI-ALG", "DRU-GEB", "GEL-MUZ", "AGR-BED", "VEI-SLAAP", "VUI-STA"]),
        min_size=1,
        max_size=4,
    )
)
def test_however_often_it_changes_one_decision_a_round_and_no_partner_twice(
    association: None, kinds: list[str]
) -> None:
    case = routed("VEI-GRP")
    for kind in kinds:
        try:
            change(case, kind)
        except changing.NothingToChange:
            continue
        reroute(case)

    orders = RoutingOrder.objects.filter(report__case=case)
    assert [order.round for order in orders.order_by("round")] == list(range(1, orders.count() + 1))
    assert all(hasattr(order, "decision") for order in orders)
    partners = list(
        Referral.objects.filter(case=case, state__in=["proposed", "released"]).values_list(
            "partner", flat=True
        )
    )
    assert len(partners) == len(set(partners))
    Case.objects.filter(pk=case.pk).update(
        closed_at=timezone.now(), status="closed"
    )  # no look-alike for the next


@pytest.mark.django_db(transaction=True)
def test_of_eight_changes_at_once_each_gets_a_round_of_its_own(committed_association: None) -> None:
    case = Case.objects.get(pk=file("VUI-ALG").case_id)
    kinds = ["DRU-GEB", "GEL-MUZ", "AGR-BED", "VEI-SLAAP", "VUI-STA", "VEI-GRP", "BUR-RUZ", "VUI-ONG"]
    start = threading.Barrier(len(kinds))

    def act(kind: str) -> None:
        start.wait()
        try:
            change(case, kind)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(kind,)) for kind in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    rounds = RoutingOrder.objects.filter(report__case=case).values_list("round", flat=True)
    assert sorted(rounds) == list(range(1, 10))


@pytest.mark.django_db(transaction=True)
def test_of_eight_workers_one_routes_the_second_round(committed_association: None) -> None:
    case = routed("VUI-ALG")
    change(case, "DRU-GEB")
    order = RoutingOrder.objects.get(report__case=case, round=2)
    start, decisions = threading.Barrier(8), []

    def work() -> None:
        start.wait()
        try:
            decisions.append(route_report(work_id=order.pk, at=timezone.now()))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len([one for one in decisions if one is not None]) == 1
    assert types(case, State.RELEASED) == {"BOA"}


def _homes_of(email: str) -> list:
    from complexes.models import Home

    team = person(email).role_grants.exclude(team=None).get().team
    return list(Home.objects.select_related("complex__team").filter(complex__team=team)[:1])
