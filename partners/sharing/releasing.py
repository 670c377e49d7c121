"""What staff decide about sharing: release a proposal, refuse it, or choose a partner by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from incidents import timeline
from incidents.models import Case, TimelineEntry
from partners import referrals
from partners.defaults.default_types import TRIAGE
from partners.models import Partner, Referral
from partners.models.referral_words import Ground, State
from partners.sharing import release_checks
from partners.sharing.release_checks import NotPossible
from partners.sharing.sharing import Chosen, Wish, fields_of, fill, keep_lines
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.privacy.marks import looks_sensitive

Sort = TimelineEntry.Sort
PROTECTED = "protected"  # the block that stood in the way when it was proposed (partners.weighing.blocks)


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
    """Let a partner see a proposal, on a ground and by name.

    Raises NotPossible, NotNamed, NotThroughPortal, NeedsSecondPerson or FieldRefused: the kind may be another than when it was proposed.
    """
    fresh = locked(referral)
    if fresh.state != State.PROPOSED or not fresh.case.is_open:
        raise NotPossible(fresh.state)
    release_checks.check_more(referral=fresh, ground=ground, by=by, at=at)
    if PROTECTED in fresh.blocks:
        release_checks.check_second_person(fresh.case, by)
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
    restricted case to an ordinary desk), NotNamed, NotThroughPortal, NeedsSecondPerson or FieldRefused.
    """
    case = Case.objects.select_for_update(of=("self",)).select_related("kind", "about_home").get(pk=case.pk)
    if not case.is_open:
        raise NotPossible("closed")
    release_checks.check_partner(partner, ground, at)
    release_checks.check_use(case, partner, ground)
    if referrals.has_open(case=case, partner=partner):
        raise NotPossible("open")
    if partner.is_internal:
        release_checks.check_inside(case, partner)
    else:
        release_checks.check_outside(case, ground, by)
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
    """More of what a partner outside has in hand, or on another ground: what holds for a release holds here. Call with both locked."""
    release_checks.check_more(referral=referral, ground=ground, by=by, at=at)
    wish = Wish(tuple(fields), summary, ground, tuple(lines))
    _put_out(referral, Referral.Mode.HOLD, wish, ground_text, by, at, goes_on=True)


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
    """`goes_on`: the partner has it in hand already, and its state, term and answers stay as they are. What it is told is
    what the case holds now, as whoever released it saw it: released_at says so (disclosed_people.known_at).
    """
    fill(referral, wish=wish, mode=mode, by=by)
    referral.ground_text = ground_text
    referral.fields = fields_of(case=referral.case, partner=referral.partner, wish=wish, mode=mode, at=at)
    if goes_on:
        referral.released_at = at
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
