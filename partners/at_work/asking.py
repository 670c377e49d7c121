"""A partner asks, staff answer. Meanwhile the partner's term stands still, and ours runs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents import timeline
from incidents.models import TimelineEntry
from partners import referrals
from partners.at_work.answering import expect, trace
from partners.defaults.data_types import SUMMARY
from partners.mailing.delivering import way_to
from partners.models import Question, Referral
from partners.models.referral_words import Ground, State
from partners.sharing.release_checks import NotPossible, check_answer, check_named
from partners.sharing.releasing import locked
from partners.staffing.working import members
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_working_days
from safetyportal.clock.deadlines import Name
from safetyportal.notices.outbox import tell_all
from safetyportal.privacy.marks import looks_sensitive

Sort = TimelineEntry.Sort


@transaction.atomic
def ask(*, referral: Referral, text: str, by: User, at: datetime) -> Question:
    """Put a question to the staff. Of several who try at once one does; the others get NotPossible."""
    fresh = expect(referral, State.RELEASED, State.ACCEPTED, at=at)
    if not fresh.case.is_open:
        raise NotPossible("closed")
    question = Question.objects.create(referral=fresh, text=text, asked_at=at, asked_by=by)
    fresh.state = State.ASKED
    fresh.save(update_fields=["state"])
    for deadline in referrals.obligations(referral=fresh):
        deadlines.pause(deadline=deadline, at=at)
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=fresh.case_id,
        name=Name.QUESTION,
        about=str(fresh.pk),
        team_id=fresh.case.team_id,
        due=add_working_days(at, deadlines.term(Name.QUESTION, fresh.case.urgency)),
        at=at,
    )
    trace(fresh, Sort.ASKED, text, by, at, act="ask", tells_reporter=False)
    return question


@transaction.atomic
def answer(
    *, question: Question, text: str, ground: Ground | None, ground_text: str, by: User, at: datetime
) -> None:
    """Answer; only this partner reads it. The partner's term runs on from where it stood.

    Raises NotPossible, NotNamed, NeedsSecondPerson or NotThroughPortal, as releasing does.
    """
    fresh = locked(question.referral)
    held = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if not held.waits or fresh.state != State.ASKED or not fresh.case.is_open:
        raise NotPossible(fresh.state)
    check_answer(referral=fresh, ground=ground, by=by, at=at)
    check_named(fresh.partner, ground, {SUMMARY}, at)
    held.answer, held.answered_at, held.answered_by = text, at, by
    held.ground, held.ground_text = ground or "", ground_text
    held.save(update_fields=["answer", "answered_at", "answered_by", "ground", "ground_text"])
    _go_on(fresh, at)
    timeline.write(
        case=fresh.case,
        sort=Sort.ANSWERED,
        at=at,
        by=by,
        text=f"{fresh.partner.name}: {text}",
        sensitive=looks_sensitive(text),
    )
    record(
        action="question.answer",
        actor=by,
        object_kind="referral",
        object_id=fresh.pk,
        ground=ground or "",
        detail={"partner": fresh.partner.code, "question": held.pk},
        at=at,
    )
    if not fresh.case.restricted and not fresh.partner.is_internal:
        people = members(partner_id=fresh.partner_id, at=at)
        way = way_to(fresh.partner, about=fresh.pk)
        tell_all(template="partner_answer", key=f"question:{held.pk}", users=people, at=at, way=way)


@transaction.atomic
def take_back(*, referral: Referral, by: User, at: datetime) -> None:
    """The partner needs no answer any more. Raises NotPossible when there is one, or nothing was asked."""
    fresh = expect(referral, State.ASKED, at=at)
    referrals.question_lapses(referral=fresh, at=at)
    _go_on(fresh, at)
    trace(fresh, Sort.ANSWERED, "De vraag is niet meer nodig", by, at, act="take_back", tells_reporter=False)


def _go_on(referral: Referral, at: datetime) -> None:
    """Back to how far the partner was; its term has moved by the time that it waited for us."""
    referrals.question_met(referral=referral, at=at)
    referrals.run_on(referral=referral, at=at)
    referral.state = State.ACCEPTED if referral.answered_at else State.RELEASED
    referral.save(update_fields=["state", "due_at"])
