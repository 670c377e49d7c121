"""A case goes up to the care-and-safety house or the municipality, and comes back (peers U14).

One person proposes it, a second one sends it (release_checks.is_second_person). It leaves the house by the
verbs of releasing, as any referral does; who reported reads no more of it than the usual status.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.models import Case
from partners import referrals
from partners.models import Partner, Referral, ScaleUp
from partners.models.referral_words import IN_QUEUE, Ground, State
from partners.scaling.looking_again import look_again_day, look_again_on
from partners.scaling.scale_criteria import SCALABLE
from partners.sharing import release_checks, releasing
from partners.sharing.release_checks import NotPossible
from partners.sharing.sharing import Wish, fields_of
from partners.staffing.options import partners_for
from partners.telling_staff import tell_second_people
from safetyportal.accounts.models import User
from safetyportal.clock import office
from safetyportal.clock.calendar import (
    at_wall_clock,
)
from safetyportal.policy.gate import may
from safetyportal.texts.days import day as said_day


class Waits(ValueError):
    """The case is scaled up, or a proposal waits, already."""


class NotSecond(ValueError):
    """Who proposed it cannot send it, nor who is no second person for the case. Nor say no: but who proposed it may."""


class TooLate(ValueError):
    """Somebody decided about it already, or it came back."""


@dataclass(frozen=True)
class Wanted:
    """To whom, by which criteria, and what is asked of them; `summary` is what they read of the case."""

    partner: Partner
    criteria: tuple[str, ...]
    tried: str
    question: str
    expected: str
    answer_on: date
    lead: ScaleUp.Lead
    ground: Ground
    ground_text: str
    fields: list[str]
    summary: str


# What of it the partner reads, as it stands in the row.
READ_BY_PARTNER = ("summary", "question", "expected")


def options(*, case: Case, at: datetime) -> list[Partner]:
    """To whom this case can go up: the houses and municipalities that work at its place."""
    return [
        one for one in partners_for(case=case, at=at) if one.type_code in SCALABLE and not one.is_internal
    ]


def may_confirm(*, scale_up: ScaleUp, case: Case, by: User) -> bool:
    """The second person of a release, who did not propose it."""
    return by.pk != scale_up.made_by_id and release_checks.is_second_person(case=case, by=by)


@transaction.atomic
def propose(*, case: Case, wanted: Wanted, by: User, at: datetime) -> ScaleUp:
    """Put it to a second person. Nothing leaves the house. Raises Waits, NotPossible, NotNamed,
    NotThroughPortal, FieldRefused or NotNow.
    """
    fresh = acting.begin(case=case, act=Act.PROPOSE_SCALE)
    if fresh.scale_ups.filter(state__in=(ScaleUp.State.PROPOSED, ScaleUp.State.UP)).exists():
        raise Waits
    _check(fresh, wanted.partner, wanted.ground, at)
    chosen = Wish(tuple(wanted.fields), wanted.summary, wanted.ground)
    fields_of(case=fresh, partner=wanted.partner, wish=chosen, mode=Referral.Mode.HOLD, at=at)
    scale_up = ScaleUp.objects.create(
        case=fresh,
        partner=wanted.partner,
        state=ScaleUp.State.PROPOSED,
        criteria=list(wanted.criteria),
        tried=wanted.tried,
        question=wanted.question,
        expected=wanted.expected,
        answer_on=wanted.answer_on,
        lead=wanted.lead,
        ground=wanted.ground,
        ground_text=wanted.ground_text,
        fields=wanted.fields,
        summary=wanted.summary,
        made_by=by,
        made_at=at,
    )
    said = f"Voorstel: opschalen naar {wanted.partner.name}. Een tweede persoon beslist."
    _done(fresh, Act.PROPOSE_SCALE, said, by, at)
    tell_second_people(
        case=fresh,
        may_decide=lambda one: (
            may_confirm(scale_up=scale_up, case=fresh, by=one)
            and may("scale.confirm", one)
            and ScaleUp.objects.for_(one, "scale.confirm").filter(pk=scale_up.pk).exists()
        ),
        key=f"scale:{scale_up.pk}",
        at=at,
    )
    return scale_up


@transaction.atomic
def confirm(*, scale_up: ScaleUp, by: User, at: datetime) -> Referral:
    """The second person sends it. Raises NotSecond, TooLate, and whatever releasing refuses."""
    case = acting.begin(case=scale_up.case, act=Act.CONFIRM_SCALE)
    fresh = held(scale_up, ScaleUp.State.PROPOSED)
    if not may_confirm(scale_up=fresh, case=case, by=by):
        raise NotSecond
    _check(case, fresh.partner, Ground(fresh.ground), at)
    fresh.referral = _send(fresh, by, at)
    fresh.state, fresh.decided_by, fresh.decided_at = ScaleUp.State.UP, by, at
    fresh.save(update_fields=["referral", "state", "decided_by", "decided_at"])
    look_again_on(case, look_again_day(at=at), at)
    said = f"Opgeschaald naar {fresh.partner.name}. {_in_dutch(fresh)}"
    _done(case, Act.CONFIRM_SCALE, said, by, at)
    return fresh.referral


@transaction.atomic
def refuse(*, scale_up: ScaleUp, reason: str, by: User, at: datetime) -> None:
    """It does not go up: the second person says no, or who proposed it takes it back. Raises TooLate or NotSecond."""
    case = acting.begin(case=scale_up.case, act=Act.REFUSE_SCALE)
    fresh = held(scale_up, ScaleUp.State.PROPOSED)
    if by.pk != fresh.made_by_id and not may_confirm(scale_up=fresh, case=case, by=by):
        raise NotSecond
    fresh.state, fresh.decided_by, fresh.decided_at, fresh.refusal = ScaleUp.State.REFUSED, by, at, reason
    fresh.save(update_fields=["state", "decided_by", "decided_at", "refusal"])
    said = f"Niet opgeschaald naar {fresh.partner.name}. {reason}"
    acting.done(case=case, act=Act.REFUSE_SCALE, by=by, at=at, text=said)


def lapse(*, case: Case) -> None:
    """A case that ended goes nowhere: what waited for a second person is over. Call with the case locked."""
    case.scale_ups.waiting().update(state=ScaleUp.State.LAPSED)


def _check(case: Case, partner: Partner, ground: Ground, at: datetime) -> None:
    """What releasing would refuse, and a partner that does not work there (any more)."""
    release_checks.check_choice(case=case, partner=partner, ground=ground, at=at)
    if partner not in options(case=case, at=at):
        raise NotPossible("elsewhere")
    if case.referrals.filter(partner=partner, state__in=IN_QUEUE).exists():
        raise NotPossible("open")


def _send(scale_up: ScaleUp, by: User, at: datetime) -> Referral:
    """By the verbs of releasing. A proposal of routing that waits for this partner is what is released, and becomes a
    person's: no later round touches it."""
    case, partner = scale_up.case, scale_up.partner
    release = {
        "ground": Ground(scale_up.ground),
        "ground_text": scale_up.ground_text,
        "fields": scale_up.fields,
        "summary": wish_of(scale_up).summary,
        "by": by,
        "at": at,
    }
    waiting = proposal_of(scale_up)
    if waiting is None:
        sent = releasing.route_by_hand(case=case, partner=partner, **release)
    else:
        releasing.release(referral=waiting, **release)
        sent = waiting
    due = at_wall_clock(scale_up.answer_on, office.current().closes)
    Referral.objects.filter(pk=sent.pk).update(made_by=scale_up.made_by, due_at=due)
    referrals.obligations(referral=sent).update(due=due)
    return sent


