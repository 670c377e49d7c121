"""Reports go from one case to another, and what was owed on them goes along. Call with both cases locked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Min

from incidents.joining.moving_people import OF_THE_WORK
from incidents.models import Case, Report, ReportMove
from incidents.sides.parties import OF_A_PERSON
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import Name, meet, open_for
from safetyportal.clock.models.deadline import Deadline, DeadlineQuerySet

# About one reporter, named by the number of the report.
OF_A_REPORTER = (Name.REPORTER_ASKS, Name.REPORTER_ANSWER)
# Promised to every reporter of a case.
TO_ALL = (Name.FIRST_CONTACT, Name.DECIDE, Name.PROGRESS)


def carry_over(
    *, reports: list[Report], source: Case, target: Case, sort: ReportMove.Sort, by: User, at: datetime
) -> None:
    """The reports belong to `target` from now on. Their stories stay as filed, their reporters notice nothing."""
    Report.objects.filter(pk__in=[report.pk for report in reports]).update(case=target)
    ReportMove.objects.bulk_create(
        ReportMove(report=report, from_case=source, to_case=target, sort=sort, at=at, by=by)
        for report in reports
    )
    for waiting in _of_reports(source, reports):
        waiting.subject_id, waiting.team_id = str(target.pk), target.team_id
        waiting.save(update_fields=["subject_id", "team"])


def keep_promises(*, source: Case, target: Case, at: datetime) -> None:
    """Who was promised something by a date is not worse off: the earlier date counts for the whole of the target."""
    for name in TO_ALL:
        due = _open(source).filter(name=name).aggregate(first=Min("due"))["first"]
        if due is None:
            continue
        there = _open(target).filter(name=name)
        if there.exists():
            there.filter(due__gt=due).update(due=due)
            meet(subject_kind="case", subject_id=source.pk, name=name, at=at)
        elif name == Name.DECIDE:
            # Decided there already, and that holds for all who report it.
            meet(subject_kind="case", subject_id=source.pk, name=name, at=at)
        else:
            _open(source).filter(name=name).update(subject_id=str(target.pk), team=target.team_id)


def bars_merging(case: Case) -> bool:
    """Somebody outside still works on it; what reporters, residents and colleagues wait for goes along and bars nothing."""
    along = (*OF_A_REPORTER, *OF_A_PERSON, *OF_THE_WORK)
    return _open(case).filter(bars_closing=True).exclude(name__in=along).exists()


def _of_reports(case: Case, reports: Iterable[Report]) -> list[Deadline]:
    """What is open between us and these reporters."""
    numbers = {report.number for report in reports}
    waiting = _open(case).filter(name__in=OF_A_REPORTER)
    return [one for one in waiting if one.about.rpartition(".")[2] in numbers]


def _open(case: Case) -> DeadlineQuerySet:
    return open_for(subject_kind="case", subject_id=case.pk)
