"""Who may see how a reporter is called and reached: a right of its own besides that to the case (peers 103).

Who holds the case, a lead of its team and, of a protected case, whoever works with those: at once. Others of the team say why
first; that counts for them, for this case, for a quarter of an hour. Each look is written down.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from incidents.models import Case
from safetyportal.accounts.models import User
from safetyportal.audit.models import AuditEvent
from safetyportal.audit.recording import record

ACTION = "reporter.read"
MOTIVE_COUNTS = timedelta(minutes=15)


def sees_at_once(*, case: Case, by: User) -> bool:
    return Case.objects.for_(by, ACTION).filter(pk=case.pk).exists()


def gave_motive(*, case: Case, by: User, at: datetime) -> bool:
    looks = AuditEvent.objects.filter(actor=by, action=ACTION, object_kind="case", object_id=str(case.pk))
    return looks.filter(at__gt=at - MOTIVE_COUNTS).exclude(ground="").exists()


def may_see(*, case: Case, by: User, at: datetime) -> bool:
    return sees_at_once(case=case, by=by) or gave_motive(case=case, by=by, at=at)


def write_down(*, case: Case, reports: int, by: User, at: datetime, motive: str = "") -> None:
    """Call it before anything is shown: when this fails, nothing is."""
    record(
        action=ACTION,
        actor=by,
        object_kind="case",
        object_id=case.pk,
        ground=motive,
        at=at,
        detail={"reports": reports},
    )
