"""Whether time tells that a number exists: two pages, asked in turns about numbers that exist and that do not.

    .venv/bin/python -m bench.code_guessing [--numbers 100] [--rounds 6]

In a round every number is asked about once on each page, known, unknown, unknown, known, …, one after the other, each from a client
address of its own. A ratio is taken within a round. Alike is what stays within 0.9 to 1.1; the exit status says so.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="safetyportal-bench-"))
os.environ |= {"SAFETYPORTAL_STATE": str(FOLDER), "SAFETYPORTAL_TESTING": "1"}

from bench.figures import percentile, ratio, table  # noqa: E402
from bench.load import TOKEN, post, posts_in_turn  # noqa: E402
from safetyportal.embedded import servers  # noqa: E402 - it reads where the state is
from safetyportal.embedded.state import State  # noqa: E402
from safetyportal.env import BASE_DIR  # noqa: E402
from tests.journeys.processes import Portal  # noqa: E402

ALIKE = (0.9, 1.1)
MOST_ROUNDS = 9  # ten wrong codes close a number
PAGES = {
    "wrong code": ("/volgen/", {"code": "0000-0000-0000-0000"}),
    "lost code": ("/volgen/code-kwijt/", {"email": "aisha@example.nl"}),
}


class Guesser:
    """Asks about numbers, never twice from the same address."""

    def __init__(self, portal: Portal) -> None:
        self.port = portal.port
        self.asked = 0

    def ask(self, page: str, numbers: list[str]) -> list[float]:
        path, fields = PAGES[page]
        found = posts_in_turn(
            self.port, [self._request(path, fields | {"number": one}) for one in numbers], connections=1
        )
        assert {answer.status for answer in found} == {200}, {answer.status for answer in found}
        return [answer.took for answer in sorted(found, key=lambda answer: answer.request)]

    def _request(self, path: str, fields: dict[str, str]) -> bytes:
        self.asked += 1
        address = f"10.{self.asked >> 16}.{self.asked >> 8 & 255}.{self.asked & 255}"
        return post(path, fields, {"csrf": TOKEN}, stay=True, told={"X-Forwarded-For": address})


def compare(guesser: Guesser, page: str, known: list[str], unknown: list[str], rounds: int) -> list[str]:
    """A row of the table: milliseconds, and the ratios of the medians and of the slowest tenth."""
    sides: dict[bool, list[list[float]]] = {True: [], False: []}
    for _ in range(rounds):
        turns = [
            pair
            for place, (one, other) in enumerate(zip(known, unknown, strict=True))
            for pair in (((True, one), (False, other))[:: -1 if place % 2 else 1])
        ]
        took = guesser.ask(page, [number for _, number in turns])
        for side, found in sides.items():
            found.append([one for one, (is_known, _) in zip(took, turns, strict=True) if is_known == side])
    middle = {side: [statistics.median(one) for one in found] for side, found in sides.items()}
    late = {side: [percentile(one, 90) for one in found] for side, found in sides.items()}
    return [
        page,
        *(f"{1000 * statistics.median(middle[side]):.2f}" for side in (True, False)),
        ratio(middle[True], middle[False]),
        ratio(late[True], late[False]),
    ]


def filed(portal: Portal, count: int) -> tuple[list[str], list[str]]:
    """Numbers of reports that exist, and as many that do not."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.code_guessing", "--file", str(count)],
        cwd=BASE_DIR, env={**os.environ, **portal.environment}, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    numbers = done.stdout.split()
    return numbers[:count], numbers[count:]


def _file(count: int) -> None:
    import django

    django.setup()
    from incidents.rules.numbers import make_number
    from tests.world import file

    print(*(file("GEL-MUZ").number for _ in range(count)), *(make_number("M") for _ in range(count)))


def main() -> int:
    told = argparse.ArgumentParser()
    told.add_argument("--numbers", type=int, default=100)
    told.add_argument("--rounds", type=int, default=6, choices=range(1, MOST_ROUNDS + 1))
    told.add_argument("--file", type=int, help=argparse.SUPPRESS)
    asked = told.parse_args()
    if asked.file:
        shutil.rmtree(FOLDER, ignore_errors=True)
        _file(asked.file)
        return 0
    state = State(FOLDER)
    try:
        servers.start(state, tied=True)
        portal = Portal(FOLDER / "ours", state, "ours", TRUSTED_PROXIES="1")
        portal.prepare()
        try:
            portal.start()
            known, unknown = filed(portal, asked.numbers)
            guesser = Guesser(portal)
            for page in PAGES:  # warm
                guesser.ask(page, unknown[:20])
            rows = [compare(guesser, page, known, unknown, asked.rounds) for page in PAGES]
        finally:
            portal.stop()
    finally:
        servers.stop(state)
        shutil.rmtree(FOLDER, ignore_errors=True)
    print(table(["page", "known ms", "unknown ms", "ratio of medians", "ratio of the 90th"], rows))
    return 0 if all(ALIKE[0] <= float(row[3].split()[0]) <= ALIKE[1] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
