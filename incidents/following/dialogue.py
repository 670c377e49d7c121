"""Between us and one reporter: we ask, the reporter answers, writes, or asks something of us. Nobody else reads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists
from django.utils.translation import gettext_lazy as _

from incidents import acting, timeline
from incidents.act_table import HELD
from incidents.acts import Act
from incidents.evidence.accepting import is_sent_again, send_with, unsent
from incidents.models import Case, Report, ReporterIdentity, TimelineEntry
from incidents.rules.workflow import ENDED, Status
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_working_days
from safetyportal.clock.deadlines import Name
from safetyportal.clock.models import Deadline
from safetyportal.notices.outbox import tell
from safetyportal.privacy.marks import looks_sensitive

Sort, Visibility = TimelineEntry.Sort, TimelineEntry.Visibility

# Working days within which each must be looked at. Erasing: a month by law (AVG art. 12 lid 3), so sooner here.
LOOK_WITHIN: dict[str, int] = {
    Sort.AFRAID: 1,
    Sort.WITHDRAWN: 2,
    Sort.REPLY: 3,
    Sort.AGAIN: 3,
    Sort.DISCLOSED: 3,
    Sort.REOPEN: 5,
    Sort.COMPLAINT: 10,
    Sort.ERASE: 15,
}
# These want an answer of their own; the others are answered with the message that closes the case.
BARS_CLOSING = frozenset({Sort.AFRAID, Sort.COMPLAINT, Sort.ERASE})
WITH_FILES = frozenset({Sort.REPLY, Sort.AGAIN})
ANSWER_WITHIN = 10
SAME_AGAIN = timedelta(minutes=10)
# What a term says that ended without an answer.
NO_ANSWER = _("De melder gaf geen antwoord")
# Asked of a closed case too.
ALSO_WHEN_CLOSED = frozenset({Sort.REOPEN, Sort.COMPLAINT, Sort.ERASE, Sort.RATED, Sort.AFRAID})


class Closed(ValueError):
    """The case is closed; this can no longer be done in it."""


def about(sort: str, report: Report) -> str:
    """What a deadline of this reporter's is about (Deadline.about)."""
    return f"{sort}.{report.number}"


@dataclass(frozen=True)
class Waiting:
    """Something of a reporter that nobody looked at yet."""

    sort: str
    report: Report
    due: datetime

    @property
    def about(self) -> str:
        return about(self.sort, self.report)

    @property
    def label(self) -> str:
        return str(Sort(self.sort).label)


@transaction.atomic
def ask(*, report: Report, text: str, by: User, at: datetime) -> None:
    """Ask this reporter something. Our terms stand still until the answer comes. Raises NotNow."""
    case = acting.begin(case=report.case, act=Act.ASK)
    acting.done(
        case=case,
        act=Act.ASK,
        report=report,
        by=by,
        at=at,
        text=text,
        visibility=Visibility.REPORTER,
        sensitive=False,
    )
    due = add_working_days(at, ANSWER_WITHIN)
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.REPORTER_ANSWER,
        about=report.number,
        due=due,
        team_id=case.team_id,
        at=at,
    )
    # Asked again before there was an answer: the term begins anew.
    deadlines.reschedule(
        subject_kind="case", subject_id=case.pk, name=Name.REPORTER_ANSWER, about=report.number, due=due
    )
    mail(report=report, key=f"question:{report.pk}:{at.isoformat()}", at=at)


