"""Ways to break a running portal: kill its processes, hold a table, put a broker in place that never answers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from psycopg import sql

from safetyportal.embedded.portal import Child
from tests.journeys.processes import Portal


def restart(child: Child) -> None:
    child.stop()
    child.start()


def kill_web_workers(portal: Portal) -> int:
    """kill -9 of the processes that answer requests; the master that starts new ones lives. How many died."""
    pids = children_of(portal.web.pid)
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(pids)


def children_of(parent: int) -> list[int]:
    if Path("/proc/self/stat").exists():
        pairs = [_pid_and_parent(folder) for folder in Path("/proc").glob("[0-9]*")]
    else:
        listed = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True)
        pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    return [pair[0] for pair in pairs if pair and pair[1] == parent]


def _pid_and_parent(folder: Path) -> tuple[int, ...]:
    try:
        after_name = (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ()
    return int(folder.name), int(after_name[1])


@contextmanager
def held(portal: Portal, table: str) -> Iterator[None]:
    """Nobody writes to `table` meanwhile: who tries stands still in the middle of his transaction."""
    with psycopg.connect(portal.environment["DATABASE_URL"]) as connection:
        connection.execute(sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(sql.Identifier(table)))
        yield
        connection.rollback()


@contextmanager
def deaf_broker(portal: Portal) -> Iterator[None]:
    """The broker is gone, and at its address somebody takes every call and never says a word."""
    portal.stop_broker()
    path = portal.state.broker_socket
    path.unlink(missing_ok=True)
    callers: list[socket.socket] = []
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen(128)

    def take_calls() -> None:
        with suppress(OSError):  # the listener was shut
            while True:
                callers.append(listener.accept()[0])

    thread = threading.Thread(target=take_calls)
    thread.start()
    try:
        yield
    finally:
        # A close alone would leave accept() waiting and callers believing.
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for line in [*callers, listener]:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        path.unlink(missing_ok=True)


@contextmanager
def stopped_broker(portal: Portal) -> Iterator[None]:
    portal.stop_broker()
    yield
