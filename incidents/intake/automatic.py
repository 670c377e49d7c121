"""Reports that a program may have sent: kept and marked, so that a person looks before they are shared.

No limit loses a report. Over the limit it is marked; only over ten times as many from one network address, when keeping itself
is in danger, one waits, and what was written is kept meanwhile.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from incidents.intake import proof as proof_of_work
from incidents.models import Draft
from incidents.rules.answers import Sign
from safetyportal.throttle import limits

HOUR = 3600
FLOOD = 10


def sent_by(*, client: str, at: datetime) -> int:
    """How many reports came from this client in this hour."""
    return limits.peek(bucket="send", key=client, window_seconds=HOUR, at=at)


def count_sent(*, client: str, at: datetime) -> None:
    limits.hit(bucket="send", key=client, window_seconds=HOUR, at=at)


def signs(*, draft: Draft, sent: int, proof: str, at: datetime) -> list[Sign]:
    """What speaks for a program, of how a report comes. `sent`: how many came before it; `proof`: as posted."""
    found = {
        Sign.TOO_FAST: at - draft.created_at < settings.LEAST_TIME_TO_WRITE,
        Sign.MANY: sent >= settings.REPORTS_PER_HOUR_PER_CLIENT,
        Sign.NO_PROOF: settings.PROOF_OF_WORK and not proof_of_work.holds(proof=proof, draft=draft),
    }
    return [sign for sign, is_there in found.items() if is_there]


def is_flood(sent: int) -> bool:
    return sent >= FLOOD * settings.REPORTS_PER_HOUR_PER_CLIENT


def flood_over_at(at: datetime) -> datetime:
    return limits.over_at(window_seconds=HOUR, at=at)
