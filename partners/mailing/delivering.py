"""Telling a partner's people that something waits. No content, and never a condition for seeing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from incidents import timeline
from incidents.models import TimelineEntry
from partners.mailing.deliveries import TEMPLATE, moment_as_number
from partners.models import CutOff, Partner, Referral
from partners.models.referral import ReferralQuerySet
from partners.models.referral_words import IN_QUEUE, Delivery, State
from partners.sharing.release_checks import NotPossible
from partners.sharing.releasing import locked
from partners.staffing.working import members
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from safetyportal.notices.outbox import Way, forget, tell_all, tell_of_many
from safetyportal.queues import deliver_to

Sort = TimelineEntry.Sort
WE_WAIT = (State.RELEASED, State.ACCEPTED)  # not while we owe the partner an answer
REMIND_WITHIN, REMIND_AT_ONCE = timedelta(days=7), 200


def waiting() -> Any:
    return Referral.objects.filter(delivered_at=None, released_at__isnull=False).exclude(
        state=State.WITHDRAWN
    )


def way_to(partner: Partner, about: UUID | str = "") -> Way:
    """How mails to this partner go: with those of its category, and one at a time, so that none waits for another's server.

    `about`: the referral they tell of.
    """
    return Way(queue=deliver_to(partner.category), lane=partner.code, about=str(about))


def still_to_tell(about: str, at: datetime) -> bool:
    """Whether the partner may still be mailed of this referral (its key), asked when the mail is sent: while it has it in hand."""
    return _may_be_told(at).filter(pk=about, state__in=IN_QUEUE).exists()


def still_to_remind(about: str, at: datetime) -> bool:
    """The same of a reminder: whether we still wait for its answer."""
    return _may_be_told(at).filter(pk=about, state__in=WE_WAIT).exists()


def _may_be_told(at: datetime) -> ReferralQuerySet:
    return Referral.objects.within_reach(at).filter(case__restricted=False)


@transaction.atomic
def deliver(*, work_id: str | UUID, at: datetime) -> bool:
    """Queue a mail for each member and stamp the delivery; True when that happened now. May run twice."""
    referral = (
        waiting()
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("partner", "case")
        .filter(pk=work_id)
        .first()
    )
    if referral is None:
        return False
    _tell(referral, key=f"new:{referral.pk}", at=at)
    return True


@transaction.atomic
def deliver_inside(*, work_ids: Sequence[UUID], at: datetime) -> set[UUID]:
    """Of a pile: stamp at once what lies at our own desks, which nobody is mailed about; which were. May run twice."""
    found = waiting().filter(pk__in=work_ids, partner__is_internal=True).order_by()
    held = set(found.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True))
    Referral.objects.filter(pk__in=held).update(delivered_at=at, delivery=Delivery.OWN_DESK)
    return held


@transaction.atomic
def deliver_again(*, referral: Referral, seen: int, by: User, at: datetime) -> Delivery | None:
    """Tell the partner's people once more; what became of that, and None when it happened already.

    `seen`: when it was last delivered, as the page showed it (deliveries.moment_as_number). Of several who press one mails. Raises
    NotPossible when the partner has done with it, or may not read it any more.
    """
    fresh = locked(referral)
    if not Referral.objects.within_reach(at).filter(pk=fresh.pk, state__in=IN_QUEUE).exists():
        raise NotPossible(fresh.state)
    if fresh.delivered_at is None or moment_as_number(fresh.delivered_at) != seen:
        return None
    outcome = tell_anew(referral=fresh, at=at)
    record(
        action="referral.deliver",
        actor=by,
        object_kind="referral",
        object_id=fresh.pk,
        detail={"partner": fresh.partner.code, "outcome": outcome},
        at=at,
    )
    timeline.write(
        case=fresh.case, sort=Sort.NOTE, at=at, by=by, text=f"Opnieuw bezorgd: {fresh.partner.name}"
    )
    return outcome


def tell_anew(*, referral: Referral, at: datetime) -> Delivery:
    """Call its people once more to what they were told of before; what became of that. Call with the referral locked."""
    forget(template=TEMPLATE, about=str(referral.pk))
    return _tell(referral, key=f"new:{referral.pk}:{at:%Y%m%dT%H%M%S%f}", at=at)


def _tell(referral: Referral, *, key: str, at: datetime) -> Delivery:
    """Internal desks look in their own list, and a restricted case gives no mail at all. Nobody is called to what is gone from
    the queue again: the covenant ended, the partner stopped.
    """
    partner = referral.partner
    if partner.is_internal:
        outcome = Delivery.OWN_DESK
    elif referral.case.restricted:
        outcome = Delivery.PROTECTED
    elif not Referral.objects.within_reach(at).filter(pk=referral.pk).exists():
        outcome = Delivery.OUT_OF_SIGHT
    else:
        people = members(partner_id=partner.pk, at=at)
        way = way_to(partner, about=referral.pk)
        told = tell_all(template=TEMPLATE, key=key, users=people, at=at, way=way)
        outcome = Delivery.TOLD if told else Delivery.NOBODY
    if outcome == Delivery.NOBODY:
        raise_alarm(code=Alarm.Code.PARTNER_EMPTY, subject=partner.code, detail=partner.name, at=at)
    Referral.objects.filter(pk=referral.pk).update(delivered_at=at, delivery=outcome)
    return outcome


def remind(*, at: datetime) -> int:
    """One reminder to the partner's people for each referral that fell due; returns how many got theirs now. May run twice.

    Only of the last week: what is late for longer must not stand in the way of the rest. A partner that may not see it any
    more is not asked for an answer; one where nobody works has its reminder when somebody does.
    """
    number = 0
    while reminded := _remind_some(at):
        number += reminded
    return number


@transaction.atomic
def _remind_some(at: datetime) -> int:
    late = (
        Referral.objects.within_reach(at)
        .queue()
        .exclude(pk__in=CutOff.objects.now().values("referral"))
        .filter(
            Exists(members(partner_id=OuterRef("partner"), at=at)),
            state__in=WE_WAIT,
            reminded_at=None,
            due_at__lt=at,
            due_at__gt=at - REMIND_WITHIN,
            partner__is_internal=False,
            case__restricted=False,
        )
    )
    held = late.select_related("partner").select_for_update(skip_locked=True, of=("self",))
    of_partner: dict[Partner, list[UUID]] = {}
    for one in held[:REMIND_AT_ONCE]:
        of_partner.setdefault(one.partner, []).append(one.pk)
    for partner, found in of_partner.items():
        people = list(members(partner_id=partner.pk, at=at).values_list("pk", flat=True))
        abouts = {f"remind:{pk}": str(pk) for pk in found}
        told = [(occasion, person) for occasion in abouts for person in people]
        tell_of_many(template="partner_reminder", told=told, at=at, way=way_to(partner), abouts=abouts)
        Referral.objects.filter(pk__in=found).update(reminded_at=at)
    return sum(map(len, of_partner.values()))
