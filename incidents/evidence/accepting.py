"""Take in a file of a reporter, remove it again, and keep it for good with a report or a message."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet, Sum

from incidents.evidence import scanning
from incidents.evidence.formats import PHOTO
from incidents.evidence.keeping import Part, keep
from incidents.evidence.washing import NotTaken, Washed, Why, wash
from incidents.models import (
    Draft,
    Evidence,
    EvidenceFile,
    PreventiveSignal,
    Report,
    ReporterIdentity,
    TimelineEntry,
)
from safetyportal.uploads import ReceivedFile

MOST = 10
MOST_OF_REPORT = 60  # as many as its page shows
UNSENT_KEPT = timedelta(hours=24)


def add_to_draft(*, draft_id: UUID, file: ReceivedFile, at: datetime) -> Evidence:
    """Lay a file ready with a report being written. Raises NotTaken; Draft.DoesNotExist when it is gone or sent."""
    # Cleaned outside the transaction: it takes a second.
    with _washed(file) as washed, transaction.atomic():
        draft = Draft.objects.select_for_update().get(pk=draft_id, report=None)
        draft.changed_at = at
        draft.save(update_fields=["changed_at"])
        return _keep(draft.evidence.all(), Evidence(draft=draft), file, washed, at)


def add_to_report(*, report: Report, file: ReceivedFile, at: datetime) -> Evidence:
    """Lay a file ready with a message to come (send_with). Raises NotTaken, also where none may come any more."""
    with _washed(file) as washed, transaction.atomic():
        # Only against others who add: what is written about the report meanwhile need not wait.
        locked = (
            Report.objects.select_for_update(of=("self",), no_key=True)
            .select_related("case")
            .get(pk=report.pk)
        )
        if locked.case.restricted or not locked.case.is_open:
            raise NotTaken(Why.CLOSED)
        if locked.evidence.count() >= MOST_OF_REPORT:
            raise NotTaken(Why.TOO_MANY_IN_ALL)
        unknown = not ReporterIdentity.objects.filter(report=locked).exists()
        return _keep(unsent(locked), Evidence(report=locked), file, washed, at, unknown=unknown)


def add_to_signal(*, signal: PreventiveSignal, file: ReceivedFile, at: datetime) -> Evidence:
    """A photo of the place; of the file as it came nothing is kept. Raises NotTaken."""
    with _washed(file) as washed, transaction.atomic():
        locked = PreventiveSignal.objects.select_for_update(of=("self",), no_key=True).get(pk=signal.pk)
        if washed.shown.sort != PHOTO:
            raise NotTaken(Why.ONLY_PHOTO)
        if not locked.is_open:
            raise NotTaken(Why.CLOSED)
        return _keep(locked.evidence.all(), Evidence(signal=locked), file, washed, at, unknown=True)


def _washed(file: ReceivedFile) -> AbstractContextManager[Washed]:
    if file.is_too_many:
        raise NotTaken(Why.TOO_MANY)
    if file.is_too_big:
        raise NotTaken(Why.TOO_BIG)
    return wash(file.held, size=file.size or 0)


def _keep(
    siblings: QuerySet[Evidence],
    evidence: Evidence,
    file: ReceivedFile,
    washed: Washed,
    at: datetime,
    *,
    unknown: bool = False,
) -> Evidence:
    """`unknown`: of this reporter no original is kept."""
    if siblings.count() >= MOST:
        raise NotTaken(Why.TOO_MANY)
    if _unsent_bytes() > settings.MOST_UNSENT_BYTES:
        raise NotTaken(Why.BUSY)
    evidence.sort = washed.shown.sort
    evidence.seconds = washed.seconds
    evidence.added_at = at
    evidence.save(force_insert=True)
    until = at if unknown else at + timedelta(days=settings.DAYS_ORIGINALS_ARE_KEPT)
    keep(evidence=evidence, part=Part.ORIGINAL, kind=washed.original, source=file.held, until=until)
    keep(evidence=evidence, part=Part.SHOWN, kind=washed.shown, source=washed.copy)
    if washed.small:
        keep(evidence=evidence, part=Part.SMALL, kind=washed.shown, source=washed.small)
    scanning.ask(evidence=evidence, at=at)
    return evidence


def unsent(report: Report) -> QuerySet[Evidence]:
    """What lies ready with a report and was not sent with a message."""
    return report.evidence.filter(kept_at=None)


def _unsent_bytes() -> int:
    """What lies ready everywhere: whoever sends files and never a report fills no disk."""
    return (
        EvidenceFile.objects.filter(evidence__kept_at=None, evidence__signal=None).aggregate(all=Sum("size"))[
            "all"
        ]
        or 0
    )


@transaction.atomic
def remove(*, evidence: Evidence) -> None:
    """The reporter takes a file back that was not sent yet. What was sent stays: it may be evidence."""
    waiting = Evidence.objects.select_for_update(of=("self",)).filter(pk=evidence.pk, kept_at=None)
    Evidence.objects.filter(pk__in=[one.pk for one in waiting]).delete()


def send_with(*, entry: TimelineEntry, report: Report, at: datetime) -> int:
    """What lies ready goes with this message. Returns how many."""
    return unsent(report).update(entry=entry, kept_at=at)


def is_sent_again(report: Report, *, since: datetime) -> bool:
    """Whether all that lies ready was sent just now: a second click brings every file a second time."""
    originals = EvidenceFile.objects.filter(part=Part.ORIGINAL, evidence__report=report)
    ready = set(originals.filter(evidence__kept_at=None).values_list("sha256", flat=True))
    sent = set(originals.filter(evidence__kept_at__gt=since).values_list("sha256", flat=True))
    return ready <= sent


@transaction.atomic
def purge(*, at: datetime) -> None:
    """Originals whose time is over, and what lay ready for a day and was never sent. What the scanner still has to see
    stays for it."""
    old = Evidence.objects.select_for_update(of=("self",), skip_locked=True).filter(
        kept_at=None, draft=None, signal=None, added_at__lt=at - UNSENT_KEPT
    )
    Evidence.objects.filter(pk__in=[one.pk for one in old]).delete()
    over = EvidenceFile.objects.filter(part=Part.ORIGINAL, kept_until__lte=at)
    over.filter(Q(evidence__scan=None) | Q(evidence__scan__done_at__isnull=False)).delete()