@transaction.atomic
def say(*, report: Report, sort: str, text: str, at: datetime) -> None:
    """The reporter writes, or asks something of us: kept in the case, with a term to look at it. Raises Closed.

    A reply answers the question that waited, and the terms run on. Files that lie ready go with it.
    """
    case = acting.case_of(report)
    if not case.is_open and sort not in ALSO_WHEN_CLOSED:
        raise Closed
    takes_files = sort in WITH_FILES
    if takes_files and case.restricted:
        unsent(report).delete()
    if _said_just_now(report, sort, text, at):
        if not takes_files:
            return
        if is_sent_again(report, since=at - SAME_AGAIN):
            unsent(report).delete()
            return
    entry = timeline.write(
        case=case,
        report=report,
        sort=Sort(sort),
        at=at,
        by_label=timeline.REPORTER,
        text=text,
        visibility=Visibility.REPORTER,
        sensitive=looks_sensitive(text),
    )
    if takes_files:
        send_with(entry=entry, report=report, at=at)
    if sort == Sort.REPLY:
        _answered(case, report, at)
    if sort == Sort.REOPEN and case.status in ENDED:
        acting.move(case=case, to=Status.REOPEN_ASKED, at=at)
    if sort in LOOK_WITHIN:
        deadlines.open_deadline(
            subject_kind="case",
            subject_id=case.pk,
            name=Name.REPORTER_ASKS,
            about=about(sort, report),
            due=add_working_days(at, LOOK_WITHIN[sort]),
            team_id=case.team_id,
            bars_closing=sort in BARS_CLOSING,
            at=at,
        )


def _said_just_now(report: Report, sort: str, text: str, at: datetime) -> bool:
    """The second click, or the same sent again after going back. Call with the case locked."""
    lately = TimelineEntry.objects.filter(report=report, sort=sort, at__gt=at - SAME_AGAIN)
    return lately.filter(text=text).exists()


def _answered(case: Case, report: Report, at: datetime) -> None:
    """No question of ours waits any more: back to work, with the terms that stood still."""
    deadlines.meet(
        subject_kind="case", subject_id=case.pk, name=Name.REPORTER_ANSWER, about=report.number, at=at
    )
    waiting = deadlines.open_for(subject_kind="case", subject_id=case.pk)
    if waiting.filter(name=Name.REPORTER_ANSWER).exists():
        return
    for held in waiting.filter(name__in=HELD, paused_since__isnull=False):
        deadlines.resume(deadline=held, at=at)
    if case.status == Status.WAITING:
        acting.move(case=case, to=Status.INVESTIGATION if case.holder_id else Status.TRIAGE, at=at)


@transaction.atomic
def settle(*, report: Report, sort: str, text: str, by: User, at: datetime) -> bool:
    """Tell this reporter what we did with what he asked. False when somebody did that already."""
    case = acting.begin(case=report.case, act=Act.SETTLE)
    met = deadlines.meet(
        subject_kind="case", subject_id=case.pk, name=Name.REPORTER_ASKS, about=about(sort, report), at=at
    )
    if met:
        acting.done(
            case=case,
            act=Act.SETTLE,
            report=report,
            by=by,
            at=at,
            text=text,
            visibility=Visibility.REPORTER,
            sensitive=False,
            detail={"about": sort},
        )
        mail(report=report, key=f"settled:{report.pk}:{at.isoformat()}", at=at)
    return met


def waiting_in(reports: Iterable[Report], terms: Iterable[Deadline]) -> list[Waiting]:
    """What these reporters still wait for, by the open terms of their case; the first due first."""
    by_number = {report.number: report for report in reports}
    found = []
    for term in terms:
        sort, _, number = term.about.partition(".")
        if term.name == Name.REPORTER_ASKS and number in by_number:
            found.append(Waiting(sort, by_number[number], term.due))
    return found


def question_to(report: Report) -> TimelineEntry | None:
    """The question this reporter has not answered yet."""
    waits = deadlines.open_for(subject_kind="case", subject_id=report.case_id).filter(
        name=Name.REPORTER_ANSWER, about=report.number
    )
    asked = TimelineEntry.objects.filter(report=report, sort=Sort.QUESTION)
    return asked.filter(Exists(waits)).first()


def mail(*, report: Report, key: str, at: datetime, template: str = "reporter_update") -> None:
    """A neutral mail, where this reporter gave an address and wants mails; never in a restricted case."""
    if report.case.restricted:
        return
    identity = (
        ReporterIdentity.objects.filter(report=report, mail_stopped=False).exclude(email_index="").first()
    )
    if identity is not None:
        tell(template=template, key=key, address=identity.email, at=at)
