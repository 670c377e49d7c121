from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from incidents.models import RoutingOrder
from partners.models import RoutingDecision
from safetyportal import relay, wake
from safetyportal.clock.models import Heartbeat
from safetyportal.relay import BREAK_SECONDS, Breaker, Relay
from tests.world import file

Sent = list[tuple[str, Any, str]]


def postman(sent: Sent) -> Callable[[str, Any, str], None]:
    return lambda task, work_id, queue: sent.append((task, work_id, queue))


def broken(*_: Any) -> None:
    raise ConnectionError("no broker")


@pytest.mark.django_db
def test_waking_outside_a_transaction_is_refused(transactional_db: None) -> None:
    with pytest.raises(RuntimeError):
        wake.wake("route")


@pytest.mark.django_db
def test_waking_for_unknown_work_is_refused() -> None:
    with pytest.raises(KeyError):
        wake.wake("rout")


@pytest.mark.django_db
def test_the_relay_hands_a_waiting_order_to_celery_by_its_id_alone(association: None) -> None:
    order = RoutingOrder.objects.get(report=file("DRU-GEB"))
    sent: Sent = []

    Relay(send=postman(sent)).look({"route"})

    assert sent == [("partners.tasks.route_report", order.pk, "routing")]
    assert not RoutingDecision.objects.exists()


@pytest.mark.django_db
def test_an_order_that_was_rung_is_left_alone_for_thirty_seconds(association: None) -> None:
    file("DRU-GEB")
    sent: Sent = []
    one = Relay(send=postman(sent))
    one.look({"route"})

    one.look({"route"})

    assert len(sent) == 1
    assert not RoutingDecision.objects.exists()


@pytest.mark.django_db
def test_without_a_broker_the_relay_routes_by_itself(association: None) -> None:
    file("DRU-GEB")
    alone = Relay(send=broken)

    alone.look({"route", "deliver", "notices"})

    assert RoutingDecision.objects.count() == 1
    assert not alone.breaker.is_closed


@pytest.mark.django_db
def test_a_broken_broker_is_not_asked_for_every_order(association: None) -> None:
    for _number in range(5):
        file("OVE-OVE")
    asked: list[object] = []

    def fail(*given: Any) -> None:
        asked.append(given)
        raise ConnectionError

    Relay(send=fail).look({"route"})

    assert len(asked) == 1
    assert RoutingDecision.objects.count() == 5


def test_the_breaker_asks_again_after_its_pause() -> None:
    now = [0.0]
    breaker = Breaker(clock=lambda: now[0])
    breaker.fail()

    assert not breaker.may_probe
    now[0] = BREAK_SECONDS
    assert breaker.may_probe
    breaker.heal()
    assert breaker.is_closed


@pytest.mark.django_db
def test_deliveries_go_to_the_queue_of_the_partners_category(association: None) -> None:
    file("DRU-GEB")
    Relay(send=broken).look({"route"})
    sent: Sent = []

    Relay(send=postman(sent)).look({"deliver"})

    assert "deliver.municipality" in {queue for _task, _id, queue in sent}


@pytest.mark.django_db(transaction=True)
def test_two_relays_never_hand_out_the_same_order(committed_association: None) -> None:
    for _number in range(40):
        file("OVE-OVE")
    sent: Sent = []
    start = threading.Barrier(2)

    def run() -> None:
        start.wait()
        Relay(send=postman(sent)).look({"route"})
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    handed = [one for _task, told, _queue in sent for one in (told if isinstance(told, list) else [told])]
    assert len(handed) == len(set(handed)) == 40


@pytest.mark.django_db(transaction=True)
def test_the_bell_is_heard_at_commit_and_never_after_a_rollback(
    committed_association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay, "LOOK_SECONDS", 60.0)
    sent: Sent = []
    listening = Relay(send=postman(sent))

    def run() -> None:
        listening.run()
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        _until(lambda: Heartbeat.objects.filter(name="relay").exists())
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            file("OVE-OVE")
            1 / 0  # noqa: B018
        time.sleep(0.3)
        assert sent == []

        file("OVE-OVE")

        _until(lambda: "routing" in {queue for _task, _id, queue in sent}, seconds=2)
    finally:
        listening.stop()
        thread.join(timeout=5)


def _until(condition: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


@pytest.mark.django_db
def test_what_celery_left_lying_the_relay_does_itself(association: None) -> None:
    file("DRU-GEB")
    nobody_reads: Sent = []
    relay_with_dead_worker = Relay(send=postman(nobody_reads))
    relay_with_dead_worker.look({"route"})
    RoutingOrder.objects.update(rung_at=timezone.now() - timedelta(seconds=31))

    relay_with_dead_worker.look({"route"})

    assert len(nobody_reads) == 1
    assert RoutingDecision.objects.count() == 1


def test_a_lost_database_does_not_end_the_relay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the ORM raises is Django's OperationalError, not the driver's of the same name."""
    tried: list[int] = []
    persistent = Relay(send=broken)

    def listen() -> None:
        tried.append(1)
        if len(tried) > 1:
            persistent.stop()
        raise OperationalError("the connection is closed")

    monkeypatch.setattr(persistent, "_listen", listen)
    monkeypatch.setattr(relay.time, "sleep", lambda _seconds: None)

    persistent.run()

    assert len(tried) == 2


@pytest.mark.django_db
def test_a_pile_of_other_work_keeps_no_report_waiting(
    association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade every case is indexed anew; a report that comes in meanwhile is handed out after one turn of those."""
    for _ in range(6):
        file("GEL-MUZ")
    Relay(send=postman([])).look({"route"})
    monkeypatch.setattr(relay, "BATCH", 2)
    told: list[str] = []

    def send(task: str, _work_id: Any, _queue: str) -> None:
        told.append(task)
        if task == "incidents.tasks.index" and told.count(task) == 1:
            file("DRU-GEB")

    Relay(send=send).look({"index"})

    assert told.count("incidents.tasks.index") >= 6
    assert told[: told.index("partners.tasks.route_report")].count("incidents.tasks.index") <= 4


@pytest.mark.django_db
def test_one_kind_of_slow_work_does_not_fill_the_turn_of_the_others(
    association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        file("GEL-MUZ")
    monkeypatch.setattr(relay, "TURN_SECONDS", 0.0)
    told: list[str] = []

    Relay(send=lambda task, _work_id, _queue: told.append(task)).look({"index"})

    assert "partners.tasks.route_report" in told
    # What one turn leaves goes on in the next, not when its lease is over.
    assert told.count("incidents.tasks.index") == 5
