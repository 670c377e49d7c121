"""The one thing to do first in a case, in words. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from incidents.models import Case
from incidents.workflow import Status
from safetyportal.accounts.models import User
from safetyportal.desk.case_file import CaseFile, Term


@dataclass(frozen=True)
class NextStep:
    """`act` says which button goes with it: take, question, proposal, reopen or none. `term` is the obligation that falls due first."""

    text: str
    act: str
    term: Term | None = None


def next_step(*, case: Case, file: CaseFile, actor: User) -> NextStep:
    """Somebody must hold the case first; then what waits for a decision; then the first term."""
    term = next((one for one in file.terms if not one.is_paused), None)
    if case.status == Status.REOPEN_ASKED:
        return NextStep(
            _("De melder zegt dat het niet is opgelost en vraagt om deze zaak te heropenen. U beslist."),
            "reopen",
            term,
        )
    if not case.is_open:
        return NextStep(_("Deze zaak is gesloten."), "none")
    if case.holder_id is None:
        return NextStep(
            _("Nog niemand behandelt deze zaak. Neem de zaak, dan weten collega's dat u het doet."),
            "take",
            term,
        )
    if file.questions:
        return NextStep(_("Een ketenpartner heeft een vraag en wacht op uw antwoord."), "question", term)
    if file.asks:
        return NextStep(
            _("De melder wacht op uw antwoord: {what}.").format(what=file.asks[0].label), "none", term
        )
    if file.proposals:
        return NextStep(_("Er wacht een voorstel om deze zaak te delen. U beslist."), "proposal", term)
    if file.is_unanswered:
        return NextStep(
            _(
                "De melder gaf geen antwoord op onze vraag. Vraag het nog eens, bel, of beslis met wat u weet."
            ),
            "none",
            term,
        )
    if term is None:
        return NextStep(_("Er staat geen termijn open. Sluit de zaak als het werk klaar is."), "none")
    if case.holder_id != actor.pk:
        return NextStep(_("{name} behandelt deze zaak.").format(name=case.holder), "none", term)
    return NextStep(_("U behandelt deze zaak. Dit komt het eerst:"), "none", term)
