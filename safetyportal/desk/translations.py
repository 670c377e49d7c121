"""What people of ours translated of what reporters wrote in a case, for the page of the case: beside the original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from incidents.models import Report, TimelineEntry, Translation
from incidents.writing.translating import OF_REPORTERS
from safetyportal.texts.templatetags.portal import visible_bidi

MOST = 200


@dataclass(frozen=True)
class Translated:
    """One translation (templates/staff/parts/translations.html)."""

    language: str
    code: str
    text: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Translations:
    of_reports: dict[UUID, list[Translated]]
    of_entries: dict[int, list[Translated]]


def of_case(*, reports: Iterable[Report], entries: Iterable[TimelineEntry]) -> Translations:
    """Of these, the newest first; in one statement."""
    found = Translation.objects.filter(
        Q(report__in=[one.pk for one in reports])
        | Q(entry__in=[one.pk for one in entries if one.sort in OF_REPORTERS])
    )
    of_reports: dict[UUID, list[Translated]] = {}
    of_entries: dict[int, list[Translated]] = {}
    for one in found.select_related("by")[:MOST]:
        shown = Translated(
            one.get_language_display(), one.language, visible_bidi(one.text), one.by.name, one.at
        )
        if one.report_id is not None:
            of_reports.setdefault(one.report_id, []).append(shown)
        elif one.entry_id is not None:
            of_entries.setdefault(one.entry_id, []).append(shown)
    return Translations(of_reports, of_entries)


def can_be_translated(entry: TimelineEntry) -> bool:
    """A reporter wrote it, in words."""
    return entry.sort in OF_REPORTERS and entry.by_id is None and bool(entry.text)
