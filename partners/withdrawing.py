"""Taking a referral back: the partner loses sight of it at once, and the case no longer waits for its answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents import casework, timeline
from incidents.models import TimelineEntry
from incidents.workflow import Status
from partners.models import Referral
from partners.models.referral import IN_QUEUE, State
from partners.releasing import NotPossible, locked
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.clock import deadlines
from safetyportal.clock.deadlines import Name


@transaction.atomic
def withdraw(*, referral: Referral, reason: str, by: User, at: datetime) -> None:
    """Take back what a partner or desk has not finished. Raises NotPossible when it has, or gave it back itself."""
    fresh = locked(referral)
    if fresh.state not in IN_QUEUE:
        raise NotPossible(fresh.state)
    fresh.state, fresh.answer = State.WITHDRAWN, reason
    fresh.answered_at, fresh.answered_by = at, by
    fresh.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    deadlines.meet(
        subject_kind="case", subject_id=fresh.case_id, name=Name.PARTNER_ANSWER, about=str(fresh.pk), at=at
    )
    text = f"Ingetrokken bij {fresh.partner.name}: {reason}"
    timeline.write(case=fresh.case, sort=TimelineEntry.Sort.NOTE, at=at, by=by, text=text)
    record(action="referral.withdraw", actor=by, object_kind="referral", object_id=fresh.pk, at=at)
    _back_to_staff(fresh, at)


def _back_to_staff(referral: Referral, at: datetime) -> None:
    others = Referral.objects.filter(
        case=referral.case, state=State.ACCEPTED, partner__is_internal=False
    ).exists()
    if referral.case.status == Status.AT_PARTNER and not others:
        casework.move(case=referral.case, to=Status.INVESTIGATION, at=at)
