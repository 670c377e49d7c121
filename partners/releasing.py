"""What staff decide about sharing: release a proposal, refuse it, or choose a partner by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from incidents import timeline
from incidents.models import Case, Kind, ReporterIdentity, TimelineEntry
from incidents.sides.rights import use_is_restricted
from partners import referrals
from partners.default_types import TRIAGE
from partners.disclosed_people import PROTECTED
from partners.models import Covenant, Partner, Referral
from partners.models.referral import WHILE_ONLY_KEPT, Ground, State
from partners.sharing import Chosen, Wish, fields_of, keep_lines
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.audit.recording import record
from safetyportal.privacy.marks import looks_sensitive

Sort = TimelineEntry.Sort


class NotPossible(ValueError):
    """The referral or case is no longer in a state for this; somebody may have been first."""


class NeedsSecondPerson(ValueError):
    """A protected address: a lead of the case's team who does not hold the case must release."""


class NotThroughPortal(ValueError):
    """This kind never goes to a partner through the portal (share mode N, domain 1.2)."""


def locked(referral: Referral) -> Referral:
    """The referral as it is now, with its case, both held; case before referral, as everybody does."""
    Case.objects.select_for_update(of=("self",)).get(pk=referral.case_id)
    return (
        Referral.objects.select_for_update(of=("self",))
        .select_related("case__kind", "partner")
        .get(pk=referral.pk)
    )


