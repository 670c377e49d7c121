"""Pages of a long list without counting or skipping: a page begins where the one before it ended."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, QuerySet
from django.db.models.expressions import BaseExpression
from django.db.models.fields.tuple_lookups import TupleGreaterThan, TupleLessThan

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Sort(Enum):
    """What a key is. In an address a moment is microseconds since EPOCH."""

    CODE = "code"
    MOMENT = "moment"
    NUMBER = "number"


SHAPES = {Sort.CODE: "([A-Z0-9]{1,4})", Sort.MOMENT: "([0-9]{1,18})", Sort.NUMBER: "([0-9]{1,18})"}
Position = tuple[Any, ...]
Rows = QuerySet[Any, dict[str, Any]]
Show = Callable[[QuerySet[Any, Any]], Rows]


@dataclass(frozen=True)
class Order:
    """An order in which no two rows are equal: the names of its keys and how each is written in an address.

    `worked_out` are the keys that are no columns. An index must serve the keys in this order.
    """

    keys: Mapping[str, Sort]
    worked_out: Mapping[str, BaseExpression] = field(default_factory=dict)

    def read(self, typed: str) -> Position | None:
        """None for what this order cannot have written."""
        shape = re.fullmatch(r"\.".join(SHAPES[sort] for sort in self.keys.values()), typed)
        if shape is None:
            return None
        try:
            return tuple(
                _read(part, sort) for part, sort in zip(shape.groups(), self.keys.values(), strict=True)
            )
        except OverflowError:
            return None

    def show(self, row: dict[str, Any]) -> str:
        return ".".join(_shown(row[name]) for name in self.keys)


@dataclass(frozen=True)
class Page:
    """Rows in order, with the addresses' values of the pages around it; empty where there is none."""

    rows: list[dict[str, Any]]
    before: str
    after: str


class IsAmong(Func):
    """`column = ANY(ARRAY(…))`, a condition: the few that a statement inside finds, found once, before anything else.

    As IN (…) the planner may look them up again for each row, and does so where it takes many rows for few.
    """

    arg_joiner = " = ANY("
    template = "%(expressions)s)"

    def __init__(self, column: str, few: QuerySet[Any, Any]) -> None:
        super().__init__(F(column), ArraySubquery(few), output_field=BooleanField())


def page(
    rows: QuerySet[Any, Any],
    *,
    order: Order,
    size: int,
    after: str,
    before: str,
    show: Show,
) -> Page:
    """One page of `rows` in one statement. A position that cannot be read is the beginning.

    `rows` only chooses; what is shown is looked up by `show` for the rows of the page alone: values(), with the order's columns.
    """
    back = order.read(before)
    if back is not None:
        found = list(_of_page(_upto(rows, order, back), order, size, show))
        more, found = len(found) > size, found[-size:]
        return Page(
            found,
            before=order.show(found[0]) if more else "",
            after=order.show(found[-1]) if found else "",
        )
    start = order.read(after)
    found = list(_of_page(_after(rows, order, start), order, size, show))
    return _onwards(found, order, size, is_first=start is None)


def first_rows(rows: QuerySet[Any, Any], *, order: Order, size: int, show: Show) -> Rows:
    """What a first page is asked with: a row more than it shows."""
    return _of_page(_after(rows, order, None), order, size, show)


def first_page(found: list[dict[str, Any]], *, order: Order, size: int) -> Page:
    """The first page, of the rows that first_rows() gave."""
    return _onwards(found, order, size, is_first=True)


def _onwards(found: list[dict[str, Any]], order: Order, size: int, *, is_first: bool) -> Page:
    more, found = len(found) > size, found[:size]
    return Page(
        found,
        before=order.show(found[0]) if found and not is_first else "",
        after=order.show(found[-1]) if more else "",
    )


def _of_page(chosen: QuerySet[Any, Any], order: Order, size: int, show: Show) -> Rows:
    of_page = chosen.model._default_manager.filter(IsAmong("pk", chosen.values("pk")[: size + 1]))
    found: Rows = show(of_page).annotate(**order.worked_out).order_by(*order.keys)
    return found


def _read(part: str, sort: Sort) -> Any:
    if sort == Sort.MOMENT:
        return EPOCH + int(part) * MICROSECOND
    return int(part) if sort == Sort.NUMBER else part


def _shown(value: Any) -> str:
    return str((value - EPOCH) // MICROSECOND) if isinstance(value, datetime) else str(value)


def _after(rows: QuerySet[Any, Any], order: Order, start: Position | None) -> QuerySet[Any, Any]:
    forwards: QuerySet[Any, Any] = rows.alias(**order.worked_out).order_by(*order.keys)
    return forwards.filter(TupleGreaterThan([F(name) for name in order.keys], start)) if start else forwards


def _upto(rows: QuerySet[Any, Any], order: Order, end: Position) -> QuerySet[Any, Any]:
    before: QuerySet[Any, Any] = rows.alias(**order.worked_out).filter(
        TupleLessThan([F(name) for name in order.keys], end)
    )
    return before.order_by(*(f"-{name}" for name in order.keys))
