"""Statements about what somebody may see, put together once for all who look alike and asked with their own values.

To put a list together costs more than the list itself: scope, filter and order as Django makes SQL of them. It is done here
with a stand-in: somebody with the same roles, whose keys and whose clock are values that nothing real has. Where those come
back in the statement, the values of who asks go. A statement that holds a moment which does not come from the clock, a
trace of the stand-in, or an answer of the database, is not kept: it is put together for that person alone, as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NoReturn

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.desk.lists import MOMENTS
from safetyportal.privacy.keys import blind_index

Row = dict[str, Any]
Build = Callable[..., QuerySet[Any, Row]]
NOBODY = -4_611_686_018_427_000_000
THEN = datetime(2001, 2, 3, 4, 5, 6, 789_012, tzinfo=UTC)
ALL = -1
ADDRESS = "nobody@stand-in.invalid"
# What a scope asks once for each person. Who has any of it gets statements of their own.
PARTICULARS = {"_called_about": [], "_covers": set(), "_nothing_keeps_out": True}


class NotForAll(Exception):
    """This statement is only true for who asks it, or only now."""


@dataclass(frozen=True)
class Shape:
    """All that a scope may look at: side, roles with the place of their team among one's own (ALL: for
    the whole association), and whether there is an address."""

    audience: str
    is_active: bool
    grants: tuple[tuple[Role, int], ...]
    has_address: bool
    is_known: bool


@dataclass(frozen=True)
class Kept:
    sql: str
    params: tuple[Any, ...]
    slots: tuple[str | None, ...]
    names: tuple[str, ...]
    converters: tuple[tuple[int, Any, Any], ...]

    def ask(self, told: dict[str, Any]) -> list[Row]:
        params = [told[slot] if slot else param for slot, param in zip(self.slots, self.params, strict=True)]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            rows = cursor.fetchall()
        return [dict(zip(self.names, self._read(row), strict=True)) for row in rows]

    def _read(self, row: tuple[Any, ...]) -> list[Any]:
        values = list(row)
        for place, convert, expression in self.converters:
            for one in convert:
                values[place] = one(values[place], expression, connection)
        return values


def ask(build: Build, *words: Hashable, actor: User, at: datetime) -> list[Row]:
    """The rows of build(actor, at, *words), a values() of fields. `words` may be kept in the process: no text that somebody typed."""
    kept = _kept(build, _shape(actor), words)
    if kept is None:
        return list(build(actor, at, *words))
    return kept.ask(_told(actor, at))


def _shape(actor: User) -> Shape:
    known = actor.__dict__
    particulars = {name: known[name] for name in PARTICULARS if name in known}
    places = {team: place for place, team in enumerate(_teams(actor))}
    return Shape(
        audience=actor.audience,
        is_active=actor.is_active,
        grants=tuple(sorted((role, ALL if team is None else places[team]) for role, team in actor.grants)),
        has_address=bool(actor.email),
        is_known=particulars == PARTICULARS,
    )


def _teams(actor: User) -> list[int]:
    return sorted({team for _role, team in actor.grants if team is not None})


def _told(actor: User, at: datetime) -> dict[str, Any]:
    """What differs from one person and moment to the next, by name."""
    return {
        "actor": actor.pk,
        "address": blind_index(actor.email, "email"),
        **{f"team {place}": team for place, team in enumerate(_teams(actor))},
        **{name: find(at) for name, find in MOMENTS.items()},
    }


@lru_cache(maxsize=1024)
def _kept(build: Build, shape: Shape, words: tuple[Hashable, ...]) -> Kept | None:
    stand_in = _stand_in(shape)
    slots = {value: name for name, value in _told(stand_in, THEN).items()}
    try:
        with connection.execute_wrapper(_nothing_is_asked):
            rows = build(stand_in, THEN, *words)
            compiler = rows.query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
        return Kept(sql, tuple(params), tuple(_slot(one, slots) for one in params), *_columns(rows, compiler))
    except (NotForAll, EmptyResultSet):
        return None


def _stand_in(shape: Shape) -> User:
    nobody = User(
        pk=NOBODY,
        email=ADDRESS if shape.has_address else "",
        audience=shape.audience,
        is_active=shape.is_active,
    )
    nobody.__dict__["grants"] = [
        (role, None if place == ALL else NOBODY + 1 + place) for role, place in shape.grants
    ]
    if shape.is_known:
        nobody.__dict__.update(PARTICULARS)
    return nobody


def _slot(param: Any, slots: dict[Any, str]) -> str | None:
    """Whose value goes here; None for what is the same for everybody."""
    if isinstance(param, (int, str, date)) and param in slots:
        return slots[param]
    if isinstance(param, date) or any(trace in str(param) for trace in (str(NOBODY)[:12], ADDRESS)):
        raise NotForAll(param)
    return None


def _columns(rows: QuerySet[Any, Row], compiler: Any) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    query = rows.query
    names = query.selected or [*query.values_select, *query.annotation_select]
    converters = compiler.get_converters([column[0] for column in compiler.select])
    return tuple(names), tuple((place, *found) for place, found in converters.items())


def _nothing_is_asked(*_words: Any) -> NoReturn:
    raise NotForAll
