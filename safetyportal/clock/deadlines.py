"""Obligations with a date: open, meet, pause, resume. A case closes when none of its deadlines bars it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict

from django.db import transaction

from safetyportal.accounts.models import User
from safetyportal.at_once import Part, inserting, updating
from safetyportal.clock import office
from safetyportal.clock.calendar import (
    add_working_days,
    add_working_time,
    local_day,
    weeks_after,
    working_time_between,
)
from safetyportal.clock.models import Deadline, Name
from safetyportal.clock.models.deadline import DeadlineQuerySet

__all__ = [
    "Name",
    "Which",
    "bars_closing",
    "due_for",
    "hand_to",
    "meet",
    "meet_all",
    "meet_each",
    "meet_in_all",
    "open_deadline",
    "open_for",
    "open_for_case",
    "opening",
    "pause",
    "reschedule",
    "resume",
    "suggested_day",
    "term",
    "terms_of_case",
]


class Which(TypedDict):
    """What tells one obligation from the others."""

    subject_kind: str
    subject_id: object
    name: Name
    about: object


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
) -> None:
    """Open an obligation. One that is open already under this name is left as it is."""
    opened = Deadline(
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        name=name,
        about=str(about),
        due=due,
        team_id=team_id,
        owner=owner,
        bars_closing=bars_closing,
        created_at=at,
    )
    Deadline.objects.bulk_create([opened], ignore_conflicts=True)


def opening(
    *,
    subject_kind: str,
    subject_id: object,
    name: Name,
    due: datetime,
    at: datetime,
    about: object = "",
    team_id: int | None = None,
    owner: User | None = None,
) -> list[Part]:
    """An obligation that falls on `due`, whether it is open already or not; for a verb that writes all its rows at once."""
    opened = Deadline(
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        name=name,
        about=str(about),
        due=due,
        team_id=team_id,
        owner=owner,
        created_at=at,
    )
    there = open_for(subject_kind=subject_kind, subject_id=subject_id).filter(name=name, about=str(about))
    return [inserting(opened, unless_there=True), updating(there.order_by(), due=due)]


def open_for_case(
    *, case_id: object, urgency: str, team_id: int | None, at: datetime, names: Iterable[Name]
) -> None:
    """Open the named terms of a case, each counted in working days from `at`. What is open already stays as it is."""
    terms = terms_of_case(case_id=case_id, urgency=urgency, team_id=team_id, at=at, names=names)
    Deadline.objects.bulk_create(terms, ignore_conflicts=True)


def terms_of_case(
    *, case_id: object, urgency: str, team_id: int | None, at: datetime, names: Iterable[Name]
) -> list[Deadline]:
    """The same, not kept yet: for a case that is new and is written with its terms at once."""
    return [
        Deadline(
            subject_kind="case",
            subject_id=str(case_id),
            name=name,
            due=due_for(name=name, urgency=urgency, at=at),
            team_id=team_id,
            created_at=at,
        )
        for name in names
    ]


def due_for(*, name: Name, urgency: str, at: datetime) -> datetime:
    """When an obligation of a case that begins at `at` must be done: after working days, or weeks for what returns."""
    ours = office.current()
    weeks = {Name.REVIEW: ours.review_weeks, Name.CHECK: ours.check_weeks}
    if name in weeks:
        return weeks_after(at, weeks[name])
    return add_working_days(at, term(name, urgency))


def suggested_day(*, name: Name, at: datetime) -> date:
    """The day a form offers for what somebody dates himself: a talk, a check, the next look. Not for a first contact."""
    return local_day(due_for(name=name, urgency="", at=at))


def term(name: Name, urgency: str) -> int:
    """Working days for an obligation of a case; the first contact follows from the urgency."""
    ours = office.current()
    days = {
        Name.DECIDE: ours.decide,
        Name.PROGRESS: ours.progress,
        Name.QUESTION: ours.question,
        Name.HEARING: ours.hearing,
        Name.ANSWER_ACCUSED: ours.answer_accused,
    }
    return days[name] if name in days else ours.first_contact(urgency)


def meet(*, subject_kind: str, subject_id: object, name: Name, at: datetime, about: object = "") -> bool:
    """The obligation is fulfilled. False when none of this name was open."""
    waiting = open_for(subject_kind=subject_kind, subject_id=subject_id).filter(name=name, about=str(about))
    return waiting.update(met_at=at, paused_since=None) > 0


def meet_each(*, subject_kind: str, subject_id: object, names: Iterable[Name], at: datetime) -> None:
    """What is open under these names, about nothing more particular, is fulfilled."""
    waiting = open_for(subject_kind=subject_kind, subject_id=subject_id).filter(
        name__in=list(names), about=""
    )
    waiting.update(met_at=at, paused_since=None)


def meet_in_all(
    *, subject_kind: str, subject_ids: Iterable[object], names: Iterable[Name], at: datetime
) -> None:
    """The same on several subjects at once."""
    keys = [str(one) for one in subject_ids]
    waiting = Deadline.objects.open().filter(subject_kind=subject_kind, subject_id__in=keys)
    waiting.filter(name__in=list(names), about="").update(met_at=at, paused_since=None)


def meet_all(*, subject_kind: str, subject_id: object, at: datetime) -> None:
    """Nothing is owed on this subject any more."""
    open_for(subject_kind=subject_kind, subject_id=subject_id).update(met_at=at, paused_since=None)


def reschedule(
    *, subject_kind: str, subject_id: object, name: Name, due: datetime, about: object = ""
) -> None:
    """Another moment for an open obligation of this name; a met one stays as it was."""
    waiting = open_for(subject_kind=subject_kind, subject_id=subject_id).filter(name=name, about=str(about))
    waiting.update(due=due)


def hand_to(*, subject_kind: str, subject_id: object, team_id: int) -> None:
    """What is open on this subject is another team's work from now on."""
    open_for(subject_kind=subject_kind, subject_id=subject_id).update(team_id=team_id)


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
