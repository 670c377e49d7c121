"""The squares in which a photo is masked. Pure: the cleaning child uses it."""

from __future__ import annotations

COLUMNS, ROWS = 12, 9
CELLS = COLUMNS * ROWS
# A JPEG is made of blocks of eight points. Whole blocks of one colour stay that colour to the last point.
BLOCK = 8

Box = tuple[int, int, int, int]


def boxes(cells: frozenset[int], width: int, height: int) -> list[Box]:
    """The points of these cells, counted from 0 in rows: left, top, right, bottom; never fewer than were pointed at."""
    return [_box(cell, width, height) for cell in sorted(cells)]


def _box(cell: int, width: int, height: int) -> Box:
    row, column = divmod(cell, COLUMNS)
    left, right = _stretch(column, COLUMNS, width)
    top, bottom = _stretch(row, ROWS, height)
    return left, top, right, bottom


def _stretch(place: int, of: int, length: int) -> tuple[int, int]:
    """From the block in which it begins to the end of the one in which it ends."""
    start = place * length // of
    end = -(-(place + 1) * length // of)
    return start // BLOCK * BLOCK, min(-(-end // BLOCK) * BLOCK, length)


def written(cells: frozenset[int]) -> str:
    return ",".join(str(cell) for cell in sorted(cells))


def read(text: str) -> frozenset[int]:
    """What `written` wrote. Raises ValueError for what is outside the photo."""
    cells = frozenset(int(part) for part in text.split(",") if part)
    if any(not 0 <= cell < CELLS for cell in cells):
        raise ValueError("outside the photo")
    return cells
