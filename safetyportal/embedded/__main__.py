"""python -m safetyportal.embedded start | stop | status | run: the embedded servers by hand."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading

from safetyportal.embedded import broker_url, database_url, servers
from safetyportal.embedded.state import EmbeddedError, State
from safetyportal.env import STATE_DIR, TESTING


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m safetyportal.embedded", description=__doc__)
    parser.add_argument("verb", choices=["start", "stop", "status", "run"], help="run: until Ctrl-C")
    verb = parser.parse_args(words).verb
    state = State(STATE_DIR)
    try:
        if verb == "stop":
            servers.stop(state)
        elif verb == "status":
            print(servers.status(state))
        else:
            _start(state, hold=verb == "run")
    except EmbeddedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _start(state: State, *, hold: bool) -> None:
    if os.environ.get("DATABASE_URL") and os.environ.get("BROKER_URL"):
        print("DATABASE_URL and BROKER_URL are set: those are used and nothing is started.")
        return
    asked_to_stop = threading.Event()
    if hold:
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, lambda *_: asked_to_stop.set())
    servers.start(state, tied=hold, careless=TESTING)
    print(f"DATABASE_URL={database_url(state)}\nBROKER_URL={broker_url(state)}", flush=True)
    if hold:
        asked_to_stop.wait()
        servers.stop(state)


if __name__ == "__main__":
    sys.exit(main())
