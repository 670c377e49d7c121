"""Judging a new case: how severe it is, and who takes it up. One page and one press, for who does twenty of them in a morning."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents.acts import Act
from incidents.handling import casework, holding
from incidents.models import Case
from incidents.models.case import Band
from incidents.rules.workflow import Status
from incidents.staffing import conflicts
from safetyportal.accounts.models import User

WAITS = frozenset({Status.RECEIVED, Status.TRIAGE})


@transaction.atomic
def judge(*, case: Case, band: Band, to: User, reason: str, by: User, at: datetime, seen: int = 0) -> None:
    """Say how severe the case is and take it up, oneself or by giving it to a colleague of its team.

    Each part leaves the line and the record it leaves on its own. Raises casework.AlreadyTaken, holding.CannotHold,
    conflicts.KeptOut, NotNow or Stale; then nothing of it was done.
    """
    if to == by:
        casework.take(case=case, by=by, at=at)
    else:
        _give(case=case, to=to, reason=reason, by=by, at=at, seen=seen)
    # After it was taken, so that of two who judge at once one does all and the other nothing.
    case.refresh_from_db(fields=["severity_band"])
    if band != case.severity_band:
        casework.override_severity(case=case, band=band, reason=reason, by=by, at=at, seen=seen)


def _give(*, case: Case, to: User, reason: str, by: User, at: datetime, seen: int) -> None:
    """Who gives it away has decided that we take it up: the reporter reads so, and the term to decide is met."""
    conflicts.hold(person=to)
    fresh = Case.objects.select_for_update(of=("self",)).select_related("holder").get(pk=case.pk)
    if fresh.holder is not None:
        raise casework.AlreadyTaken(fresh.holder.name)
    holding.hand_over(case=case, to=to, reason=reason, by=by, at=at, seen=seen)
    if fresh.status in WAITS:
        casework.advance(case=case, act=Act.INVESTIGATE, text="", by=by, at=at)
