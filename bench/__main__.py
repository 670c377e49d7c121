"""make bench: how far the portal is from the least that the same server and database could do. See bench/README.md."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

# The stage first: it says where the state is.
from bench import stage  # isort: skip
from bench import chain, last_post, visible

MAILS = "SELECT count(*) FROM notices_notice WHERE sent_at IS NULL AND dead_at IS NULL"
PARTS = ["post", "visible", "chain"]


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    told.add_argument("part", nargs="?", choices=PARTS, help="one part; without it all of them")
    told.add_argument("--quick", action="store_true", help="a look; too short for a figure to keep")
    asked = told.parse_args()
    short, parts = asked.quick, [asked.part] if asked.part else PARTS
    with stage.stage() as (ours, bare):
        if "post" in parts:
            rounds, reports = (2, 300) if short else (8, 800)
            _say("P1", lambda: last_post.measure(ours, bare, rounds=rounds, reports=reports))
        if parts != ["post"]:
            bare.worker.start()
            ours.hands(start=True)
            _route_what_waits(ours)
        if "visible" in parts:
            seconds, rounds = (10, 1) if short else (20, 2)
            _say("P3", lambda: visible.measure(ours, bare, paces=(2, 5, 50), seconds=seconds, rounds=rounds))
        if "chain" in parts:
            rounds, reports = (1, 500) if short else (3, 1500)
            _say("P3b", lambda: chain.measure(ours, bare, rounds=rounds, reports=reports))


def _route_what_waits(ours: stage.Ours) -> None:
    """The reports of P1, and their mails: what still waits would be measured as slowness of the next part."""
    stage.wait_until(lambda: ours.query(chain.WAITING)[0][0] == 0 and ours.query(MAILS)[0][0] == 0, 1800)
    time.sleep(1)


def _say(name: str, measure: Callable[[], str]) -> None:
    began = time.monotonic()
    found = measure()
    print(f"\n{name} ({time.monotonic() - began:.0f} s)\n{found}", flush=True)


if __name__ == "__main__":
    main()
