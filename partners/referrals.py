"""Opening and releasing referrals: the part that routing and people share. Call with the case locked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from incidents import timeline
from incidents.models import Case, TimelineEntry
from partners.defaults.data_types import BY_LAW
from partners.defaults.default_types import RESTRICTED, TRIAGE
from partners.disclosing import matrix
from partners.models import Partner, Question, Referral, RoutingDecision
from partners.models.referral_words import OPEN_STATES, State
from partners.telling_staff import tell_handlers
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import add_working_days, local_day
from safetyportal.clock.deadlines import Name, meet, open_deadline, open_for, resume
from safetyportal.clock.models import Deadline
from safetyportal.clock.models.deadline import DeadlineQuerySet
from safetyportal.wake import wake

Sort = TimelineEntry.Sort


@dataclass
class Rows:
    """What the portal decided about one case or many, written together: in as many statements for one as for many."""

    decisions: list[RoutingDecision] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    entries: list[TimelineEntry] = field(default_factory=list)
    # Cases that were given a place: of which of them staff hear, telling_staff says.
    told: list[Case] = field(default_factory=list)

    def keep(self, *, at: datetime) -> None:
        RoutingDecision.objects.bulk_create(self.decisions)
        Referral.objects.bulk_create(self.referrals)
        Deadline.objects.bulk_create(self.deadlines, ignore_conflicts=True)
        TimelineEntry.objects.bulk_create(self.entries)
        tell_handlers(cases=self.told, at=at)
        if self.deadlines:
            wake("deliver")

    def say(self, case: Case, sort: TimelineEntry.Sort, text: str, at: datetime) -> None:
        """A line of the portal's own, as timeline.write would keep it."""
        self.entries.append(
            TimelineEntry(
                case=case,
                sort=sort,
                at=at,
                by_label=timeline.PORTAL,
                text=text,
                visibility=TimelineEntry.Visibility.TEAM,
            )
        )


def has_open(*, case: Case, partner: Partner) -> bool:
    return Referral.objects.filter(case=case, partner=partner, state__in=OPEN_STATES).exists()


def propose(
    *,
    case: Case,
    partner: Partner,
    mode: str,
    at: datetime,
    why: str = "",
    blocks: tuple[str, ...] = (),
    decision: RoutingDecision | None = None,
    by: User | None = None,
    is_first: bool = False,
    days: int | None = None,
    into: Rows | None = None,
) -> Referral | None:
    """A referral that nobody outside sees yet. None when this partner already has one open for this case.

    `is_first` says that the case, locked, lies with nobody yet. `into`: what the portal does by itself is written with these.
    """
    if not is_first and has_open(case=case, partner=partner):
        return None
    referral = Referral(
        case=case,
        partner=partner,
        mode=mode,
        state=State.PROPOSED,
        why=why[:300],
        blocks=list(blocks),
        decision=decision,
        created_at=at,
        made_by=by,
        fields=list(matrix.along(profile=partner.profile, mode=mode)),
        answer_days=days,
    )
    if into is not None:
        into.referrals.append(referral)
        into.say(case, Sort.PROPOSED, _line(partner, why), at)
        return referral
    referral.save(force_insert=True)
    timeline.write(case=case, sort=Sort.PROPOSED, at=at, by=by, text=_line(partner, why))
    return referral


def open_released(
    *,
    case: Case,
    partner: Partner,
    mode: str,
    at: datetime,
    why: str = "",
    decision: RoutingDecision | None = None,
    by: User | None = None,
    is_first: bool = False,
    days: int | None = None,
    agreed: frozenset[str] | None = None,
    into: Rows | None = None,
) -> Referral | None:
    """A referral that is in the partner's queue at once, with the minimum of its mode, as far as `agreed`. As propose()."""
    if not is_first and has_open(case=case, partner=partner):
        return None
    along = matrix.along(profile=partner.profile, mode=mode)
    referral = Referral(
        case=case,
        partner=partner,
        mode=mode,
        state=State.PROPOSED,
        why=why[:300],
        decision=decision,
        created_at=at,
        made_by=by,
        fields=[field for field in along if agreed is None or field in agreed | BY_LAW],
        answer_days=days,
    )
    if into is not None:
        _mark_out(referral, at)
        into.referrals.append(referral)
        into.deadlines.append(Deadline(subject_kind="case", created_at=at, **_obligation(referral)))
        into.say(case, Sort.ROUTED, _line(partner, why), at)
        return referral
    put_out(referral=referral, at=at)
    timeline.write(case=case, sort=Sort.ROUTED, at=at, by=by, text=_line(partner, why))
    return referral


