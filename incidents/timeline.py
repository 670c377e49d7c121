"""The one way to write in a case's timeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from incidents.models import Case, Report, TimelineEntry
from incidents.search import indexing
from safetyportal.accounts.models import User
from safetyportal.at_once import Part, at_once, inserting, updating
from safetyportal.wake import CHANNEL

PORTAL = "Het portaal"
REPORTER = "Melder"
# What the reporter has heard from a person: after it, the silence that the work lists show begins anew.
HEARD_FROM_US = frozenset(
    {TimelineEntry.Sort.CONTACT, TimelineEntry.Sort.MESSAGE, TimelineEntry.Sort.QUESTION}
)


def write(
    *,
    case: Case,
    sort: TimelineEntry.Sort,
    at: datetime,
    by: User | None = None,
    by_label: str = "",
    text: str = "",
    visibility: TimelineEntry.Visibility = TimelineEntry.Visibility.TEAM,
    sensitive: bool = False,
    report: Report | None = None,
    along: Sequence[Part] = (),
    **changes: Any,
) -> TimelineEntry:
    """Add an entry. `by_label` is who acted in words; by default the person's name, else the portal.

    What people do may change by which words the case is found; what the portal does by itself does not. `along` is
    written in the same statement, and so are `changes`: columns of the case.
    """
    entry = TimelineEntry(
        case=case,
        sort=sort,
        at=at,
        by=by,
        by_label=by_label or (by.name if by else PORTAL),
        text=text,
        visibility=visibility,
        sensitive=sensitive,
        report=report,
    )
    by_people = by is not None or report is not None
    if not (by_people or along or changes):
        entry.save()
        return entry
    if by_people and sort in HEARD_FROM_US:
        changes["last_contact_at"] = at
    writes = [*along]
    if by_people:
        writes.append(indexing.asking(case=case, at=at))
    if changes:  # one write of the row: a second in the same statement would be lost
        writes.append(updating(Case.objects.filter(pk=case.pk), **changes))
    sql, values = inserting(entry)
    rings = ("RETURNING id, pg_notify(%s, %s)", (CHANNEL, "index")) if by_people else ("RETURNING id", ())
    entry.pk = at_once(*writes, last=(f"{sql} {rings[0]}", (*values, *rings[1])))[0]
    entry._state.adding = False
    return entry


def write_all(
    *, cases: Sequence[Case], sort: TimelineEntry.Sort, at: datetime, by: User, text: str = ""
) -> list[TimelineEntry]:
    """The same line of a person in each of several cases, for the team; none of what reporters hear from us."""
    entries = [
        TimelineEntry(case=case, sort=sort, at=at, by=by, by_label=by.name, text=text) for case in cases
    ]
    TimelineEntry.objects.bulk_create(entries)
    indexing.ask_each(cases=cases, at=at)
    return entries


def filed(*, case: Case, at: datetime, by: User | None) -> TimelineEntry:
    """The first entry of a case, not kept yet: it is written with the case at once."""
    return TimelineEntry(
        case=case, sort=TimelineEntry.Sort.FILED, at=at, by=by, by_label=by.name if by else REPORTER
    )
