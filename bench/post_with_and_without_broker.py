"""What a tenant and a partner notice of a broker that is stopped, or that accepts and never answers.

    .venv/bin/python -m bench.post_with_and_without_broker [--turns 60] [--reports 200] [--per-second 2]

Two portals with a database each stand beside each other; one of them loses its broker. The last POST of the wizard is
timed in turns (with, without, without, with, ...), and halfway the portals change places, so that neither load nor the
one portal's luck makes the difference. The row "working" compares two whole portals: that is how much chance does.
Then reports at a steady pace: how long until each is in the queue of a desk or partner.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="safetyportal-bench-"))
os.environ |= {"SAFETYPORTAL_STATE": str(FOLDER), "SAFETYPORTAL_TESTING": "1"}

from safetyportal.embedded import servers  # noqa: E402 - it reads where the state is
from safetyportal.embedded.state import State  # noqa: E402
from tests.faults.breaking import deaf_broker, restart, stopped_broker  # noqa: E402
from tests.faults.filing import Filer  # noqa: E402
from tests.faults.oracle import WAITING, assert_each_routed_once  # noqa: E402
from tests.faults.timing import time_post, watched_queues  # noqa: E402
from tests.faults.walker import write  # noqa: E402
from tests.journeys.processes import Portal, wait_until  # noqa: E402

Away = Callable[[Portal], AbstractContextManager[None]]
BROKERS: dict[str, Away] = {
    "working": lambda portal: nullcontext(),
    "stopped": stopped_broker,
    "deaf": deaf_broker,
}
IN_TIME = 10.0


@contextmanager
def two_portals() -> Iterator[tuple[Portal, Portal]]:
    state = State(FOLDER)
    try:
        servers.start(state, tied=True)
        with ExitStack() as stack:
            one, other = (
                Portal(FOLDER / name, state, name, REPORTS_PER_HOUR_PER_CLIENT="100000")
                for name in ("one", "other")
            )
            for portal in (one, other):
                portal.prepare()
                stack.callback(portal.stop)
                portal.start()
            yield one, other
    finally:
        servers.stop(state)
        shutil.rmtree(FOLDER, ignore_errors=True)


@contextmanager
def without(portal: Portal, away: Away) -> Iterator[None]:
    """The broker away, and the relay knowing it; afterwards all well again."""
    with away(portal):
        post(portal)
        yield
    portal.start_broker()
    restart(portal.relay)


def post(portal: Portal) -> float:
    """The seconds of one last POST; returns when its report is routed, so that the next one has quiet."""
    writing = write(portal.url)
    routed(portal)
    took = time_post(writing)
    routed(portal)
    return took


def routed(portal: Portal) -> None:
    wait_until(lambda: portal.query(WAITING)[0][0] == 0, 60)


def compare(one: Portal, other: Portal, away: Away, turns: int) -> tuple[list[float], list[float]]:
    """Seconds of the POST with a broker and without, in turns."""
    took: dict[bool, list[float]] = {True: [], False: []}
    for has_broker, has_none in ((one, other), (other, one)):
        with without(has_none, away):
            for turn in range(turns // 2):
                for whole in (True, False) if turn % 2 else (False, True):
                    took[whole].append(post(has_broker if whole else has_none))
    return took[True], took[False]


def steady(portal: Portal, away: Away, reports: int, per_second: float) -> list[float]:
    """Seconds until each report was in a queue, from the moment the broker went away."""
    filer = Filer(portal, pace=1 / per_second)
    with away(portal), watched_queues(portal) as seen:
        filer.file(reports)
        numbers = filer.finish()
        wait_until(lambda: seen.keys() >= set(numbers), 60)
    portal.start_broker()
    restart(portal.relay)
    assert_each_routed_once(portal, numbers, within=60)
    return sorted(seen.values())


def main() -> None:
    told = argparse.ArgumentParser()
    told.add_argument("--turns", type=int, default=60)
    told.add_argument("--reports", type=int, default=200)
    told.add_argument("--per-second", type=float, default=2)
    asked = told.parse_args()
    with two_portals() as (one, other):
        for portal in (one, other):
            for _ in range(5):
                post(portal)
        print(f"Last POST of the wizard, {asked.turns} in turns, median (95th percentile) in ms")
        print(f"{'broker':10}{'with':>16}{'without':>16}{'ratio of medians':>20}")
        for name, away in BROKERS.items():
            whole, gone = compare(one, other, away, asked.turns)
            ratio = statistics.median(gone) / statistics.median(whole)
            print(f"{name:10}{_shown(whole):>16}{_shown(gone):>16}{ratio:>20.3f}", flush=True)
        print(f"\n{asked.reports} reports at {asked.per_second:g} a second, seconds until in a queue")
        print(f"{'broker':10}{'median':>10}{'95th':>10}{'longest':>10}{f'within {IN_TIME:g} s':>14}")
        for name, away in BROKERS.items():
            took = steady(one, away, asked.reports, asked.per_second)
            middle, late = statistics.median(took), took[int(0.95 * len(took))]
            good = sum(one <= IN_TIME for one in took)
            print(
                f"{name:10}{middle:>10.2f}{late:>10.2f}{took[-1]:>10.2f}{f'{good}/{len(took)}':>14}",
                flush=True,
            )


def _shown(seconds: list[float]) -> str:
    return f"{1000 * statistics.median(seconds):.1f} ({1000 * sorted(seconds)[int(0.95 * len(seconds))]:.0f})"


if __name__ == "__main__":
    main()
