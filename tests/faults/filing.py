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

from safetyportal.env import BASE_DIR
from tests.journeys.processes import Portal

# All of them go to a desk or partner at once; some also give a proposal.
KINDS = ("VUI-ALG", "DRU-GEB", "GEL-MUZ", "VEI-GRP", "VUI-ONG", "BUR-RUZ", "VUI-STA", "VEI-VAN")


class Filer:
    def __init__(self, portal: Portal, *, seed: int = 1, pace: float = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.filing", str(seed), str(pace)],
            cwd=BASE_DIR, env={**os.environ, **portal.environment},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._out.readline() == "ready\n"

    @property
    def _out(self):
        assert self.process.stdout
        return self.process.stdout

    def file(self, count: int) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()

    def finish(self) -> list[str]:
        said, _ = self.process.communicate(timeout=300)
        assert self.process.returncode == 0
        return said.split()


def main(seed: int, pace: float) -> None:
    import tests.conftest  # noqa: F401


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
