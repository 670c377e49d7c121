"""What reporters sent, as the page of a case shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from incidents.evidence.listing import Shown, shown
from incidents.models import Case, Evidence, EvidenceFile

MOST_FILES = 60


@dataclass(frozen=True)
class SentFile:
    """A file of a reporter, and until when we have it as it came."""

    file: Shown
    report: str
    with_message: bool
    original_until: datetime | None


@dataclass(frozen=True)
class Sent:
    """The newest MOST_FILES, oldest of them first; `is_cut` when there are more."""

    files: list[SentFile]
    is_cut: bool


def sent_in(*, case: Case, at: datetime) -> Sent:
    originals = EvidenceFile.objects.filter(
        evidence=OuterRef("pk"), part=EvidenceFile.Part.ORIGINAL, kept_until__gt=at
    )
    newest = (
        Evidence.objects.sent()
        .filter(report__case=case)
        .select_related("report", "scan")
        .annotate(original_until=Subquery(originals.values("kept_until")[:1]))
        .order_by("-added_at", "-id")[: MOST_FILES + 1]
    )
    found = list(newest)
    rows = found[:MOST_FILES][::-1]
    files = [
        SentFile(
            file,
            row.report.number if row.report else "",
            row.entry_id is not None,
            getattr(row, "original_until", None),
        )
        for file, row in zip(shown(rows), rows, strict=True)
    ]
    return Sent(files, is_cut=len(found) > MOST_FILES)
