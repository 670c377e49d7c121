"""What a reporter with number and code may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidents.evidence.accepting import MOST_OF_REPORT
from incidents.evidence.listing import Shown, shown
from incidents.following.code_door import FAILURES_PER_ADDRESS, FAILURES_PER_NUMBER, TooManyTries, try_code
from incidents.following.threads import said_to
from incidents.models import AccessCode, Report, TimelineEntry
from incidents.rules.numbers import read_number
from incidents.rules.workflow import FOR_REPORTER, Status
from safetyportal.clock.deadlines import open_for

__all__ = [
    "FAILURES_PER_ADDRESS",
    "FAILURES_PER_NUMBER",
    "TooManyTries",
    "enter",
    "progress",
    "said_to",
]

Text = str | Promise


def enter(*, number: str, code: str, client: str, at: datetime) -> Report | None:
    """The report that this number and code open, or None. The same answer and effort for a number that is not there.

    Raises TooManyTries (code_door).
    """
    known = read_number(number, "M")

    def find() -> tuple[str, AccessCode] | None:
        # No more than the code is read: a whole report would take longer than none.
        access = AccessCode.objects.filter(report__number=known).first()
        return (access.hash, access) if access else None

    opened = try_code(known=known, code=code, client=client, find=find, at=at)
    if opened is None:
        return None
    # Renewed between looking and now, it opens nothing.
    still = {"pk": opened.report_id, "access_code__made_at": opened.made_at}
    return Report.objects.select_related("access_code").filter(**still).first()


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
