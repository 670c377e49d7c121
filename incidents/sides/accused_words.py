"""What somebody who was reported about writes to us: kept unchanged in the case, for the team, with a term to look at it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from incidents import acting, timeline
from incidents.models import Case, Party, PartyWord, TimelineEntry
from incidents.rules.workflow import Status
from incidents.sides.parties import Gone, current
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_month
from safetyportal.clock.deadlines import Name
from safetyportal.privacy.marks import looks_sensitive

Sort = PartyWord.Sort
ACCUSED = "Bewoner over wie gemeld is"
# Each wants a decision within a month (AVG art. 12 lid 3), and before the case closes.
REQUESTS = frozenset({Sort.OBJECTION, Sort.CORRECTION, Sort.RESTRICTION})
SAME_AGAIN = timedelta(minutes=10)
LINES = {
    Sort.STATEMENT: TimelineEntry.Sort.STATEMENT,
    Sort.WHEN: TimelineEntry.Sort.PARTY,
    Sort.INTERPRETER: TimelineEntry.Sort.PARTY,
    Sort.OBJECTION: TimelineEntry.Sort.OBJECTION,
    Sort.CORRECTION: TimelineEntry.Sort.OBJECTION,
    Sort.RESTRICTION: TimelineEntry.Sort.RESTRICTION,
}


class Closed(ValueError):
    """They are no longer on the case, or it went on in another one."""


@transaction.atomic
def say(*, party: Party, sort: PartyWord.Sort, text: str, at: datetime) -> None:
    """Keep what they wrote. Sent twice within ten minutes it stands there once. Raises Closed."""
    case = acting.locked(party.case)
    try:
        now = current(party)
    except Gone:
        raise Closed from None
    if case.status == Status.MERGED:
        raise Closed
    lately = PartyWord.objects.filter(party=now, sort=sort, entry__at__gt=at - SAME_AGAIN, entry__text=text)
    if lately.exists():
        return
    entry = timeline.write(
        case=case,
        sort=LINES[sort],
        at=at,
        by_label=ACCUSED,
        text=text,
        sensitive=looks_sensitive(text),
    )
    link(entry=entry, party=now, sort=sort)
    if sort in REQUESTS:
        open_request(party=now, case=case, sort=sort, at=at)
    else:
        deadlines.open_deadline(
            subject_kind="case",
            subject_id=case.pk,
            name=Name.ANSWER_ACCUSED,
            about=said_about(now),
            due=deadlines.due_for(name=Name.ANSWER_ACCUSED, urgency=case.urgency, at=at),
            team_id=case.team_id,
            at=at,
        )


def link(*, entry: TimelineEntry, party: Party, sort: PartyWord.Sort) -> None:
    """This line is between us and this party: they read it on their own page."""
    PartyWord.objects.create(entry=entry, party=party, sort=sort)


def open_request(*, party: Party, case: Case, sort: PartyWord.Sort, at: datetime) -> None:
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.OBJECTION,
        about=request_about(party, sort),
        due=add_month(at),
        team_id=case.team_id,
        bars_closing=True,
        at=at,
    )


def request_about(party: Party, sort: str) -> str:
    """What a term for an answer is about (Deadline.about)."""
    return f"{sort}.{party.pk}"


def said_about(party: Party) -> str:
    """What a term to look at what they wrote is about."""
    return f"said.{party.pk}"
