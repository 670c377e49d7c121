"""Pages of a long list without counting or skipping: a page begins where the one before it ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.fields.tuple_lookups import TupleGreaterThan, TupleLessThan

KEY = ("urgency", "opened_at", "id")
SHAPE = re.compile(r"(U[0-4])\.([0-9]{1,16})\.([0-9]{1,18})")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Position = tuple[str, datetime, int]


@dataclass(frozen=True)
class Page:
    """Rows in order, with the addresses' values of the pages around it; empty where there is none."""

    rows: list[dict[str, Any]]
    before: str
    after: str


def page(rows: QuerySet[Any, dict[str, Any]], *, size: int, after: str, before: str) -> Page:
    """One page of `rows`, which are values() with the keys of KEY. A position that cannot be read is the beginning."""
    back = read(before)
    if back is not None:
        found = _upto(rows, back, size)
        more, found = len(found) > size, found[-size:]
        return Page(found, before=_show(found[0]) if more else "", after=_show(found[-1]) if found else "")
    start = read(after)
    found = list(_after(rows, start)[: size + 1])
    more, found = len(found) > size, found[:size]
    return Page(
        found, before=_show(found[0]) if found and start else "", after=_show(found[-1]) if more else ""
    )


def read(typed: str) -> Position | None:
    shape = SHAPE.fullmatch(typed)
    if shape is None:
        return None
    urgency, microseconds, pk = shape.groups()
    return urgency, EPOCH + timedelta(microseconds=int(microseconds)), int(pk)


def _show(row: dict[str, Any]) -> str:
    since = row["opened_at"] - EPOCH
    return f"{row['urgency']}.{since // timedelta(microseconds=1)}.{row['id']}"


def _after(rows: QuerySet[Any, dict[str, Any]], start: Position | None) -> QuerySet[Any, dict[str, Any]]:
    rows = rows.order_by(*KEY)
    return rows.filter(TupleGreaterThan([F(name) for name in KEY], start)) if start else rows


def _upto(rows: QuerySet[Any, dict[str, Any]], end: Position, size: int) -> list[dict[str, Any]]:
    backwards = rows.order_by(*(f"-{name}" for name in KEY))
    return list(backwards.filter(TupleLessThan([F(name) for name in KEY], end))[: size + 1])[::-1]
