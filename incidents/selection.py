"""One act on several cases that somebody ticked in a list: each in a transaction of its own, by the ordinary verb.

What is refused for one case holds up no other; what became of each is counted, to be said in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from incidents import casework, conflicts, holding
from incidents.acting import Stale
from incidents.acts import NotNow
from incidents.models import Case
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience

MOST = 50


@dataclass
class Outcome:
    """How many were done and how many were one's own already; whose others are, and who changed others meanwhile, by name."""

    done: int = 0
    own: int = 0
    already: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    closed: int = 0
    elsewhere: int = 0


def take(*, cases: Iterable[Case], by: User, at: datetime) -> Outcome:
    """Become the holder of each that nobody holds."""
    outcome = Outcome()
    for case in cases:
        if case.holder_id == by.pk:
            outcome.own += 1
            continue
        try:
            casework.take(case=case, by=by, at=at)
        except casework.AlreadyTaken as taken:
            if str(taken):
                outcome.already[str(taken)] += 1
            else:
                outcome.closed += 1
        except NotNow:
            outcome.closed += 1
        except conflicts.KeptOut:
            outcome.elsewhere += 1
        else:
            outcome.done += 1
    return outcome


def give(*, cases: Iterable[tuple[Case, int]], to: User, reason: str, by: User, at: datetime) -> Outcome:
    """Hand each to one colleague. With a case comes the newest line of its timeline that was seen (acting.begin)."""
    outcome = Outcome()
    for case, seen in cases:
        if case.holder_id == to.pk:
            outcome.already[to.name] += 1
            continue
        try:
            holding.hand_over(case=case, to=to, reason=reason, by=by, at=at, seen=seen)
        except holding.CannotHold:
            outcome.elsewhere += 1
        except NotNow:
            outcome.closed += 1
        except Stale as stale:
            outcome.changed[stale.entry.by_label] += 1
        else:
            outcome.done += 1
    return outcome


def colleagues(cases: Iterable[Case]) -> list[User]:
    """Who can hold at least one of these, by name."""
    found = User.objects.filter(
        is_active=True,
        audience=Audience.STAFF,
        role_grants__role__in=holding.HOLDERS,
        role_grants__team__in={case.team_id for case in cases},
        role_grants__waiting=False,
    )
    return list(found.distinct().order_by("name", "pk"))
