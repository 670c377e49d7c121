"""Is the portal well: what a load balancer asks, and what must always be true of the work on its way.

Table names instead of models: this is the ground floor. The broker is never asked, nothing depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from safetyportal.notices import alarms
from safetyportal.notices.models import Alarm

INVARIANTS = Path(__file__).with_name("invariants.sql")

WAITING = """
SELECT
  (SELECT extract(epoch FROM %(at)s - min(greatest(asked_at, next_at)))
   FROM incidents_routingorder WHERE done_at IS NULL AND dead_at IS NULL AND next_at <= %(at)s),
  (SELECT extract(epoch FROM %(at)s - at) FROM clock_heartbeat WHERE name = 'relay'),
  (SELECT extract(epoch FROM %(at)s - at) FROM clock_heartbeat WHERE name = 'worker')
"""


@dataclass(frozen=True)
class Violation:
    """An invariant of invariants.sql that does not hold, and how many rows break it."""

    code: str
    broken: int


@dataclass(frozen=True)
class Readiness:
    """Whether this process can serve pages; the seconds are for a monitor and never make it unready."""

    database: bool = False
    migrations: bool = False
    oldest_waiting_seconds: int | None = None
    relay_silent_seconds: int | None = None
    worker_silent_seconds: int | None = None

    @property
    def is_ready(self) -> bool:
        return self.database and self.migrations


def check_invariants(*, at: datetime) -> list[Violation]:
    """What does not hold now. Each gives an alarm, and what holds again clears its own."""
    found = violations(at=at)
    for one in found:
        alarms.raise_alarm(code=Alarm.Code.INVARIANT, subject=one.code, detail=f"{one.broken}", at=at)
    alarms.settle(code=Alarm.Code.INVARIANT, but=[one.code for one in found], at=at)
    return found


def violations(*, at: datetime) -> list[Violation]:
    """The same without any alarm."""
    with connection.cursor() as cursor:
        cursor.execute(INVARIANTS.read_text(), {"at": at})
        return [Violation(code, broken) for code, broken in cursor.fetchall() if broken]


def readiness(*, at: datetime) -> Readiness:
    """Never raises: without a database nothing is ready."""
    try:
        if not _is_migrated():
            return Readiness(database=True)
        with connection.cursor() as cursor:
            cursor.execute(WAITING, {"at": at})
            waiting, relay, worker = cursor.fetchone()
    except DatabaseError:
        return Readiness()
    return Readiness(True, True, _seconds(waiting), _seconds(relay), _seconds(worker))


def _is_migrated() -> bool:
    """Whether every migration of this code is applied. Newer ones may be there too: old code runs on them."""
    if MigrationRecorder.Migration._meta.db_table not in connection.introspection.table_names():
        return False
    needed = MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}
    applied = MigrationRecorder(connection).applied_migrations()
    return needed.keys() <= applied.keys()


def _seconds(value: object) -> int | None:
    return None if value is None else max(0, int(float(str(value))))
