"""Who is involved in a case besides its reporters: put on it, changed, and taken off; never deleted.

The timeline says that somebody came on, not who: names stand in Party alone, encrypted.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import override

from complexes.models import Home, Resident, Tenancy
from incidents import acting
from incidents.acts import Act
from incidents.models import Case, Hearing, Party, PartyCode, PartyLetter
from incidents.rules.workflow import Status
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_month, local_day
from safetyportal.clock.deadlines import Name
from safetyportal.clock.models.deadline import DeadlineQuerySet
from safetyportal.privacy.keys import blind_index

# About one person, named by the last part of `about`: a talk, an answer to what they wrote, telling them, a decision.
OF_A_PERSON = (Name.HEARING, Name.ANSWER_ACCUSED, Name.INFORM, Name.OBJECTION)


class AlreadyThere(ValueError):
    """This resident stands in the case in this role."""


class Gone(ValueError):
    """Somebody took this party off the case meanwhile."""


class StillOwed(ValueError):
    """What this party asked of us is not answered yet."""


@dataclass(frozen=True)
class Known:
    """What we know of somebody. Of a group or an unknown person: what people call them."""

    role: str
    sort: str = Party.Sort.PERSON
    name: str = ""
    phone: str = ""
    email: str = ""
    address_note: str = ""
    home: Home | None = None
    language: str = "nl"
    needs_interpreter: bool | None = None


@transaction.atomic
def add(
    *, case: Case, known: Known, by: User, at: datetime, seen: int = 0, resident: Resident | None = None
) -> Party:
    """Put somebody on the case. Whom a report is about must be told within a month (AVG art. 14)."""
    fresh = acting.begin(case=case, act=Act.ADD_PARTY, by=by, seen=seen)
    there = Party.objects.current().filter(case=fresh, role=known.role, resident=resident)
    if resident is not None and there.exists():
        raise AlreadyThere
    party = Party(case=fresh, resident=resident, added_at=at, added_by=by)
    _fill(party, known)
    party.save()
    if party.can_be_heard:
        deadlines.open_deadline(
            subject_kind="case",
            subject_id=fresh.pk,
            name=Name.INFORM,
            about=party.pk,
            due=add_month(at),
            team_id=fresh.team_id,
            at=at,
        )
    acting.done(
        case=fresh,
        act=Act.ADD_PARTY,
        by=by,
        at=at,
        text=f"Betrokkene toegevoegd: {said_role(party)}",
        sensitive=False,
        detail={"party": party.pk, "role": known.role},
    )
    return party


def residents_of(home: Home | None, *, at: datetime) -> list[Resident]:
    """Who rents this home now, as the tenancy administration has it."""
    if home is None:
        return []
    today = local_day(at)
    running = Tenancy.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), home=home, starts_on__lte=today)
    return [one.resident for one in running.select_related("resident").order_by("starts_on", "pk")]


@transaction.atomic
def take_over(*, case: Case, resident: Resident, by: User, at: datetime, seen: int = 0) -> Party:
    """The tenant of the home the case is about, as the tenancy administration knows them. Raises AlreadyThere."""
    known = Known(
        role=Party.Role.ACCUSED,
        name=resident.name,
        phone=resident.phone,
        email=resident.email,
        home=case.about_home,
    )
    return add(case=case, known=known, resident=resident, by=by, at=at, seen=seen)


@transaction.atomic
def change(*, party: Party, known: Known, by: User, at: datetime, seen: int = 0) -> None:
    """What we know of somebody now. The role stays: take off and add for another one. Raises Gone."""
    fresh = acting.begin(case=party.case, act=Act.CHANGE_PARTY, by=by, seen=seen)
    now = current(party)
    _fill(now, known)
    now.save()
    text = f"Gegevens veranderd: {said_role(now)}"
    acting.done(
        case=fresh, act=Act.CHANGE_PARTY, by=by, at=at, text=text, sensitive=False, detail={"party": now.pk}
    )


@transaction.atomic
def end(*, party: Party, reason: str, by: User, at: datetime, seen: int = 0) -> None:
    """Take somebody off: the row stays, the way in by letter ends. Raises Gone, or StillOwed while a request waits."""
    fresh = acting.begin(case=party.case, act=Act.END_PARTY, by=by, seen=seen)
    now = current(party)
    if owed(now).filter(name=Name.OBJECTION).exists():
        raise StillOwed
    now.ended_at, now.ended_by = at, by
    now.save(update_fields=["ended_at", "ended_by"])
    Hearing.objects.filter(party=now, state=Hearing.State.INVITED).update(
        state=Hearing.State.CANCELLED, ended_at=at
    )
    PartyCode.objects.filter(party=now).delete()
    PartyLetter.objects.filter(party=now).delete()
    owed(now).update(met_at=at, paused_since=None)
    acting.done(
        case=fresh,
        act=Act.END_PARTY,
        to=after_hearing(fresh),
        by=by,
        at=at,
        text=f"Niet meer betrokken: {said_role(now)}. {reason}",
        detail={"party": now.pk},
    )


def current(party: Party) -> Party:
    """The party as it is now. Call with the case locked. Raises Gone."""
    found = Party.objects.current().filter(pk=party.pk).first()
    if found is None:
        raise Gone
    return found


def owed(party: Party) -> DeadlineQuerySet:
    """What we still owe this party: a talk, telling them, an answer."""
    return deadlines.open_for(subject_kind="case", subject_id=party.case_id).filter(
        Q(about=str(party.pk)) | Q(about__endswith=f".{party.pk}"),
        name__in=OF_A_PERSON,
    )


def after_hearing(case: Case) -> Status | None:
    """Where a case goes that was hearing the other side: on with the investigation when nobody has to come any more."""
    if case.status != Status.HEARING:
        return None
    waits = Hearing.objects.filter(
        party__case=case, party__ended_at=None, state=Hearing.State.INVITED
    ).exists()
    return None if waits else Status.INVESTIGATION


def said_role(party: Party) -> str:
    """As the timeline says it, in Dutch, without a name."""
    with override("nl"):
        role, sort = str(Party.Role(party.role).label).lower(), Party.Sort(party.sort)
        return role if sort == Party.Sort.PERSON else f"{role} ({str(sort.label).lower()})"


def _fill(party: Party, known: Known) -> None:
    for field in fields(known):
        setattr(party, field.name, getattr(known, field.name))
    party.phone_index = blind_index(known.phone, "phone")
    party.email_index = blind_index(known.email, "email")
