"""python -m bench.lists: how long lists and pages take of 10,000, 100,000 and 1,000,000 cases, against a bare page of 50.

Databases that are not there yet are filled first (bench.fill), on the embedded PostgreSQL of .state/fill, and stay.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

os.environ.pop("DATABASE_URL", None)
import psycopg

from bench.figures import percentile, table
from bench.fill import server
from bench.load import get, posts_in_turn
from safetyportal.embedded import portal
from safetyportal.embedded.supervisor import answers
from safetyportal.env import BASE_DIR
from tests.journeys.processes import Portal, free_port, wait_until

SIZES = (10_000, 100_000, 1_000_000)
BARE = "bare"
BARE_LINES = """
INSERT INTO bare_line (title, place, kind, status, holder, created_at)
SELECT 'Afval in het trappenhuis ' || n, 'Acacialaan ' || n %% 90 || ', trappenhuis', 'VUI-ALG',
  CASE n %% 10 WHEN 0 THEN 'new' WHEN 1 THEN 'triage' ELSE 'closed' END, 'Marieke Korenaar', now() - n * interval '3 minutes'
FROM generate_series(1, %s) AS n
"""


@dataclass
class Timed:
    """One page at one size: what it asks for, and how long it took, in milliseconds, in the order of the rounds."""

    port: int
    request: bytes
    told: dict[str, Any]
    took: list[float] = field(default_factory=list)

    def ask(self, times: int) -> None:
        found = posts_in_turn(self.port, [self.request] * times, connections=1)
        assert {answer.status for answer in found} == {200}, {answer.status for answer in found}
        self.took += [1000 * answer.took for answer in found]

    def at(self, percent: int) -> float:
        return percentile(self.took, percent)


def filled(cases: int) -> str:
    """The name of the database with so many cases."""
    name = f"fill_{cases}"
    url = server.database(name)
    if not is_filled(url):
        words = [sys.executable, "-m", "bench.fill", "--cases", str(cases)]
        subprocess.run(words, cwd=BASE_DIR, check=True, env={**os.environ, "DATABASE_URL": url})
    return name


def is_filled(url: str) -> bool:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT to_regclass('incidents_case') IS NOT NULL").fetchone()
    return bool(row and row[0])


def site(folder: Path, name: str, stack: ExitStack) -> Portal:
    """A portal with its web on a database that is filled."""
    ours = Portal(folder / name, server.STATE, name)
    ours.state.prepare()
    for words in (
        ("migrate", "--no-input", "-v", "0"),
        ("compile_texts",),
        ("collectstatic", "--no-input", "-v", "0"),
    ):
        ours.manage(*words)
    ours.web.start()
    stack.callback(ours.web.stop)
    wait_until(lambda: answers(ours.url), 60, lambda: ours.last_words("web"))
    return ours


def bare_site(beside: Portal, lines: int, stack: ExitStack) -> int:
    """The port of the bare site, with as many lines as the largest portal has cases."""
    url, port = server.database(BARE), free_port()
    environment = {"DJANGO_SETTINGS_MODULE": "bench.bare.settings", "DATABASE_URL": url}
    for words in (("makemigrations", "bare", "--dry-run"), ("migrate", "--run-syncdb")):
        subprocess.run(
            [sys.executable, "-m", "django", *words],
            cwd=BASE_DIR, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("TRUNCATE bare_line")
        connection.execute(BARE_LINES, [lines])
        connection.execute("VACUUM ANALYZE bare_line")
    command = portal.commands(port=port, state=beside.state)["web"]
    command = ["bench.bare.wsgi" if word == "safetyportal.wsgi" else word for word in command]
    web = portal.Child("bare-web", command, beside.state, environment | {"DATABASE_POOL": "1"})
    web.start()
    stack.callback(web.stop)
    wait_until(lambda: answers(f"http://localhost:{port}/lines/"), 60)
    return port


def pages(ours: Portal, *, explain: bool, module: str = "bench.pages") -> dict[tuple[str, str], Timed]:
    """By name and person, ready to be asked for; counted meanwhile."""
    words = [sys.executable, "-m", module, *(["--explain"] if explain else [])]
    done = subprocess.run(
        words,
        cwd=BASE_DIR,
        env={**os.environ, **ours.environment},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {
        (one["name"], one["who"]): Timed(ours.port, get(one["path"], {"portal": one["cookie"]}), one)
        for one in told
    }


def measure(
    sizes: list[int],
    *,
    rounds: int,
    times: int,
    filled: Callable[[int], str],
    pages: Callable[[Portal], dict[tuple[str, str], Timed]],
) -> str:
    folder = Path(tempfile.mkdtemp(prefix="safetyportal-lists-"))
    try:
        with ExitStack() as stack:
            sites = [site(folder, filled(size), stack) for size in sizes]
            port = bare_site(sites[0], max(sizes), stack)
            sides = [pages(ours) for ours in sites]
            bare = Timed(port, get("/lines/", {}), {})
            _in_turn(bare, sides, rounds, times)
            return told(sizes, bare, sides)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _in_turn(bare: Timed, sides: list[dict[tuple[str, str], Timed]], rounds: int, times: int) -> None:
    """Of each page the sizes one after the other, up and down, and the bare page among them."""
    for turn in range(-1, rounds):  # the first round warms
        for page in sides[0]:
            row = [bare, *(side[page] for side in sides)]
            for one in row[:: -1 if turn % 2 else 1]:
                one.ask(times if turn >= 0 else 4)
        if turn < 0:
            for one in [bare, *(one for side in sides for one in side.values())]:
                one.took.clear()
        print(f"round {turn + 1} of {rounds}", file=sys.stderr, flush=True)


def told(sizes: list[int], bare: Timed, sides: list[dict[tuple[str, str], Timed]]) -> str:
    """Ratios: the largest size to the bare page, and to the smallest size."""
    head = [
        "page",
        "who",
        "statements",
        "blocks",
        "planning ms",
        *(f"{size:,} p50 / p95 ms" for size in sizes),
    ]
    head += ["of bare p50 / p95", "growth p50 / p95", "last of first p50 / p95"]
    rows = [["bare page of 50", "-", "1", "", "", *([""] * (len(sizes) - 1)), _ms(bare), "1", "", ""]]
    for page in sides[0]:
        each = [side[page] for side in sides]
        first = sides[-1].get((each[0].told["like"], page[1]))
        rows.append(
            [
                *page,
                _span([one.told["statements"] for one in each]),
                " ".join(f"{one.told['blocks']:,}" for one in each),
                f"{each[-1].told['planning']:.1f}",
                *map(_ms, each),
                _ratio(each[-1], bare),
                _ratio(each[-1], each[0]),
                _ratio(each[-1], first) if first else "",
            ]
        )
    return table(head, rows)


def _span(counts: list[int]) -> str:
    return str(counts[0]) if len(set(counts)) == 1 else f"{min(counts)}-{max(counts)}"


def _ratio(one: Timed, other: Timed) -> str:
    return " / ".join(f"{one.at(part) / other.at(part):.2f}" for part in (50, 95))


def _ms(one: Timed) -> str:
    return f"{one.at(50):.1f} / {one.at(95):.1f}"


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    asked.add_argument("--rounds", type=int, default=8)
    asked.add_argument("--times", type=int, default=10, help="how often a page is asked for in a round")
    asked.add_argument(
        "--explain", action="store_true", help="show the plans that are slow to make or look at much"
    )
    got = asked.parse_args()
    ready = partial(pages, explain=got.explain)
    print(measure(sorted(got.sizes), rounds=got.rounds, times=got.times, filled=filled, pages=ready))


if __name__ == "__main__":
    main()
