"""One line of the installation checklist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NAMED = 8


class State(StrEnum):
    OK = "ok"
    TODO = "todo"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Check:
    """`found` is how it stands, `where` the name of the URL where it is mended, or nothing."""

    code: str
    title: str
    state: State
    found: str
    why: str
    where: str = ""

    @property
    def tone(self) -> str:
        return {State.OK: "ok", State.TODO: "danger", State.UNKNOWN: "warn"}[self.state]

    @property
    def state_words(self) -> str:
        return {State.OK: _("in orde"), State.TODO: _("nog doen"), State.UNKNOWN: _("niet te zien")}[
            self.state
        ]


@dataclass(frozen=True)
class Group:
    title: str
    checks: list[Check]


def check(code: str, title: str, *, wrong: str, right: str = "", why: str, where: str = "") -> Check:
    """Right when there is nothing wrong to tell."""
    state = State.TODO if wrong else State.OK
    return Check(code, title, state, wrong or right, why, where)


def unknown(code: str, title: str, *, found: str, why: str, where: str = "") -> Check:
    return Check(code, title, State.UNKNOWN, found, why, where)


def names(found: Sequence[str]) -> str:
    """The first of them in a sentence, and how many more there are."""
    more = len(found) - NAMED
    if more > 0:
        rest = ngettext("nog {number} andere", "nog {number} andere", more).format(number=more)
        return get_text_list([*found[:NAMED], rest], _("en"))
    return get_text_list(list(found), _("en"))
