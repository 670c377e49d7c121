"""python -m safetyportal.embedded.demo run | stop | reset: what make demo, make stop and make demo-reset call."""

from __future__ import annotations

import argparse
import ctypes
import fcntl
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from safetyportal.embedded import portal, servers
from safetyportal.embedded.state import EmbeddedError, State
from safetyportal.embedded.supervisor import LOCK, Supervisor, say
from safetyportal.env import STATE_DIR


@contextmanager
def the_only_demo(state: State, url: str) -> Iterator[None]:
    """One demo per checkout. The kernel lets go of the lock when we die, however we die."""
    state.prepare()
    with (state.folder / LOCK).open("a+") as lock:
        if not locked(lock):
            lock.seek(0)
            raise EmbeddedError(
                f"Safetyportal already runs on {lock.read().split()[-1]} (make stop ends it)."
            )
        lock.truncate(0)
        lock.write(f"{os.getpid()} {url}")
        lock.flush()
        yield


def locked(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def stop(state: State) -> None:
    """End the demo of this checkout, wherever it runs, and the servers."""
    if not state.folder.exists():
        return
    with (state.folder / LOCK).open("a+") as lock:
        lock.seek(0)
        if not locked(lock):
            os.kill(int(lock.read().split()[0]), signal.SIGTERM)
            fcntl.flock(lock, fcntl.LOCK_EX)
    portal.clear_leftovers(state, [*portal.commands(port=0, state=state)])
    servers.stop(state)


def reset(state: State) -> None:
    """Stop, and throw away the demo's data."""
    if os.environ.get("DATABASE_URL"):
        raise EmbeddedError("DATABASE_URL is set: that database is yours, empty it yourself.")
    stop(state)
    for folder in [
        *state.folder.glob("postgres-*"),
        state.folder / "broker",
        state.folder / "mail",
        state.stand_in,
    ]:
        shutil.rmtree(folder, ignore_errors=True)
    say("The demo's data is gone; make demo loads it anew.")


def end_with_parent() -> None:
    """make is our parent: when it is killed, nobody could stop us from the terminal any more."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m safetyportal.embedded.demo", description=__doc__)
    parser.add_argument("verb", choices=["run", "stop", "reset"])
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--end-with-parent", action="store_true")
    chosen = parser.parse_args()
    state = State(STATE_DIR)
    try:
        if chosen.verb == "run":
            if chosen.end_with_parent:
                end_with_parent()
            demo = Supervisor(state, chosen.port)
            with the_only_demo(state, demo.url):
                demo.run()
        elif chosen.verb == "stop":
            stop(state)
        else:
            reset(state)
    except EmbeddedError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
