"""`make demo` against what people do to it. Each test starts from a demo that has run before, so data is there."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from safetyportal.embedded import postgres, processes, servers
from safetyportal.embedded.state import State
from safetyportal.embedded.supervisor import answers
from tests.journeys.processes import free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]
CHILDREN = ("web", "relay", "worker", "mailer", "beat")
SERVERS = ("postgres", "broker")
READY = "Safetyportal ready on "


class Terminal:
    """One `make demo` without make: its process, and what it printed."""

    def __init__(self, state: State, port: int) -> None:
        self.state = state
        self.url = f"http://localhost:{port}"
        self.output = state.folder / f"terminal-{time.monotonic_ns()}"
        environment = {name: value for name, value in os.environ.items() if name != "SAFETYPORTAL_TESTING"}
        environment |= {"SAFETYPORTAL_STATE": str(state.folder), "STATIC_ROOT": str(state.folder / "static")}
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "safetyportal.embedded.demo", "run", "--port", str(port)],
                cwd=ROOT, env=environment, stdout=output, stderr=output, start_new_session=True,
            )  # fmt: skip

    @property
    def said(self) -> str:
        return self.output.read_text()

    def until_ready(self) -> Terminal:
        wait_until(
            lambda: READY in self.said or self.process.poll() is not None, 120, lambda: self.said[-3000:]
        )
        assert READY in self.said, self.said[-3000:]
        return self

    def pids(self) -> dict[str, int]:
        found = {name: processes.noted(self.state.run / f"{name}.pid") for name in (*CHILDREN, *SERVERS)}
        assert all(found.values()), found
        return {name: pid for name, pid in found.items() if pid}

    def end(self, sign: int) -> int:
        self.process.send_signal(sign)
        return self.process.wait(60)


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.delenv("BROKER_URL", raising=False)
        state = State(tmp_path_factory.mktemp("demo"))
        yield state
        servers.stop(state)


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def terminals() -> Iterator[list[Terminal]]:
    """The running demo, if one runs: a start takes seconds, so only tests that end it pay for a new one."""
    running: list[Terminal] = []
    yield running
    for terminal in running:
        if terminal.process.poll() is None:
            terminal.end(signal.SIGTERM)


@pytest.fixture
def terminal(state: State, port: int, terminals: list[Terminal]) -> Terminal:
    if not terminals or terminals[-1].process.poll() is not None:
        terminals.append(Terminal(state, port).until_ready())
    return terminals[-1]


def test_ready_line_comes_with_the_accounts_and_how_to_stop(terminal: Terminal) -> None:
    after_ready = terminal.said.split(READY)[1]

    assert answers(terminal.url)
    assert after_ready.startswith(terminal.url)
    assert "@delinde.example.nl" in after_ready
    assert "Ctrl-C" in after_ready
    assert "demo-reset" in after_ready


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGHUP, signal.SIGTERM], ids=lambda sign: sign.name)
def test_every_way_to_stop_it_ends_everything_in_order(terminal: Terminal, sign: signal.Signals) -> None:
    pids = terminal.pids()

    code = terminal.end(sign)

    assert code == 0, terminal.said
    assert {name for name, pid in pids.items() if processes.look(pid)} == set()
    assert "database system is shut down" in (terminal.state.log / "postgres.log").read_text()


def test_kill_leaves_nothing_that_hinders_the_next_start(
    state: State, port: int, terminal: Terminal, terminals: list[Terminal]
) -> None:
    with postgres.connect(state, "portal") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS remembered AS SELECT 1 AS one")
    pids = terminal.pids()

    terminal.end(signal.SIGKILL)
    again = Terminal(state, port)
    terminals.append(again)
    again.until_ready()

    assert answers(again.url)
    assert not set(pids.values()) & set(again.pids().values())
    with postgres.connect(state, "portal") as connection:
        assert connection.execute("SELECT one FROM remembered").fetchone() == (1,)


@pytest.mark.skipif(
    not processes.tied_to_parent("TERM"), reason="only Linux tells a child that its parent died"
)
def test_kill_leaves_no_process_behind(terminal: Terminal) -> None:
    pids = terminal.pids()

    terminal.end(signal.SIGKILL)

    wait_until(lambda: not any(processes.look(pid) for pid in pids.values()), 30)


@pytest.mark.parametrize("name", [*CHILDREN, *SERVERS])
def test_killed_process_is_started_again_and_said_so(terminal: Terminal, name: str) -> None:
    before = terminal.pids()[name]

    os.kill(before, signal.SIGKILL)

    def is_back() -> bool:
        pid = processes.noted(terminal.state.run / f"{name}.pid")
        return pid is not None and pid != before

    wait_until(is_back, 20, lambda: terminal.said)
    wait_until(lambda: answers(terminal.url), 20)
    assert "starting it again" in terminal.said


def test_second_demo_says_where_the_first_one_runs(state: State, port: int, terminal: Terminal) -> None:
    second = Terminal(state, free_port())

    assert second.process.wait(30) == 1
    assert second.said == f"Safetyportal already runs on {terminal.url} (make stop ends it).\n"
    assert terminal.process.poll() is None


def test_taken_port_is_said_in_one_line_before_anything_is_installed(state: State, tmp_path: Path) -> None:
    with socket.socket() as other_program:
        other_program.bind(("127.0.0.1", 0))
        other_program.listen()
        port = other_program.getsockname()[1]

        said = subprocess.run(
            [sys.executable, "requirements/bootstrap.py", "--port", str(port)],
            cwd=ROOT, env={**os.environ, "SAFETYPORTAL_STATE": str(tmp_path)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert said.returncode == 1
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1
    assert f"Port {port} is taken" in said.stderr
