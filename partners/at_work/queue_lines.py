"""The lines of a partner's queue: frozen, as what a partner sees of a case is (partners.disclosing.disclosure)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from partners.disclosing.disclosure import Place, haste, place_of
from partners.models import Referral
from partners.models.referral_words import State


@dataclass(frozen=True)
class QueueItem:
    """One line of a queue: what, where, since when, by when, how far."""

    id: str
    partner: str
    number: str
    kind: str
    urgency: str
    urgency_label: str
    place: Place
    released_at: datetime
    due_at: datetime
    is_late: bool
    state: str
    state_label: str


def queue_items(*, referrals: Iterable[Referral], at: datetime) -> list[QueueItem]:
    """Lines of a queue from referrals with partner, case, kind, complex, entrance and space loaded along."""
    return [
        QueueItem(
            id=str(referral.pk),
            partner=referral.partner.name,
            number=referral.case.number,
            kind=referral.case.kind.label,
            urgency=referral.case.urgency,
            urgency_label=haste(referral.case),
            place=place_of(referral.case, None),
            released_at=referral.released_at or referral.created_at,
            due_at=referral.due_at or referral.created_at,
            is_late=referral.state != State.ASKED and referral.due_at is not None and referral.due_at < at,
            state=referral.state,
            state_label=str(referral.get_state_display()),
        )
        for referral in referrals
    ]
