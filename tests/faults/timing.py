"""What the tests and the bench measure: the last POST of the wizard, and how soon a report is in a queue."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.faults.walker import Writing
from tests.journeys.processes import Portal

# What partners and desks see now, and how long ago it was filed.
IN_A_QUEUE = """
SELECT report.number, extract(epoch FROM clock_timestamp() - report.filed_at)::float
FROM incidents_report AS report
WHERE report.filed_at >= %s AND EXISTS (
  SELECT FROM partners_referral AS referral
  WHERE referral.case_id = report.case_id AND referral.state = 'released'
)
"""


def time_post(writing: Writing) -> float:
    """Seconds from pressing the last button to the whole answer."""
    began = time.perf_counter()
    answer = writing.press()
    took = time.perf_counter() - began
    assert answer.status == 302, answer.text
    return took


@contextmanager
def watched_queues(portal: Portal) -> Iterator[dict[str, float]]:
    """Number of each report filed from now on and seen in a queue, with the seconds that took (to 0.1 s)."""
    seen: dict[str, float] = {}
    over = threading.Event()
    (since,) = portal.query("SELECT clock_timestamp()")[0]

    def watch() -> None:
        with psycopg.connect(portal.environment["DATABASE_URL"], autocommit=True) as connection:
            while not over.wait(0.1):
                for number, took in connection.execute(IN_A_QUEUE, [since]):
                    seen.setdefault(number, took)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()
