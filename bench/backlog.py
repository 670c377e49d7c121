"""P4: how fast a backlog of unrouted reports is worked off, by relay and workers and by the relay alone, against Celery tasks
that do nothing at all.

python -m bench.backlog                       100,000 reports, a minute of each, twice
python -m bench.backlog --reports 2000 --seconds 10 --rounds 1     a look
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# The stage first: it says where the state is.
from bench import stage  # isort: skip
import psycopg
from psycopg import sql

from bench.figures import table
from safetyportal.embedded import broker, broker_url, database_url, portal, postgres, servers
from safetyportal.embedded.state import State
from safetyportal.env import BASE_DIR

FILLED, USED = "backlog_filled", "backlog"
DONE = "SELECT count(*) FROM incidents_routingorder WHERE done_at IS NOT NULL"
DECIDED = """
SELECT count(*) FROM incidents_routingorder AS asked WHERE asked.done_at IS NOT NULL
  AND (SELECT count(*) FROM partners_routingdecision AS decision WHERE decision.order_id = asked.id) <> 1
"""
AWAY = "redis+socket:///nobody/is/here"


class Backlog:
    """A database with so many reports that wait, of which each measurement gets a copy."""

    def __init__(self, state: State, reports: int) -> None:
        self.state = state
        postgres.make_database(state, FILLED)
        subprocess.run(
            [sys.executable, "-m", "bench.fill", "--cases", str(reports), "--unrouted", "--days", "30"],
            cwd=BASE_DIR, check=True, stdout=subprocess.DEVNULL,
            env={**os.environ, "SAFETYPORTAL_DEMO": "1", "SAFETYPORTAL_TESTING": "", "DATABASE_URL": database_url(state, FILLED)},
        )  # fmt: skip

    @contextmanager
    def copy(self) -> Iterator[str]:
        with postgres.connect(self.state) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(sql.Identifier(USED)))
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(USED), sql.Identifier(FILLED))
            )
        yield database_url(self.state, USED)

    def drain(self, *, workers: int, seconds: float) -> float:
        """Reports routed a second by the relay and so many worker processes; by the relay alone where there is no broker."""
        with self.copy() as address, _fresh_broker(self.state, wanted=bool(workers)) as broker_address:
            environment = {
                "SAFETYPORTAL_DEMO": "1", "SAFETYPORTAL_TESTING": "", "DATABASE_URL": address, "BROKER_URL": broker_address,
            }  # fmt: skip
            commands = portal.commands(port=0, state=self.state)
            children = [portal.Child("backlog-relay", commands["relay"], self.state, environment)]
            if workers:
                command = [*commands["worker"][:-1], str(workers)]
                children.append(portal.Child("backlog-worker", command, self.state, environment))
            return _while(children, lambda: _ask(address, DONE), seconds, lambda: _check(address))


@contextmanager
def _fresh_broker(state: State, *, wanted: bool) -> Iterator[str]:
    broker.stop(state)
    if wanted:
        broker.start(state, tied=True)
    yield broker_url(state) if wanted else AWAY


def nothing(state: State, *, tasks: int, seconds: float) -> float:
    """Tasks a second of two Celery processes that do nothing."""
    with _fresh_broker(state, wanted=True) as address:
        os.environ["BROKER_URL"] = address
        from bench.bare.celery import app
        from bench.bare.celery import nothing as task

        app.conf.broker_url = address
        with app.connection_for_write() as connection:
            for number in range(tasks):
                task.apply_async((number,), connection=connection)
            left = lambda: connection.default_channel.client.llen("celery")  # noqa: E731
            command = [
                sys.executable,
                "-m",
                "celery",
                "-A",
                "bench.bare.celery",
                "worker",
                "-c",
                "2",
                "-l",
                "INFO",
            ]
            environment = {
                "BROKER_URL": address, "DJANGO_SETTINGS_MODULE": "bench.bare.settings", "DATABASE_URL": database_url(state, FILLED),
            }  # fmt: skip
            child = portal.Child("nothing", command, state, environment)
            return _while([child], lambda: tasks - left(), seconds, lambda: None)


def _while(
    children: list[portal.Child], done: Callable[[], int], seconds: float, check: Callable[[], None]
) -> float:
    """What is done a second from the moment that something was, until `seconds` are over or nothing more comes."""
    for child in children:
        child.start()
    try:
        limit = time.monotonic() + 60
        while not (first := done()):
            assert time.monotonic() < limit, children[-1].log.read_text()[-2000:]
            time.sleep(0.05)
        began = last_seen = time.monotonic()
        seen = first
        while time.monotonic() - began < seconds and time.monotonic() - last_seen < 3:
            time.sleep(0.25)
            now = done()
            if now != seen:
                seen, last_seen = now, time.monotonic()
        return (seen - first) / (last_seen - began)
    finally:
        for child in children:
            child.ask_to_stop()
        for child in children:
            child.stop()
        check()


def _ask(address: str, statement: str) -> int:
    with psycopg.connect(address, autocommit=True) as connection:
        (found,) = connection.execute(statement).fetchone() or (0,)  # type: ignore[arg-type]
    return int(found)


def _check(address: str) -> None:
    assert _ask(address, DECIDED) == 0, "an order was routed twice or not at all"


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.backlog", description=__doc__)
    told.add_argument("--reports", type=int, default=100_000)
    told.add_argument("--seconds", type=float, default=60)
    told.add_argument("--rounds", type=int, default=2)
    asked = told.parse_args()
    state = State(stage.FOLDER)
    state.prepare()
    try:
        postgres.start(state, tied=True)
        began = time.monotonic()
        backlog = Backlog(state, asked.reports)
        print(f"{asked.reports} reports wait, made in {time.monotonic() - began:.0f} s", flush=True)
        ways = {
            "nothing, 2 processes": lambda: nothing(
                state, tasks=int(1500 * asked.seconds), seconds=asked.seconds
            ),
            "relay alone": lambda: backlog.drain(workers=0, seconds=asked.seconds),
            "relay and 1 worker": lambda: backlog.drain(workers=1, seconds=asked.seconds),
            "relay and 2 workers": lambda: backlog.drain(workers=2, seconds=asked.seconds),
        }
        found: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(asked.rounds):
            for name in sorted(ways, reverse=bool(turn % 2)):
                found[name].append(ways[name]())
                print(f"{name}: {found[name][-1]:.0f} a second, load {os.getloadavg()[0]:.1f}", flush=True)
        bare = found["nothing, 2 processes"]
        rows = [
            [
                name,
                f"{statistics.median(each):.0f}",
                f"{statistics.median(map(lambda a, b: a / b, each, bare)):.3f}",
            ]
            for name, each in found.items()
        ]
        print(table(["who routes", "reports a second", "of nothing"], rows))
    finally:
        servers.stop(state)
        stage.shutil.rmtree(stage.FOLDER, ignore_errors=True)


if __name__ == "__main__":
    main()
