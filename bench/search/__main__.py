"""P7, python -m bench.search: the page of results at 10,000, 100,000 and 1,000,000 cases, against a bare page of 50.

For who sees all, half, and one case in two hundred. Databases that are not there yet are filled first, on the embedded
PostgreSQL of .state/fill as search_10000 and so on, and stay.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from functools import partial

from bench import lists
from bench.fill import server
from safetyportal.env import BASE_DIR


def filled(cases: int) -> str:
    """The name of the database with so many cases."""
    name = f"search_{cases}"
    url = server.database(name)
    if not lists.is_filled(url):
        words = [sys.executable, "-m", "bench.search.filling", "--cases", str(cases)]
        subprocess.run(words, cwd=BASE_DIR, check=True, env={**os.environ, "DATABASE_URL": url})
    return name


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=list(lists.SIZES))
    asked.add_argument("--rounds", type=int, default=8)
    asked.add_argument("--times", type=int, default=8, help="how often a page is asked for in a round")
    asked.add_argument("--explain", action="store_true", help="show the plans that look at much")
    got = asked.parse_args()
    pages = partial(lists.pages, explain=got.explain, module="bench.search.pages")
    print(lists.measure(sorted(got.sizes), rounds=got.rounds, times=got.times, filled=filled, pages=pages))


if __name__ == "__main__":
    main()
