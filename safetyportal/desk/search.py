"""A page of cases that were found, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from incidents.models import Case
from incidents.search import finding
from incidents.search.asking import Asked
from safetyportal.accounts.models import User
from safetyportal.desk.case_file import place_of

REASONS = {
    "by_number": _("nummer"),
    "by_place": _("adres"),
    "by_name": _("naam"),
    "by_phone": _("telefoonnummer"),
    "by_mail": _("e-mailadres"),
    "by_home": _("adres van de melder"),
    "by_text": _("tekst"),
    "by_file": _("bestand"),
}


@dataclass(frozen=True)
class Row:
    number: str
    kind: str
    place: str
    status: str
    urgency: str
    opened_at: datetime
    is_open: bool
    reasons: str


@dataclass(frozen=True)
class Page:
    """`number` of cases from here on, at most COUNTED + 1; `after` is where the next page begins, or None."""

    rows: list[Row]
    number: int
    after: int | None

    @property
    def is_uncounted(self) -> bool:
        return self.number > finding.COUNTED


def page(*, actor: User, asked: Asked, before: int | None) -> Page:
    found = finding.find(actor=actor, asked=asked, before=before or finding.LAST)
    if not found.ids:
        return Page([], 0, None)
    cases = (
        Case.objects.for_(actor, "case.search")
        .filter(pk__in=found.ids)
        .select_related("kind", "complex", "entrance", "space")
        .annotate(**finding.why(actor=actor, asked=asked, stems=found.stems))
        .order_by("-pk")
    )
    rows = [_row(case) for case in cases]
    return Page(rows, found.number, found.ids[-1] if found.is_more else None)


def _row(case: Case) -> Row:
    reasons = [str(words) for name, words in REASONS.items() if getattr(case, name, False)]
    return Row(
        number=case.number,
        kind=case.kind.label,
        place=place_of(case),
        status=str(case.get_status_display()),
        urgency=case.urgency.lower(),
        opened_at=case.opened_at,
        is_open=case.is_open,
        # Found by the number of a report and by nothing else.
        reasons=", ".join(reasons) or str(REASONS["by_number"]),
    )
