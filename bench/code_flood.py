"""An hour of guessing: 10 a second from 1,000 addresses, at one number and at many; how many codes are really compared.

    .venv/bin/python -m bench.code_flood

The portal's own verb on a database of its own, with the clock of that hour handed in. Hashes are made cheap, because how many guesses
pass does not hang on their price. Prints a table; the exit status says whether all is within the limits.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="safetyportal-bench-"))
GUESSING = "SAFETYPORTAL_BENCH_GUESSING"  # set in the process that guesses
PER_SECOND, ADDRESSES, NUMBERS = 10, 1000, 2000
HOUR = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)


def guess(numbers: list[str], at: datetime) -> tuple[Counter[str], Counter[str], int]:
    """By number and by address how many codes were compared, and how many were right."""
    from incidents.pages import followup
    from incidents.rules.numbers import make_code

    by_number: Counter[str] = Counter()
    by_address: Counter[str] = Counter()
    hits = 0
    for turn in range(3600 * PER_SECOND):
        number, address = numbers[turn % len(numbers)], f"10.0.{turn % ADDRESSES // 250}.{turn % 250}"
        moment = at + timedelta(seconds=turn / PER_SECOND)
        try:
            hits += followup.enter(number=number, code=make_code(), client=address, at=moment) is not None
        except followup.TooManyTries:
            continue
        by_number[number] += 1
        by_address[address] += 1
    return by_number, by_address, hits


def guessing() -> int:
    import django

    django.setup()
    from argon2 import PasswordHasher

    from bench.figures import table
    from incidents.following import codes
    from incidents.pages import followup
    from incidents.rules.numbers import make_number
    from safetyportal.notices.models import Alarm
    from tests.world import file

    codes.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    known = [file("GEL-MUZ").number for _ in range(NUMBERS // 10)]
    aims = {
        "one number": known[:1],
        "many numbers": known + [make_number("M") for _ in range(NUMBERS - len(known))],
    }
    rows, good = [], True
    for hour, (aim, numbers) in enumerate(aims.items()):
        at = HOUR + timedelta(hours=hour)
        by_number, by_address, hits = guess(numbers, at)
        most = max(by_number.values()), max(by_address.values())
        alarms = Alarm.objects.filter(code=Alarm.Code.CODE_GUESSING, subject=f"{at:%Y-%m-%d %H}").count()
        rows.append([aim, *map(str, (3600 * PER_SECOND, by_number.total(), *most, hits, alarms))])
        within = most[0] <= followup.FAILURES_PER_NUMBER and most[1] <= followup.FAILURES_PER_ADDRESS
        good = good and within and hits == 0 and alarms == 1
    print(
        table(["guesses at", "asked", "compared", "most a number", "most an address", "hits", "alarms"], rows)
    )
    return 0 if good else 1


def main() -> int:
    """Servers and a database for the process that guesses."""
    os.environ |= {"SAFETYPORTAL_STATE": str(FOLDER), "SAFETYPORTAL_TESTING": "1"}
    from safetyportal.embedded import servers
    from safetyportal.embedded.state import State
    from tests.journeys.processes import Portal

    state = State(FOLDER)
    try:
        servers.start(state, tied=True, careless=True)
        portal = Portal(FOLDER / "ours", state, "ours")
        portal.prepare()
        environment = {**os.environ, **portal.environment, GUESSING: "1"}
        return subprocess.run(
            [sys.executable, "-m", "bench.code_flood"], env=environment, check=False
        ).returncode
    finally:
        servers.stop(state)
        shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    if os.environ.get(GUESSING):
        FOLDER.rmdir()
        sys.exit(guessing())
    sys.exit(main())
