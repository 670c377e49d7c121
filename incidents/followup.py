"""What a reporter with number and code may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidents import codes
from incidents.evidence.accepting import MOST_OF_REPORT
from incidents.evidence.listing import Shown, shown
from incidents.models import AccessCode, Report, TimelineEntry
from incidents.numbers import read_number
from incidents.threads import said_to
from incidents.workflow import FOR_REPORTER, Status
from safetyportal.clock.deadlines import open_for
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from safetyportal.throttle import limits

Text = str | Promise
HOUR = 3600
FAILURES_PER_NUMBER = 10
FAILURES_PER_ADDRESS = 20
FAILURES_ALARM = 200


class TooManyTries(ValueError):
    """This number or this address has had too many wrong codes this hour. `until`: when it may be tried again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


def enter(*, number: str, code: str, client: str, at: datetime) -> Report | None:
    """The report that this number and code open, or None. The same answer and effort for a number that is not there.

    Raises TooManyTries after 10 wrong codes an hour for a number or 20 for a client address. A try is counted before
    it is made and given back when it was right, so that a thousand at the same moment do not all pass.
    """
    known = read_number(number, "M")
    # Of a number that cannot be one, only this client is held to account: a shared count would shut out everybody.
    key = known or f"unreadable:{client}"
    if _is_blocked(key, client, at) or not _counted(key, client, at):
        _count_for_alarm(at)
        raise TooManyTries(limits.over_at(window_seconds=HOUR, at=at))
    # No more than the hash is read: a whole report would take longer than none.
    access = AccessCode.objects.filter(report__number=known).values_list("hash", "report_id").first()
    if codes.matches(code, access[0] if access else None) and access is not None:
        _give_back(key, client, at)
        return Report.objects.get(pk=access[1])
    _count_for_alarm(at)
    return None


def _is_blocked(number: str, client: str, at: datetime) -> bool:
    return limits.is_over(
        bucket="code-number", key=number, limit=FAILURES_PER_NUMBER, window_seconds=HOUR, at=at
    ) or limits.is_over(
        bucket="code-client", key=client, limit=FAILURES_PER_ADDRESS, window_seconds=HOUR, at=at
    )


def _counted(number: str, client: str, at: datetime) -> bool:
    """False when others at the same moment were sooner, and this one is over the limit."""
    of_client = limits.hit(bucket="code-client", key=client, window_seconds=HOUR, at=at)
    of_number = limits.hit(bucket="code-number", key=number, window_seconds=HOUR, at=at)
    return of_client <= FAILURES_PER_ADDRESS and of_number <= FAILURES_PER_NUMBER


def _give_back(number: str, client: str, at: datetime) -> None:
    limits.take_back(bucket="code-client", key=client, window_seconds=HOUR, at=at)
    limits.take_back(bucket="code-number", key=number, window_seconds=HOUR, at=at)


def _count_for_alarm(at: datetime) -> None:
    """What was refused counts too: who guesses at one number only must be seen, for its reporter may be shut out."""
    everybody = limits.hit(bucket="code-all", key="all", window_seconds=HOUR, at=at)
    if everybody >= FAILURES_ALARM:
        raise_alarm(code=Alarm.Code.CODE_GUESSING, subject=f"{at:%Y-%m-%d %H}", at=at)


MOST_MESSAGES = 100
PROMISED = ("first_contact", "decide", "progress")


@dataclass(frozen=True)
class Message:
    """`title` where it is more than a message; `is_own` when the reporter wrote it; what the reporter sent along."""

    at: datetime
    text: str
    title: str
    is_own: bool
    evidence: tuple[Shown, ...]


@dataclass(frozen=True)
class Progress:
    """The reporter's page: plain words, the next date, our messages. No partner, no colleague, no internal note."""

    number: str
    filed_at: datetime
    kind: str
    status: str
    is_ended: bool
    next_what: str
    next_by: datetime | None
    evidence: tuple[Shown, ...]
    messages: tuple[Message, ...]
    is_cut: bool


def progress(*, report: Report) -> Progress:
    case = report.case
    entries = list(said_to(report)[: MOST_MESSAGES + 1])
    evidence = shown(report.evidence.sent().select_related("scan")[:MOST_OF_REPORT])
    upcoming = [
        deadline
        for deadline in open_for(subject_kind="case", subject_id=case.pk)
        if deadline.name in PROMISED and deadline.paused_since is None
    ]
    # Due at the same moment: what a reporter waits for first.
    first = min(upcoming, key=lambda one: (one.due, PROMISED.index(one.name)), default=None)
    return Progress(
        number=report.number,
        filed_at=report.filed_at,
        kind=report.kind.label,
        status=str(FOR_REPORTER[Status(case.status)]),
        is_ended=not case.is_open,
        next_what=_promise(first.name) if first else "",
        next_by=first.due if first else None,
        evidence=tuple(one for one in evidence if one.entry_id is None),
        messages=tuple(_message(one, evidence) for one in entries[:MOST_MESSAGES]),
        is_cut=len(entries) > MOST_MESSAGES,
    )


# Other words than staff read in the timeline; what is only a message has no title.
TITLES: dict[str, Text] = {
    TimelineEntry.Sort.MESSAGE: "",
    TimelineEntry.Sort.REPLY: "",
    TimelineEntry.Sort.QUESTION: _("Onze vraag"),
    TimelineEntry.Sort.AGAIN: _("Het gebeurde weer"),
    TimelineEntry.Sort.AFRAID: _("U bent bang dat anderen het weten"),
    TimelineEntry.Sort.COMPLAINT: _("Uw klacht"),
    TimelineEntry.Sort.REOPEN: _("U vroeg ons om opnieuw te kijken"),
    TimelineEntry.Sort.ERASE: _("U vroeg ons om gegevens te wissen"),
    TimelineEntry.Sort.WITHDRAWN: _("U trok de melding in"),
    TimelineEntry.Sort.DISCLOSED: _("U zei wie u bent"),
    TimelineEntry.Sort.RATED: _("Wat u van onze hulp vindt"),
}


def _message(entry: TimelineEntry, evidence: list[Shown]) -> Message:
    along = tuple(one for one in evidence if one.entry_id == entry.pk)
    return Message(entry.at, entry.text, str(TITLES.get(entry.sort, "")), entry.by_id is None, along)


def _promise(name: str) -> str:
    return {
        "first_contact": gettext("Wij nemen contact met u op of laten hier iets weten"),
        "decide": gettext("Wij laten weten of wij uw melding oppakken"),
        "progress": gettext("U hoort van ons hoe het gaat, ook als er nog geen nieuws is"),
    }[name]
