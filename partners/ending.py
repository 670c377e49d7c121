"""What partners and our own desks still had open of a case that came to rest: it ends too, so that lists look at live work only."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction

from incidents import timeline
from incidents.models import Case, Ending, TimelineEntry
from partners import referrals
from partners.models.referral_words import ENDED, State
from partners.scaling import scaling
from partners.sharing import revealing


def waiting() -> models.QuerySet[Ending]:
    return Ending.objects.all()


@transaction.atomic
def end(*, work_id: int | str, at: datetime) -> bool:
    """Take back what lies open of a case that ended, without a word to anybody; True when that happened now. May run twice.

    Of a case that is open again already nothing is taken away: nobody saw it go. What an outside partner has in hand
    barred the closing, so that none is left; what it finished stays readable for its time.
    """
    ending = waiting().select_for_update(skip_locked=True, of=("self",)).filter(pk=work_id).first()
    if ending is None:
        return False
    ending.delete()
    case = Case.objects.select_for_update(of=("self",)).get(pk=ending.case_id)
    if case.is_open:
        return False
    scaling.lapse(case=case)
    revealing.lapse(case=case)
    left = list(case.referrals.left_open().select_for_update(of=("self",)).select_related("partner"))
    for referral in left:
        referral.state, referral.answer = State.WITHDRAWN, ENDED
        referral.save(update_fields=["state", "answer"])
        referrals.obligation_met(referral=referral, at=at)
    if left:
        names = ", ".join(sorted(referral.partner.name for referral in left))
        text = f"{names}: teruggenomen door het portaal. {ENDED}"
        timeline.write(case=case, sort=TimelineEntry.Sort.ROUTED, at=at, text=text)
    return bool(left)
