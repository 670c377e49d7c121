"""P1: the last POST of the wizard against the bare form POST, in turns, each draft posted once."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from bench.figures import percentile, ratio, table
from bench.load import Answer, post, posts_in_turn
from bench.stage import Bare, Ours
from bench.writing import posts

CONNECTIONS = 16
FIELDS = {
    "title": "Afval in het trappenhuis",
    "place": "Esdoornlaan 2, trappenhuis",
    "kind": "VUI-ALG",
    "story": "Elke week zitten mensen op de trap en laten rommel achter.",
    "email": "aisha@example.nl",
}


@dataclass
class Side:
    per_second: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    middle: list[float] = field(default_factory=list)

    def run(self, port: int, requests: list[bytes]) -> None:
        found = posts_in_turn(port, requests, connections=CONNECTIONS)
        self.note(found)

    def note(self, found: list[Answer]) -> None:
        assert {answer.status for answer in found} == {302}, {answer.status for answer in found}
        began = min(answer.due for answer in found)
        ended = max(answer.due + answer.took for answer in found)
        self.per_second.append(len(found) / (ended - began))
        self.late.append(1000 * percentile([answer.took for answer in found], 95))
        self.middle.append(1000 * percentile([answer.took for answer in found], 50))

    def row(self, name: str, measure: Side | None) -> list[str]:
        said = [self.per_second, self.middle, self.late]
        against = [measure.per_second, measure.middle, measure.late] if measure else said
        figures = [
            f"{statistics.median(one):.0f}" if one is said[0] else f"{statistics.median(one):.1f}"
            for one in said
        ]
        ratios = [ratio(one, other) if measure else "1" for one, other in zip(said, against, strict=True)]
        return [name, *(word for pair in zip(figures, ratios, strict=True) for word in pair)]


def bare_post(path: str = "/report/", *, stay: bool = True, **changes: str) -> bytes:
    return post(path, FIELDS | changes, {"csrftoken": "b" * 32}, stay=stay)


def measure(ours: Ours, bare: Bare, *, rounds: int, reports: int) -> str:
    sides = {"portal": Side(), "bare": Side()}
    drafts = list(posts(ours, reports * (rounds + 1), stay=True).values())
    sides_of_one = {
        "portal": lambda turn, side: side.run(ours.port, drafts[turn * reports : (turn + 1) * reports]),
        "bare": lambda turn, side: side.run(bare.port, [bare_post()] * (2 * reports)),
    }
    for run in sides_of_one.values():  # warm
        run(rounds, Side())
    for turn in range(rounds):
        for name in sorted(sides, reverse=bool(turn % 2)):
            sides_of_one[name](turn, sides[name])
    head = ["last POST", "per second", "ratio", "p50 ms", "ratio", "p95 ms", "ratio"]
    rows = [sides["bare"].row("bare form", None), sides["portal"].row("portal", sides["bare"])]
    return table(head, rows)
