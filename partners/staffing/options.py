"""To whom a person may send a case."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from incidents.models import Case, Kind
from partners.defaults.default_types import TRIAGE
from partners.models import Partner
from partners.models.referral_words import OPEN_STATES


def is_closed_to_partners(case: Case) -> bool:
    """Some kinds never go to a partner through the portal: somebody telephones."""
    return case.kind.share == Kind.Share.NONE and not case.kind.may_propose


def partners_for(*, case: Case, at: datetime) -> list[Partner]:
    """Active partners that cover the place, and our own desks.

    A restricted case goes to no ordinary desk, and a kind that is closed to partners to no partner.
    """
    place = case.complex
    found = (
        Partner.objects.active(timezone.localdate(at))
        .covering(
            municipality=place.municipality if place else "",
            neighbourhood=place.neighbourhood if place else "",
            complex_id=case.complex_id,
        )
        .exclude(type_code=TRIAGE)
    )
    if case.restricted:
        found = found.exclude(is_internal=True, is_restricted=False)
    if is_closed_to_partners(case):
        found = found.filter(is_internal=True)
    return list(found)


def that_have_it(*, case: Case) -> set[int]:
    """Partners where this case is open or proposed now."""
    return set(case.referrals.filter(state__in=OPEN_STATES).values_list("partner_id", flat=True))
