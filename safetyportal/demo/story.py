"""The shape of one demo report."""

from __future__ import annotations

from dataclasses import dataclass

# Where a story plays, when it matters for what it shows; otherwise anywhere that has the space.
EIGHT, FIVE, SOUTH, VILLAGE = "eight", "five", "south", "village"


@dataclass(frozen=True)
class Story:
    """`place` is "home", "unknown" or the code of a shared space; `impact` holds answers, "none" alone."""

    kind: str
    story_nl: str
    frequency: str
    since: str
    impact: tuple[str, ...]
    days_ago: int
    place: str
    mode: str
    consent: bool | None
    names_person: str
    child_involved: str
    spot: str


def story(
    kind: str, frequency: str, since: str, impact: str, days_ago: int, text: str, *,
    place: str = "home", mode: str = "confidential", consent: bool | None = None,
    names: str = "no", child: str = "no", spot: str = "",
) -> Story:  # fmt: skip
    """A story with what most of them share left out."""
    felt = tuple(impact.split())
    return Story(
        kind, text, frequency, since, felt, days_ago, place, mode, consent, names, child, spot
    )  # fmt: skip
