"""The lines of the inbox: the template of one is rendered once for each look a line can have, and the words are put in.

A list of fifty is mostly template engine; with a handful of looks in fifty lines there is little left of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from incidents.models.case import Band
from incidents.rules.workflow import Status
from safetyportal.clock.urgency import Urgency

# Around the name of a word; no template has this sign.
MARK = "\ue000"
WORDS = ("number", "kind", "place", "holder", "scaled_to", "due", "contact")


class Look(NamedTuple):
    """What decides which parts a line has: codes, and whose the case is ("mine", "other" or "nobody")."""

    urgency: str
    band: str
    status: str
    holder_is: str
    has_proposal: bool
    is_scaled: bool
    has_due: bool
    is_late: bool
    has_contact: bool


class Row(NamedTuple):
    """`words` has all of WORDS, as they were written: they are escaped here."""

    look: Look
    words: Mapping[str, str]


def html(rows: Iterable[Row]) -> SafeString:
    language = get_language() or ""
    return format_html_join(
        "", "{}", ((format_html(_line(language, row.look, _labels(row.look)), **row.words),) for row in rows)
    )


def _labels(look: Look) -> tuple[str, ...]:
    """As they are called now: the days of an urgency are a setting."""
    return str(Urgency(look.urgency).label), str(Band(look.band).label), str(Status(look.status).label)


@lru_cache(maxsize=4096)
def _line(language: str, look: Look, labels: tuple[str, ...]) -> str:
    """The line as format_html() takes it, with the names of its words in braces."""
    named = {name: f"{MARK}{name}{MARK}" for name in WORDS}
    context = {
        **look._asdict(),
        **named,
        "url": reverse("case_page", args=["-"]).replace("/-/", f"/{named['number']}/"),
        **dict(zip(("urgency_label", "band_label", "status_label"), labels, strict=True)),
    }
    line = render_to_string("staff/parts/inbox_row.html", context).replace("{", "{{").replace("}", "}}")
    for name, marked in named.items():
        line = line.replace(marked, f"{{{name}}}")
    return line
