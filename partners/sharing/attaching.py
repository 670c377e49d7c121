"""A person chooses single files of a case for one partner, each with a ground, and takes them away again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from incidents import timeline
from incidents.evidence import masking
from incidents.models import Evidence, EvidenceFile, MaskedPhoto, TimelineEntry
from partners.defaults.default_matrix import Field
from partners.disclosing import matrix
from partners.disclosing.attachments import GIVEN_IN, MOST, candidates, held_back, may_have
from partners.models import Attachment, Referral
from partners.models.referral_words import Ground, State
from partners.sharing.release_checks import NotPossible, check_answer, check_more, check_named
from partners.sharing.releasing import locked
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.privacy.marks import looks_sensitive


class NotGiven(ValueError):
    """The file cannot go to this partner (any more); `why` is a word of attachments.in_words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Wanted:
    """What a person wants to give: `cells` of a photo are filled in its copy; none: as it is."""

    caption: str
    ground: Ground
    ground_text: str
    cells: frozenset[int] = frozenset()


def give(*, referral: Referral, evidence_id: UUID, wanted: Wanted, by: User, at: datetime) -> Attachment:
    """Let this partner see one file. Raises NotGiven, NotNamed, and what release_checks.check_answer raises.

    The areas are filled before the transaction: that takes a second.
    """
    evidence = _checked(referral, evidence_id)
    made = _filled(evidence, wanted.cells) if wanted.cells else None
    with transaction.atomic():
        fresh = locked(referral)
        evidence = _checked(fresh, evidence_id)
        check = check_more if fresh.state == State.PROPOSED else check_answer
        check(referral=fresh, ground=wanted.ground, by=by, at=at)
        check_named(fresh.partner, wanted.ground, {Field.ATTACHMENTS}, at)
        given = Attachment.objects.in_force().filter(referral=fresh)
        if given.filter(evidence=evidence).exists():
            raise NotGiven("already")
        if given.count() >= MOST:
            raise NotGiven("too_many")
        masked = (
            masking.keep(evidence=evidence, cells=wanted.cells, made=made, by=by, at=at) if made else None
        )
        return _given(fresh, evidence, masked, wanted, by, at)


@transaction.atomic
def take_away(*, attachment: Attachment, by: User, at: datetime) -> None:
    """The partner loses sight of it at once. Raises NotPossible when somebody was first."""
    fresh = locked(attachment.referral)
    held = Attachment.objects.select_for_update(of=("self",)).select_related("evidence").get(pk=attachment.pk)
    if held.ended_at is not None:
        raise NotPossible("ended")
    held.ended_at, held.ended_by = at, by
    held.save(update_fields=["ended_at", "ended_by"])
    _trace("referral.unattach", fresh, held, f"{fresh.partner.name}: weer weggehaald. {held.caption}", by, at)


def _checked(referral: Referral, evidence_id: UUID) -> Evidence:
    if not may_have(referral.partner, column=matrix.now(referral)):
        raise NotGiven("may_not")
    if referral.state not in GIVEN_IN or not referral.case.is_open:
        raise NotGiven("closed")
    evidence = candidates(referral).filter(pk=evidence_id).first()
    if evidence is None:
        raise NotGiven("foreign")
    if problem := held_back(referral, evidence):
        raise NotGiven(problem)
    return evidence


def _filled(evidence: Evidence, cells: frozenset[int]) -> masking.Filled:
    if not evidence.is_photo:
        raise NotGiven("not_a_photo")
    try:
        return masking.filled(evidence=evidence, cells=cells)
    except masking.Nothing:
        raise NotGiven("nothing") from None
    except EvidenceFile.DoesNotExist:
        raise NotGiven("no_copy") from None
    except masking.NotTaken as refused:
        raise NotGiven("busy" if refused.why == masking.Why.BUSY else "broken") from None


def _given(
    referral: Referral, evidence: Evidence, masked: MaskedPhoto | None, wanted: Wanted, by: User, at: datetime
) -> Attachment:
    made = Attachment.objects.create(
        referral=referral,
        evidence=evidence,
        masked=masked,
        caption=wanted.caption,
        ground=wanted.ground,
        ground_text=wanted.ground_text,
        given_at=at,
        given_by=by,
    )
    filled = " (deels afgedekt)" if masked else ""
    text = f"{referral.partner.name}: {wanted.caption}{filled}. {wanted.ground.label}. {wanted.ground_text}"
    _trace("referral.attach", referral, made, text, by, at)
    return made


def _trace(act: str, referral: Referral, attachment: Attachment, text: str, by: User, at: datetime) -> None:
    timeline.write(
        case=referral.case,
        sort=TimelineEntry.Sort.ENCLOSED,
        at=at,
        by=by,
        text=text,
        sensitive=looks_sensitive(text),
    )
    record(
        action=act,
        actor=by,
        object_kind="referral",
        object_id=referral.pk,
        ground=attachment.ground,
        detail={
            "partner": referral.partner.code,
            "evidence": str(attachment.evidence_id),
            "attachment": str(attachment.pk),
            "masked": attachment.masked_id is not None,
        },
        at=at,
    )
