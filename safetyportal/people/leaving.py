"""What somebody looks after who goes: each app registers in its apps.py what people look after there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from safetyportal.accounts.models import User


class Look(Protocol):
    def __call__(self, *, at: datetime) -> None: ...


@dataclass(frozen=True)
class Charge:
    """`says`: what nobody looks after any more without this person, nothing when there is none. It is mended on the page
    `where` behind `link`, by who may do `action`. `look_again`: for after an account was closed or opened; may run any number of times.
    """

    says: Callable[[User], str]
    where: str
    link: Any
    action: str
    look_again: Look


@dataclass(frozen=True)
class Left:
    """A line on the page that asks whether somebody should go."""

    text: str
    charge: Charge


CHARGES: list[Charge] = []


def register(charge: Charge) -> None:
    CHARGES.append(charge)


def left_by(user: User) -> list[Left]:
    return [Left(text, one) for one in CHARGES if (text := one.says(user))]


def look_again(*, at: datetime) -> None:
    for one in CHARGES:
        one.look_again(at=at)
