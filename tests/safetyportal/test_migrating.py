"""A database from before casework, filled, is brought up to date while reports come in and staff work."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from django.db import connection as fresh

from safetyportal.embedded import database_url
from safetyportal.embedded.state import State
from safetyportal.env import BASE_DIR
from tests.safetyportal.schema import described

# What was released, in one process.
BEFORE = """
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
MigrationExecutor(connection).migrate([
    ("incidents", "0016_shorter_answers"), ("partners", "0004_questions"), ("clock", "0005_dialogue"),
    ("notices", "0003_scanner_alarm"), ("texts", "0002_colours"), ("configuration", "0002_append_only"),
])
"""
FILLED = Path(__file__).with_name("before_casework.sql")
NAME = "from_before_casework"
LONGEST = "2s"  # that somebody waits for a lock; not by our clock, which a busy machine slows
BUSY = 3.0  # seconds that one transaction of another keeps a case, more than the migration waits
WAITS = "SELECT FROM pg_locks WHERE NOT granted AND locktype = 'relation'"

FILE_REPORT = """
WITH opened AS (
    INSERT INTO incidents_case (
        number, kind_id, team_id, restricted, status, urgency, severity_score, severity_parts, severity_band, severity_reason,
        opened_at, close_reason
    ) VALUES (%(number)s, 'GEL-MUZ', 1, false, 'received', 'U3', 30, '[]', 'S2', '', now(), '') RETURNING id
), filed AS (
    INSERT INTO incidents_report (
        id, number, draft_key, filed_at, channel, language, place_kind, place_text, story, story_sensitive, day_part, frequency,
        since, impact, names_person, child_involved, reporter_minor, mode, case_id, kind_id, answers, looks_automatic
    ) SELECT %(report)s, %(number)s, %(report)s, now(), 'portal', 'nl', 'unknown', 'Lindelaan', 'Harde muziek', false, '',
        'weekly', 'months', '{}', 'no', 'no', 'no', 'anonymous', id, 'GEL-MUZ', '{}', false FROM opened RETURNING id, case_id
), line AS (
    INSERT INTO incidents_timelineentry (case_id, at, sort, visibility, by_label, text, sensitive)
    SELECT case_id, now(), 'filed', 'team', 'Portaal', '', false FROM filed
), term AS (
    INSERT INTO clock_deadline (subject_kind, subject_id, name, about, due, bars_closing, created_at, team_id)
    SELECT 'case', case_id::text, 'first_contact', '', now() + interval '1 day', false, now(), 1 FROM filed
)
INSERT INTO incidents_routingorder (report_id, round, asked_at, next_at, attempts)
SELECT id, 1, now(), now(), 0 FROM filed
"""
SAY_SOMETHING = """
WITH held AS (UPDATE incidents_case SET status = 'investigation' WHERE id = %(case)s RETURNING id),
met AS (UPDATE clock_deadline SET met_at = now() WHERE subject_id = %(case)s::text AND name = 'first_contact')
INSERT INTO incidents_timelineentry (case_id, at, sort, visibility, by_label, text, sensitive)
SELECT id, now(), 'contact', 'team', 'Karima', '', false FROM held
"""
READ = """
SELECT report.story, line.text FROM incidents_report AS report JOIN incidents_timelineentry AS line USING (case_id)
WHERE report.case_id = %(case)s
"""


@pytest.fixture
def address() -> Iterator[str]:
    """A database of its own, migrated up to what was released and filled."""
    server = os.environ.get("DATABASE_URL") or database_url(State(Path(os.environ["SAFETYPORTAL_STATE"])))
    address = urlsplit(server)._replace(path=f"/{NAME}").geturl()
    with psycopg.connect(server, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {NAME}")
        try:
            manage(address, "shell", "-v", "0", "-c", BEFORE)
            with psycopg.connect(address) as filling:
                filling.execute(FILLED.read_text())
            yield address
        finally:
            connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def manage(address: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=BASE_DIR, env={**os.environ, "DATABASE_URL": address}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout + done.stderr


class Person:
    """Does the same again and again, until told to stop or until a lock is not given within LONGEST."""

    def __init__(self, address: str, work: Callable[[psycopg.Connection, int], None]) -> None:
        self.times, self.error = 0, ""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._go_on, args=(address, work))
        self._thread.start()

    def _go_on(self, address: str, work: Callable[[psycopg.Connection, int], None]) -> None:
        try:
            with psycopg.connect(address, options=f"-c lock_timeout={LONGEST}") as connection:
                while not self._stop.is_set():
                    # An open case, never the same twice.
                    work(connection, self.times * 3 % 100_000 + 1)
                    connection.commit()
                    self.times += 1
                    self._stop.wait(0.02)
        except psycopg.Error as error:
            self.error = repr(error)

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()


def file_report(connection: psycopg.Connection, case: int) -> None:
    report = uuid4()
    connection.execute(FILE_REPORT, {"report": report, "number": f"N-{report.hex[:9]}"})


def say_something(connection: psycopg.Connection, case: int) -> None:
    connection.execute(SAY_SOMETHING, {"case": case})


def read(connection: psycopg.Connection, case: int) -> None:
    assert connection.execute(READ, {"case": case}).fetchall()


def commit_when_waited_for(slow: psycopg.Connection, address: str) -> None:
    """However long it takes until the migration comes to this table; and then not at once."""
    limit = time.monotonic() + 60
    with psycopg.connect(address, autocommit=True) as eyes:
        while time.monotonic() < limit and not eyes.execute(WAITS).fetchone():
            time.sleep(0.02)
    time.sleep(BUSY)
    slow.commit()


@pytest.mark.django_db
def test_nobody_waits_for_a_migration_of_a_filled_portal_and_it_ends_as_a_new_one(address: str) -> None:
    people = [Person(address, work) for work in (file_report, say_something, read)]
    slow = psycopg.connect(address)
    slow.execute("UPDATE incidents_case SET status = 'investigation' WHERE id = 100000")
    let_go = threading.Thread(target=commit_when_waited_for, args=(slow, address))
    let_go.start()
    try:
        said = manage(address, "migrate", "--no-input")
    finally:
        let_go.join()
        for one in people:
            one.stop()
        slow.close()

    assert [one.error for one in people] == ["", "", ""]
    assert all(one.times > 10 for one in people)
    assert "A table is busy" in said
    with psycopg.connect(address) as connection:
        assert described(connection) == [line for line in described_fresh() if "portal_cache" not in line]
        assert not connection.execute(WRONG).fetchall()


def described_fresh() -> list[str]:
    fresh.ensure_connection()
    return described(fresh.connection)


# Cases with another first term, last contact or order to index than they ought to have.
WRONG = """
SELECT kept.number FROM incidents_case AS kept
WHERE kept.next_due IS DISTINCT FROM (
        SELECT min(due) FROM clock_deadline
        WHERE subject_kind = 'case' AND subject_id = kept.id::text AND met_at IS NULL AND paused_since IS NULL
    )
    OR (kept.id <= 100000 AND kept.closed_at IS NULL AND kept.last_contact_at IS NULL)
    OR (kept.id <= 100000 AND NOT EXISTS (SELECT FROM incidents_indexorder WHERE case_id = kept.id))
"""
