"""The register of covenants as it is read: fifty at a time, what ends first on top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.fields.tuple_lookups import TupleGreaterThan, TupleLessThan
from django.utils.translation import gettext_lazy as _

from partners.defaults import data_types
from partners.models import Covenant, CovenantPaper

PAGE_SIZE = 50
POSITION = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,12})")
NOW, ENDED = "nu", "afgelopen"
LISTS = {NOW: _("Geldig of nog te beginnen"), ENDED: _("Afgelopen")}
TONES = {"valid": "ok", "ending": "warn", "ended": "neutral", "coming": "info"}


@dataclass(frozen=True)
class Line:
    covenant: Covenant
    data_types: list[str]
    standing: str
    words: str
    tone: str
    has_paper: bool
    is_renewed: bool


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    after: str


def page(*, which: str, after: str, on: date) -> Page:
    """One page of a list of LISTS. A position that cannot be read is the beginning."""
    start, rows = _read(after), _marked(on)
    if which == ENDED:
        rows = rows.filter(ends_on__lt=on).order_by("-ends_on", "-id")
        rows = rows.filter(TupleLessThan((F("ends_on"), F("id")), start)) if start else rows
    else:
        rows = rows.filter(ends_on__gte=on).order_by("ends_on", "id")
        rows = rows.filter(TupleGreaterThan((F("ends_on"), F("id")), start)) if start else rows
    found = list(rows[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    last = f"{shown[-1].ends_on.isoformat()}.{shown[-1].pk}" if len(found) > PAGE_SIZE else ""
    return Page([_line(one, on) for one in shown], last)


def line(*, key: int, on: date) -> Line | None:
    found = _marked(on).filter(pk=key).first()
    return _line(found, on) if found else None


def _marked(on: date) -> QuerySet[Covenant]:
    papers = CovenantPaper.objects.filter(covenant=OuterRef("pk"))
    waiting = Covenant.objects.unrenewed().filter(pk=OuterRef("pk"))
    return Covenant.objects.select_related("partner").annotate(
        has_paper=Exists(papers), is_renewed=~Exists(waiting)
    )


def _line(one: Covenant, on: date) -> Line:
    standing = one.standing(on)
    return Line(
        covenant=one,
        data_types=data_types.in_words(one.data_types),
        standing=standing.value,
        words=str(standing.label),
        tone=TONES[standing.value],
        has_paper=one.has_paper,  # type: ignore[attr-defined]
        is_renewed=one.is_renewed,  # type: ignore[attr-defined]
    )


def _read(typed: str) -> tuple[date, int] | None:
    shape = POSITION.fullmatch(typed)
    try:
        return (date.fromisoformat(shape[1]), int(shape[2])) if shape else None
    except ValueError:
        return None
