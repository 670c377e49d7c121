"""Taking a referral back: the partner loses sight of it at once, and the case no longer waits for its answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents import timeline
from incidents.models import TimelineEntry
from incidents.rules.workflow import Status
from partners import referrals
from partners.at_work.answering import back_from_partner
from partners.models import Referral
from partners.models.referral_words import IN_QUEUE, State
from partners.sharing.release_checks import NotPossible
from partners.sharing.releasing import locked
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.privacy.marks import looks_sensitive


@transaction.atomic
def withdraw(*, referral: Referral, reason: str, by: User, at: datetime) -> None:
    """Take back what a partner or desk has not finished. Raises NotPossible when it has, or gave it back itself."""
    fresh = locked(referral)
    if fresh.state not in IN_QUEUE:
        raise NotPossible(fresh.state)
    take_back(referral=fresh, reason=reason, by=by, at=at)
    text = f"Ingetrokken bij {fresh.partner.name}: {reason}"
    note = TimelineEntry.Sort.NOTE
    timeline.write(case=fresh.case, sort=note, at=at, by=by, text=text, sensitive=looks_sensitive(reason))
    back_from_partner(case=fresh.case, to=Status.INVESTIGATION, at=at)


def take_back(*, referral: Referral, reason: str, by: User, at: datetime) -> None:
    """The part of it that an act of the case has too, which leaves its own line. Call with case and referral locked."""
    referral.state, referral.answer = State.WITHDRAWN, reason
    referral.answered_at, referral.answered_by = at, by
    referral.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    referrals.obligation_met(referral=referral, at=at)
    record(action="referral.withdraw", actor=by, object_kind="referral", object_id=referral.pk, at=at)
