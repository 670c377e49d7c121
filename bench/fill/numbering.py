"""Numbers of cases and reports as the portal makes them, but the same ones every time, and each once."""

from __future__ import annotations

from incidents.rules.numbers import ALPHABET, check_symbol

BODIES = 1 << 35  # seven symbols of five bits
STEP = 21_235_486_155  # odd, so that each body comes once before the first comes back; the golden ratio of them, so that they spread


class Numbers:
    """`cases` and `reports`: how many there are already."""

    def __init__(self, *, seed: int, cases: int, reports: int) -> None:
        self.begin = seed * 1_000_003
        self.cases, self.reports = cases, reports

    def case(self) -> str:
        self.cases += 1
        return self._number("Z", self.cases)

    def report(self) -> str:
        self.reports += 1
        return self._number("M", self.reports)

    def _number(self, prefix: str, count: int) -> str:
        rest = (self.begin + count * STEP) % BODIES
        body = ""
        for _ in range(7):
            rest, symbol = divmod(rest, 32)
            body += ALPHABET[symbol]
        return f"{prefix}-{body[:4]}-{body[4:]}{check_symbol(body)}"