def put_out(*, referral: Referral, at: datetime) -> None:
    """Make a referral visible: due date, obligation on the case, delivery. Saves it."""
    _mark_out(referral, at)
    referral.save()
    open_deadline(subject_kind="case", at=at, **_obligation(referral))
    wake("deliver")


def _mark_out(referral: Referral, at: datetime) -> None:
    due = add_working_days(at, referral.answer_days or referral.partner.answer_days)
    referral.state, referral.released_at, referral.due_at, referral.next_at = State.RELEASED, at, due, at


def _obligation(referral: Referral) -> Any:
    """What the case waits for once this is out."""
    return {
        "subject_id": str(referral.case_id),
        "name": Name.PARTNER_ANSWER,
        "about": str(referral.pk),
        "team_id": referral.case.team_id,
        "due": referral.due_at,
        "bars_closing": not referral.partner.is_internal,
    }


def obligations(*, referral: Referral) -> DeadlineQuerySet:
    """What the partner owes us by when."""
    waiting = open_for(subject_kind="case", subject_id=referral.case_id)
    return waiting.filter(name=Name.PARTNER_ANSWER, about=str(referral.pk))


def run_on(*, referral: Referral, at: datetime) -> None:
    """The partner's term goes on from where it stood; the referral says when it is due then, and is for the caller to save."""
    for deadline in obligations(referral=referral):
        resume(deadline=deadline, at=at)
        deadline.refresh_from_db(fields=["due"])
        referral.due_at = deadline.due


def question_lapses(*, referral: Referral, at: datetime) -> None:
    """Nobody waits for our answer any more."""
    Question.objects.waiting().filter(referral=referral).update(closed_at=at)
    question_met(referral=referral, at=at)


def question_met(*, referral: Referral, at: datetime) -> None:
    meet(subject_kind="case", subject_id=referral.case_id, name=Name.QUESTION, about=str(referral.pk), at=at)


def obligation_met(*, referral: Referral, at: datetime) -> None:
    """The case no longer waits for this partner's answer, nor the partner for ours."""
    question_lapses(referral=referral, at=at)
    waiting = open_for(subject_kind="case", subject_id=referral.case_id)
    # With it what was to be chosen because the partner saw nothing any more (partners.at_work.cutting_off).
    ours = waiting.filter(name__in=(Name.PARTNER_ANSWER, Name.CUT_OFF), about=str(referral.pk))
    ours.update(met_at=at, paused_since=None)


def to_triage(
    *,
    case: Case,
    why: str,
    at: datetime,
    decision: RoutingDecision | None = None,
    by: User | None = None,
    is_first: bool = False,
    into: Rows | None = None,
) -> Referral | None:
    """Into the triage queue with the reason; None only when it is there already, or no triage desk is active.

    A restricted case goes back to the desk for restricted cases, never to the queue of everybody's triage.
    """
    wanted = RESTRICTED if case.restricted else TRIAGE
    desk = Partner.objects.active(local_day(at)).filter(type_code=wanted).first()
    if desk is None:
        return None
    return open_released(
        case=case,
        partner=desk,
        mode="A",
        at=at,
        why=why,
        decision=decision,
        by=by,
        is_first=is_first,
        into=into,
    )


def _line(partner: Partner, why: str) -> str:
    return f"{partner.name}: {why}" if why else partner.name
