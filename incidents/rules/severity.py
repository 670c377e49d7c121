"""Severity (ernst), 0 to 100, with its parts in sight. Source: domain 1.3. Pure; no group labels, no protected traits."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.rules.answers import Frequency, Impact, Since

FREQUENCY = {Frequency.ONCE: 0.0, Frequency.WEEKLY: 0.5, Frequency.DAILY: 1.0, Frequency.UNKNOWN: 0.0}
SINCE = {
    Since.LT2W: 0.0,
    Since.W2_M1: 0.25,
    Since.M1_M3: 0.5,
    Since.M3_M6: 0.75,
    Since.GT6M: 1.0,
    Since.UNKNOWN: 0.0,
}
IMPACT = {Impact.SLEEP: 0.5, Impact.AFRAID: 1.0, Impact.MOVING: 1.0, Impact.CHILDREN: 0.5, Impact.NONE: 0.0}

WEIGHTS = {
    "nature": 25,
    "frequency": 20,
    "duration": 15,
    "households": 15,
    "impact": 15,
    "vulnerability": 10,
}
NAMES = {
    "nature": _("Aard"),
    "frequency": _("Hoe vaak"),
    "duration": _("Hoe lang al"),
    "households": _("Aantal adressen dat meldt"),
    "impact": _("Wat het met de melder doet"),
    "vulnerability": _("Kinderen of risico bij bezoek"),
}


@dataclass(frozen=True)
class Part:
    name: str
    points: float
    most: int


@dataclass(frozen=True)
class Severity:
    parts: tuple[Part, ...]

    @property
    def score(self) -> int:
        return round(sum(part.points for part in self.parts))

    @property
    def band(self) -> str:
        return band_of(self.score)

    def as_json(self) -> list[dict[str, Any]]:
        return [asdict(part) for part in self.parts]


def band_of(score: int) -> str:
    return "S4" if score >= 75 else "S3" if score >= 50 else "S2" if score >= 25 else "S1"


def judge(
    *, nature: float, frequency: str, since: str, households: int, impact: list[str], vulnerable: bool
) -> Severity:
    """Score what was answered. `households` counts the different addresses that reported, this one included."""
    shares = {
        "nature": nature,
        "frequency": FREQUENCY[Frequency(frequency)],
        "duration": SINCE[Since(since)],
        "households": 0.0 if households <= 1 else 0.5 if households == 2 else 1.0,
        "impact": max((IMPACT[Impact(one)] for one in impact), default=0.0),
        "vulnerability": 1.0 if vulnerable else 0.0,
    }
    return Severity(tuple(Part(name, shares[name] * most, most) for name, most in WEIGHTS.items()))
