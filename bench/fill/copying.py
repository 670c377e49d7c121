"""Rows to PostgreSQL by COPY, as text. Constraints and triggers stay on; a batch is one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from django.db import connection, transaction
from django.db.models import NOT_PROVIDED, Field, Model

NULL = "\\N"
YES, NO = "t", "f"


def escaped(text: str) -> str:
    """Free text as COPY reads it."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def as_json(value: Any) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))


def as_array(values: Iterable[str]) -> str:
    """Of codes, which hold no signs to quote."""
    return "{" + ",".join(values) + "}"


class Table:
    """The rows of one model until they are written. `names` are the fields a row gives, as texts that COPY reads.

    Fields that a row does not give have their default, so a new field that has one asks for nothing here.
    """

    def __init__(self, model: type[Model], names: str) -> None:
        given = names.split()
        fields = {field.name: field for field in model._meta.concrete_fields}
        rest = {name: _default(field) for name, field in fields.items() if name not in given}
        rest = {name: value for name, value in rest.items() if value is not None}
        columns = ", ".join(f'"{fields[name].column}"' for name in (*given, *rest))
        self.statement = f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN'
        self.width = len(given)
        self.end = "".join(f"\t{value}" for value in rest.values()) + "\n"
        self.lines: list[str] = []
        self.written = 0

    def add(self, *values: str) -> None:
        self.lines.append("\t".join(values) + self.end)

    def take(self) -> str:
        """What waits, as one text; nothing waits then."""
        text = "".join(self.lines)
        self.written += len(self.lines)
        self.lines.clear()
        return text


def _default(field: Field) -> str | None:
    """What to write where a row gives nothing; None leaves the column to the database."""
    if field.primary_key or field.db_default is not NOT_PROVIDED:
        return None
    if not field.has_default() and field.null:
        return None
    value = field.get_db_prep_save(field.get_default(), connection)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return as_array(value)
    if value is None:
        raise LookupError(f"{field.model.__name__}.{field.name} has no default")
    return as_json(value.obj) if hasattr(value, "obj") else escaped(str(value))


class Copying:
    """Keeps batches of tables, each in one transaction, in the order of the tables.

    `beside`: on a connection of its own while the next batch is being made, one batch at a time.
    """

    def __init__(self, *, beside: bool) -> None:
        self.hand = ThreadPoolExecutor(1) if beside else None
        self.kept: Future[None] | None = None

    def write(self, tables: Iterable[Table]) -> None:
        batch = [(table.statement, table.take()) for table in tables if table.lines]
        if self.hand is None:
            return _keep(batch)
        self.wait()
        self.kept = self.hand.submit(_keep, batch)
        return None

    def wait(self) -> None:
        """Until all is kept; raises what went wrong."""
        if self.kept is not None:
            self.kept.result()

    def close(self) -> None:
        if self.hand is not None:
            self.hand.submit(lambda: connection.close()).result()  # of that thread
            self.hand.shutdown()


def _keep(batch: list[tuple[str, str]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        # A batch takes longer than a page may. What is deferred is looked at when the transaction ends, as ever.
        cursor.execute("SET LOCAL statement_timeout = 0")
        for statement, text in batch:
            with cursor.copy(statement) as copy:
                copy.write(text)


def reserve(model: type[Model], count: int) -> int:
    """The first of `count` keys that nobody else gets."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
        first: int = cursor.fetchone()[0]
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, first + count])
    return first
