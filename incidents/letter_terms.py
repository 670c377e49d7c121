"""The terms of a letter: what it keeps of what was owed to the person it goes to, and the look whether it was done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from incidents import acting, rights
from incidents.accused_words import link, request_about, said_about
from incidents.acts import Act
from incidents.models import Case, Hearing, Letter, Party, PartyWord, TimelineEntry
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import at_wall_clock
from safetyportal.clock.deadlines import Name

Sort = Letter.Sort


class AlreadyChecked(ValueError):
    """Somebody looked already whether what the letter asks was done."""


def meet(*, letter: Letter, case: Case, entry: TimelineEntry, at: datetime) -> None:
    """Being told (AVG art. 14), an answer to an objection, an answer to what they wrote: met by the letter that was sent.

    An invitation meets nothing: its term ends when the talk was. Where the answer was owed, they read on their own page that
    it went. Call with the case locked, after the line `entry` was written.
    """
    party = letter.party
    if party is None or party.case_id != case.pk or not party.can_be_heard:
        return
    if letter.sort == Sort.ART14:
        rights.told_by_letter(party=party, case=case, at=at)
    elif letter.sort == Sort.OBJECTION:
        _answer(party, Name.OBJECTION, request_about(party, PartyWord.Sort.OBJECTION), entry, at)
    elif letter.sort == Sort.REPLY:
        _answer(party, Name.ANSWER_ACCUSED, said_about(party), entry, at)


def talk_of(party: Party) -> Hearing | None:
    """The invitation that still has to take place."""
    return Hearing.objects.filter(party=party, state=Hearing.State.INVITED).first()


def open_check(*, letter: Letter, case: Case, at: datetime) -> None:
    """Somebody looks on that day whether what the letter asks was done."""
    assert letter.check_on is not None  # noqa: S101 - asked by the caller
    due = at_wall_clock(letter.check_on, office.current().closes)
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.CHECK,
        about=_about(letter),
        due=due,
        team_id=case.team_id,
        at=at,
    )


@transaction.atomic
def check(*, letter: Letter, text: str, by: User, at: datetime) -> None:
    """What the letter asked for was looked at: `text` says how it is now. Raises NotNow, or AlreadyChecked.

    Of a merged case it is done where the work goes on.
    """
    case = acting.begin(case=letter.case.merged_into or letter.case, act=Act.CHECK_LETTER)
    met = deadlines.meet(
        subject_kind="case", subject_id=case.pk, name=Name.CHECK, about=_about(letter), at=at
    )
    if not met:
        raise AlreadyChecked
    said = f"{label(letter)}: {text}"
    acting.done(case=case, act=Act.CHECK_LETTER, by=by, at=at, text=said, detail={"letter": letter.pk})


def waits_for_check(letter: Letter) -> bool:
    case = letter.case.merged_into or letter.case
    waiting = deadlines.open_for(subject_kind="case", subject_id=case.pk)
    return letter.is_sent and waiting.filter(name=Name.CHECK, about=_about(letter)).exists()


def label(letter: Letter) -> str:
    """In Dutch, for the timeline; to whom it goes stands in the letter alone."""
    with override("nl"):
        return str(Letter.Sort(letter.sort).label)


def _answer(party: Party, name: Name, about: str, entry: TimelineEntry, at: datetime) -> None:
    if deadlines.meet(subject_kind="case", subject_id=party.case_id, name=name, about=about, at=at):
        link(entry=entry, party=party, sort=PartyWord.Sort.ANSWER)


def _about(letter: Letter) -> str:
    return f"letter.{letter.pk}"
