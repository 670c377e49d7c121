"""Hearing the other side (wederhoor): inviting, and what came of it. What follows from it says incidents.sides.both_sides."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.models import Case, Hearing, Party
from incidents.shielding import keeping_apart
from incidents.sides.both_sides import Standing, counts_since, standing
from incidents.sides.parties import after_hearing, current
from safetyportal.accounts.models import User
from safetyportal.at_once import Part
from safetyportal.audit.recording import Detail
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_working_days
from safetyportal.clock.deadlines import Name
from safetyportal.texts.templatetags.portal import moment

State = Hearing.State
# Working days to write again after somebody did not come.
INVITE_AGAIN = 5


class CannotBeHeard(ValueError):
    """Nobody we know: a group, somebody unknown, or not the one a report is about."""


class AlreadyInvited(ValueError):
    """There is an invitation that still has to take place."""


class NotWaiting(ValueError):
    """This talk is over: a colleague wrote down what came of it, moved it or called it off."""


@transaction.atomic
def invite(
    *,
    party: Party,
    takes_place_at: datetime,
    way: Hearing.Way,
    place: str,
    held_by: User,
    second: User | None,
    needs_interpreter: bool,
    by: User,
    at: datetime,
    seen: int = 0,
) -> Hearing:
    """Ask somebody a case is about to tell their side. The second time is the last: then they had their chance.

    Raises CannotBeHeard, AlreadyInvited, parties.Gone or keeping_apart.NamesReporter.
    """
    case = acting.begin(case=party.case, act=Act.INVITE, by=by, seen=seen)
    now = current(party)
    if not now.can_be_heard:
        raise CannotBeHeard
    keeping_apart.check(case=case, texts=[place])
    talks = list(Hearing.objects.filter(party=now))
    since = counts_since(case, at) if talks else at
    waiting = [one for one in talks if one.state == State.INVITED]
    if any(one.invited_at >= since for one in waiting):
        raise AlreadyInvited
    if waiting:  # of an earlier matter: it was never taken off when that ended
        Hearing.objects.filter(party=now, state=State.INVITED).update(state=State.CANCELLED, ended_at=at)
    again = standing(talks, since) == Standing.NO_SHOW
    talk = Hearing.objects.create(
        party=now,
        round=2 if again else 1,
        invited_at=at,
        invited_by=by,
        takes_place_at=takes_place_at,
        way=way,
        place=place,
        held_by=held_by,
        second=second,
        needs_interpreter=needs_interpreter,
    )
    detail: Detail = {"party": now.pk, "round": talk.round, "way": str(way)}
    acting.done(
        case=case,
        act=Act.INVITE,
        by=by,
        at=at,
        text=_said(talk),
        sensitive=False,
        detail=detail,
        along=_expected(talk, case, takes_place_at, at),
    )
    return talk


@transaction.atomic
def hear(
    *, talk: Hearing, said: str, stance: Hearing.Stance, in_writing: bool, by: User, at: datetime
) -> None:
    """Write down what somebody said, or wrote instead of coming. Raises NotWaiting."""
    case, now = _begin(talk, Act.HEAR)
    now.state, now.stance, now.ended_at = State.WRITTEN if in_writing else State.HELD, stance, at
    now.save(update_fields=["state", "stance", "ended_at"])
    _meet(now, case, at)
    with override("nl"):
        text = f"{State(now.state).label}. {stance.label}.\n{said}"
    now.entry = acting.done(
        case=case, act=Act.HEAR, to=after_hearing(case), by=by, at=at, text=text, detail=_which(now)
    )
    now.save(update_fields=["entry"])


@transaction.atomic
def no_show(*, talk: Hearing, note: str, by: User, at: datetime) -> None:
    """Somebody did not come. The first time a second, written invitation must follow; after it they had their chance."""
    case, now = _begin(talk, Act.NO_SHOW)
    now.state, now.ended_at = State.NO_SHOW, at
    now.save(update_fields=["state", "ended_at"])
    _meet(now, case, at)
    is_last = now.round == 2
    again = [] if is_last else _expected(now, case, add_working_days(at, INVITE_AGAIN), at)
    said = "Kreeg twee keer de kans." if is_last else "Nodig nog een keer uit, met een brief."
    text = f"Niet verschenen ({now.round}e keer). {said} {note}".strip()
    to = after_hearing(case) if is_last else None
    acting.done(case=case, act=Act.NO_SHOW, to=to, by=by, at=at, text=text, detail=_which(now), along=again)


@transaction.atomic
def move(*, talk: Hearing, takes_place_at: datetime, reason: str, by: User, at: datetime) -> Hearing:
    """Another moment for the same invitation; it is not a second one."""
    case, now = _begin(talk, Act.MOVE_HEARING)
    now.state, now.ended_at = State.MOVED, at
    now.save(update_fields=["state", "ended_at"])
    moved = Hearing.objects.create(
        party_id=now.party_id,
        round=now.round,
        invited_at=at,
        invited_by=by,
        takes_place_at=takes_place_at,
        way=now.way,
        place=now.place,
        held_by=now.held_by,
        second=now.second,
        needs_interpreter=now.needs_interpreter,
    )
    text = f"Verzet. {_said(moved)} {reason}".strip()
    along = _expected(moved, case, takes_place_at, at)
    acting.done(case=case, act=Act.MOVE_HEARING, by=by, at=at, text=text, detail=_which(moved), along=along)
    return moved


@transaction.atomic
def cancel(*, talk: Hearing, reason: str, by: User, at: datetime) -> None:
    """The talk does not take place; it counts for nothing."""
    case, now = _begin(talk, Act.CANCEL_HEARING)
    now.state, now.ended_at = State.CANCELLED, at
    now.save(update_fields=["state", "ended_at"])
    _meet(now, case, at)
    text, to = f"Gesprek vervallen. {reason}", after_hearing(case)
    acting.done(case=case, act=Act.CANCEL_HEARING, to=to, by=by, at=at, text=text, detail=_which(now))


def call_off_all(*, case: Case, at: datetime) -> None:
    """Nobody comes any more to a talk about a case that ends. Call with the case locked."""
    waiting = Hearing.objects.filter(party__case=case, state=State.INVITED)
    waiting.update(state=State.CANCELLED, ended_at=at)


def _begin(talk: Hearing, act: Act) -> tuple[Case, Hearing]:
    case = acting.begin(case=talk.party.case, act=act)
    now = Hearing.objects.select_related("held_by", "second").get(pk=talk.pk)
    current(talk.party)
    if now.state != State.INVITED:
        raise NotWaiting
    return case, now


def _expected(talk: Hearing, case: Case, due: datetime, at: datetime) -> list[Part]:
    """The term of this talk, kept with the line."""
    return deadlines.opening(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.HEARING,
        about=talk.party_id,
        due=due,
        team_id=case.team_id,
        owner=talk.held_by,
        at=at,
    )


def _meet(talk: Hearing, case: Case, at: datetime) -> None:
    about = str(talk.party_id)
    deadlines.meet(subject_kind="case", subject_id=case.pk, name=Name.HEARING, about=about, at=at)


def _which(talk: Hearing) -> Detail:
    return {"party": talk.party_id, "hearing": talk.pk, "round": talk.round, "state": str(talk.state)}


def _said(talk: Hearing) -> str:
    """In Dutch, without where it is or who comes: that may be a home."""
    with override("nl"):
        people = talk.held_by.name + (f" en {talk.second.name}" if talk.second else "")
        parts = [
            f"{talk.round}e uitnodiging",
            f"{Hearing.Way(talk.way).label}, {moment(talk.takes_place_at)}",
            f"Met {people}",
            *(["Met tolk"] if talk.needs_interpreter else []),
        ]
    return ". ".join(parts) + "."
