"""The bell: a verb that leaves work behind rings it inside its own transaction.

wake(name) is one PostgreSQL NOTIFY, delivered at commit and only then: it cannot ring for a row that was rolled back,
nor be forgotten for one that was kept. The relay (relay.py) hears it. Apps register their kinds of work in apps.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models, transaction
from django.db.models import F, Q
from django.utils.module_loading import import_string

CHANNEL = "portal_wake"
RING_AGAIN_SECONDS = 30


@dataclass(frozen=True)
class Work:
    """One kind of work that waits in rows.

    `rows` gives the rows still to be done (they have rung_at and next_at), `queue` the Celery queue of one row,
    `verb` does it: verb(work_id=…, at=…). `pure` work touches the database only, so the relay may do it itself; with `many`,
    many(work_ids=…, at=…), several at once: it returns which it did, and leaves the others to `verb`. With `pile_task` a worker is
    told of many of them in one message (work_ids), when they go through one queue.
    """

    name: str
    rows: Callable[[], models.QuerySet[Any]]
    task: str
    verb: str
    queue: Callable[[Any], str]
    pure: bool
    many: str = ""
    pile_task: str = ""

    def do(self, *, work_id: Any, at: datetime) -> None:
        import_string(self.verb)(work_id=work_id, at=at)

    def do_many(self, *, work_ids: Sequence[Any], at: datetime) -> set[Any]:
        done: set[Any] = import_string(self.many)(work_ids=work_ids, at=at)
        return done


REGISTRY: dict[str, Work] = {}


def register(work: Work) -> None:
    REGISTRY[work.name] = work


def wake(name: str) -> None:
    """Ring for one kind of work. Must be called inside the transaction that wrote the row."""
    if not connection.in_atomic_block:
        raise RuntimeError("wake() belongs inside the transaction that writes the row")
    with connection.cursor() as cursor:
        cursor.execute(*bell(name))


def bell(*names: str) -> tuple[str, tuple[str, ...]]:
    """The statement that rings for these kinds of work, for a verb that writes all its rows at once (at_once.py)."""
    if unknown := set(names) - REGISTRY.keys():
        raise KeyError(*unknown)
    rings = ", ".join("pg_notify(%s, %s)" for _ in names)
    return f"SELECT {rings}", tuple(word for name in names for word in (CHANNEL, name))


def claim(work: Work, *, at: datetime, limit: int) -> list[Any]:
    """Mark up to `limit` due rows as rung and return them; two relays never get the same row."""
    stale = at - timedelta(seconds=RING_AGAIN_SECONDS)
    with transaction.atomic():
        rows = list(
            work.rows()
            .filter(Q(rung_at__isnull=True) | Q(rung_at__lt=stale), next_at__lte=at)
            .order_by(F("rung_at").asc(nulls_first=True), "next_at")
            .select_for_update(skip_locked=True, of=("self",))[:limit]
        )
        if rows:
            type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).update(rung_at=at)
    return rows


def put_back(rows: list[Any]) -> None:
    """Of what claim() returned, rows that nobody got round to: due as they were before."""
    if rows:
        type(rows[0])._default_manager.bulk_update(rows, ["rung_at"])
