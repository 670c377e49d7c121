"""The referrals of a case as staff see them: where each stands, what went along, what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from incidents.models import Case
from partners.defaults.default_matrix import Field
from partners.disclosing.attachments import GIVEN_IN, may_have
from partners.disclosing.reveals import may_know
from partners.mailing.deliveries import Told, told_of
from partners.models import CutOff, Referral, Reveal
from partners.models import Question as PartnerQuestion
from partners.models.referral_words import IN_QUEUE, State
from partners.staffing.options import is_closed_to_partners

MOST = 50
TONES = {
    State.PROPOSED: "warn",
    State.DECLINED: "danger",
    State.FINISHED: "ok",
    State.ACCEPTED: "ok",
    State.ASKED: "warn",
    State.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Line:
    """A referral as staff see it."""

    referral: Referral
    tone: str
    waits_for_us: bool
    is_late: bool
    may_have_files: bool
    may_know_reporter: bool
    questions: list[PartnerQuestion]
    question: PartnerQuestion | None
    unseen: str  # why the partner that has it in hand cannot see it any more (CutOff.Why); "" where it can
    may_share_anew: bool
    told: Told | None = None
    along: tuple[str, ...] = ()  # what a partner outside got besides the minimum


def lines_of(*, case: Case, at: datetime) -> list[Line]:
    """The referrals of a case, the newest first."""
    referrals = (
        case.referrals.select_related("partner", "released_by", "answered_by", "made_by")
        .annotate(
            unseen=Subquery(CutOff.objects.now().filter(referral=OuterRef("pk")).values("why")[:1]),
            named=Exists(Reveal.objects.filter(referral=OuterRef("pk"), state=Reveal.State.CONFIRMED)),
        )
        .prefetch_related("questions")
        .order_by("-created_at", "id")
    )
    return [_line(one, case, at) for one in referrals[:MOST]]


def told_lines_of(*, case: Case, at: datetime) -> list[Line]:
    """The same, each with how telling its people went."""
    lines = lines_of(case=case, at=at)
    told = told_of(line.referral for line in lines)
    return [replace(line, told=told.get(line.referral.pk)) for line in lines]


def _line(referral: Referral, case: Case, at: datetime) -> Line:
    waits_for_them = referral.state in IN_QUEUE
    questions = list(referral.questions.all())
    unseen = referral.unseen or ""  # type: ignore[attr-defined]
    return Line(
        referral=referral,
        tone=TONES.get(State(referral.state), "info"),
        waits_for_us=referral.state == State.PROPOSED and case.is_open,
        is_late=waits_for_them
        and referral.state != State.ASKED
        and referral.due_at is not None
        and referral.due_at < at,
        may_have_files=referral.state in GIVEN_IN and case.is_open and may_have(referral.partner),
        may_know_reporter=referral.state in IN_QUEUE and case.is_open and may_know(referral),
        questions=questions,
        question=next((one for one in questions if one.waits and case.is_open), None),
        unseen=unseen,
        may_share_anew=not is_closed_to_partners(case) and unseen != CutOff.Why.RETIRED,
        along=tuple(_along(referral)),
    )


def _along(referral: Referral) -> Iterator[str]:
    if referral.released_at is None or referral.partner.is_internal:
        return
    if referral.summary:
        yield _("samenvatting")
    yield from (str(Field(one).label) for one in referral.fields if one in Field.values)
    if referral.named:  # type: ignore[attr-defined]
        yield _("wie in vertrouwen meldde")
