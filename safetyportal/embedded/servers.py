"""Both embedded servers together, as far as the environment does not name other ones."""

from __future__ import annotations

import os
from contextlib import suppress

from safetyportal.embedded import broker, postgres
from safetyportal.embedded.state import State


def start(state: State, *, tied: bool = False, careless: bool = False) -> None:
    """Run what DATABASE_URL and BROKER_URL leave to us; returns when both answer."""
    with state.only_one():
        if not os.environ.get("DATABASE_URL"):
            postgres.start(state, tied=tied, careless=careless)
        if not os.environ.get("BROKER_URL"):
            broker.start(state, tied=tied)


def stop(state: State) -> None:
    """End both in order; silent when nothing runs."""
    if state.folder.exists():
        with state.only_one():
            broker.stop(state)
            postgres.stop(state)
        if state.sockets != state.run:
            with suppress(OSError):  # not empty: something still runs
                state.sockets.rmdir()


def status(state: State) -> str:
    def word(runs: bool) -> str:
        return "running" if runs else "stopped"

    return (
        f"PostgreSQL {word(postgres.running(state))}, broker {word(broker.running(state))} ({state.folder})"
    )
