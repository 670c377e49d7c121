"""Obligations with a date: open, meet, pause, resume. A case closes when none of its deadlines bars it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from safetyportal.accounts.models import User
from safetyportal.clock.calendar import (
    add_working_days,
    add_working_time,
    working_time_between,
)
from safetyportal.clock.models import Deadline, Name
from safetyportal.clock.models.deadline import DeadlineQuerySet
from safetyportal.clock.urgency import Urgency

__all__ = [
    "Name",
    "bars_closing",
    "meet",
    "meet_all",
    "open_deadline",
    "open_for",
    "open_for_case",
    "pause",
    "resume",
]

# Working days; the first contact follows from the urgency.
DAYS = {Name.DECIDE: 5, Name.PROGRESS: 10}


def open_deadline(
    *,
    subject_kind: str,
    subject_id: object,
    name: Name,
    due: datetime,
    at: datetime,
    about: object = "",
    team_id: int | None = None,
    owner: User | None = None,
    bars_closing: bool = False,
) -> Deadline:
    """Open an obligation. One that is open already under this name is left as it is and returned."""
    deadline, _ = Deadline.objects.open().get_or_create(
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        name=name,
        about=str(about),
        defaults={
            "met_at": None,
            "due": due,
            "team_id": team_id,
            "owner": owner,
            "bars_closing": bars_closing,
            "created_at": at,
        },
    )
    return deadline


def open_for_case(
    *, case_id: object, urgency: str, team_id: int | None, at: datetime, names: Iterable[Name]
) -> None:
    """Open the named terms of a case, each counted in working days from `at`. What is open already stays as it is."""
    terms = [
        Deadline(
            subject_kind="case",
            subject_id=str(case_id),
            name=name,
            due=add_working_days(
                at, Urgency(urgency).working_days if name == Name.FIRST_CONTACT else DAYS[name]
            ),
            team_id=team_id,
            created_at=at,
        )
        for name in names
    ]
    # One statement: filing a report waits for this.
    Deadline.objects.bulk_create(terms, ignore_conflicts=True)


def meet(*, subject_kind: str, subject_id: object, name: Name, at: datetime, about: object = "") -> bool:
    """The obligation is fulfilled. False when none of this name was open."""
    waiting = open_for(subject_kind=subject_kind, subject_id=subject_id).filter(name=name, about=str(about))
    return waiting.update(met_at=at, paused_since=None) > 0


def meet_all(*, subject_kind: str, subject_id: object, at: datetime) -> None:
    """Nothing is owed on this subject any more."""
    open_for(subject_kind=subject_kind, subject_id=subject_id).update(met_at=at, paused_since=None)


def pause(*, deadline: Deadline, at: datetime) -> None:
    """Stop the clock; on a met or already paused deadline nothing happens."""
    Deadline.objects.open().filter(pk=deadline.pk, paused_since=None).update(paused_since=at)


@transaction.atomic
def resume(*, deadline: Deadline, at: datetime) -> None:
    """Run on: `due` moves up by the office time that passed during the pause."""
    held = Deadline.objects.select_for_update(of=("self",)).get(pk=deadline.pk)
    if held.paused_since is None:
        return
    held.due = add_working_time(held.due, working_time_between(held.paused_since, at))
    held.paused_since = None
    held.save(update_fields=["due", "paused_since"])


def open_for(*, subject_kind: str, subject_id: object) -> DeadlineQuerySet:
    """The open deadlines of one thing, the first due first."""
    return Deadline.objects.open().of(subject_kind, subject_id)


def bars_closing(*, subject_kind: str, subject_id: object) -> bool:
    return open_for(subject_kind=subject_kind, subject_id=subject_id).filter(bars_closing=True).exists()
