"""The portal's own processes as this machine runs them: web, relay, worker, mailer, beat."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from safetyportal.embedded import processes
from safetyportal.embedded.state import State
from safetyportal.env import BASE_DIR
from safetyportal.queues import MAIL_HANDS, MAIL_QUEUES, WORK_QUEUES


def commands(*, port: int, state: State) -> dict[str, list[str]]:
    """Name and command of each process; docs/operations.md gives the same for a real installation."""
    python = sys.executable
    binds = [word for address in _loopback(port) for word in ("--bind", address)]
    return {
        "web": [
            *(python, "-m", "gunicorn", "safetyportal.wsgi", *binds, "--no-control-socket", "--preload"),
            *("--worker-class", "gthread", "--workers", "2", "--threads", "16"),
        ],
        "relay": [python, str(BASE_DIR / "manage.py"), "relay"],
        "worker": [*_worker(python, "worker", WORK_QUEUES), "-c", "2"],
        # A mail waits for somebody else's server, so threads do: as many as may be under way at once (docs/adr/0022).
        "mailer": [*_worker(python, "mailer", MAIL_QUEUES), "-P", "threads", "-c", str(sum(MAIL_HANDS.values()))],
        "beat": [python, "-m", "celery", "-A", "safetyportal", "beat", "-s", str(state.folder / "beat"), "-l", "INFO"],
    }  # fmt: skip


def _worker(python: str, name: str, queues: Iterable[str]) -> list[str]:
    celery = [python, "-m", "celery", "-A", "safetyportal", "worker"]
    return [*celery, "-n", f"{name}@%h", "-Q", ",".join(queues), "-l", "INFO"]


def _loopback(port: int) -> list[str]:
    """localhost is two addresses where the machine has IPv6."""
    try:
        with socket.socket(socket.AF_INET6) as line:
            line.bind(("::1", 0))
    except OSError:
        return [f"127.0.0.1:{port}"]
    return [f"127.0.0.1:{port}", f"[::1]:{port}"]


@dataclass
class Child:
    """One process of ours in a group of its own, with its log; dies with its parent."""

    name: str
    command: list[str]
    state: State
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        return self.state.log / f"{self.name}.log"

    @property
    def pid(self) -> int:
        if self.process is None:
            raise RuntimeError(f"{self.name} was never started")
        return self.process.pid

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*processes.tied_to_parent("TERM"), *self.command],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd=BASE_DIR,
                env={**os.environ, **self.environment},
            )  # fmt: skip
        processes.note(self._note, self.pid)

    def ended(self) -> int | None:
        """Its exit code once it ended, None as long as it runs."""
        return self.process.poll() if self.process else None

    def ask_to_stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def stop(self, *, patience: float = 10) -> None:
        """End it, its own children too: in order if it takes no longer than `patience` seconds."""
        if self.process is None:
            return
        self.ask_to_stop()
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
        self._note.unlink(missing_ok=True)

    def kill(self) -> None:
        """kill -9, its own children too."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    @property
    def _note(self) -> Path:
        return self.state.run / f"{self.name}.pid"


def clear_leftovers(state: State, names: list[str]) -> None:
    """End what an earlier run that was killed left behind (where the kernel did not)."""
    for name in names:
        if pid := processes.noted(state.run / f"{name}.pid"):
            processes.end(pid, signal.SIGTERM, patience=5, whole_group=True)
        state.run.joinpath(f"{name}.pid").unlink(missing_ok=True)
