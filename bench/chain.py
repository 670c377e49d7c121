"""P3b: POST, relay and worker on the same cores; every report routed, against the bare form POST alone."""

from __future__ import annotations

import time

from bench.figures import table
from bench.last_post import CONNECTIONS, Side, bare_post
from bench.load import posts_in_turn
from bench.stage import Bare, Ours
from bench.writing import posts
from tests.faults.oracle import WAITING
from tests.journeys.processes import wait_until


def measure(ours: Ours, bare: Bare, *, rounds: int, reports: int) -> str:
    measured = Side()
    rows = []
    for turn in range(rounds):
        drafts = list(posts(ours, reports, stay=True).values())
        wait_until(lambda: ours.query(WAITING)[0][0] == 0, 120)
        measured.run(bare.port, [bare_post()] * (2 * reports))
        began = time.monotonic()
        posts_in_turn(ours.port, drafts, connections=CONNECTIONS)
        posted = time.monotonic() - began
        backlog = ours.query(WAITING)[0][0] / reports
        wait_until(lambda: ours.query(WAITING)[0][0] == 0, 300)
        routed = reports / (time.monotonic() - began)
        rows.append(
            [
                f"{turn + 1}",
                f"{measured.per_second[-1]:.0f}",
                f"{reports / posted:.0f}",
                f"{100 * backlog:.0f} %",
                f"{routed:.0f}",
                f"{routed / measured.per_second[-1]:.2f}",
            ]
        )
    head = ["round", "bare POST/s", "POST/s", "backlog after", "routed/s with it", "ratio"]
    return table(head, rows)
