"""A page of cases that were found, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypedDict

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from complexes.models import Space
from incidents.models import Case
from incidents.rules.workflow import Status
from incidents.search import finding, looking
from incidents.search.asking import Asked
from safetyportal.accounts.models import User

REASONS = {
    "by_number": gettext_lazy("nummer"),
    "by_place": gettext_lazy("adres"),
    "by_name": gettext_lazy("naam"),
    "by_phone": gettext_lazy("telefoonnummer"),
    "by_mail": gettext_lazy("e-mailadres"),
    "by_home": gettext_lazy("adres van de melder"),
    "by_text": gettext_lazy("tekst"),
    "by_file": gettext_lazy("bestand"),
}


COLUMNS = (
    "number", "status", "urgency", "opened_at", "closed_at", "kind__label_nl", "kind__label_en",
    "complex__name", "entrance__name", "space__sort", "space__name",
)  # fmt: skip


class Row(TypedDict):
    """A dict, which a template reads fastest; fifty on a page."""

    url: str
    number: str
    kind: str
    place: str
    status: str
    tone: str
    opened: str
    found_in: str


@dataclass(frozen=True)
class Page:
    """`number` of cases from here on, at most COUNTED + 1; `after` is where the next page begins, or None. `is_cut`: the
    oldest cases were not looked at, for there is an end to how long we look."""

    rows: list[Row]
    number: int
    after: int | None
    is_cut: bool

    @property
    def is_uncounted(self) -> bool:
        return self.number > finding.COUNTED


def page(*, actor: User, asked: Asked, before: int | None) -> Page:
    mine = Case.objects.for_(actor, "case.search")
    found = finding.find(mine=mine, actor=actor, asked=asked, before=before or looking.LAST)
    if not found.ids:
        return Page([], 0, found.next_before, found.reached > 0)
    why = finding.why(actor=actor, asked=asked, stems=found.stems)
    # Asked of the scope again: a case may have become restricted since.
    rows = mine.filter(pk__in=found.ids).annotate(**why).order_by("-pk").values(*COLUMNS, *why)
    words = _Words()
    return Page([_row(one, words) for one in rows], found.number, found.next_before, found.reached > 0)


class _Words:
    """What returns on every row, looked up once a page."""

    def __init__(self) -> None:
        self.status = {one.value: str(one.label) for one in Status}
        self.space = {one.value: str(one.label) for one in Space.Sort}
        self.reasons = {name: str(words) for name, words in REASONS.items()}
        self.kind = "kind__label_en" if get_language() == "en" else "kind__label_nl"
        self.day = cache(_day)
        self.url = reverse("case_page", args=["-"])
        self.found_in = _("gevonden in: {reasons}")

    def place(self, one: dict[str, Any]) -> str:
        space = one["space__name"] or self.space.get(one["space__sort"], "")
        known = [part for part in (one["complex__name"], space, one["entrance__name"]) if part]
        return ", ".join(known) or _("Plek niet bekend")


def _day(day: date) -> str:
    """With the year: what is found may be old."""
    return date_format(day, "j F Y", use_l10n=False)


def _row(one: dict[str, Any], words: _Words) -> Row:
    reasons = [said for name, said in words.reasons.items() if one.get(name)]
    return Row(
        url=words.url.replace("/-/", f"/{one['number']}/"),
        number=one["number"],
        kind=one[words.kind],
        place=words.place(one),
        status=words.status[one["status"]],
        tone="neutral" if one["closed_at"] else one["urgency"].lower(),
        opened=words.day(timezone.localdate(one["opened_at"])),
        # Found by the number of a report and by nothing else.
        found_in=words.found_in.format(reasons=", ".join(reasons) or words.reasons["by_number"]),
    )
