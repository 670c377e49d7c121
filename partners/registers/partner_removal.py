"""Taking a partner away that was never used; one that was, stops and stays in the register."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Covenant, Membership, Partner, Referral, ScaleUp
from partners.models.referral_words import OPEN_STATES
from partners.registers.partner_settings import PARTNERS, open_referrals, open_words
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.configuration import changing
from safetyportal.configuration.changing import Refused


def in_the_way(partner: Partner, on: date) -> list[str]:
    """Why this partner cannot be removed, each with what to do. Nothing: it was never used."""
    said = []
    if number := open_referrals(partner):
        what_to_do = _("Laat ze intrekken of aan een ander doorverwijzen.")
        said.append(f"{open_words(number)} {what_to_do}")
    if Referral.objects.filter(partner=partner).exclude(state__in=OPEN_STATES).exists():
        said.append(
            _(
                "Deze partner kreeg al zaken. Dat blijft te zien. Verwijder de partner niet, maar laat hem stoppen: vul de laatste dag in."
            )
        )
    proposals = ScaleUp.objects.filter(partner=partner, referral=None)
    if proposals.exists():
        said.append(
            _(
                "Iemand stelde voor om een zaak naar deze partner op te schalen. Dat blijft te zien. Verwijder de partner niet, maar laat hem stoppen: vul de laatste dag in."
            )
        )
    if proposals.waiting().exists():
        said.append(_("Op zo’n voorstel is nog niet beslist. Laat de tweede persoon eerst ja of nee zeggen."))
    if people := Membership.objects.not_over(on).filter(partner=partner).count():
        words = ngettext(
            "Er werkt hier nog %(n)d persoon. Een systeembeheerder haalt die eerst weg.",
            "Er werken hier nog %(n)d mensen. Een systeembeheerder haalt die eerst weg.",
            people,
        )
        said.append(words % {"n": people})
    if Covenant.objects.filter(partner=partner).exists():
        said.append(
            _(
                "Met deze partner staat een convenant in het register. Dat blijft bewaard. Laat de partner stoppen."
            )
        )
    if partner.is_last_resort:
        said.append(_("Hier komt alles wat niemand anders aanneemt. Deze afdeling moet blijven."))
    return said


@transaction.atomic
def remove(*, partner: Partner, reason: str, by: User, at: datetime) -> None:
    """Take away a partner that was never used. Raises Refused; how it stood is kept in its history."""
    held = Partner.objects.select_for_update(of=("self",)).get(pk=partner.pk)
    if said := in_the_way(held, local_day(at)):
        raise Refused(" ".join(said))
    changing.keep_removal(section=PARTNERS, subject=held.code, by=by, at=at, reason=reason)
    held.delete()
