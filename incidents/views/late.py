"""What a member of staff reads when a verb comes too late: in a state that forbids it, or after a colleague did something."""

from __future__ import annotations

from django.utils.translation import gettext as _

from incidents.acting import Stale
from incidents.acts import NotNow
from incidents.forms.staff_case import VerbForm
from incidents.rules.workflow import ENDED, Status


def add_refusal(form: VerbForm, refusal: NotNow | Stale) -> None:
    """Say it above the form. What was typed stays; who posts once more after a warning goes on."""
    if isinstance(refusal, Stale):
        form.add_error(None, _said_of(refusal))
        form.seen_now(refusal.entry.pk)
    else:
        form.add_error(None, not_now(refusal))


def not_now(refusal: NotNow) -> str:
    if refusal.status in ENDED:
        return _("Deze zaak is gesloten. Heropen de zaak eerst.")
    if refusal.status == Status.REOPEN_ASKED:
        return _("De melder vraagt om deze zaak te heropenen. Beslis dat eerst.")
    if refusal.status == Status.MERGED:
        return _("Deze zaak is samengevoegd. Werk verder in de zaak waar deze bij hoort.")
    return _("Dit kan nu niet: de zaak staat op «{status}».").format(status=refusal.status.label)


def _said_of(refusal: Stale) -> str:
    entry = refusal.entry
    return _(
        "{who} deed intussen ook iets in deze zaak: {what}. Er is nog niets veranderd. Kijk eerst in de tijdlijn. Klopt uw keuze nog? Bewaar dan opnieuw."
    ).format(who=entry.by_label, what=entry.get_sort_display())
