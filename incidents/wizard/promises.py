"""What we tell a reporter about who sees the report: before sending and on the receipt, in the same words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.answers import Mode
from incidents.models import Kind

Text = str | Promise

# To whom a report goes that needs consent, in the words of the question.
RECEIVERS: dict[str, Text] = {
    "BB": _("buurtbemiddeling"),
    "SHV": _("de schuldhulpverlening van uw gemeente"),
}
SOMEBODY: Text = _("de organisatie die kan helpen")

PLACE_ONLY: Text = _(
    "Is er een andere organisatie nodig? Dan geven wij eerst alleen door wat er is, waar en wanneer. "
    "Niet uw naam, niet uw adres en niet uw tekst."
)
BY_HAND: Text = _(
    "Is er een andere organisatie nodig? Dan kijkt eerst een medewerker welke gegevens die echt nodig heeft."
)
INSIDE: Text = _(
    "Wij geven deze melding niet door. Alleen medewerkers van ons die hierover gaan, kunnen hem lezen."
)
WITH_CONSENT: Text = _(
    "U vindt het goed dat wij uw naam en telefoonnummer doorgeven. Zij nemen contact met u op."
)
WITHOUT_CONSENT: Text = _("Wij geven uw naam en telefoonnummer niet door aan een andere organisatie.")

BY_MODE: dict[Mode, Text] = {
    Mode.NAMED: _("U meldt op naam. Is het nodig om u te helpen? Dan mogen wij uw naam noemen."),
    Mode.CONFIDENTIAL: _("U meldt vertrouwelijk. De bewoner over wie u meldt, hoort uw naam niet van ons."),
    Mode.ANONYMOUS: _("U meldt anoniem. Wij weten niet wie u bent en kunnen u niet bellen of schrijven."),
}
ONE_TO_ONE: Text = _("Let op: hebt alleen u hier last van? Dan kan de ander misschien raden dat u meldt.")


def receiver(kind: Kind) -> Text:
    return RECEIVERS.get(next(iter(kind.first_partners), ""), SOMEBODY)


def who_sees(*, kind: Kind, mode: Mode, consent: bool | None) -> list[Text]:
    """Short sentences, true for this kind and this way of reporting."""
    said = [BY_MODE[mode], _sharing(kind, consent)]
    return [*said, ONE_TO_ONE] if kind.one_to_one else said


def _sharing(kind: Kind, consent: bool | None) -> Text:
    if kind.share == Kind.Share.CONSENT:
        return WITH_CONSENT if consent else WITHOUT_CONSENT
    if kind.share in (Kind.Share.AUTOMATIC, Kind.Share.MINIMISED):
        return PLACE_ONLY
    return BY_HAND if kind.may_propose else INSIDE
