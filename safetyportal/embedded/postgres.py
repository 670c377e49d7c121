"""The embedded PostgreSQL: started, found again, stopped. Ready means that a connection was made."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg
from psycopg import sql

from safetyportal.embedded import DATABASE, processes
from safetyportal.embedded.footing import Footing, footing
from safetyportal.embedded.state import EmbeddedError, State

LAUNCHES = 12
PATIENCE = 60.0  # seconds; a server that was killed replays its log first
# Data of a test run need not outlive it.
CARELESS = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


def start(state: State, *, tied: bool = False, careless: bool = False) -> None:
    """Run PostgreSQL on `state` and wait until it answers; does nothing when it already does.

    `tied`: it ends when the calling process does. `careless`: no fsync, for tests.
    """
    base = footing(state)
    data = data_folder(base)
    if running(state):
        _note(state, data)
        return
    if base.remark:
        print(base.remark, flush=True)
    if not data.exists():
        _make(base, data)
    pid = _living(state, data)
    limit = time.monotonic() + PATIENCE
    launches = 0
    while not running(state):
        if pid is None or not processes.look(pid):
            pid = _launch(state, base, data, tied=tied, careless=careless)
            launches += 1
        if time.monotonic() > limit or launches > LAUNCHES:
            raise EmbeddedError(
                f"PostgreSQL does not answer; its last words:\n{processes.last_lines(_log(state))}"
            )
        time.sleep(0.05)
    _note(state, data)
    make_database(state)


def stop(state: State) -> None:
    """End PostgreSQL on `state` in order; what is left behind by one that died is cleared at the next start."""
    pid = processes.noted(state.run / "postgres.pid")
    if pid and not processes.end(pid, signal.SIGINT, patience=30):
        print("PostgreSQL did not stop in order; it recovers at the next start.", flush=True)
    _reap()


def data_folder(base: Footing) -> Path:
    """One folder per major version: another version cannot read it."""
    return base.folder / f"postgres-{base.programs.name.removeprefix('pginstall') or '16'}"


def connect(state: State, database: str = "postgres") -> psycopg.Connection:
    return psycopg.connect(
        host=str(state.sockets), user="app", dbname=database, connect_timeout=3, autocommit=True
    )


def running(state: State) -> bool:
    try:
        connect(state).close()
    except psycopg.Error:
        return False
    return True


def _log(state: State) -> Path:
    return state.log / "postgres.log"


def _environment() -> dict[str, str]:
    # C: nothing of the machine's language leaks into the database.
    return {**os.environ, "LC_ALL": "C", "TZ": "UTC"}


def _make(base: Footing, data: Path) -> None:
    """initdb beside the place and a rename: a kill halfway leaves nothing that looks finished."""
    fresh = data.with_suffix(".new")
    subprocess.run(["rm", "-rf", str(fresh)], check=True)  # also files of the stand-in user
    words = ("-U", "app", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8")
    command = base.command("initdb", "-D", str(fresh), "--auth=trust", "--no-instructions", *words)
    made = subprocess.run(
        command, capture_output=True, text=True, cwd=base.folder, env=_environment(), **base.as_whom
    )
    if made.returncode:
        raise EmbeddedError(f"PostgreSQL could not make its data folder {data}:\n{made.stderr.strip()}")
    fresh.rename(data)


def _disown(state: State, data: Path) -> None:
    """Let the lock files of a dead server (start() looked) stop nobody, though its number may be a zombie's or reused.

    PostgreSQL passes over a lock of its own parent, which is us, and still checks that the dead server's
    memory is free: an orphan of it may be writing yet. Removing the file would skip that check.
    """
    lock = data / "postmaster.pid"
    if lock.exists():
        lock.write_text("\n".join([str(os.getpid()), *lock.read_text().split("\n")[1:]]))
    state.sockets.joinpath(".s.PGSQL.5432.lock").unlink(missing_ok=True)


def _launch(state: State, base: Footing, data: Path, *, tied: bool, careless: bool) -> int:
    _disown(state, data)
    command = base.command(
        "postgres",
        *("-D", str(data), "-h", "", "-k", str(state.sockets)),
        *("-c", "unix_socket_permissions=0700"),
        *("-c", "log_min_error_statement=panic"),  # statements carry what people typed
        *(CARELESS if careless else ()),
        tie=processes.tied_to_parent("INT") if tied else None,
    )
    with _log(state).open("ab") as log:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True, cwd=base.folder, env=_environment(), **base.as_whom,
        )  # fmt: skip
    _launched.append(server)
    time.sleep(0.1)
    if server.poll() is not None:
        time.sleep(0.3)  # the memory of a killed server is freed a moment after it: the caller tries again
    return server.pid


_launched: list[subprocess.Popen[bytes]] = []


def _reap() -> None:
    """Let Python forget what we launched and has ended; a parent that does not leaves zombies."""
    _launched[:] = [server for server in _launched if server.poll() is None]


def _living(state: State, data: Path) -> int | None:
    """The server on this data folder, when one lives: by our note, else by its own pid file and command line."""
    pid = processes.noted(state.run / "postgres.pid")
    if pid:
        return pid
    try:
        pid = int(data.joinpath("postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    seen = processes.look(pid)
    return pid if seen and str(data) in seen.command else None


def _note(state: State, data: Path) -> None:
    try:
        processes.note(
            state.run / "postgres.pid", int(data.joinpath("postmaster.pid").read_text().split("\n", 1)[0])
        )
    except (OSError, ValueError):
        state.run.joinpath("postgres.pid").unlink(missing_ok=True)


def make_database(state: State, name: str = DATABASE) -> None:
    """Make the database `name`, unless it is there."""
    with connect(state) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
