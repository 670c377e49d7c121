"""python -m bench.fill --cases 130000: an invented association with years of work. See bench/README.md.

Into a database of its own on an embedded PostgreSQL in .state/fill, which stays; or where DATABASE_URL says.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from datetime import UTC, datetime

# The keys that demo and tests share; said before the settings are read.
os.environ.setdefault("SAFETYPORTAL_DEMO", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safetyportal.settings")

from bench.fill import server


def main() -> int:
    told = argparse.ArgumentParser(prog="python -m bench.fill", description=__doc__)
    told.add_argument("--cases", type=int, default=130_000)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument(
        "--at", type=datetime.fromisoformat, help="the moment that is now, as 2026-11-26T12:00+01:00"
    )
    told.add_argument(
        "--days",
        type=int,
        default=7 * 365,
        help="over how many days; fewer give a small association a full inbox",
    )
    told.add_argument("--unrouted", action="store_true", help="a backlog: reports that nobody routed yet")
    told.add_argument("--demo", action="store_true", help="into the demo's database, beside what is there")
    told.add_argument("--more", action="store_true", help="also where there are reports already")
    told.add_argument("--stop", action="store_true", help="only stop the server of .state/fill")
    asked = told.parse_args()
    if asked.stop:
        server.stop()
        return 0
    if not asked.demo and not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = server.database(f"fill_{asked.cases}")
    return _fill(asked)


def _fill(asked: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.core.management import call_command

    from bench.fill.filling import CODE, fill
    from incidents.models import Report
    from safetyportal.demo.people import DEMO_PASSWORD
    from safetyportal.health import violations

    began, at = time.monotonic(), asked.at or datetime.now(UTC)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if Report.objects.exists() and not (asked.more or asked.demo):
        print("There are reports in this database already; --more fills it further.", file=sys.stderr)
        return 1
    filled = fill(cases=asked.cases, seed=asked.seed, at=at, days=asked.days, unrouted=asked.unrouted)
    took = time.monotonic() - began
    for table, rows in filled.rows.items():
        print(f"{rows:>12,} {table}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{sum(filled.rows.values()):>12,} rows in {took:.0f} s, with {memory} MB at most")
    # I7 is about relay and worker, which do not run here; a backlog waits, and nobody was called.
    unseen = {"I7", "I1", "I4", "I9"} if asked.unrouted else {"I7"}
    broken = [one for one in violations(at=datetime.now(UTC)) if one.code not in unseen]
    print(f"Invariants: {broken or 'all hold'}")
    print(f"DATABASE_URL={os.environ.get('DATABASE_URL', '')}")
    print(
        f"Sign in as triage1@vulling.example.nl, password {DEMO_PASSWORD}; the code of every report is {CODE}."
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
