"""A case as its page has it, and the shape of a rule that says what comes first (next_rules). Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from incidents.models import Case
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.clock.models import Name
from safetyportal.desk.case_file import CaseFile, Term
from safetyportal.desk.pending import Pending


@dataclass(frozen=True)
class Look:
    """A case as its page has it."""

    case: Case
    file: CaseFile
    pending: Pending
    actor: User
    at: datetime

    def term(self, name: Name, *, about: str = "", due: bool = False) -> Term | None:
        """The first running one of this name; `due`: only one that is for today or late."""
        today = local_day(self.at)
        for one in self.file.terms:
            fits = one.code == name and not one.is_paused and one.about.startswith(about)
            if fits and (not due or local_day(one.due) <= today):
                return one
        return None

    def due(self, name: Name) -> Term | None:
        return self.term(name, due=True) if self.case.is_open else None

    def promised(self, name: Name) -> Term | None:
        return self.term(name) if self.case.is_open else None

    def url(self, name: str, *args: object, part: str = "") -> str:
        return reverse(name, args=[self.case.number, *args]) + (f"#{part}" if part else "")


@dataclass(frozen=True)
class Button:
    """`posts`: it does something at once, and is no link."""

    text: str | Promise
    url: str
    posts: bool = False


@dataclass(frozen=True)
class Rule:
    """`when` gives what it found, such as a term, or nothing; `words` may name it as {what}; `to` gives the buttons."""

    name: str
    when: Callable[[Look], Any]
    words: Promise | str
    to: Callable[[Look, Any], list[Button]]
    what: Callable[[Look, Any], object] = lambda _look, _found: ""
    # Whether whom it is about is talked with through an interpreter.
    interpreter: Callable[[Look, Any], bool] = lambda _look, _found: False
