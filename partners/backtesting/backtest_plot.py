"""The figures of a backtest as bars: where each goes on the drawing, in its own units. Pure; the template draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from partners.backtesting.backtest_results import Changes, PartnerLine

WIDTH = 360
LONGEST = 250
MOST = 15  # the rest stands in the table
LETTERS = 44  # what fits on a line; the table has the whole name


@dataclass(frozen=True)
class Bar:
    """`solid` from the left, then `pale`; `end` is where its number stands, `text_y` on which line."""

    y: int
    solid: float
    pale: float
    number: int

    @property
    def end(self) -> float:
        return self.solid + self.pale + 6

    @property
    def text_y(self) -> int:
        return self.y + 10


@dataclass(frozen=True)
class Row:
    name: str
    name_y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Plot:
    height: int
    rows: tuple[Row, ...]
    width: int = WIDTH
    left_out: int = 0


def of_partners(lines: Sequence[PartnerLine]) -> Plot:
    """Two bars each: now above then. Solid is what goes at once, pale what is proposed."""
    most = max((max(line.now, line.then) for line in lines), default=0) or 1
    rows, y = [], 0
    for line in lines[:MOST]:
        now = _bar(y + 20, line.now_directly, line.now_proposed, most)
        then = _bar(y + 34, line.then_directly, line.then_proposed, most)
        rows.append(Row(_short(line.name), y + 14, (now, then)))
        y += 56
    return Plot(y, tuple(rows), left_out=max(0, len(lines) - MOST))


def of_kinds(lines: Sequence[Changes]) -> Plot:
    """Solid is what goes elsewhere, pale the other reports of the kind. Kinds of which nothing moves are left out."""
    moved = [line for line in lines if line.elsewhere]
    most = max((line.reports for line in moved), default=0) or 1
    rows, y = [], 0
    for line in moved[:MOST]:
        bar = _bar(y + 20, line.elsewhere, line.reports - line.elsewhere, most, number=line.elsewhere)
        rows.append(Row(_short(line.name), y + 14, (bar,)))
        y += 42
    return Plot(y, tuple(rows), left_out=max(0, len(moved) - MOST))


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 1].rstrip()}…"


def _bar(y: int, solid: int, pale: int, most: int, number: int | None = None) -> Bar:
    def long(count: int) -> float:
        return round(LONGEST * count / most, 1)

    return Bar(y, long(solid), long(pale), solid + pale if number is None else number)
