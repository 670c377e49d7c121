"""What was tried before a case goes up, in Dutch lines for who writes the proposal: steps set, and partners with their answers."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import override

from incidents.models import Case, LadderStep
from incidents.rules.ladder_levels import Level
from partners.models import Referral
from partners.models.referral_words import State
from safetyportal.texts.days import day as said_day

MOST = 30


def tried(*, case: Case) -> str:
    with override("nl"):
        return "\n".join([*_steps(case), *_referrals(case)])


def _steps(case: Case) -> list[str]:
    steps = LadderStep.objects.of(case).in_force().order_by("decided_at", "pk")[:MOST]
    return [
        f"- {said_day(step.decided_at)}: {Level(step.level).label}"
        + (f" ({step.get_outcome_display().lower()})" if step.outcome else "")
        for step in steps
    ]


def _referrals(case: Case) -> list[str]:
    sent = case.referrals.filter(released_at__isnull=False, partner__is_internal=False)
    return [_line(one) for one in sent.select_related("partner").order_by("released_at", "pk")[:MOST]]


def _line(referral: Referral) -> str:
    said = referral.outcome or referral.answer
    state = State(referral.state)
    words = "nog geen antwoord" if state == State.RELEASED else str(state.label).lower()
    since = said_day(timezone.localtime(referral.released_at)) if referral.released_at else ""
    return f"- {since}: {referral.partner.name}, {words}" + (f": {said}" if said else "")