def proposal_of(scale_up: ScaleUp) -> Referral | None:
    """What routing proposed to this partner already, with the files that were chosen for it."""
    return scale_up.case.referrals.filter(partner=scale_up.partner, state=State.PROPOSED).first()


def wish_of(scale_up: ScaleUp) -> Wish:
    """What goes along, and what they read: the summary, and what is asked of them.

    Criteria, steps and other partners stay with us (domain 4.3).
    """
    with override("nl"):
        until = said_day(scale_up.answer_on)
    summary = (
        f"{scale_up.summary}\n\nOnze vraag aan u: {scale_up.question}\n\n"
        f"Wat wij van u terug verwachten, uiterlijk {until}: {scale_up.expected}"
    )
    return Wish(tuple(scale_up.fields), summary, Ground(scale_up.ground))


def held(scale_up: ScaleUp, state: ScaleUp.State) -> ScaleUp:
    """As it is now, held; raises TooLate in any other state. Call with the case locked."""
    fresh = (
        ScaleUp.objects.select_for_update(of=("self",)).select_related("case", "partner").get(pk=scale_up.pk)
    )
    if fresh.state != state:
        raise TooLate(fresh.state)
    return fresh


def _done(case: Case, act: Act, said: str, by: User, at: datetime) -> None:
    acting.done(case=case, act=act, by=by, at=at, text=said, sensitive=False)


def _in_dutch(scale_up: ScaleUp) -> str:
    with override("nl"):
        return f"{ScaleUp.Lead(scale_up.lead).label}. Antwoord uiterlijk {said_day(scale_up.answer_on)}."
