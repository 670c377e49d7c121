"""What one reporter may read, also when the report went from one case to another."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from incidents.models import Report, TimelineEntry
from incidents.models.timeline import TimelineQuerySet


def said_to(report: Report) -> TimelineQuerySet:
    """What is between us and this reporter, in whatever case it was written; and what was said to all reporters of a case
    while this report was in it. Newest first."""
    of_all = Q(pk=None)
    for case_id, after, until in _stays(report):
        there = Q(report=None, case=case_id)
        if after is not None:
            there &= Q(at__gt=after)
        if until is not None:
            there &= Q(at__lte=until)
        of_all |= there
    return TimelineEntry.objects.filter(
        Q(report=report) | of_all, visibility=TimelineEntry.Visibility.REPORTER
    )


def _stays(report: Report) -> list[tuple[int, datetime | None, datetime | None]]:
    """In which cases the report was, each with the moments between which."""
    stays: list[tuple[int, datetime | None, datetime | None]] = []
    since: datetime | None = None
    for case_id, at in report.moves.order_by("at", "id").values_list("from_case_id", "at"):
        stays.append((case_id, since, at))
        since = at
    return [*stays, (report.case_id, since, None)]
