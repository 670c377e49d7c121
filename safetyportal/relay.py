"""The relay: hears the bell, hands work to Celery, and does pure-database work itself when the broker is away.

It also looks every five seconds, so a bell nobody heard costs seconds and never a report. Two relays may run.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

import psycopg
from django.db import close_old_connections, connection
from django.utils import timezone

from safetyportal.celery import publish
from safetyportal.clock.heartbeat import beat
from safetyportal.errors import DATABASE_AWAY
from safetyportal.health import check_invariants
from safetyportal.wake import CHANNEL, REGISTRY, Work, claim, put_back

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
BREAK_SECONDS = 30.0
CHECK_SECONDS = 60.0
BEAT_SECONDS = 1.0
BATCH = 1000
# So many of a pile are done at once: their rows are held meanwhile, for some tenths of a second. Fewer than PILE go one by
# one, so that all workers have some.
TOGETHER, PILE = 200, 20
# How long one kind of work may keep the others waiting.
TURN_SECONDS = 2.0


class Breaker:
    """Open for BREAK_SECONDS after a failed publish: a deaf broker costs seconds a call, so it is not asked again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.failed_at: float | None = None

    @property
    def is_closed(self) -> bool:
        return self.failed_at is None

    @property
    def may_probe(self) -> bool:
        return self.failed_at is not None and self.clock() - self.failed_at >= BREAK_SECONDS

    def fail(self) -> None:
        self.failed_at = self.clock()

    def heal(self) -> None:
        self.failed_at = None


class Relay:
    def __init__(self, send: Callable[[str, Any, str], None] = publish) -> None:
        self.send = send
        self.breaker = Breaker()
        self.stopping = False
        # The first look at the others is two minutes away: they may be starting too.
        self.checked = time.monotonic() + CHECK_SECONDS
        self.beaten: float | None = None

    def run(self) -> None:
        """Until stop(): listen and look. A lost database connection is opened again every second."""
        while not self.stopping:
            try:
                self._listen()
            except (*DATABASE_AWAY, psycopg.OperationalError, psycopg.InterfaceError):
                log.warning("relay lost the database, trying again")
                connection.close()
                time.sleep(1)

    def stop(self) -> None:
        self.stopping = True

    def _listen(self) -> None:
        with psycopg.connect(**_listen_params(), autocommit=True) as bell:
            bell.execute(f"LISTEN {CHANNEL}")
            self.look(set(REGISTRY))
            looked = time.monotonic()
            while not self.stopping:
                wait = max(0.05, LOOK_SECONDS - (time.monotonic() - looked))
                rung = {note.payload for note in bell.notifies(timeout=min(wait, 1.0), stop_after=1)}
                rung |= {note.payload for note in bell.notifies(timeout=0)}
                if time.monotonic() - looked >= LOOK_SECONDS:
                    rung, looked = set(REGISTRY), time.monotonic()
                close_old_connections()
                self.look(rung)

    def look(self, names: set[str]) -> int:
        """Hand out every due row of these kinds of work; returns how many were handed out or done.

        A pile of one kind, as after an upgrade that indexes every case anew, keeps no report waiting: each kind gets its
        turn, and what was rung meanwhile is looked at before the pile goes on.
        """
        handled = 0
        while names and not self.stopping:
            piled = False
            for name in [name for name in REGISTRY if name in names]:
                rows = self._claim(REGISTRY[name])
                done = self._turn(REGISTRY[name], rows)
                handled += done
                piled |= done < len(rows) or len(rows) == BATCH
            self._beat()
            names = set(REGISTRY) if piled else set()
        self._beat()
        self._probe()
        self._check()
        return handled

    def _turn(self, work: Work, rows: list[Any]) -> int:
        """As many of them as fit in TURN_SECONDS; what is left is put back for the next turn."""
        began = time.monotonic()
        for first in range(0, len(rows), TOGETHER):
            some = rows[first : first + TOGETHER]
            done = self._together(work, some)
            for count, row in enumerate(some, first + 1):
                if row.pk not in done:
                    self._hand_out(work, row)
                if time.monotonic() - began > TURN_SECONDS:
                    left = [row for row in rows[count:] if row.pk not in done]
                    put_back(left)
                    return len(rows) - len(left)
        return len(rows)

    def _is_ours(self, work: Work, row: Any) -> bool:
        """The broker is away, or Celery was told before and left it lying."""
        return work.pure and (not self.breaker.is_closed or row.rung_at is not None)

    def _together(self, work: Work, rows: list[Any]) -> set[Any]:
        """Of a pile, what is handed out in one message or done at once; the others are for _hand_out()."""
        fresh = [row.pk for row in rows if not self._is_ours(work, row)]
        is_pile = bool(work.pile_task) and len(fresh) >= PILE
        told = set(fresh) if is_pile and self._told(work.pile_task, fresh, work.queue(rows[0])) else set()
        ours = [row.pk for row in rows if row.pk not in told and self._is_ours(work, row)]
        if not work.many or len(ours) < 2:
            return told
        return told | work.do_many(work_ids=ours, at=timezone.now())

    def _told(self, task: str, what: Any, queue: str) -> bool:
        """Whether the broker took it."""
        try:
            self.send(task, what, queue)
        except Exception as error:
            # Whatever the broker's client raises, the row is safe in PostgreSQL and the next look takes it.
            log.warning("broker away, relay works on by itself", extra={"error": type(error).__name__})
            self.breaker.fail()
            return False
        return True

    def _beat(self) -> None:
        """At most once a second: with many bells a write for each would cost as much as handing out the work."""
        if self.beaten is None or time.monotonic() - self.beaten >= BEAT_SECONDS:
            self.beaten = time.monotonic()
            beat(name="relay", at=timezone.now())

    def _check(self) -> None:
        """Once a minute, so that a dead worker is noticed although it is the worker that would notice."""
        if time.monotonic() - self.checked >= CHECK_SECONDS:
            self.checked = time.monotonic()
            check_invariants(at=timezone.now())

    def _claim(self, work: Work) -> list[Any]:
        if not work.pure and not self.breaker.is_closed:
            return []
        return claim(work, at=timezone.now(), limit=BATCH)

    def _hand_out(self, work: Work, row: Any) -> None:
        """To Celery; by ourselves when the broker is away, or when Celery was told before and left it lying."""
        if (
            not self._is_ours(work, row)
            and self.breaker.is_closed
            and self._told(work.task, row.pk, work.queue(row))
        ):
            return
        if work.pure:
            self._do(work, row)

    def _do(self, work: Work, row: Any) -> None:
        try:
            work.do(work_id=row.pk, at=timezone.now())
        except Exception:
            log.exception("work failed in the relay", extra={"work": work.name})

    def _probe(self) -> None:
        """When the pause is over, ask the broker with something harmless after the waiting work is done."""
        if not self.breaker.may_probe:
            return
        try:
            self.send("safetyportal.notices.tasks.canary", None, "chores")
            self.breaker.heal()
        except Exception:
            self.breaker.fail()


def _listen_params() -> dict[str, Any]:
    """The connection of its own, outside any pool and without the short limits of a web process."""
    params = dict(connection.get_connection_params())
    for key in ("pool", "options", "cursor_factory", "context", "prepare_threshold", "client_encoding"):
        params.pop(key, None)
    return params
