"""One process that runs the whole portal on this machine: starts it, says so, starts again what ends, stops it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from safetyportal.embedded import portal, prepare, processes, servers
from safetyportal.embedded.state import EmbeddedError, State
from safetyportal.env import BASE_DIR

LONGEST_PAUSE = 30.0  # seconds between two starts of a process that keeps ending
PROVEN = 60.0  # a process that ran this long starts again without a pause
LOCK = "demo.lock"
SERVERS = ("postgres", "broker")


class Stopped(Exception):
    """Somebody asked us to stop."""


class Supervisor:
    """Ctrl-C, a closed terminal and a kill stop everything in order; after a kill -9 the kernel does."""

    def __init__(self, state: State, port: int) -> None:
        self.state = state
        self.url = f"http://localhost:{port}"
        self.asked_to_stop = threading.Event()
        self.environment = {
            "SAFETYPORTAL_DEMO": "1",
            "SAFETYPORTAL_STATE": str(state.folder),
            "PUBLIC_URL": os.environ.get("PUBLIC_URL", self.url),
            "PYTHONUNBUFFERED": "1",
        }
        self.children = [
            portal.Child(
                name, command, state, self.environment | ({"DATABASE_POOL": "1"} if name == "web" else {})
            )
            for name, command in portal.commands(port=port, state=state).items()
        ]
        self.pauses: dict[str, float] = {}
        self.due: dict[str, float] = {}
        self.since: dict[str, float] = {}

    def run(self) -> None:
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, lambda *_: self.asked_to_stop.set())
        try:
            self._start()
            self._watch()
        except Stopped:
            pass
        finally:
            self._stop()

    def _start(self) -> None:
        portal.clear_leftovers(self.state, [child.name for child in self.children])
        for log in self.state.log.glob("*.log"):
            log.replace(log.with_suffix(".log.1"))
        servers.start(self.state, tied=True)
        self._prepare()
        web, *others = self.children
        self._launch(web)
        self._wait_for_answer(web)
        for child in others:  # reports that come before they are up wait in the database
            self._launch(child)
        say(f"\nSafetyportal ready on {self.url}\n")
        say((self.state.folder / prepare.ACCOUNTS).read_text())
        say(f"Logs: {self.state.log}\nStop: Ctrl-C. Your data stays; make demo-reset empties it.")

    def _prepare(self) -> None:
        command = [*processes.tied_to_parent("TERM"), sys.executable, "-m", "safetyportal.embedded.prepare"]
        working = subprocess.Popen(
            command,
            cwd=BASE_DIR,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        while working.poll() is None:
            if self.asked_to_stop.wait(0.1):
                working.terminate()
                working.wait()
                raise Stopped
        if working.returncode:
            raise EmbeddedError(
                "The demo could not be prepared; the lines above say why. make demo-reset starts afresh."
            )

    def _launch(self, child: portal.Child) -> None:
        child.start()
        self.since[child.name] = time.monotonic()

    def _wait_for_answer(self, web: portal.Child) -> None:
        limit = time.monotonic() + 60
        while not answers(self.url):
            if web.ended() is not None or time.monotonic() > limit:
                raise EmbeddedError(
                    f"The web server does not answer; its last words:\n{processes.last_lines(web.log, 15)}"
                )
            if self.asked_to_stop.wait(0.1):
                raise Stopped

    def _watch(self) -> None:
        while not self.asked_to_stop.wait(0.3):
            if any(processes.noted(self.state.run / f"{name}.pid") is None for name in self._own_servers()):
                say("A database or broker process ended: starting it again.")
                try:
                    servers.start(self.state, tied=True)
                except EmbeddedError as error:
                    say(str(error))
            for child in self.children:
                self._look_after(child)

    def _own_servers(self) -> list[str]:
        named = {"postgres": "DATABASE_URL", "broker": "BROKER_URL"}
        return [name for name in SERVERS if not os.environ.get(named[name])]

    def _look_after(self, child: portal.Child) -> None:
        """Start again what ended: at once, and ever later when it keeps ending."""
        code, now = child.ended(), time.monotonic()
        if code is None:
            return
        if child.name not in self.due:
            ran_well = now - self.since[child.name] > PROVEN
            pause = 0.5 if ran_well else min(LONGEST_PAUSE, 2 * self.pauses.get(child.name, 0.5))
            self.pauses[child.name], self.due[child.name] = pause, now + pause
            when = f"in {pause:.0f} s" if pause >= 1 else "now"
            say(f"The {child.name} process ended ({code}): starting it again {when}, see {child.log}")
        elif now >= self.due[child.name]:
            del self.due[child.name]
            self._launch(child)

    def _stop(self) -> None:
        # requirements/bootstrap.py reads this: the next start waits for us instead of giving up.
        (self.state.folder / LOCK).write_text(f"{os.getpid()} stopping")
        say("Stopping ...")
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.stop()
        servers.stop(self.state)


def say(text: str) -> None:
    """To the terminal, if it is still there: a closed one must not keep us from stopping in order."""
    try:
        print(text, flush=True)
    except OSError:
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115


_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def answers(url: str) -> bool:
    try:
        with _direct.open(url, timeout=5):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False
