"""A line of the timeline as the page of a case shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy

from incidents.models import Report, TimelineEntry
from incidents.sides.accused_words import ACCUSED
from incidents.timeline import PORTAL
from incidents.writing.translating import MESSAGE
from safetyportal.desk.translations import Translated, Translations, can_be_translated
from safetyportal.texts.templatetags.portal import visible_bidi

# Who acted without a name, as it is kept.
WHO = {PORTAL: gettext_lazy("Het portaal"), ACCUSED: gettext_lazy("Bewoner over wie gemeld is")}
ENTRY_TONES = {
    TimelineEntry.Sort.ALARM: "danger",
    TimelineEntry.Sort.DECLINED: "warn",
    TimelineEntry.Sort.PROPOSED: "warn",
    TimelineEntry.Sort.ASKED: "warn",
    TimelineEntry.Sort.CLOSED: "ok",
    TimelineEntry.Sort.FINISHED: "ok",
}


@dataclass(frozen=True)
class Entry:
    """A line of the timeline (templates/components/timeline.html)."""

    title: str
    at: datetime
    who: str
    text: str
    tone: str
    # For whose eyes, where that is not the team's alone.
    eyes: str
    # What a reporter wrote, translated; and by which name (`bericht-7`) one is added, where the reporter writes no Dutch.
    translations: list[Translated]
    translate: str


def entry_of(entry: TimelineEntry, reports: list[Report], translated: Translations) -> Entry:
    """Where there are several reports it says which of them it is about."""
    report = next((one for one in reports if one.pk == entry.report_id), None)
    number = report.number if report and len(reports) > 1 else ""
    is_foreign = report is not None and bool(report.said_language) and can_be_translated(entry)
    return Entry(
        title=f"{entry.get_sort_display()} ({number})" if number else str(entry.get_sort_display()),
        at=entry.at,
        who=str(WHO.get(entry.by_label) or visible_bidi(entry.by_label)),
        text=visible_bidi(entry.text),
        tone=ENTRY_TONES.get(TimelineEntry.Sort(entry.sort), ""),
        eyes="" if entry.visibility == TimelineEntry.Visibility.TEAM else str(entry.get_visibility_display()),
        translations=translated.of_entries.get(entry.pk, []),
        translate=f"{MESSAGE}{entry.pk}" if is_foreign else "",
    )
