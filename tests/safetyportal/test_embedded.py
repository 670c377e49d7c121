"""The embedded servers against what happens to them on people's machines. No Django here."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from kombu import Connection

from safetyportal.embedded import broker, broker_url, database_url, postgres, processes, servers
from safetyportal.embedded.footing import footing
from safetyportal.embedded.state import EmbeddedError, State, private_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[State]:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("BROKER_URL", raising=False)
    state = State(tmp_path / "state")
    yield state
    servers.stop(state)


def pid_of(state: State, server: str) -> int:
    pid = processes.noted(state.run / f"{server}.pid")
    assert pid
    return pid


def remember_something(state: State) -> None:
    with postgres.connect(state, "portal") as connection:
        connection.execute("CREATE TABLE remembered AS SELECT 1 AS one")


def remembers(state: State) -> bool:
    with psycopg.connect(database_url(state), connect_timeout=3) as connection:
        return connection.execute("SELECT one FROM remembered").fetchone() == (1,)


def elsewhere(state: State, program: str) -> subprocess.Popen[str]:
    """Run `program` in a process of its own, with `state` and `servers` at hand, until it says "up"."""
    head = "import time\nfrom pathlib import Path\nfrom safetyportal.embedded import servers\n"
    head += f"from safetyportal.embedded.state import State\nstate = State(Path({str(state.folder)!r}))\n"
    holder = subprocess.Popen(
        [sys.executable, "-c", head + program], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert holder.stdout
    with holder.stdout as said:
        assert said.readline() == "up\n"
    return holder


def until(condition: object, patience: float = 15) -> bool:
    limit = time.monotonic() + patience
    while not condition():  # type: ignore[operator]
        if time.monotonic() > limit:
            return False
        time.sleep(0.05)
    return True


def test_servers_answer_on_sockets_that_nobody_else_can_reach(state: State) -> None:
    servers.start(state)

    with psycopg.connect(database_url(state)) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SELECT lower('ÉÉN')").fetchone() == ("één",)
    with Connection(broker_url(state)) as connection:
        connection.ensure_connection(max_retries=1)
    for folder in (state.folder, state.sockets, footing(state).folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_database_is_careful_unless_it_is_told_it_serves_a_test(state: State) -> None:
    servers.start(state)

    with postgres.connect(state) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_second_start_finds_the_same_servers(state: State) -> None:
    servers.start(state)
    first = (pid_of(state, "postgres"), pid_of(state, "broker"))

    servers.start(state)

    assert (pid_of(state, "postgres"), pid_of(state, "broker")) == first


def test_racing_starts_make_one_set_of_servers(state: State) -> None:
    def start(_: int) -> tuple[int, int]:
        holder = elsewhere(state, "servers.start(state); print('up', flush=True)")
        assert holder.wait(30) == 0
        return pid_of(state, "postgres"), pid_of(state, "broker")

    with ThreadPoolExecutor(4) as racers:
        pids = set(racers.map(start, range(4)))

    assert len(pids) == 1


def test_stop_ends_both_in_order(state: State) -> None:
    servers.start(state)
    pids = (pid_of(state, "postgres"), pid_of(state, "broker"))

    servers.stop(state)

    assert not any(processes.look(pid) for pid in pids)
    assert "database system is shut down" in (state.log / "postgres.log").read_text()


@pytest.mark.parametrize("whole_group", [False, True], ids=["server alone", "with its children"])
def test_killed_servers_start_again_with_what_was_stored(state: State, whole_group: bool) -> None:
    servers.start(state)
    remember_something(state)
    kill = os.killpg if whole_group else os.kill

    for server in ("postgres", "broker"):
        kill(pid_of(state, server), signal.SIGKILL)
    servers.start(state)

    assert remembers(state)
    assert broker.running(state)


def test_dead_server_that_nobody_reaps_does_not_count_as_running(state: State) -> None:
    holder = elsewhere(state, "servers.start(state); print('up', flush=True); time.sleep(60)")
    remember_something(state)
    zombies = [pid_of(state, "postgres"), pid_of(state, "broker")]
    for pid in zombies:
        os.kill(pid, signal.SIGKILL)
    assert until(lambda: not any(processes.look(pid) for pid in zombies))
    os.kill(zombies[0], 0)  # still in the table of processes

    servers.start(state)

    assert remembers(state)
    assert broker.running(state)
    holder.kill()
    holder.wait()


def test_number_of_the_dead_server_may_be_somebody_elses_by_now(state: State) -> None:
    servers.start(state)
    remember_something(state)
    os.kill(pid_of(state, "postgres"), signal.SIGKILL)
    lock = postgres.data_folder(footing(state)) / "postmaster.pid"
    time.sleep(0.3)
    stranger = subprocess.Popen(["sleep", "60"])
    lock.write_text("\n".join([str(stranger.pid), *lock.read_text().split("\n")[1:]]))
    (state.run / "postgres.pid").write_text(f"{stranger.pid} of another time")

    servers.start(state)
    servers.stop(state)

    assert stranger.poll() is None, "a process that is not ours was ended"
    servers.start(state)
    assert remembers(state)
    stranger.kill()
    stranger.wait()


@pytest.mark.skipif(
    not processes.tied_to_parent("INT"), reason="only Linux tells a child that its parent died"
)
def test_servers_end_when_their_holder_is_killed(state: State) -> None:
    holder = elsewhere(state, "servers.start(state, tied=True); print('up', flush=True); time.sleep(60)")
    pids = (pid_of(state, "postgres"), pid_of(state, "broker"))

    holder.kill()
    holder.wait()

    assert until(lambda: not any(processes.look(pid) for pid in pids))
    servers.start(state)
    assert postgres.running(state)


def test_kill_while_the_data_folder_is_made_leaves_nothing_in_the_way(state: State) -> None:
    state.prepare()
    half_made = postgres.data_folder(footing(state)).with_suffix(".new")
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18\n")

    servers.start(state)

    assert postgres.running(state)


@pytest.mark.parametrize("folder", ["deep" * 20 + "/" + "er" * 40, "a space & an ‘accent’ é"])
def test_any_folder_name_will_do(tmp_path: Path, state: State, folder: str) -> None:
    odd = State(tmp_path / folder)

    servers.start(odd)
    try:
        with psycopg.connect(database_url(odd)) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        with Connection(broker_url(odd)) as connection:
            connection.ensure_connection(max_retries=1)
        assert stat.S_IMODE(odd.sockets.stat().st_mode) == 0o700
    finally:
        servers.stop(odd)


def test_folder_of_somebody_else_is_refused_in_one_line(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    if os.geteuid() == 0:
        os.chown(foreign, 65534, 65534)
    else:
        foreign = Path("/usr")

    with pytest.raises(EmbeddedError) as refusal:
        private_folder(foreign)

    assert "SAFETYPORTAL_STATE" in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another name for PostgreSQL")
def test_root_without_user_namespaces_runs_postgres_as_nobody_and_says_so(
    state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    forbidden = tmp_path / "bin" / "unshare"
    forbidden.parent.mkdir()
    forbidden.write_text("#!/bin/sh\nexit 1\n")
    forbidden.chmod(0o755)
    monkeypatch.setenv("PATH", f"{forbidden.parent}:{os.environ['PATH']}")

    servers.start(state)
    try:
        with psycopg.connect(database_url(state)) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        with Connection(broker_url(state)) as connection:
            connection.ensure_connection(max_retries=1)
        assert capsys.readouterr().out.count("\n") == 1
        os.kill(pid_of(state, "postgres"), signal.SIGKILL)
        servers.start(state)
        assert postgres.running(state)
    finally:
        servers.stop(state)
        subprocess.run(["rm", "-rf", str(state.stand_in)], check=True)


def test_nothing_is_started_when_the_environment_names_other_servers(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/portal")
    monkeypatch.setenv("BROKER_URL", "redis://elsewhere")

    servers.start(state)

    assert not postgres.running(state)
    assert not broker.running(state)


def test_asking_for_the_urls_starts_nothing_and_needs_no_django(tmp_path: Path) -> None:
    program = "import sys\nfrom safetyportal.embedded import broker_url, database_url\ndatabase_url(), broker_url()\n"
    program += "print(*[name for name in ('django.db', 'psycopg', 'celery.app') if name in sys.modules])"

    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, env={**os.environ, "SAFETYPORTAL_STATE": str(tmp_path / "none")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert "django.db" not in said.stdout
    assert "psycopg" not in said.stdout
    assert not (tmp_path / "none").exists()
