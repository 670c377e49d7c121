"""Answers that give a severity: every set of answers is judged once, and drawn by what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from random import Random

from bench.fill import mix
from bench.fill.copying import as_array, as_json
from incidents.rules.answers import Frequency, Impact, Since
from incidents.rules.severity import judge

NATURES = (0.0, 0.5, 1.0)
FELT = (("none",), ("sleep",), ("afraid",), ("sleep", "moving"), ("sleep", "children"), ("afraid", "moving"))
BANDS = tuple(mix.BANDS)


@dataclass(frozen=True)
class Judged:
    """As COPY takes it."""

    frequency: str
    since: str
    impact: str
    child: str
    score: str
    band: str
    parts: str


def _one(
    nature: float, frequency: str, since: str, felt: tuple[str, ...], child: str, households: int
) -> Judged:
    assert {Impact(one) for one in felt}
    found = judge(
        nature=nature, frequency=frequency, since=since, households=households, impact=list(felt),
        vulnerable=child == "yes" or "children" in felt,
    )  # fmt: skip
    parts = as_json(found.as_json())
    return Judged(frequency, since, as_array(felt), child, str(found.score), found.band, parts)


class Judging:
    def __init__(self, natures: dict[float, float]) -> None:
        """`natures`: how often each nature comes. What is punishable is never only a nuisance, so the rest must be it more."""
        self.found: dict[tuple[float, str, int], list[Judged]] = {}
        answers = (
            NATURES,
            Frequency.values,
            Since.values,
            FELT,
            ("yes", "no", "no", "no", "unknown"),
            (1, 2, 3),
        )
        for nature, frequency, since, felt, child, households in product(*answers):
            one = _one(nature, frequency, since, felt, child, households)
            self.found.setdefault((nature, one.band, households), []).append(one)
        self.weights = _weights(natures.get(1.0, 0.0) / sum(natures.values()))

    def draw(self, nature: float, reporters: int, random: Random) -> Judged:
        """By the mix of bands; with as many households as reporters where that can be, else with any number."""
        band = random.choices(BANDS, self.weights[nature == 1.0])[0]
        first = min(reporters, 3)
        for households in (first, 3, 2, 1):
            fitting = self.found.get((nature, band, households))
            if fitting:
                return random.choice(fitting)
        raise LookupError(f"{nature} {band}")


def _weights(punishable: float) -> dict[bool, list[float]]:
    whole = sum(mix.BANDS.values())
    heavy = {band: (0 if band == "S1" else share) for band, share in mix.BANDS.items()}
    of_heavy = [share / sum(heavy.values()) for share in heavy.values()]
    wanted = [share / whole for share in mix.BANDS.values()]
    rest = [max(0.0, all_of - punishable * some) for all_of, some in zip(wanted, of_heavy, strict=True)]
    return {True: of_heavy, False: rest}
