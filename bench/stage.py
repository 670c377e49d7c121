"""The portal and the bare site beside each other: one PostgreSQL with a database each, one web server's flags."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

FOLDER = Path(tempfile.mkdtemp(prefix="safetyportal-bench-"))
os.environ |= {"SAFETYPORTAL_STATE": str(FOLDER), "SAFETYPORTAL_TESTING": "1"}

import psycopg  # noqa: E402

from safetyportal.embedded import broker_url, portal, postgres, servers  # noqa: E402 - reads where the state is
from safetyportal.embedded.state import State  # noqa: E402
from safetyportal.embedded.supervisor import answers  # noqa: E402
from safetyportal.env import BASE_DIR  # noqa: E402
from tests.journeys.processes import Portal, free_port, wait_until  # noqa: E402


class Ours(Portal):
    """The portal with the whole demo association, no reports, and a throttle that does not notice one client."""

    def __init__(self, folder: Path, servers: State) -> None:
        super().__init__(folder, servers, "ours", REPORTS_PER_HOUR_PER_CLIENT="1000000")

    def manage(self, *words: str) -> str:
        whole = [word for word in words if word != "--small"]
        return super().manage(*whole)

    def hands(self, *, start: bool) -> None:
        """Relay, worker and who sends mails."""
        for child in (self.relay, self.worker, self.mailer):
            child.start() if start else child.stop()
        if start:
            wait_until(lambda: " ready." in self.last_words("worker", 200), 60)


@dataclass
class Bare:
    web: portal.Child
    worker: portal.Child
    port: int
    environment: dict[str, str]

    def query(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.environment["DATABASE_URL"], autocommit=True) as connection:
            return connection.execute(statement, values).fetchall()  # type: ignore[arg-type]


def _bare(state: State, beside: Portal) -> Bare:
    port = free_port()
    environment = {
        "DJANGO_SETTINGS_MODULE": "bench.bare.settings",
        "DATABASE_URL": urlsplit(beside.server_url)._replace(path="/bare").geturl(),
        "BROKER_URL": f"{broker_url(state)}?virtual_host=1",
        "PUBLIC_URL": f"http://localhost:{port}",
    }
    postgres.make_database(state, "bare")
    for words in (("makemigrations", "bare", "--dry-run"), ("migrate", "--run-syncdb")):
        subprocess.run(
            [sys.executable, "-m", "django", *words],
            cwd=BASE_DIR, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    ours = portal.commands(port=port, state=state)
    web = ["bench.bare.wsgi" if word == "safetyportal.wsgi" else word for word in ours["web"]]
    worker = ["bench.bare.celery" if word == "safetyportal" else word for word in ours["worker"]]
    takes = worker.index("-Q")  # it has one queue, and takes that
    del worker[takes : takes + 2]
    return Bare(
        portal.Child("bare-web", web, state, environment | {"DATABASE_POOL": "1"}),
        portal.Child("bare-worker", worker, state, environment),
        port,
        environment,
    )


@contextmanager
def stage() -> Iterator[tuple[Ours, Bare]]:
    """Both webs answer; nobody routes yet. PostgreSQL keeps when each transaction was committed."""
    state = State(FOLDER)
    try:
        servers.start(state, tied=True)
        with postgres.connect(state) as connection:
            connection.execute("ALTER SYSTEM SET track_commit_timestamp = on")
        postgres.stop(state)
        servers.start(state, tied=True)
        with ExitStack() as stack:
            ours = Ours(FOLDER / "ours", state)
            ours.prepare()
            stack.callback(ours.stop)
            ours.start_broker()
            ours.web.start()
            bare = _bare(state, ours)
            stack.callback(bare.web.stop)
            stack.callback(bare.worker.stop)
            bare.web.start()
            for url in (ours.url, f"http://localhost:{bare.port}/report/"):
                wait_until(lambda url=url: answers(url), 60)
            yield ours, bare
    finally:
        servers.stop(state)
        shutil.rmtree(FOLDER, ignore_errors=True)
