"""A backlog is routed many at once: the same decisions as one by one, and nothing that is not plain is touched."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from incidents.handling import casework
from incidents.intake.filing import Place
from incidents.models import Case, Report, RoutingOrder, TimelineEntry
from incidents.rules.answers import PlaceKind
from incidents.rules.workflow import Status
from partners import tasks
from partners.mailing import delivering
from partners.models import Partner, Referral, RoutingDecision
from partners.models.referral_words import Delivery, Ground
from partners.routing import deciding, routing, routing_many
from partners.sharing import releasing
from safetyportal import relay
from safetyportal.clock.models import Deadline
from safetyportal.notices.models import Alarm, Notice
from safetyportal.relay import Relay
from tests.world import anonymous, file, in_stairwell, person

KINDS = ("VUI-ALG", "GEL-MUZ", "DRU-GEB", "AGR-BED", "VEI-DEUR", "AGR-HUIS", "OVE-OVE")
NOWHERE = Place(PlaceKind.UNKNOWN, text="Bij de oude school")


def pile() -> list[Report]:
    """Of every sort that routing knows: own desks, partners, holds, protected, urgent, no place, no partner."""
    found = [file(kind) for kind in KINDS]
    found += [file(kind, reporter=anonymous()) for kind in KINDS]
    return [*found, file("DRU-GEB", place=in_stairwell(18)), file("GEL-MUZ", place=NOWHERE, consent=False)]


def orders(reports: list[Report]) -> list[int]:
    return list(RoutingOrder.objects.filter(report__in=reports).order_by("pk").values_list("pk", flat=True))


def what_became_of(report: Report) -> Any:
    """All that routing left about a report, but for keys and moments."""
    case = Case.objects.get(pk=report.case_id)
    decision = RoutingDecision.objects.get(order__report=report)
    referrals = case.referrals.order_by("partner__code")
    return (
        (decision.rule_name, decision.rule_version, decision.outcome, decision.steps),
        [
            (one.partner.code, one.mode, one.state, one.why, one.blocks, one.fields, one.due_at, one.answer_days,
             one.decision_id == decision.pk, one.released_at, one.next_at)
            for one in referrals.select_related("partner")
        ],
        list(case.timeline.exclude(sort="filed").order_by("pk").values_list("sort", "text", "by_label", "visibility", "at")),
        sorted(
            (one.name, one.due, one.bars_closing, one.team_id)
            for one in Deadline.objects.filter(subject_kind="case", subject_id=str(case.pk))
        ),
        Alarm.objects.filter(subject=case.number).count(),
        Notice.objects.filter(dedupe_key__startswith=f"urgent:{case.pk}:").count(),
    )  # fmt: skip


def test_many_at_once_is_decided_as_one_by_one(association: None) -> None:
    now, reports = timezone.now(), pile()
    waiting = orders(reports)

    with transaction.atomic():
        for order in waiting:
            routing.route_report(work_id=order, at=now)
        alone = [what_became_of(one) for one in reports]
        transaction.set_rollback(True)
    done = routing_many.route_these(work_ids=waiting, at=now)

    assert done == set(waiting)
    assert [what_became_of(one) for one in reports] == alone
    assert RoutingOrder.objects.filter(pk__in=done, done_at=now).count() == len(done)


def test_it_costs_the_same_statements_for_many_as_for_few(association: None) -> None:
    def counted(many: int) -> int:
        reports = [file("VUI-ALG") for _ in range(many)]
        with CaptureQueriesContext(connection) as seen:
            assert len(routing_many.route_these(work_ids=orders(reports), at=timezone.now())) == many
        return len(seen)

    assert counted(30) == counted(2) <= 17


def test_what_is_not_plain_is_left_to_be_routed_by_itself(association: None) -> None:
    chosen, closed, second = file("GEL-MUZ"), file("VUI-ALG"), file("VUI-ALG")
    by_hand(chosen.case)
    casework.close(
        case=closed.case, status=Status.NOT_TAKEN, reason="not_ours", message="Niet van ons.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip
    RoutingOrder.objects.filter(report=second).update(round=2)

    assert routing_many.route_these(work_ids=orders([chosen, closed, second]), at=timezone.now()) == set()


def by_hand(case: Case) -> None:
    releasing.route_by_hand(
        case=case, partner=Partner.objects.get(code="handhaving-lindestad"), ground=Ground.INTEREST, ground_text="Nodig.",
        fields=[], summary="", by=person("noord@"), at=timezone.now(),
    )  # fmt: skip


def test_of_two_reports_in_one_case_the_first_goes_along_and_the_other_follows(association: None) -> None:
    first, second = file("VUI-ALG"), file("VUI-ALG")
    Report.objects.filter(pk=second.pk).update(case=first.case)

    done = routing_many.route_these(work_ids=orders([first, second]), at=timezone.now())
    routing.route_report(work_id=orders([second])[0], at=timezone.now())

    assert done == set(orders([first]))
    assert Referral.objects.filter(case=first.case).count() == 1


def test_one_that_fails_is_counted_alone_and_the_others_are_routed(
    association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [file("VUI-ALG") for _ in range(3)]
    bad = orders(reports)[1]
    decide = deciding.decide

    def fail(order: RoutingOrder, *words: Any) -> RoutingDecision:
        if order.pk == bad:
            raise RuntimeError
        return decide(order, *words)

    monkeypatch.setattr(deciding, "decide", fail)
    alone = Relay(send=lambda *_: None)
    alone.breaker.fail()
    alone.look({"route"})

    left = RoutingOrder.objects.get(done_at=None)
    assert (left.pk, left.attempts) == (bad, 1)


def test_a_worker_gets_a_pile_in_one_message_and_what_is_not_plain_goes_along(association: None) -> None:
    reports = [file(KINDS[number % 3]) for number in range(relay.PILE)]
    by_hand(reports[0].case)
    sent: list[tuple[Any, ...]] = []
    Relay(send=lambda *words: sent.append(words)).look({"route"})

    tasks.route_reports(work_ids=sent[0][1])
    tasks.route_reports(work_ids=sent[0][1])  # delivered twice

    assert [(task, sorted(keys), queue) for task, keys, queue in sent] == [
        ("partners.tasks.route_reports", orders(reports), "routing")
    ]
    assert RoutingDecision.objects.filter(order__in=orders(reports)).count() == relay.PILE


def test_a_few_reports_are_handed_out_one_by_one_so_that_all_workers_have_some(association: None) -> None:
    for _ in range(relay.PILE - 1):
        file("VUI-ALG")
    sent: list[Any] = []
    Relay(send=lambda task, work_id, _queue: sent.append((task, type(work_id)))).look({"route"})

    assert sent == [("partners.tasks.route_report", int)] * (relay.PILE - 1)


def test_a_pile_that_the_broker_does_not_take_is_routed_by_the_relay(association: None) -> None:
    reports = [file("VUI-ALG") for _ in range(relay.PILE)]

    def away(*_: Any) -> None:
        raise ConnectionError

    Relay(send=away).look({"route"})

    assert RoutingDecision.objects.filter(order__in=orders(reports)).count() == relay.PILE


def test_own_desks_of_a_pile_are_stamped_at_once_and_partners_are_left(association: None) -> None:
    reports = [file("VUI-ALG"), file("DRU-GEB")]
    routing_many.route_these(work_ids=orders(reports), at=timezone.now())
    found = list(Referral.objects.select_related("partner"))

    done = delivering.deliver_inside(work_ids=[one.pk for one in found], at=timezone.now())

    assert done == {one.pk for one in found if one.partner.is_internal} != set()
    assert Referral.objects.filter(delivery=Delivery.OWN_DESK).count() == len(done)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_racing_piles_and_single_routings_decide_each_order_once() -> None:
    reports = [file(KINDS[number % 3]) for number in range(40)]
    mine, start = orders(reports), threading.Barrier(8)

    def run(number: int) -> None:
        start.wait()
        try:
            if number % 2:
                for order in mine[number::3]:
                    routing.route_report(work_id=order, at=timezone.now())
            for _again in range(4):
                routing_many.route_these(work_ids=mine, at=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(run, range(8)))
    for order in mine:
        routing.route_report(work_id=order, at=timezone.now())

    assert RoutingDecision.objects.filter(order__in=mine).count() == len(mine)
    assert not RoutingOrder.objects.filter(done_at=None).exists()
    assert not RoutingOrder.objects.filter(attempts__gt=0).exists()
    lines = TimelineEntry.objects.filter(case__reports__in=reports, sort__in=["routed", "proposed"])
    assert lines.count() == Referral.objects.filter(case__reports__in=reports).count()
