"""Hearing the other side (wederhoor): inviting, what came of it, and the rule that it comes before any warning letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from incidents import acting, keeping_apart
from incidents.acts import Act
from incidents.models import Case, Hearing, Party, TimelineEntry
from incidents.parties import after_hearing, current
from safetyportal.accounts.models import User
from safetyportal.audit.recording import Detail
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_working_days
from safetyportal.clock.deadlines import Name
from safetyportal.texts.templatetags.portal import moment

State = Hearing.State
# A talk of longer ago says nothing of what happens now.
COUNTS_FOR = timedelta(days=365)
# Working days to write again after somebody did not come.
INVITE_AGAIN = 5


class CannotBeHeard(ValueError):
    """Nobody we know: a group, somebody unknown, or not the one a report is about."""


class AlreadyInvited(ValueError):
    """There is an invitation that still has to take place."""


class NotWaiting(ValueError):
    """This talk is over: a colleague wrote down what came of it, moved it or called it off."""


class Standing(StrEnum):
    """How far the hearing of one person is, in the present matter."""

    HEARD = "heard"
    TWICE = "twice"
    INVITED = "invited"
    NO_SHOW = "no_show"
    NEVER = "never"


SAID = {
    Standing.HEARD: gettext_lazy("Gehoord"),
    Standing.TWICE: gettext_lazy("Kreeg twee keer de kans"),
    Standing.INVITED: gettext_lazy("Uitgenodigd"),
    Standing.NO_SHOW: gettext_lazy("Kwam niet: nodig nog een keer uit, met een brief"),
    Standing.NEVER: gettext_lazy("Nog niet gehoord"),
}
ENOUGH = frozenset({Standing.HEARD, Standing.TWICE})


@dataclass(frozen=True)
class Heard:
    """Whether the other side was heard; `why` says what is missing, and is empty when nothing is."""

    is_enough: bool
    why: str = ""

    def __bool__(self) -> bool:
        return self.is_enough


def heard(*, case: Case, at: datetime, party: Party | None = None) -> Heard:
    """Whether a warning letter or a step of that weight may follow (domain 3.1, peers U21): true only after both sides.

    It is asked of `party`, to whom the letter goes, or of everybody the case is about. Somebody is heard when a talk was
    held or they wrote back, or when they did not come twice. It counts within the present matter alone: not from before
    the case was last reopened, and no longer than COUNTS_FOR. A case about nobody we know is never heard: there is
    nobody to warn. It reads and changes nothing.
    """
    accused = [party] if party is not None else list(Party.objects.accused().filter(case=case))
    people = [one for one in accused if one.can_be_heard]
    if not people:
        return Heard(False, _("Er staat nog niemand bij de zaak die u kunt horen. Voeg de bewoner toe."))
    since = counts_since(case, at)
    # One tenant may stand there twice after cases were merged: a talk counts for the person.
    who = {one.pk: ("tenant", one.resident_id) if one.resident_id else ("party", one.pk) for one in people}
    talks: dict[object, list[Hearing]] = {person: [] for person in who.values()}
    for talk in Hearing.objects.filter(party__in=people):
        talks[who[talk.party_id]].append(talk)
    missing = [person for person, held in talks.items() if standing(held, since) not in ENOUGH]
    if not missing:
        return Heard(True)
    if len(talks) == 1:
        return Heard(False, _("De bewoner over wie gemeld is, is nog niet gehoord."))
    return Heard(
        False,
        _("Nog niet gehoord: {missing} van de {all} bewoners over wie gemeld is.").format(
            all=len(talks), missing=len(missing)
        ),
    )


def standing(talks: Iterable[Hearing], since: datetime) -> Standing:
    """How far it is with one person. `talks`: all of theirs; `since`: what is older does not count. Pure."""
    counted = sorted(
        (one for one in talks if (one.ended_at or one.invited_at) >= since), key=lambda one: one.invited_at
    )
    states = [(one.state, one.round) for one in counted]
    if any(state in (State.HELD, State.WRITTEN) for state, _round in states):
        return Standing.HEARD
    if (State.NO_SHOW, 2) in states:
        return Standing.TWICE
    if any(state == State.INVITED for state, _round in states):
        return Standing.INVITED
    return Standing.NO_SHOW if (State.NO_SHOW, 1) in states else Standing.NEVER


def counts_since(case: Case, at: datetime) -> datetime:
    """When the present matter began, but not longer ago than COUNTS_FOR."""
    again = TimelineEntry.objects.filter(case=case, sort=TimelineEntry.Sort.REOPENED)
    reopened = again.order_by("-at").values_list("at", flat=True).first()
    return max(reopened or case.opened_at, at - COUNTS_FOR)


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
    since = counts_since(case, at)
    talks = Hearing.objects.filter(party=now)
    # Of an earlier matter: it was never taken off when that ended.
    talks.filter(state=State.INVITED, invited_at__lt=since).update(state=State.CANCELLED, ended_at=at)
    if talks.filter(state=State.INVITED).exists():
        raise AlreadyInvited
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
    _expect(talk, case, takes_place_at, at)
    detail: Detail = {"party": now.pk, "round": talk.round, "way": str(way)}
    acting.done(case=case, act=Act.INVITE, by=by, at=at, text=_said(talk), sensitive=False, detail=detail)
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
    if not is_last:
        _expect(now, case, add_working_days(at, INVITE_AGAIN), at)
    said = "Kreeg twee keer de kans." if is_last else "Nodig nog een keer uit, met een brief."
    text = f"Niet verschenen ({now.round}e keer). {said} {note}".strip()
    to = after_hearing(case) if is_last else None
    acting.done(case=case, act=Act.NO_SHOW, to=to, by=by, at=at, text=text, detail=_which(now))


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
    _expect(moved, case, takes_place_at, at)
    text = f"Verzet. {_said(moved)} {reason}".strip()
    acting.done(case=case, act=Act.MOVE_HEARING, by=by, at=at, text=text, detail=_which(moved))
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


def _expect(talk: Hearing, case: Case, due: datetime, at: datetime) -> None:
    about = str(talk.party_id)
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.HEARING,
        about=about,
        due=due,
        team_id=case.team_id,
        owner=talk.held_by,
        at=at,
    )
    deadlines.reschedule(subject_kind="case", subject_id=case.pk, name=Name.HEARING, about=about, due=due)


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