@transaction.atomic
def release(
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
    """Let a partner see a proposal, on a ground and by name. Raises NotPossible, NeedsSecondPerson or FieldRefused."""
    fresh = locked(referral)
    if fresh.state != State.PROPOSED or not fresh.case.is_open:
        raise NotPossible(fresh.state)
    _check_partner(fresh.partner, ground, at)
    _check_use(fresh.case, fresh.partner, ground)
    if PROTECTED in fresh.blocks or _is_protected(fresh.case):
        _second_person(fresh.case, by)
    wish = Wish(tuple(fields), summary, ground, tuple(lines))
    _put_out(fresh, Referral.Mode.HOLD, wish, ground_text, by, at)
    timeline.write(
        case=fresh.case,
        sort=Sort.RELEASED,
        at=at,
        by=by,
        text=f"{fresh.partner.name}: {ground.label}. {ground_text}",
        sensitive=looks_sensitive(ground_text),
    )


@transaction.atomic
def refuse(*, referral: Referral, reason: str, by: User, at: datetime) -> None:
    """Decide that a proposal is not shared. The partner never saw it."""
    fresh = locked(referral)
    if fresh.state != State.PROPOSED:
        raise NotPossible(fresh.state)
    fresh.state, fresh.answer, fresh.answered_at, fresh.answered_by = State.WITHDRAWN, reason, at, by
    fresh.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    said = f"Niet gedeeld met {fresh.partner.name}: {reason}"
    timeline.write(
        case=fresh.case, sort=Sort.NOTE, at=at, by=by, text=said, sensitive=looks_sensitive(reason)
    )
    record(
        action="referral.refuse",
        actor=by,
        object_kind="referral",
        object_id=fresh.pk,
        detail={"partner": fresh.partner.code},
        at=at,
    )


@transaction.atomic
def route_by_hand(
    *,
    case: Case,
    partner: Partner,
    ground: Ground | None,
    ground_text: str,
    fields: list[str],
    summary: str,
    by: User,
    at: datetime,
    lines: Sequence[Chosen] = (),
) -> Referral:
    """A person's choice: released at once, and later routing rounds leave it alone. An outside partner needs a ground.

    Raises NotPossible (closed, retired partner, no covenant to lean on, data that are only kept, already open there, a
    restricted case to an ordinary desk), NotThroughPortal, NeedsSecondPerson or FieldRefused.
    """
    case = Case.objects.select_for_update(of=("self",)).select_related("kind", "about_home").get(pk=case.pk)
    if not case.is_open:
        raise NotPossible("closed")
    _check_partner(partner, ground, at)
    _check_use(case, partner, ground)
    if referrals.has_open(case=case, partner=partner):
        raise NotPossible("open")
    if partner.is_internal:
        _check_inside(case, partner)
    else:
        _check_outside(case, ground, by)
    referral = Referral(
        case=case, partner=partner, mode="A" if partner.is_internal else "H", created_at=at, made_by=by
    )
    referral.state = State.PROPOSED
    wish = Wish(tuple(fields), summary, ground, tuple(lines))
    _put_out(referral, Referral.Mode(referral.mode), wish, ground_text, by, at)
    text = f"{partner.name}: {ground.label}. {ground_text}" if ground else partner.name
    timeline.write(
        case=case, sort=Sort.RELEASED, at=at, by=by, text=text, sensitive=looks_sensitive(ground_text)
    )
    _leave_triage(case, by, at)
    return referral


def check_choice(*, case: Case, partner: Partner, ground: Ground, at: datetime) -> None:
    """Whether a case may go to a partner outside on this ground, whoever sends it: for who proposes what another sends.

    Raises NotPossible or NotThroughPortal. Whether a second person is needed is asked at the release itself.
    """
    _check_partner(partner, ground, at)
    _check_use(case, partner, ground)
    _check_kind(case)


def grant_anew(
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
    """What a partner has in hand, on another ground: what holds for a release holds here. Call with case and referral locked."""
    _check_partner(referral.partner, ground, at)
    _check_use(referral.case, referral.partner, ground)
    _check_outside(referral.case, ground, by)
    wish = Wish(tuple(fields), summary, ground, tuple(lines))
    _put_out(referral, Referral.Mode.HOLD, wish, ground_text, by, at, goes_on=True)


def check_answer(*, referral: Referral, ground: Ground | None, by: User, at: datetime) -> None:
    """Whether this person may tell this partner more: what holds for a release holds for an answer.

    An answer comes with the case as the partner sees it: who does not see it any more gets none, on whatever ground.
    """
    _check_partner(referral.partner, ground, at)
    if not Referral.objects.within_reach(at).filter(pk=referral.pk).exists():
        raise NotPossible("reach")
    _check_use(referral.case, referral.partner, ground)
    if not referral.partner.is_internal:
        _check_outside(referral.case, ground, by)


def check_partner_and_use(*, referral: Referral, ground: Ground, at: datetime) -> None:
    """Whether there is somebody to tell, and what may only be kept is left alone. Raises NotPossible."""
    _check_partner(referral.partner, ground, at)
    _check_use(referral.case, referral.partner, ground)


def _check_partner(partner: Partner, ground: Ground | None, at: datetime) -> None:
    """Somebody must be there to answer, and an agreement that has ended is no ground."""
    today = timezone.localdate(at)
    if not partner.is_active(today):
        raise NotPossible("closed")
    if ground == Ground.COVENANT and not Covenant.objects.in_force(today).filter(partner=partner).exists():
        raise NotPossible("covenant")


def _check_use(case: Case, partner: Partner, ground: Ground | None) -> None:
    """While somebody's data may only be kept, nothing goes out of the house but on what AVG art. 18 lid 2 leaves."""
    if not partner.is_internal and ground not in WHILE_ONLY_KEPT and use_is_restricted(case):
        raise NotPossible("only kept")


def _check_inside(case: Case, partner: Partner) -> None:
    """A restricted case stays with the desk for such cases."""
    if case.restricted and not partner.is_restricted:
        raise NotPossible("restricted")


def _check_outside(case: Case, ground: Ground | None, by: User) -> None:
    if ground is None:
        raise NotPossible("ground")
    _check_kind(case)
    if _is_protected(case):
        _second_person(case, by)


def _check_kind(case: Case) -> None:
    if case.kind.share == Kind.Share.NONE and not case.kind.may_propose:
        raise NotThroughPortal(case.kind.code)


def _is_protected(case: Case) -> bool:
    """The home complained about or a reporter's own is a secret address or shelter, as it stands now.

    Asked when a person decides: staff often name the home only after the proposal was made.
    """
    if case.about_home is not None and case.about_home.is_protected:
        return True
    hidden = Q(home__is_secret_address=True) | Q(home__is_shelter=True)
    return ReporterIdentity.objects.filter(hidden, report__case=case).exists()


def leads_and_does_not_hold(*, case: Case, by: User) -> bool:
    return case.team_id in by.teams_as(frozenset({Role.LEAD})) and case.holder_id != by.pk


def _second_person(case: Case, by: User) -> None:
    if not leads_and_does_not_hold(case=case, by=by):
        raise NeedsSecondPerson


def _put_out(
    referral: Referral,
    mode: Referral.Mode,
    wish: Wish,
    ground_text: str,
    by: User,
    at: datetime,
    *,
    goes_on: bool = False,
) -> None:
    """`goes_on`: the partner has it in hand already, and its state, term and answers stay as they are."""
    if _is_protected(referral.case) and not referral.partner.is_internal:
        # Disclosure shows this address to nobody else.
        referral.blocks = sorted({*referral.blocks, PROTECTED})
    referral.mode, referral.ground, referral.ground_text = mode, wish.ground or "", ground_text
    referral.fields = fields_of(case=referral.case, partner=referral.partner, wish=wish, mode=mode)
    referral.summary, referral.released_by = wish.summary, by
    if goes_on:
        referral.save()
        referral.lines.all().delete()
    else:
        referrals.put_out(referral=referral, at=at)
    keep_lines(referral=referral, wish=wish)
    record(
        action="referral.release",
        actor=by,
        object_kind="referral",
        object_id=str(referral.pk),
        ground=referral.ground,
        detail={"partner": referral.partner.code, "fields": referral.fields, "lines": len(wish.lines)},
        at=at,
    )


def _leave_triage(case: Case, by: User, at: datetime) -> None:
    """A case that a person routed needs no triage any more."""
    waiting = Referral.objects.queue().filter(case=case, partner__type_code=TRIAGE)
    for referral in waiting.select_for_update(of=("self",)):
        referral.state, referral.outcome = State.FINISHED, "Met de hand gerouteerd"
        referral.finished_at, referral.finished_by = at, by
        referral.save(update_fields=["state", "outcome", "finished_at", "finished_by"])
        referrals.obligation_met(referral=referral, at=at)
