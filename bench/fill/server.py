"""An embedded PostgreSQL in .state/fill, with a database for each size. It stays, and runs on until it is stopped."""

from __future__ import annotations

from safetyportal.embedded import database_url, postgres
from safetyportal.embedded.state import State
from safetyportal.env import BASE_DIR

STATE = State(BASE_DIR / ".state" / "fill")


def start() -> None:
    STATE.prepare()
    postgres.start(STATE)


def stop() -> None:
    postgres.stop(STATE)


def database(name: str) -> str:
    """The address of a database there, made if need be."""
    start()
    postgres.make_database(STATE, name)
    return database_url(STATE, name)
