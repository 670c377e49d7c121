"""Take in a file of a reporter, remove it again, and keep it for good with a report or a message."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from incidents.evidence import scanning
from incidents.evidence.keeping import Part, keep
from incidents.evidence.washing import NotTaken, Washed, Why, wash
from incidents.models import Draft, Evidence, EvidenceFile, Report, TimelineEntry
from safetyportal.uploads import ReceivedFile

MOST = 10
UNSENT_KEPT = timedelta(hours=24)


def add_to_draft(*, draft_id: UUID, file: ReceivedFile, at: datetime) -> Evidence:
    """Lay a file ready with a report being written. Raises NotTaken; Draft.DoesNotExist when it is gone or sent."""
    # Cleaned outside the transaction: it takes a second.
    with _washed(file) as washed, transaction.atomic():
        draft = Draft.objects.select_for_update().get(pk=draft_id, report=None)
        return _keep(draft.evidence.all(), Evidence(draft=draft), file, washed, at)


def add_to_report(*, report: Report, file: ReceivedFile, at: datetime) -> Evidence:
    """Lay a file ready with a message to come (send_with). Raises NotTaken."""
    with _washed(file) as washed, transaction.atomic():
        Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
        return _keep(unsent(report), Evidence(report=report), file, washed, at)


def _washed(file: ReceivedFile) -> AbstractContextManager[Washed]:
    if file.is_too_big:
        raise NotTaken(Why.TOO_BIG)
    return wash(file.held, size=file.size or 0)


def _keep(
    siblings: QuerySet[Evidence], evidence: Evidence, file: ReceivedFile, washed: Washed, at: datetime
) -> Evidence:
    if siblings.count() >= MOST:
        raise NotTaken(Why.TOO_MANY)
    evidence.sort = washed.shown.sort
    evidence.seconds = washed.seconds
    evidence.added_at = at
    evidence.save(force_insert=True)
    until = at + timedelta(days=settings.DAYS_ORIGINALS_ARE_KEPT)
    keep(evidence=evidence, part=Part.ORIGINAL, kind=washed.original, source=file.held, until=until)
    keep(evidence=evidence, part=Part.SHOWN, kind=washed.shown, source=washed.copy)
    if washed.small:
        keep(evidence=evidence, part=Part.SMALL, kind=washed.shown, source=washed.small)
    scanning.ask(evidence=evidence, at=at)
    return evidence


def unsent(report: Report) -> QuerySet[Evidence]:
    """What lies ready with a report and was not sent with a message."""
    return report.evidence.filter(kept_at=None)


def remove(*, evidence: Evidence) -> None:
    """The reporter takes a file back that was not sent yet. What was sent stays: it may be evidence."""
    Evidence.objects.filter(pk=evidence.pk, kept_at=None).delete()


def send_with(*, entry: TimelineEntry, report: Report, at: datetime) -> int:
    """What lies ready goes with this message. Returns how many."""
    return unsent(report).update(entry=entry, kept_at=at)


def purge(*, at: datetime) -> int:
    """Originals whose time is over, and what lay ready for a day and was never sent. Returns how many files went."""
    unsent_gone, _ = Evidence.objects.filter(kept_at=None, draft=None, added_at__lt=at - UNSENT_KEPT).delete()
    originals_gone, _ = EvidenceFile.objects.filter(kept_until__lt=at).delete()
    return unsent_gone + originals_gone
