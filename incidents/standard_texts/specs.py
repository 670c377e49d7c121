from __future__ import annotations

from dataclasses import dataclass

from incidents.models.standard_text import Moment


@dataclass(frozen=True)
class TextSpec:
    """A standard text as delivered. Lines that begin with "- " are points, with "# " headings of a letter."""

    code: str
    moment: Moment
    label: str
    nl: str
    en: str
    group: str = ""
    heading: str = ""
