"""What an association may set itself. Each app registers its own sections in apps.py; nothing else is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role

Values = dict[str, Any]
ALL = "alles"


@dataclass(frozen=True)
class Subject:
    """One thing with settings: `code` stands in its address. A new one is not there yet; keeping its form makes it."""

    code: str
    label: str
    group: str = ""
    is_new: bool = False


@dataclass(frozen=True)
class FormPart:
    title: str
    fields: list[BoundField]
    is_open: bool


class SettingsForm(forms.Form):
    """Fields whose cleaned values are plain texts, numbers and yes or no: what is kept and shown in the history."""

    mark_optional: ClassVar[bool] = False

    def __init__(self, *args: Any, subject: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject

    def parts(self) -> list[FormPart]:
        """Where a form is long: its fields in parts that fold. Empty: all fields below each other."""
        return []

    def values(self) -> Values:
        return dict(self.cleaned_data)


def one_subject(label: Any) -> Callable[[], list[Subject]]:
    """For a section that is one form."""
    return lambda: [Subject(ALL, str(label))]


@dataclass(frozen=True)
class Section:
    """`load` reads a subject's values as its form takes them, `save` writes them; both inside a transaction.

    `load` raises LookupError for a subject that does not exist. Where a change does work of its own, `carry_out` does it
    instead of `save`, and may raise changing.Refused; `warns` says beforehand, in sentences, what that work would be.
    `left` says after a change what it leaves for a person to see to, "" for nothing. `page` is the address of the subject's own
    page, where it has one.
    """

    name: str
    title: Any
    about: Any
    form: type[SettingsForm]
    subjects: Callable[[], list[Subject]]
    load: Callable[[str], Values]
    save: Callable[[str, Values], None] | None = None
    carry_out: Callable[[str, Values, User, datetime], None] | None = None
    warns: Callable[[str, Values], list[str]] | None = None
    left: Callable[[str], str] | None = None
    page: Callable[[str], str] | None = None
    # Who may see and change it besides a functional administrator.
    also: frozenset[Role] = frozenset()

    def is_of(self, user: User) -> bool:
        return bool(user.roles & (self.also | {Role.FUNCTIONAL}))

    def put(self, subject: str, values: Values, by: User, at: datetime) -> None:
        if self.carry_out is not None:
            self.carry_out(subject, values, by, at)
        elif self.save is not None:
            self.save(subject, values)

    def warnings(self, subject: str, values: Values) -> list[str]:
        return self.warns(subject, values) if self.warns is not None else []

    def left_over(self, subject: str) -> str:
        return self.left(subject) if self.left is not None else ""

    def own_page(self, subject: str) -> str:
        return self.page(subject) if self.page is not None else ""


SECTIONS: dict[str, Section] = {}


def register(section: Section) -> None:
    SECTIONS[section.name] = section
