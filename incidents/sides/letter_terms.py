"""The terms of a letter: what it keeps of what was owed to the person it goes to, and the look whether it was done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.models import Case, Hearing, Letter, Party, PartyWord
from incidents.sides import rights
from incidents.sides.accused_words import request_about, said_about
from safetyportal.accounts.models import User
from safetyportal.at_once import Part
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import at_wall_clock
from safetyportal.clock.deadlines import Name

Sort = Letter.Sort
INVITES = frozenset({Sort.INVITATION, Sort.SECOND_INVITATION})


class AlreadyChecked(ValueError):
    """Somebody looked already whether what the letter asks was done."""


def along(*, letter: Letter, case: Case, at: datetime) -> list[Part]:
    """What changes with the line of a letter that is sent: a look on the day it names, and who is told now (AVG art. 14).

    An invitation meets nothing: its term ends when the talk was. Call with the case locked.
    """
    parts = _opening_check(letter, case, at) if letter.check_on is not None and case.is_open else []
    party = _owed_to(letter, case)
    if party is not None and letter.sort == Sort.ART14:
        parts += rights.telling(party=party, case=case, at=at)
    return parts


def meet_answer(*, letter: Letter, case: Case, at: datetime) -> bool:
    """The answer that was owed to this person went. False when it is no answer, or none was owed."""
    party = _owed_to(letter, case)
    if party is None:
        return False
    # A request is decided by nothing but the answer to it.
    answered = {
        Sort.OBJECTION: (Name.OBJECTION, request_about(party, PartyWord.Sort.OBJECTION)),
        Sort.REPLY: (Name.ANSWER_ACCUSED, said_about(party)),
    }
    if letter.sort not in answered:
        return False
    name, about = answered[Sort(letter.sort)]
    return deadlines.meet(subject_kind="case", subject_id=case.pk, name=name, about=about, at=at)


def talk_of(party: Party) -> Hearing | None:
    """The invitation that still has to take place."""
    return Hearing.objects.filter(party=party, state=Hearing.State.INVITED).first()


def talk_named_in(*, sort: str, party: Party | None) -> Hearing | None:
    """The talk that a letter of this sort is about: an invitation of what is to come, any other of the last that was held."""
    if party is None or sort in INVITES:
        return talk_of(party) if party else None
    return Hearing.objects.filter(party=party, state=Hearing.State.HELD).order_by("-takes_place_at").first()


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


def _owed_to(letter: Letter, case: Case) -> Party | None:
    """Who it goes to, where we owe that person something: known, reported about and still in this case."""
    party = letter.party
    if party is None or party.case_id != case.pk or not party.can_be_heard:
        return None
    return party


def _opening_check(letter: Letter, case: Case, at: datetime) -> list[Part]:
    assert letter.check_on is not None  # noqa: S101 - asked by the caller
    return deadlines.opening(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.CHECK,
        about=_about(letter),
        due=at_wall_clock(letter.check_on, office.current().closes),
        team_id=case.team_id,
        at=at,
    )


def _about(letter: Letter) -> str:
    return f"letter.{letter.pk}"
