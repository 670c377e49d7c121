"""The list of signals in pages: first what more than one colleague saw, then by worry; a page begins where the one before it ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.db.models.fields.tuple_lookups import TupleLessThan

from incidents.entry.signal_mates import has_mate
from incidents.models import PreventiveSignal
from incidents.models.signal import SignalQuerySet

SIZE = 25
# The index signal_in_order serves these.
KEYS = ("worry", "at", "pk")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SHAPE = re.compile(r"([01])\.([1-3])\.([0-9]{1,17})\.([0-9a-f]{32})")


@dataclass(frozen=True)
class Position:
    """The last signal of a page: whether it was among those with a mate, and its keys."""

    mated: bool
    keys: tuple[int, datetime, UUID]

    @classmethod
    def read(cls, typed: str) -> Position | None:
        """None, the beginning, for what no page can have written."""
        found = SHAPE.fullmatch(typed)
        if found is None:
            return None
        mated, worry, at, pk = found.groups()
        return cls(mated == "1", (int(worry), EPOCH + timedelta(microseconds=int(at)), UUID(pk)))

    def show(self) -> str:
        worry, at, pk = self.keys
        return f"{int(self.mated)}.{worry}.{(at - EPOCH) // timedelta(microseconds=1)}.{pk.hex}"


def page_of(
    rows: SignalQuerySet, *, after: str, at: datetime, size: int = SIZE
) -> tuple[list[PreventiveSignal], str]:
    """One page of `rows`, and where the next begins (empty: there is none). Two statements at most."""
    start = Position.read(after)
    found: list[tuple[PreventiveSignal, bool]] = []
    for mated in (True, False):
        if start is not None and start.mated < mated:
            continue
        part = rows.filter(Q(has_mate(at)) if mated else ~Q(has_mate(at))).order_by(
            *(f"-{key}" for key in KEYS)
        )
        if start is not None and start.mated == mated:
            part = part.filter(TupleLessThan([F(key) for key in KEYS], start.keys))
        found += [(one, mated) for one in part[: size + 1 - len(found)]]
        if len(found) > size:
            last, of_mated = found[size - 1]
            return [one for one, _mated in found[:size]], Position(
                of_mated, (last.worry, last.at, last.pk)
            ).show()
    return [one for one, _mated in found], ""
