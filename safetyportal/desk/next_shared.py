"""What comes first where a case is shared with partners or goes up: the finders and buttons of those rows. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.models import CutOff, ScaleUp
from partners.models.referral_words import State
from partners.scaling.scaling import may_confirm
from partners.staffing.options import is_closed_to_partners
from safetyportal.desk.look import Button, Look


def to_second(look: Look) -> Any:
    """A scale-up that this person may send or refuse."""
    found = look.pending.scaled
    if not look.case.is_open or found is None or found.state != ScaleUp.State.PROPOSED:
        return None
    proposal = ScaleUp(made_by_id=found.made_by)
    return found if may_confirm(scale_up=proposal, case=look.case, by=look.actor) else None


def came_back(look: Look) -> Any:
    """The partner is ready with what was scaled up, or gave it back."""
    found = look.pending.scaled
    return found if found is not None and found.answer in (State.FINISHED, State.DECLINED) else None


def unseen(*whys: CutOff.Why) -> Callable[[Look], Any]:
    def found(look: Look) -> Any:
        mine = [one for one in look.pending.unseen if one.why in whys]
        return mine[0] if mine and look.case.is_open else None

    return found


def without_partner(look: Look, found: Any) -> list[Button]:
    """Somebody else, or we alone; where another ground helps, that first. A kind that goes to no partner stays with us."""
    alone = Button(_("Trek in: wij gaan zelf verder"), reverse("referral_withdraw", args=[found.referral]))
    if is_closed_to_partners(look.case):
        return [alone]
    anew = [Button(_("Deel op een andere grond"), reverse("referral_anew", args=[found.referral]))]
    return [
        *(anew if found.why != CutOff.Why.RETIRED else []),
        Button(_("Kies een andere partner"), look.url("route_by_hand")),
        alone,
    ]


def scale_page(text: Promise | str) -> Callable[[Look, Any], list[Button]]:
    return lambda look, _found: (
        [Button(text, reverse("scale_page", args=[look.pending.scaled.pk]))] if look.pending.scaled else []
    )


def proposals(look: Look, found: Any) -> list[Button]:
    words = _("Beslis: delen met {name}?")
    return [
        Button(words.format(name=one.partner.name), reverse("proposal_page", args=[one.pk])) for one in found
    ]


def questions(look: Look, found: Any) -> list[Button]:
    words = _("Beantwoord de vraag van {name}")
    names = {line.question.pk: line.referral.partner.name for line in look.file.lines if line.question}
    return [
        Button(words.format(name=names[one.pk]), reverse("question_page", args=[one.pk])) for one in found
    ]
