"""Several writes as one statement: PostgreSQL does them in one round trip.

    at_once(inserting(case), inserting(report), updating(drafts, answers={}), last=bell("route"))

No part sees what another writes, so keys are given beforehand; foreign keys are checked when all are done.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from django.db import connection, models
from django.db.models.sql import InsertQuery, UpdateQuery

Part = tuple[str, tuple[Any, ...]]


def inserting(row: models.Model, *, unless_there: bool = False) -> Part:
    """A new row, never saved before. A key that the database hands out is not read back.

    `unless_there`: where one stands already that a unique constraint does not let it stand beside, nothing is written.
    """
    sql, fields = _insert(type(row), row.pk is None)
    if unless_there:
        sql += " ON CONFLICT DO NOTHING"
    return sql, tuple(field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields)


def inserting_like(row: models.Model, *, unless_there: bool = False, **columns: list[Any]) -> Part:
    """New rows that are all like `row` but in these columns, each a list with a value for every row."""
    sql, fields = _insert(type(row), False)
    table = sql.split(" VALUES ")[0]
    values, given, shown = [], [], []
    for field in fields:
        if field.attname in columns:
            given.append((f"%s::{field.db_type(connection)}[]", columns[field.attname]))
            shown.append(f"many.c{len(given)}")
        else:
            values.append(field.get_db_prep_save(field.pre_save(row, True), connection))
            shown.append(f"%s::{field.db_type(connection)}")
    names = ", ".join(f"c{number}" for number in range(1, len(given) + 1))
    from_lists = f"FROM unnest({', '.join(cast for cast, _ in given)}) AS many({names})"
    ending = " ON CONFLICT DO NOTHING" if unless_there else ""
    return (
        f"{table} SELECT {', '.join(shown)} {from_lists}{ending}",
        (*values, *(each for _, each in given)),
    )


def updating(found: models.QuerySet[Any], **values: Any) -> Part:
    """What found.update(**values) would do."""
    query = cast(UpdateQuery, found.query.chain(UpdateQuery))
    query.add_update_values(values)
    sql, params = query.get_compiler(connection=connection).as_sql()
    return sql, tuple(params)


def at_once(*writes: Part, last: Part) -> tuple[Any, ...]:
    """Do all of it in one statement that ends with `last`, a SELECT or a write that gives a row back; that row is returned.

    Belongs inside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("at_once() belongs inside a transaction")
    named = ", ".join(f"part_{number} AS ({sql})" for number, (sql, _) in enumerate(writes))
    values = [value for _, params in (*writes, last) for value in params]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {named} {last[0]}", values)
        row: tuple[Any, ...] = cursor.fetchone()
    return row


@cache
def _insert(model: type[models.Model], key_is_handed_out: bool) -> tuple[str, list[models.Field[Any, Any]]]:
    """The statement, made once for each model: that is the slow part of an INSERT."""
    fields = [
        field for field in model._meta.local_concrete_fields if not (key_is_handed_out and field.primary_key)
    ]
    query = InsertQuery(model)
    query.insert_values(fields, [model()])
    ((sql, _),) = query.get_compiler(connection=connection).as_sql()
    return sql, fields
