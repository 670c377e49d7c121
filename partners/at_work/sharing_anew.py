"""A partner is told more of what it has in hand already, or gets it on another ground and so sees it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from incidents import timeline
from incidents.models import TimelineEntry
from partners.at_work import cutting_off
from partners.mailing import delivering
from partners.models import Referral
from partners.models.referral_words import IN_QUEUE, Ground
from partners.sharing import releasing
from partners.sharing.release_checks import NotPossible
from partners.sharing.releasing import locked
from partners.sharing.sharing import Chosen
from safetyportal.accounts.models import User
from safetyportal.privacy.marks import looks_sensitive


@transaction.atomic
def share_anew(
    *,
    referral: Referral,
    ground: Ground,
    ground_text: str,
    fields: list[str],
    summary: str,
    by: User,
    at: datetime,
    lines: Sequence[Chosen] = (),
) -> None:
    """More, or another ground, by name, for a referral that goes on from where it was: its answers and questions stay.

    Raises what a release raises: NotPossible, NotNamed, NotThroughPortal, NeedsSecondPerson or FieldRefused.
    """
    fresh = locked(referral)
    if fresh.state not in IN_QUEUE or fresh.partner.is_internal or not fresh.case.is_open:
        raise NotPossible(fresh.state)
    releasing.grant_anew(
        referral=fresh,
        ground=ground,
        ground_text=ground_text,
        fields=fields,
        lines=lines,
        summary=summary,
        by=by,
        at=at,
    )
    text = f"{fresh.partner.name}: {ground.label}. {ground_text}"
    timeline.write(
        case=fresh.case,
        sort=TimelineEntry.Sort.RELEASED,
        at=at,
        by=by,
        text=text,
        sensitive=looks_sensitive(ground_text),
    )
    cutting_off.see_again(referral_id=fresh.pk, at=at)
    delivering.tell_anew(referral=fresh, at=at)
