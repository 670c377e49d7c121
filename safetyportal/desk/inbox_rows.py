"""The lines of the inbox: the template of one is rendered once for each look a line can have, and the words are put in.

A list of fifty is mostly template engine; with a handful of looks in fifty lines there is little left of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from incidents.models.case import Band
from incidents.workflow import Status
from safetyportal.clock.urgency import Urgency

# A sign that no text may hold stands around the name of a word.
MARK = "\ue000"
WORDS = ("number", "kind", "place", "holder", "due", "contact")


class Look(NamedTuple):
    """What decides which parts a line has: codes, and whose the case is ("mine", "other" or "nobody")."""

    urgency: str
    band: str
    status: str
    holder_is: str
    has_proposal: bool
    has_due: bool
    is_late: bool
    has_contact: bool


class Row(NamedTuple):
    """`words` has all of WORDS, as they were written: they are escaped here."""

    look: Look
    words: Mapping[str, str]


def html(rows: Iterable[Row]) -> SafeString:
    language = get_language() or ""
    return mark_safe("".join(_line(language, row) for row in rows))  # noqa: S308 - each word is escaped


def _line(language: str, row: Row) -> str:
    words = {name: escape(text) for name, text in row.words.items()}
    cut = _cut(language, row.look)
    return "".join([words[part] if nth % 2 else part for nth, part in enumerate(cut)])


@lru_cache(maxsize=4096)
def _cut(language: str, look: Look) -> tuple[str, ...]:
    """The line in pieces: what stands there as it is, and between each two of those the name of a word."""
    named = {name: f"{MARK}{name}{MARK}" for name in WORDS}
    context = {
        **look._asdict(),
        **named,
        "url": reverse("case_page", args=["-"]).replace("/-/", f"/{named['number']}/"),
        "urgency_label": Urgency(look.urgency).label,
        "band_label": Band(look.band).label,
        "status_label": Status(look.status).label,
    }
    return tuple(render_to_string("staff/parts/inbox_row.html", context).split(MARK))
