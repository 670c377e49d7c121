"""The portal as real processes on a database and a broker of its own, for journeys and faults.

portal.url                       the web server
portal.worker.kill()             kill -9 of the worker and its children; portal.worker.start() again
portal.stop_broker()             and start_broker(); empty_broker() is FLUSHALL
portal.query("SELECT ...")       rows straight from the portal's database
portal.manage("command")         manage.py on the portal's database
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from safetyportal.embedded import broker, broker_url, database_url, portal
from safetyportal.embedded.state import State
from safetyportal.embedded.supervisor import answers
from safetyportal.env import BASE_DIR

NAMES = ("web", "relay", "worker", "mailer")


class Portal:
    """Its files and its broker are in `folder`; its database is in the PostgreSQL of the test run."""

    def __init__(self, folder: Path, servers: State, database: str, **environment: str) -> None:
        self.state = State(folder)
        self.server_url = os.environ.get("DATABASE_URL") or database_url(servers)
        self.database = database
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.environment = {
            "SAFETYPORTAL_DEMO": "1",
            "SAFETYPORTAL_TESTING": "",
            "SAFETYPORTAL_STATE": str(folder),
            "DATABASE_URL": urlsplit(self.server_url)._replace(path=f"/{database}").geturl(),
            "BROKER_URL": broker_url(self.state),
            "STATIC_ROOT": str(folder / "static"),
            "PUBLIC_URL": self.url,
            "LEAST_SECONDS_TO_WRITE": "0",  # programs write here
            **environment,
        }
        commands = portal.commands(port=self.port, state=self.state)
        self.children = {name: self._child(name, commands[name]) for name in NAMES}
        self.web, self.relay, self.worker, self.mailer = (self.children[name] for name in NAMES)

    def _child(self, name: str, command: list[str]) -> portal.Child:
        pool = {"DATABASE_POOL": "1"} if name == "web" else {}
        # PGAPPNAME: pg_stat_activity says whose connection it is.
        return portal.Child(name, command, self.state, self.environment | pool | {"PGAPPNAME": name})

    def prepare(self) -> None:
        """Database, tables, static files and the small association; no report yet."""
        self.build()
        self.manage("load_demo", "--small", "--no-reports")

    def build(self) -> None:
        """Database, tables and static files; nobody is there yet."""
        self.state.prepare()
        with psycopg.connect(self.server_url, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.database)))
        self.manage("migrate", "--no-input", "-v", "0")
        self.manage("createcachetable", "-v", "0")
        self.manage("compile_texts")
        self.manage("collectstatic", "--no-input", "-v", "0")

    def start(self) -> None:
        self.start_broker()
        for child in self.children.values():
            child.start()
        wait_until(lambda: answers(self.url), 60, lambda: self.last_words("web"))
        for name in ("worker", "mailer"):
            self._wait_until_ready(name)

    def _wait_until_ready(self, name: str) -> None:
        wait_until(lambda: " ready." in self.last_words(name, 200), 60, lambda: self.last_words(name))

    def stop(self) -> None:
        for child in self.children.values():
            child.ask_to_stop()
        for child in self.children.values():
            child.stop()
        self.stop_broker()

    def start_broker(self) -> None:
        broker.start(self.state, tied=True)

    def stop_broker(self) -> None:
        broker.stop(self.state)

    def empty_broker(self) -> None:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(10)
            line.connect(str(self.state.broker_socket))
            line.sendall(b"FLUSHALL\r\n")
            assert line.recv(64).startswith(b"+OK")

    def manage(self, *words: str) -> str:
        return self.run("manage.py", *words)

    def run(self, *words: str) -> str:
        """A program of ours on the portal's database; what it says."""
        done = subprocess.run(
            [sys.executable, *words],
            cwd=BASE_DIR, env={**os.environ, **self.environment}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def query(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run one statement, committed; its rows, when it has any."""
        with psycopg.connect(self.environment["DATABASE_URL"], autocommit=True) as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    def last_words(self, name: str, count: int = 20) -> str:
        log = self.children[name].log
        return "\n".join(log.read_text(errors="replace").splitlines()[-count:]) if log.exists() else ""


def wait_until(
    condition: Callable[[], Any], patience: float = 15, otherwise: Callable[[], str] = lambda: ""
) -> Any:
    """What `condition` gives once that is true; an AssertionError with `otherwise` after `patience` seconds."""
    limit = time.monotonic() + patience
    while not (found := condition()):
        assert time.monotonic() < limit, f"not within {patience} s\n{otherwise()}"
        time.sleep(0.05)
    return found


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])
