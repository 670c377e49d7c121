"""The one thing to do first in a case, in words. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from incidents.models import Case
from safetyportal.accounts.models import User
from safetyportal.desk.case_file import CaseFile


@dataclass(frozen=True)
class NextStep:
    """`act` says which button or link goes with it: take, proposal, contact or none."""

    text: str
    act: str
    due: datetime | None = None
    is_late: bool = False


def next_step(*, case: Case, file: CaseFile, actor: User) -> NextStep:
    """Somebody must hold the case first; then what waits for a decision; then the first term."""
    term = next((one for one in file.terms if not one.is_paused), None)
    due, late = (term.due, term.is_late) if term else (None, False)
    if not case.is_open:
        return NextStep(_("Deze zaak is gesloten."), "none")
    if case.holder_id is None:
        return NextStep(
            _("Niemand behandelt deze zaak nog. Neem hem, dan weten collega's dat u het doet."),
            "take",
            due,
            late,
        )
    if file.proposals:
        return NextStep(_("Er wacht een voorstel om deze zaak te delen. U beslist."), "proposal", due, late)
    if term is None:
        return NextStep(_("Er staat geen termijn open. Sluit de zaak als het klaar is."), "none")
    if case.holder_id != actor.pk:
        return NextStep(
            _("{name} behandelt deze zaak. Eerstvolgende termijn: {term}.").format(name=case.holder, term=term.name),
            "none", due, late,
        )  # fmt: skip
    return NextStep(_("Eerstvolgende termijn: {term}.").format(term=term.name), "contact", due, late)
