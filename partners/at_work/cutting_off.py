"""A partner that cannot see any more what it has in hand: its covenant ended, it stopped, or the case became protected or of
a kind that never goes to a partner by itself.

Looked for every quarter of an hour. Nothing of what it wrote goes; its term stands still; the handler is told once and must
choose. When the partner sees the case again, by whatever way, that is over by itself.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from incidents import timeline
from incidents.models import Kind, TimelineEntry
from partners import referrals
from partners.models import CutOff, Referral
from partners.models.referral_words import IN_QUEUE, State
from partners.sharing.releasing import locked
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import add_working_days
from safetyportal.clock.deadlines import Name

CHOOSE_WITHIN = 2  # working days
AT_ONCE = 2000
Sort = TimelineEntry.Sort


def look(*, at: datetime) -> int:
    """Tell of what is cut off since the last time, and end what is no longer; returns how many were told of. May run twice."""
    out = Referral.objects.out_of_sight(at)
    again = CutOff.objects.filter(ended_at=None).exclude(referral__in=out)
    for pk in list(again.values_list("referral", flat=True)[:AT_ONCE]):
        see_again(referral_id=pk, at=at)
    new = out.exclude(cut_offs__in=CutOff.objects.filter(ended_at=None))
    return sum(_cut_off(pk, at) for pk in list(new.values_list("pk", flat=True)[:AT_ONCE]))


@transaction.atomic
def _cut_off(referral_id: UUID, at: datetime) -> bool:
    referral = locked(Referral.objects.get(pk=referral_id))
    if not _is_out_of_sight(referral, at) or referral.cut_offs.filter(ended_at=None).exists():
        return False
    why = _why(referral, at)
    CutOff.objects.create(referral=referral, why=why, at=at)
    for deadline in referrals.obligations(referral=referral):
        deadlines.pause(deadline=deadline, at=at)
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=referral.case_id,
        name=Name.CUT_OFF,
        about=str(referral.pk),
        team_id=referral.case.team_id,
        owner=referral.case.holder,
        due=add_working_days(at, CHOOSE_WITHIN),
        at=at,
    )
    with override("nl"):
        text = f"{referral.partner.name}: {str(why.label).lower()}. Kies: andere grond, andere partner, of zelf verder."
    timeline.write(case=referral.case, sort=Sort.CUT_OFF, at=at, text=text)
    return True


@transaction.atomic
def see_again(*, referral_id: UUID, at: datetime) -> None:
    """End the being cut off of what is seen again, or is over. Of what is seen its partner's term runs on from where it stood."""
    referral = locked(Referral.objects.get(pk=referral_id))
    if _is_out_of_sight(referral, at):
        return
    if not referral.cut_offs.filter(ended_at=None).update(ended_at=at):
        return
    if referral.state not in IN_QUEUE:
        return
    deadlines.meet(
        subject_kind="case", subject_id=referral.case_id, name=Name.CUT_OFF, about=str(referral.pk), at=at
    )
    if referral.state != State.ASKED:  # a question of the partner holds its term too
        referrals.run_on(referral=referral, at=at)
        referral.save(update_fields=["due_at"])
    timeline.write(case=referral.case, sort=Sort.SEES_AGAIN, at=at, text=referral.partner.name)


def _is_out_of_sight(referral: Referral, at: datetime) -> bool:
    return Referral.objects.out_of_sight(at).filter(pk=referral.pk).exists()


def _why(referral: Referral, at: datetime) -> CutOff.Why:
    """The reason of which least can be done comes first."""
    if not referral.partner.is_active(timezone.localdate(at)):
        return CutOff.Why.RETIRED
    kind = referral.case.kind
    if kind.share == Kind.Share.NONE and referral.kind_along != kind.pk:
        return CutOff.Why.KIND
    if referral.case.restricted and referral.released_by_id is None:
        return CutOff.Why.PROTECTED
    return CutOff.Why.COVENANT
