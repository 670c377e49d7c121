"""Whether one can read it: contrast by WCAG 2.2 (success criterion 1.4.3), between colours written as #1d5c42. Pure."""

from __future__ import annotations

ENOUGH = 4.5  # for text of ordinary size
WHITE = "#ffffff"
SOFT = 0.12  # how much of a colour is left in its pale companion


def ratio(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def soft(colour: str) -> str:
    """The pale companion: the colour, thinned with white."""
    parts = (round(part * SOFT + 255 * (1 - SOFT)) for part in _parts(colour))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
