"""Without a broker, and with one that accepts and never answers: tenants notice nothing, partners hardly."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from tests.faults.breaking import deaf_broker, stopped_broker
from tests.faults.filing import Filer
from tests.faults.oracle import assert_each_routed_once
from tests.faults.timing import time_post, watched_queues
from tests.faults.walker import write
from tests.journeys.processes import Portal, wait_until

Away = Callable[[Portal], AbstractContextManager[None]]
REPORTS, PER_SECOND, IN_TIME = 40, 4, 10.0  # bench/post_with_and_without_broker.py does the full 200
TURNS = 20
# The bench shows 1.1; other work on the machine of a test makes medians of 20 wander.
SANE = 1.5
# The relay stands still meanwhile, and with it what it could have routed by itself.
PUBLISH = """
import time
from kombu.exceptions import OperationalError
from safetyportal.celery import publish
for _ in range(2):
    began = time.monotonic()
    try:
        publish("safetyportal.notices.tasks.canary", None, "chores")
    except OperationalError:
        print(time.monotonic() - began)
"""


@pytest.mark.parametrize("away", [stopped_broker, deaf_broker])
def test_who_publishes_hears_at_once_that_the_broker_is_away(portal: Portal, away: Away) -> None:
    with away(portal):
        took = [float(one) for one in portal.manage("shell", "-v", "0", "-c", PUBLISH).split()]

    assert len(took) == 2
    assert max(took) < 2, took


@pytest.mark.parametrize("away", [stopped_broker, deaf_broker])
def test_every_report_is_in_a_queue_in_time(portal: Portal, away: Away) -> None:
    filer = Filer(portal, pace=1 / PER_SECOND)

    with away(portal), watched_queues(portal) as seen:
        filer.file(REPORTS)
        numbers = filer.finish()
        wait_until(lambda: seen.keys() >= set(numbers), 2 * IN_TIME, lambda: f"{len(seen)} of {len(numbers)}")
    portal.start_broker()

    assert len(numbers) == REPORTS
    assert max(seen.values()) <= IN_TIME, sorted(seen.values())[-10:]
    assert_each_routed_once(portal, numbers, within=10)


def test_sending_a_report_takes_no_longer(portal: Portal) -> None:
    normal, gone = [], []
    with ThreadPoolExecutor(3) as tenants:
        writings = list(tenants.map(lambda house: write(portal.url, house=house), [2, 6] * TURNS))

    for turn in range(TURNS):
        away = deaf_broker if turn % 2 else stopped_broker
        normal.append(time_post(writings.pop()))
        with away(portal):
            gone.append(time_post(writings.pop()))
        portal.start_broker()

    ratio = statistics.median(gone) / statistics.median(normal)
    assert ratio <= SANE, f"{ratio:.2f}: {sorted(normal)} {sorted(gone)}"
    assert max(gone) < 3 * max(normal) + 0.5, sorted(gone)
