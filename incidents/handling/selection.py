"""One act on several cases that somebody ticked in a list: all that may be done are done at once, and each other one is named.

What is refused for one case holds up no other. However many there are, it takes the same number of statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from incidents import many
from incidents.act_table import TABLE
from incidents.acts import Act
from incidents.handling import holding
from incidents.models import Case
from incidents.staffing import conflicts
from safetyportal.accounts.models import User

MOST = 50
Numbers = list[str]


@dataclass
class Outcome:
    """How many were done; and by number those that were not: one's own already, of others and changed by others (by name),
    closed, or not for this colleague."""

    done: int = 0
    own: Numbers = field(default_factory=list)
    already: dict[str, Numbers] = field(default_factory=dict)
    changed: dict[str, Numbers] = field(default_factory=dict)
    closed: Numbers = field(default_factory=list)
    elsewhere: Numbers = field(default_factory=list)


@transaction.atomic
def take(*, cases: Sequence[Case], by: User, at: datetime) -> Outcome:
    """Become the holder of each that nobody holds (casework.take)."""
    conflicts.hold(person=by)
    kept = set(
        Case.objects.keeping_out(by).filter(pk__in=[case.pk for case in cases]).values_list("pk", flat=True)
    )
    outcome, free = Outcome(), []
    for case in many.locked(cases):
        if case.holder_id == by.pk:
            outcome.own.append(case.number)
        elif case.status not in TABLE[Act.TAKE].when:
            outcome.closed.append(case.number)
        elif case.holder is not None:
            outcome.already.setdefault(case.holder.name, []).append(case.number)
        elif case.pk in kept:
            outcome.elsewhere.append(case.number)
        else:
            free.append(case)
    _hand(free, by)
    many.done(cases=free, act=Act.TAKE, by=by, at=at)
    outcome.done = len(free)
    return outcome


@transaction.atomic
def give(*, cases: Sequence[tuple[Case, int]], to: User, reason: str, by: User, at: datetime) -> Outcome:
    """Hand each to one colleague (holding.hand_over). With a case comes the newest line of its timeline that was seen.

    However many there are, the colleague hears of it once.
    """
    conflicts.hold(person=to)
    fresh = many.locked([case for case, _seen in cases])
    can_hold = holding.takers(cases=fresh, at=at).get(to, frozenset())
    newer = many.newer_lines(act=Act.HAND_OVER, by=by, seen={case.pk: seen for case, seen in cases})
    outcome, free = Outcome(), []
    for case in fresh:
        if case.holder_id == to.pk:
            outcome.already.setdefault(to.name, []).append(case.number)
        elif case.status not in TABLE[Act.HAND_OVER].when:
            outcome.closed.append(case.number)
        elif case.pk in newer:
            outcome.changed.setdefault(newer[case.pk].by_label, []).append(case.number)
        elif case.pk not in can_hold:
            outcome.elsewhere.append(case.number)
        else:
            free.append(case)
    _hand(free, to)
    entries = many.done(cases=free, act=Act.HAND_OVER, by=by, at=at, text=holding.said(to, reason))
    holding.tell_of(cases=free, to=to, by=by, entries=entries, at=at)
    outcome.done = len(free)
    return outcome


def _hand(cases: list[Case], to: User) -> None:
    Case.objects.filter(pk__in=[case.pk for case in cases]).update(holder=to)
