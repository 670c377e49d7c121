"""Every file goes past the virus scanner where there is one. Until it has answered nobody sees the file; the report goes
on meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import models, transaction
from django.db.models import F

from incidents.evidence import scanner
from incidents.evidence.keeping import read
from incidents.models import Evidence, EvidenceFile, VirusScan
from safetyportal.notices.alarms import raise_alarm, settle
from safetyportal.notices.models import Alarm
from safetyportal.wake import wake

LEASE = timedelta(minutes=2)
PATIENT = 3
LONGEST_PAUSE = timedelta(minutes=10)


def ask(*, evidence: Evidence, at: datetime) -> None:
    """Call it in the transaction that keeps the file."""
    if scanner.is_on():
        VirusScan.objects.create(evidence=evidence, asked_at=at, next_at=at)
        wake("scan")


def waiting() -> models.QuerySet[VirusScan]:
    return VirusScan.objects.filter(done_at=None)


def scan(*, work_id: str | UUID, at: datetime) -> bool:
    """Let the scanner look at one file, as it came; True when it answered now. It is asked again until it does.

    Switched off, it holds nothing any more.
    """
    if not scanner.is_on():
        waiting().delete()
        return False
    with transaction.atomic():
        found = (
            waiting()
            .filter(pk=UUID(str(work_id)), next_at__lte=at)
            .select_for_update(skip_locked=True)
            .first()
        )
        if found is None:
            return False
        found.next_at = at + LEASE
        found.save(update_fields=["next_at"])
    try:
        original = EvidenceFile.objects.get(evidence=found.evidence_id, part=EvidenceFile.Part.ORIGINAL)
        infected = scanner.find_virus(read(original))
    except Exception as why:  # whatever it is: the file stays held, and somebody hears of it
        _later(found, type(why).__name__, at)
        return False
    VirusScan.objects.filter(pk=found.pk, done_at=None).update(done_at=at, infected=infected)
    settle(code=Alarm.Code.SCANNER_AWAY, at=at)
    return True


def _later(found: VirusScan, why: str, at: datetime) -> None:
    pause = min(timedelta(seconds=15 * 2 ** min(found.attempts, 10)), LONGEST_PAUSE)
    with transaction.atomic():
        VirusScan.objects.filter(pk=found.pk).update(
            attempts=F("attempts") + 1, rung_at=None, next_at=at + pause
        )
        if found.attempts + 1 >= PATIENT:
            raise_alarm(code=Alarm.Code.SCANNER_AWAY, subject="clamd", detail=why, at=at)
