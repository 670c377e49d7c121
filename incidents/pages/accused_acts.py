"""What somebody who was reported about can do on their page: each act is a page of its own that comes back to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.forms import tenant_reply as forms
from incidents.models import Party, PartyWord
from incidents.sides.accused_words import REQUESTS, request_about
from safetyportal.clock.deadlines import Name, open_for

Sort = PartyWord.Sort


@dataclass(frozen=True)
class ReplyAct:
    slug: str
    sort: PartyWord.Sort
    title: Any
    intro: tuple[Any, ...]
    form: type[forms.ReplyForm]
    button: Any
    done: Any


ACTS: tuple[ReplyAct, ...] = (
    ReplyAct(
        "verklaring", Sort.STATEMENT, _("Uw kant van het verhaal"),
        (_("Wij bewaren uw woorden zoals u ze schrijft. Zij horen bij de zaak."),),
        forms.StatementForm, _("Versturen"), _("Dank u wel. Wij hebben uw verhaal."),
    ),
    ReplyAct(
        "wanneer", Sort.WHEN, _("Zeggen wanneer u kunt komen"),
        (_("Wij willen u graag spreken. Dat kan ook met de telefoon."),),
        forms.WhenForm, _("Versturen"), _("Dank u wel. Wij nemen contact met u op."),
    ),
    ReplyAct(
        "tolk", Sort.INTERPRETER, _("Een tolk of een andere taal vragen"),
        (_("Wij kijken dan wie er voor u kan tolken."),),
        forms.InterpreterForm, _("Versturen"), _("Dank u wel. Wij houden er rekening mee."),
    ),
    ReplyAct(
        "verbeteren", Sort.CORRECTION, _("Er klopt iets niet"),
        (_("Zeg wat er niet klopt en hoe het wel is. U hoort binnen een maand van ons."),),
        forms.CorrectionForm, _("Versturen"), _("Wij kijken ernaar. U hoort binnen een maand van ons."),
    ),
    ReplyAct(
        "bezwaar", Sort.OBJECTION, _("Bezwaar maken"),
        (_("U kunt bezwaar maken tegen wat wij met uw gegevens doen. U hoort binnen een maand van ons."),),
        forms.ObjectionForm, _("Bezwaar versturen"), _("Wij hebben uw bezwaar. U hoort binnen een maand van ons."),
    ),
    ReplyAct(
        "beperken", Sort.RESTRICTION, _("Vragen om uw gegevens niet te gebruiken"),
        (_("Wij bewaren uw gegevens dan alleen, bijvoorbeeld zolang wij naar uw bezwaar kijken."),),
        forms.RestrictionForm, _("Versturen"), _("Wij hebben uw vraag. U hoort binnen een maand van ons."),
    ),
)  # fmt: skip
BY_SLUG = {act.slug: act for act in ACTS}


def open_to(party: Party) -> list[ReplyAct]:
    """What they have not asked already: a request waits for one answer."""
    waiting = set(
        open_for(subject_kind="case", subject_id=party.case_id)
        .filter(name=Name.OBJECTION)
        .values_list("about", flat=True)
    )
    return [act for act in ACTS if act.sort not in REQUESTS or request_about(party, act.sort) not in waiting]
