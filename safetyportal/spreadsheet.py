"""A table as a file that Dutch Excel opens: semicolons, UTF-8 with a mark in front, and no cell that could be a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# Excel, LibreOffice and their relatives compute what begins so, also behind spaces; the broad forms are of Asian keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MARK = "\ufeff"
TYPE = "text/csv; charset=utf-8"


def as_csv(header: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([cell(value) for value in row])
    return (MARK + out.getvalue()).encode("utf-8")


def cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) else text
