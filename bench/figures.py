"""Reading figures: percentiles, and ratios that are taken round by round."""

from __future__ import annotations

import statistics
from collections.abc import Iterable


def percentile(values: Iterable[float], percent: int) -> float:
    found = sorted(values)
    return found[min(len(found) - 1, len(found) * percent // 100)]


def ratio(ours: list[float], bare: list[float]) -> str:
    """The median of the ratios of the rounds, with the smallest and the largest."""
    each = [one / other for one, other in zip(ours, bare, strict=True)]
    return f"{statistics.median(each):.2f} [{min(each):.2f}..{max(each):.2f}]"


def table(head: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(line[column]) for line in [head, *rows]) for column in range(len(head))]
    lines = [
        " | ".join(word.ljust(width) for word, width in zip(line, widths, strict=True))
        for line in [head, ["-" * width for width in widths], *rows]
    ]
    return "\n".join(f"| {line} |" for line in lines)
