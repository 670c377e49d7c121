"""The association's own colours, as a style sheet that comes after tokens.css. Empty names keep the delivered colour."""

from __future__ import annotations

from safetyportal.texts.contrast import soft

# As in static/css/tokens.css; each audience's colour has a pale companion beside it.
DELIVERED = {"tenant": "#1d5c42", "staff": "#26323d", "partner": "#3a3f8f", "link": "#0b4f86"}
GROUND = "#f4f3ee"


def style_sheet(colours: dict[str, str]) -> str:
    lines = []
    for name in DELIVERED:
        if colour := colours.get(name):
            lines.append(f"--basis-color-{name}: {colour};")
            if name != "link":
                lines.append(f"--basis-color-{name}-soft: {soft(colour)};")
    return ":root {" + " ".join(lines) + "}\n"
