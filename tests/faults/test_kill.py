"""kill -9 of worker and relay and an empty broker, in the middle of work. PostgreSQL is the queue."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from tests.faults.filing import Filer
from tests.faults.oracle import assert_each_routed_once
from tests.faults.walker import Visitor, walk
from tests.journeys.processes import Portal, wait_until

FAULTS = ("worker", "relay", "broker", "relay", "worker", "relay", "broker", "worker")
BY_VERB, BY_HAND = 20, 40  # reports for each fault, and through the pages meanwhile


@pytest.fixture
def random() -> Random:
    return Random("kill")


def readies(portal: Portal) -> int:
    """How many workers this portal has seen at work, one after the other."""
    return portal.worker.log.read_text(errors="replace").count(" ready.")


def wait_until_ready(portal: Portal, starts: int) -> None:
    wait_until(lambda: readies(portal) >= starts, 60, lambda: portal.last_words("worker"))


def test_no_report_is_lost_or_routed_twice_when_worker_and_relay_are_killed_and_the_broker_is_emptied(
    portal: Portal, random: Random
) -> None:
    filer, worker_starts = Filer(portal), readies(portal)
    with ThreadPoolExecutor(2) as tenants:
        kinds, houses = ("DRU-GEB", "VUI-ALG"), (2, 6, 18, None)
        walks = [
            tenants.submit(walk, portal.url, kind=random.choice(kinds), house=random.choice(houses))
            for _ in range(BY_HAND)
        ]

        for fault in FAULTS:
            wait_until_ready(portal, worker_starts)
            filer.file(BY_VERB)
            time.sleep(random.uniform(0.1, 0.9))
            if fault == "broker":
                portal.empty_broker()
            else:
                portal.children[fault].kill()
                portal.children[fault].start()
                worker_starts += fault == "worker"

        numbers = filer.finish() + [walked.result().number for walked in walks]

    assert len(numbers) == BY_VERB * len(FAULTS) + BY_HAND == 200
    # 30 s until an order whose message is lost is rung again, and a look.
    assert_each_routed_once(portal, numbers, within=60)


def test_worker_and_web_keep_connections_and_notice_when_they_were_cut(portal: Portal) -> None:
    route(portal, 10)
    first = workers_connections(portal)
    route(portal, 10)
    second = workers_connections(portal)

    portal.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
        portal.database,
    )
    pages = [Visitor(portal.url).ask("/melden/").status for _ in range(8)]
    route(portal, 20)

    assert first and first <= second, "a connection for each task"
    assert not second & workers_connections(portal)
    assert pages == [200] * 8, "a page got a dead connection"


def route(portal: Portal, count: int) -> None:
    filer = Filer(portal)
    filer.file(count)
    assert_each_routed_once(portal, filer.finish(), within=60)


def workers_connections(portal: Portal) -> set[int]:
    found = portal.query(
        "SELECT pid FROM pg_stat_activity WHERE datname = %s AND application_name = 'worker'", portal.database
    )
    return {pid for (pid,) in found}
