"""Reports filed through the verb, by a process of its own on the portal's database.

Filer(portal)          starts the process
filer.file(20)         returns at once; 20 reports of varied kinds and places follow, `pace` seconds apart
filer.finish()         waits for all of them; their numbers
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from random import Random
from typing import Any
from uuid import uuid4

from safetyportal.env import BASE_DIR
from tests.journeys.processes import Portal

# Each goes to a desk or partner at once, whatever else was reported there.
KINDS = ("VUI-ALG", "GEL-MUZ", "VUI-ONG", "BUR-RUZ", "VUI-STA", "VEI-VAN", "WFR-ONR", "OVE-OVE")


class Filer:
    def __init__(self, portal: Portal, *, pace: float = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.filing", str(pace)],
            cwd=BASE_DIR, env={**os.environ, **portal.environment},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdin and self.process.stdout
        self.orders, self.numbers = self.process.stdin, self.process.stdout
        assert self.numbers.readline() == "ready\n"

    def file(self, count: int) -> None:
        self.orders.write(f"{count}\n")
        self.orders.flush()

    def finish(self) -> list[str]:
        said, _ = self.process.communicate(timeout=300)
        assert self.process.returncode == 0
        return said.split()


def main(pace: float) -> None:
    import django

    django.setup()
    random = Random("filing")
    print("ready", flush=True)
    for line in sys.stdin:
        due = time.monotonic()
        for _ in range(int(line)):
            time.sleep(max(0, due - time.monotonic()))
            due += pace
            print(_file_one(random), flush=True)


def _file_one(random: Random) -> str:
    from django.utils import timezone

    from incidents.intake.reporting import file_report
    from tests.world import CODE_HASH, anonymous, filing

    who = {"reporter": anonymous()} if random.random() < 0.5 else {}
    told = filing(random.choice(KINDS), place=_place(random), **who)
    filed = file_report(
        filing=told, draft_key=uuid4(), code_hash=CODE_HASH, by=None, at=timezone.now()
    )  # fmt: skip
    return str(filed.number)


def _place(random: Random) -> Any:
    """A home, a shared space, or (one in ten) somewhere that is not in our list."""
    from complexes.models import Home, Space
    from incidents.intake.filing import Place
    from incidents.rules.answers import PlaceKind

    turn = random.random()
    if turn < 0.1:
        return Place(PlaceKind.UNKNOWN, text="Bij de oude school")
    if turn < 0.5:
        home = random.choice(Home.objects.select_related("complex", "entrance").order_by("pk")[:200])
        return Place(PlaceKind.HOME, home.complex, home.entrance)
    space = random.choice(Space.objects.select_related("complex", "entrance").order_by("pk")[:200])
    return Place(PlaceKind.SPACE, space.complex, space.entrance, space)


if __name__ == "__main__":
    main(float(sys.argv[1]))
