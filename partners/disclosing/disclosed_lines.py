"""The lines of a reporter's diary that staff chose for one partner, without the words they left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from incidents.models import Case, TimelineEntry
from incidents.models.timeline import TimelineQuerySet
from partners.disclosing.disclosed_people import reports_of
from partners.models import Referral, SharedLine

MOST = 30
# What a reporter noted when it happened again. Letters to us and answers to our questions are no diary.
SORTS = (TimelineEntry.Sort.AGAIN,)


@dataclass(frozen=True)
class DiaryLine:
    """What happened again, on the day it was written down. Not by whom."""

    on: date
    text: str


def to_choose_from(case: Case) -> TimelineQuerySet:
    """What could be chosen, newest first."""
    return TimelineEntry.objects.filter(case=case, sort__in=SORTS, report__case=case).exclude(text="")


def diary(referral: Referral) -> tuple[DiaryLine, ...]:
    """Oldest first. A line of a report that is no longer in the case is not told any more."""
    if referral._state.adding:
        return tuple(DiaryLine(timezone.localdate(at), text) for at, text in sorted(referral.lines_to_be))
    lines = SharedLine.objects.filter(referral=referral, entry__report__in=reports_of(referral))
    rows = lines.order_by("entry__at", "entry").values_list("entry__at", "text")[:MOST]
    return tuple(DiaryLine(timezone.localdate(at), text) for at, text in rows)
