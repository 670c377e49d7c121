"""Carrying out a row of the table of acts: lock, look, and leave one line in the timeline and one in the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from incidents import timeline
from incidents.act_table import HELD, TABLE
from incidents.acts import Act, NotNow
from incidents.models import Case, Ending, Report, TimelineEntry
from incidents.rules.workflow import RESTING, NotAllowed, Status, may_follow
from safetyportal.accounts.models import User
from safetyportal.at_once import Part, inserting
from safetyportal.audit.recording import Detail, event
from safetyportal.clock import deadlines
from safetyportal.privacy.marks import looks_sensitive
from safetyportal.wake import wake

Visibility = TimelineEntry.Visibility


class Stale(ValueError):
    """Somebody else did something since the page was shown that this act must not pass over; `entry` says what."""

    def __init__(self, entry: TimelineEntry) -> None:
        super().__init__(entry.sort)
        self.entry = entry


def locked(case: Case) -> Case:
    """The case as it is now, held until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case.pk)


def case_of(report: Report) -> Case:
    """The case a report belongs to now, held: merging may have moved it since the report was read."""
    while True:
        case = Case.objects.select_for_update(of=("self",)).get(pk=report.case_id)
        now = Report.objects.values_list("case_id", flat=True).get(pk=report.pk)
        if now == case.pk:
            return case
        report.case_id = now


def begin(*, case: Case, act: Act, by: User | None = None, seen: int = 0) -> Case:
    """The case, locked, in a state in which `act` may be done; raises NotNow.

    `seen`: the newest line of the timeline when the page was shown; raises Stale when others wrote since what the act minds.
    """
    fresh = locked(case)
    if fresh.status not in TABLE[act].when:
        raise NotNow(act, fresh.status)
    if seen:
        _look_out(fresh, act, by, seen)
    return fresh


def done(
    *,
    case: Case,
    act: Act,
    by: User,
    at: datetime,
    text: str = "",
    to: Status | None = None,
    report: Report | None = None,
    visibility: TimelineEntry.Visibility | None = None,
    sensitive: bool | None = None,
    detail: Detail | None = None,
    along: Sequence[Part] = (),
) -> TimelineEntry:
    """Write down that `act` was done in a case that begin() gave: its state, its clocks, one line and one record.

    `to` chooses where the table leaves a choice. What the verb itself changed in the case it saves itself. `sensitive` is
    looked up in the words unless said. `visibility` is for the team unless said. `along` is what the verb itself writes in the
    same statement as the line.
    """
    row, was = TABLE[act], Status(case.status)
    target = _target(row.to.get(was, frozenset()), to)
    changes = _moved(case, target, at) if target is not None else {}
    opened = _clocks(case, act, at)
    moved = {"from": str(was), "to": str(target)} if target else {}
    kept = event(
        action=f"case.{act}",
        actor=by,
        object_kind="case",
        object_id=case.pk,
        at=at,
        detail={**moved, **(detail or {})},
    )
    return timeline.write(
        case=case,
        sort=row.sort,
        at=at,
        by=by,
        text=text,
        report=report,
        visibility=visibility or Visibility.TEAM,
        sensitive=looks_sensitive(text) if sensitive is None else sensitive,
        along=[inserting(kept), *opened, *along],
        **changes,
    )


def move(*, case: Case, to: Status, at: datetime) -> None:
    """What a reporter or partner set in motion: a state that may follow the present one; raises NotAllowed otherwise.

    Call with the case locked.
    """
    if case.status == to:
        return
    if not may_follow(case.status, to):
        raise NotAllowed(f"{case.status} -> {to}")
    _moved(case, to, at)
    # Merged into which other: set by the verb, and true in the same moment as the state.
    case.save(update_fields=["status", "closed_at", "merged_into"])


def _target(allowed: frozenset[Status], chosen: Status | None) -> Status | None:
    if chosen is None:
        return next(iter(allowed)) if len(allowed) == 1 else None
    if chosen not in allowed:
        raise NotAllowed(chosen)
    return chosen


def _moved(case: Case, to: Status, at: datetime) -> dict[str, Any]:
    """The case in its new state, and what is to be kept of that: not saved yet."""
    ends = to in RESTING and case.closed_at is None
    case.status = to
    if to not in RESTING:
        case.closed_at = None
    elif ends:
        case.closed_at = at
    if ends:
        # Whoever knows who else works on it ends that too.
        Ending.objects.create(case=case, at=at, next_at=at)
        wake("end")
    # Merged into which other: set by the verb, and true in the same moment as the state.
    return {"status": case.status, "closed_at": case.closed_at, "merged_into": case.merged_into_id}


def _clocks(case: Case, act: Act, at: datetime) -> list[Part]:
    """What the act keeps is met, what it holds stands still; what begins anew is returned, to be kept with the line."""
    row = TABLE[act]
    if set(row.meets) >= set(deadlines.Name):
        deadlines.meet_all(subject_kind="case", subject_id=case.pk, at=at)
    elif row.meets:
        deadlines.meet_each(subject_kind="case", subject_id=case.pk, names=row.meets, at=at)
    if case.status in RESTING:
        return []
    if row.holds:
        for held in deadlines.open_for(subject_kind="case", subject_id=case.pk).filter(name__in=HELD):
            deadlines.pause(deadline=held, at=at)
    terms = deadlines.terms_of_case(
        case_id=case.pk, urgency=case.urgency, team_id=case.team_id, at=at, names=row.opens
    )
    return [inserting(term, unless_there=True) for term in terms]


def _look_out(case: Case, act: Act, by: User | None, seen: int) -> None:
    entry = minded(act=act, by=by).filter(case=case, pk__gt=seen).first()
    if entry is not None:
        raise Stale(entry)


def minded(*, act: Act, by: User | None) -> QuerySet[TimelineEntry]:
    """What others write, in whatever case, that `act` must not pass over."""
    row = TABLE[act]
    lines = TimelineEntry.objects.filter(sort__in=row.minds or {row.sort})
    return lines.exclude(visibility=Visibility.PERSONAL).exclude(by=by, by__isnull=False)
