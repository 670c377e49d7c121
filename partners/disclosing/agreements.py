"""What the covenants in force with a partner let go to it, and what of a referral leans on them (domain 2.5 and 4.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from partners.defaults import data_types
from partners.defaults.data_types import BY_LAW, DATA_TYPES, MINIMUM
from partners.models import Covenant, Partner, Referral
from partners.models.referral_words import BY_ITSELF, Ground

EVERYTHING = frozenset(DATA_TYPES)


class NotNamed(ValueError):
    """Something that no covenant with this partner names; the message says what, and what to do."""


def lets_go(*, partner: Partner, on: date) -> frozenset[str]:
    """What may go to this partner on the ground of a covenant; nothing where none is in force."""
    running = Covenant.objects.in_force(on).signed().filter(partner=partner)
    return _together(running.values_list("data_types", flat=True))


def is_agreed(*, partner: Partner, on: date) -> bool:
    """Whether the minimum may go by itself: a processing agreement will do for that."""
    return Covenant.objects.in_force(on).naming(MINIMUM).filter(partner=partner).exists()


def check(*, partner: Partner, types: Collection[str], on: date) -> None:
    """Raises NotNamed when no covenant in force names one of these."""
    going = lets_go(partner=partner, on=on) | BY_LAW
    missing = [code for code in DATA_TYPES if code in types and code not in going]
    if missing:
        said = _(
            "Het convenant met {partner} noemt niet: {what}. Kies een andere grond of laat dit weg. Hoort het erbij, vraag dan de privacyfunctionaris om het convenant aan te vullen."
        )
        raise NotNamed(said.format(partner=partner.name, what=", ".join(data_types.in_words(missing))))


def seen_of(referral: Referral) -> frozenset[str]:
    """What the covenants that this referral leans on let its partner see in this moment; everything where it leans on none."""
    on_covenant = referral.ground == Ground.COVENANT
    if referral.partner.is_internal or not (on_covenant or referral.mode in BY_ITSELF):
        return EVERYTHING
    return _named(referral, signed=on_covenant) | BY_LAW


def holds(referral: Referral, ground: str, data_type: str) -> bool:
    """Whether what was told on this ground, besides the case itself, may still be seen."""
    return ground != Ground.COVENANT or data_type in _named(referral, signed=True)


def _named(referral: Referral, *, signed: bool) -> frozenset[str]:
    """Of the covenants fetched along with the referral (ReferralQuerySet.with_cells), else of those in force now."""
    rows: Any = vars(referral).get("agreed")
    if rows is None:
        running = Covenant.objects.in_force(timezone.localdate()).filter(partner=referral.partner_id)
        rows = running.values("sort", "data_types")
    return _together(one["data_types"] for one in rows if not signed or one["sort"] == Covenant.Sort.COVENANT)


def _together(kept: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset().union(*map(data_types.named, kept))
