"""That a case is scaled up, as the frame of its pages says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from incidents.models import Case


@dataclass(frozen=True)
class Up:
    """To whom, since when, and who leads (ScaleUp.Lead)."""

    pk: int
    partner: str
    since: datetime | None
    lead: str


def up_of(case: Case) -> Up | None:
    found = case.scale_ups.up().values_list("pk", "partner__name", "decided_at", "lead").first()
    return Up(*found) if found else None
