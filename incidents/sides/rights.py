"""The rights of who was reported about (AVG): to be told, to add an own statement, to object, and to have the data only kept.

What they write themselves comes in through incidents.sides.accused_words; here is what staff do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.models import Case, Party, PartyWord
from incidents.shielding import keeping_apart
from incidents.shielding.coarse_times import Seen, span
from incidents.sides.accused_words import REQUESTS, link, open_request, request_about, said_about
from incidents.sides.parties import current
from incidents.standard_texts.values import seen_in
from safetyportal.accounts.models import User
from safetyportal.at_once import Part, updating
from safetyportal.audit.recording import Detail
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import local_day
from safetyportal.clock.deadlines import Name

Sort = PartyWord.Sort


class NotAccused(ValueError):
    """These are the rights of somebody we know and whom the case is about."""


class AlreadyTold(ValueError):
    """The party knows already; nothing is left to put off."""


class AlreadySo(ValueError):
    """It stands so already, or somebody answered it meanwhile."""


@dataclass(frozen=True)
class Told:
    """What the accused was told, besides kind and months."""

    how: str
    rule: str
    text: str


@transaction.atomic
def inform(*, party: Party, told: Told, by: User, at: datetime) -> None:
    """Write down what was told to the accused, and how (AVG art. 14). Kind and months of now are kept with it.

    Raises NotAccused, or keeping_apart.NamesReporter.
    """
    case, now = _begin(party, Act.INFORM)
    keeping_apart.check(case=case, texts=[told.rule, told.text])
    now.told_from, now.told_until = _months(case)
    now.informed_at, now.told_kind_id, now.inform_delayed_until = at, case.kind_id, None
    now.told_rule, now.told_text = told.rule, told.text
    now.save()
    lines = [f"De bewoner is geïnformeerd: {told.how}.", told.rule, told.text]
    text = "\n".join(line for line in lines if line)
    acting.done(
        case=case,
        act=Act.INFORM,
        by=by,
        at=at,
        text=text,
        detail={"party": now.pk},
        along=[_is_told(now, case, at)],
    )


def telling(*, party: Party, case: Case, at: datetime) -> list[Part]:
    """The letter of AVG art. 14 goes to the post: to be kept with its line. What was told before it stays.

    Call with the case locked.
    """
    parts = [_is_told(party, case, at)]
    if party.informed_at is None:
        first, last = _months(case)
        untold = Party.objects.current().filter(pk=party.pk, informed_at=None)
        told = {"informed_at": at, "told_kind": case.kind_id, "told_from": first, "told_until": last}
        parts.append(updating(untold, **told, inform_delayed_until=None))
    return parts


@transaction.atomic
def delay_inform(*, party: Party, until: date, reason: str, by: User, at: datetime) -> None:
    """Not now, because telling would harm what the case is for, such as somebody's safety; until when, and why.

    Raises NotAccused or AlreadyTold.
    """
    case, now = _begin(party, Act.DELAY_INFORM)
    if now.informed_at is not None:
        raise AlreadyTold
    now.inform_delayed_until = until
    now.save(update_fields=["inform_delayed_until"])
    due = timezone.make_aware(datetime.combine(until, time(17)))
    deadlines.reschedule(subject_kind="case", subject_id=case.pk, name=Name.INFORM, about=now.pk, due=due)
    text = f"Informeren uitgesteld tot en met {until:%d-%m-%Y}. {reason}"
    detail: Detail = {"party": now.pk, "until": until.isoformat()}
    acting.done(case=case, act=Act.DELAY_INFORM, by=by, at=at, text=text, detail=detail)


@transaction.atomic
def put_in_statement(*, party: Party, text: str, by: User, at: datetime) -> None:
    """Their own statement, from paper or as they said it, word for word beside the case."""
    case, now = _begin(party, Act.STATEMENT)
    entry = acting.done(case=case, act=Act.STATEMENT, by=by, at=at, text=text, detail={"party": now.pk})
    link(entry=entry, party=now, sort=Sort.STATEMENT)


@transaction.atomic
def put_in_objection(*, party: Party, text: str, by: User, at: datetime) -> None:
    """An objection that came by letter or in a talk: an answer within a month (AVG art. 12 lid 3), before the case closes."""
    case, now = _begin(party, Act.OBJECTION)
    entry = acting.done(case=case, act=Act.OBJECTION, by=by, at=at, text=text, detail={"party": now.pk})
    link(entry=entry, party=now, sort=Sort.OBJECTION)
    open_request(party=now, case=case, sort=Sort.OBJECTION, at=at)


@transaction.atomic
def answer(*, party: Party, sort: PartyWord.Sort, text: str, by: User, at: datetime) -> None:
    """What we decide on an objection or request; they read it on their page. Raises AlreadySo or NamesReporter."""
    case, now = _begin(party, Act.ANSWER_PARTY)
    keeping_apart.check(case=case, texts=[text])
    about = request_about(now, sort)
    if sort not in REQUESTS or not deadlines.meet(
        subject_kind="case", subject_id=case.pk, name=Name.OBJECTION, about=about, at=at
    ):
        raise AlreadySo
    with override("nl"):
        said = f"Antwoord op: {str(sort.label).lower()}.\n{text}"
    detail: Detail = {"party": now.pk, "about": str(sort)}
    entry = acting.done(case=case, act=Act.ANSWER_PARTY, by=by, at=at, text=said, detail=detail)
    link(entry=entry, party=now, sort=Sort.ANSWER)


@transaction.atomic
def look(*, party: Party, text: str, by: User, at: datetime) -> None:
    """Somebody read what they wrote; with `text` they get an answer on their page. Raises AlreadySo or NamesReporter."""
    case, now = _begin(party, Act.LOOK)
    keeping_apart.check(case=case, texts=[text])
    if not deadlines.meet(
        subject_kind="case", subject_id=case.pk, name=Name.ANSWER_ACCUSED, about=said_about(now), at=at
    ):
        raise AlreadySo
    said = text or "De reactie van de bewoner is gelezen."
    entry = acting.done(case=case, act=Act.LOOK, by=by, at=at, text=said, detail={"party": now.pk})
    if text:
        link(entry=entry, party=now, sort=Sort.ANSWER)


@transaction.atomic
def restrict(*, party: Party, reason: str, by: User, at: datetime) -> None:
    """From now on the data are kept and not used (AVG art. 18): nothing goes to partners, no letter to others.

    Raises AlreadySo.
    """
    case, now = _begin(party, Act.RESTRICT)
    if now.use_restricted_since is not None:
        raise AlreadySo
    now.use_restricted_since = at
    now.save(update_fields=["use_restricted_since"])
    text, detail = f"Gebruik beperkt. {reason}", {"party": now.pk}
    acting.done(case=case, act=Act.RESTRICT, by=by, at=at, text=text, detail=detail)


@transaction.atomic
def lift_restriction(*, party: Party, text: str, by: User, at: datetime) -> None:
    """The data may be used again; they hear so before it is (AVG art. 18 lid 3): `text` is what they read.

    Raises AlreadySo or NamesReporter.
    """
    case, now = _begin(party, Act.LIFT_RESTRICTION)
    keeping_apart.check(case=case, texts=[text])
    if now.use_restricted_since is None:
        raise AlreadySo
    now.use_restricted_since = None
    now.save(update_fields=["use_restricted_since"])
    said, detail = f"Beperking opgeheven.\n{text}", {"party": now.pk}
    entry = acting.done(case=case, act=Act.LIFT_RESTRICTION, by=by, at=at, text=said, detail=detail)
    link(entry=entry, party=now, sort=Sort.ANSWER)


def use_is_restricted(case: Case) -> bool:
    """Whether what the case holds may only be kept now: who shares it or writes to others asks this first."""
    return Party.objects.current().filter(case=case, use_restricted_since__isnull=False).exists()


def _begin(party: Party, act: Act) -> tuple[Case, Party]:
    case = acting.begin(case=party.case, act=act)
    now = current(party)
    if not now.can_be_heard:
        raise NotAccused
    return case, now


def _is_told(party: Party, case: Case, at: datetime) -> Part:
    """The term is met with the line that says so."""
    owed = deadlines.open_for(subject_kind="case", subject_id=case.pk)
    waiting = owed.filter(name=Name.INFORM, about=str(party.pk)).order_by()
    return updating(waiting, met_at=at, paused_since=None)


def _months(case: Case) -> tuple[date, date]:
    """The months that may be told: by the rule of our letters, so of one household no more than the season."""
    known = span(seen_in(case)) or span([Seen(local_day(case.opened_at))])
    assert known is not None  # noqa: S101 - of something seen there is a span
    return known
