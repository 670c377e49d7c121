"""What a partner or internal desk does with a referral. Each act leaves its trace in the case and tells the staff."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents import acting, timeline
from incidents.handling import casework
from incidents.models import Case, TimelineEntry
from incidents.rules.workflow import Status, may_follow
from incidents.staffing import conflicts
from partners import referrals
from partners.at_work.turns import next_turn
from partners.models import Referral
from partners.models.referral_words import State
from partners.sharing.release_checks import NotPossible
from partners.sharing.releasing import locked
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.audit.recording import record
from safetyportal.notices.outbox import tell_all
from safetyportal.privacy.marks import looks_sensitive

Sort = TimelineEntry.Sort
LONGEST_LABEL = 120
NOT_SOLVED = "Het is hiermee niet opgelost."


@transaction.atomic
def accept(*, referral: Referral, by: User, at: datetime) -> None:
    """Take the referral on. Of several who try at once one does; the others get NotPossible."""
    fresh = expect(referral, State.RELEASED, at=at)
    fresh.state, fresh.answered_at, fresh.answered_by = State.ACCEPTED, at, by
    fresh.save(update_fields=["state", "answered_at", "answered_by"])
    if not fresh.partner.is_internal:
        _move(fresh.case, Status.AT_PARTNER, at)
    trace(fresh, Sort.ACCEPTED, "", by, at, act="accept")


@transaction.atomic
def decline(*, referral: Referral, reason: str, by: User, at: datetime) -> None:
    """Give it back with a reason: the partner loses sight of it, and the next in line gets it; nobody in line, triage."""
    fresh = expect(referral, State.RELEASED, State.ACCEPTED, State.ASKED, at=at)
    if fresh.partner.is_last_resort:
        raise NotPossible("triage")
    fresh.state, fresh.answer, fresh.answered_at, fresh.answered_by = State.DECLINED, reason, at, by
    fresh.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    referrals.obligation_met(referral=fresh, at=at)
    trace(fresh, Sort.DECLINED, reason, by, at, act="decline", tells_reporter=False)
    if fresh.case.is_open:
        back_from_partner(case=fresh.case, to=Status.TRIAGE, at=at)
        if not next_turn(referral=fresh, at=at):
            why = f"teruggegeven door {fresh.partner.name}"
            referrals.to_triage(case=fresh.case, why=why, at=at)


@transaction.atomic
def finish(*, referral: Referral, outcome: str, by: User, at: datetime, is_solved: bool = True) -> None:
    """Report back what was done; only the short outcome is kept. Where that did not solve it, the next in line has its turn."""
    fresh = expect(referral, State.RELEASED, State.ACCEPTED, State.ASKED, at=at)
    if fresh.answered_at is None:
        fresh.answered_at, fresh.answered_by = at, by
    fresh.state, fresh.outcome, fresh.finished_at, fresh.finished_by = State.FINISHED, outcome, at, by
    fresh.save(update_fields=["state", "outcome", "answered_at", "answered_by", "finished_at", "finished_by"])
    referrals.obligation_met(referral=fresh, at=at)
    said = outcome if is_solved else f"{outcome}\n\n{NOT_SOLVED}"
    trace(fresh, Sort.FINISHED, said, by, at, act="finish")
    if fresh.case.is_open:
        back_from_partner(case=fresh.case, to=Status.APPROACH, at=at)
        if not is_solved:
            next_turn(referral=fresh, at=at)


def expect(referral: Referral, *states: State, at: datetime) -> Referral:
    """The referral held, with its case; raises NotPossible in any other state, or when its partner may not see it any more."""
    fresh = locked(referral)
    if fresh.state not in states:
        raise NotPossible(fresh.state)
    if not Referral.objects.within_reach(at).filter(pk=fresh.pk).exists():
        raise NotPossible("reach")
    return fresh


def _move(case: Case, to: Status, at: datetime) -> None:
    """Follow the work where the table allows; the case may stand somewhere a person put it, and that stays."""
    if case.is_open and may_follow(case.status, to):
        acting.move(case=case, to=to, at=at)


def back_from_partner(*, case: Case, to: Status, at: datetime) -> None:
    """The case stands with the staff again, unless another partner still works on it. Call with the case locked."""
    others = Referral.objects.filter(case=case, state=State.ACCEPTED, partner__is_internal=False)
    if case.status == Status.AT_PARTNER and not others.exists():
        _move(case, to, at)


def trace(
    referral: Referral,
    sort: TimelineEntry.Sort,
    text: str,
    by: User,
    at: datetime,
    *,
    act: str,
    tells_reporter: bool = True,
) -> None:
    """Leave what was done in the case and in the audit log, and tell its staff; and the reporter, where that is progress."""
    case = referral.case
    timeline.write(
        case=case,
        sort=sort,
        at=at,
        by=by,
        by_label=f"{by.name}, {referral.partner.name}"[:LONGEST_LABEL],
        text=text,
        sensitive=looks_sensitive(text),
    )
    record(
        action=f"referral.{act}",
        actor=by,
        object_kind="referral",
        object_id=referral.pk,
        detail={"partner": referral.partner.code},
        at=at,
    )
    if case.restricted:
        return
    key = f"answer:{referral.pk}:{sort}:{at.isoformat()}"
    tell_all(template="staff_answer", key=key, users=_staff_of(case, but=by), at=at)
    if tells_reporter and not referral.partner.is_internal:
        casework.tell_reporters(case=case, key=f"progress:{referral.pk}:{sort}", at=at)


def _staff_of(case: Case, but: User) -> list[User]:
    """The holder; without one the team's leads."""
    if case.holder is not None:
        return [case.holder] if case.holder != but else []
    leads = User.objects.filter(is_active=True, role_grants__role=Role.LEAD, role_grants__team=case.team)
    return list(leads.exclude(pk=but.pk).exclude(pk__in=conflicts.people_out_of(case)).distinct())
