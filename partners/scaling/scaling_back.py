"""A case that was scaled up is looked at again, and comes back (partners.scaling.scaling)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from incidents import acting
from incidents.acts import Act
from incidents.handling import holding
from incidents.rules.workflow import Status
from incidents.staffing import conflicts
from partners.at_work.withdrawing import take_back
from partners.models import Referral, ScaleUp
from partners.models.referral_words import IN_QUEUE, State
from partners.scaling.looking_again import look_again_on
from partners.scaling.scaling import held
from safetyportal.accounts.models import User

BACK = "Afgeschaald"


@transaction.atomic
def look(*, scale_up: ScaleUp, text: str, next_on: date, by: User, at: datetime) -> None:
    """It was looked at again, and stays up; and the next time, on which day. Raises TooLate."""
    case = acting.begin(case=scale_up.case, act=Act.LOOK_SCALED)
    held(scale_up, ScaleUp.State.UP)
    acting.done(case=case, act=Act.LOOK_SCALED, by=by, at=at, text=text)
    look_again_on(case, next_on, at)


@transaction.atomic
def back(*, scale_up: ScaleUp, result: str, leads: User, by: User, at: datetime) -> None:
    """It comes back, with what they said, and `leads` holds the case. What they still had open is taken back.

    Raises TooLate, holding.CannotHold or conflicts.KeptOut.
    """
    conflicts.hold(person=leads)
    case = acting.begin(case=scale_up.case, act=Act.SCALE_BACK)
    fresh = held(scale_up, ScaleUp.State.UP)
    changes_hands = case.holder_id != leads.pk
    if changes_hands and leads not in holding.colleagues(team=case.team, case=case, at=at):
        raise holding.CannotHold
    referral = Referral.objects.select_for_update(of=("self",)).filter(scale_up=fresh).get()
    if referral.state in IN_QUEUE:
        take_back(referral=referral, reason=BACK, by=by, at=at)
    fresh.state, fresh.back_by, fresh.back_at = ScaleUp.State.BACK, by, at
    fresh.result, fresh.leads_again = result, leads
    fresh.save(update_fields=["state", "back_by", "back_at", "result", "leads_again"])
    if changes_hands:
        case.holder = leads
        case.save(update_fields=["holder"])
    elsewhere = case.referrals.filter(state=State.ACCEPTED, partner__is_internal=False).exists()
    comes_back = case.status == Status.AT_PARTNER and not elsewhere
    entry = acting.done(
        case=case,
        act=Act.SCALE_BACK,
        to=Status.APPROACH if comes_back else None,
        by=by,
        at=at,
        text=f"{BACK} van {fresh.partner.name}. {leads.name} heeft weer de regie.",
        sensitive=False,
    )
    if changes_hands:
        holding.tell_of(cases=[case], to=leads, by=by, entries=[entry], at=at)
