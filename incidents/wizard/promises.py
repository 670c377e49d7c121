"""What we tell a reporter about who sees the report: before sending and on the receipt, in the same words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.models import Kind
from incidents.rules.answers import Mode

Text = str | Promise

# To whom a report goes that needs consent, in the words of the question.
RECEIVERS: dict[str, Text] = {
    "BB": _("buurtbemiddeling"),
    "SHV": _("de schuldhulpverlening van uw gemeente"),
}
SOMEBODY: Text = _("de organisatie die kan helpen")

PLACE_ONLY: Text = _("Andere organisaties horen eerst alleen wat er is, waar en wanneer.")
BY_HAND: Text = _("Een medewerker kijkt eerst of een andere organisatie nodig is.")
INSIDE: Text = _("Alleen onze medewerkers die hierover gaan, lezen dit.")
WITH_CONSENT: Text = _("Uw naam en nummer mogen naar %(receiver)s.")
WITHOUT_CONSENT: Text = _("Andere organisaties krijgen uw naam en nummer niet.")

BY_MODE: dict[Mode, Text] = {
    Mode.NAMED: _("Wij mogen uw naam noemen."),
    Mode.CONFIDENTIAL: _("Alleen wij kennen uw naam."),
    Mode.ANONYMOUS: _("Wij weten niet wie u bent."),
}
MORE_BY_MODE: dict[Mode, Text] = {
    Mode.NAMED: _("Wij noemen uw naam alleen als dat nodig is om u te helpen."),
    Mode.CONFIDENTIAL: _("De bewoner over wie u meldt, hoort uw naam niet van ons."),
    Mode.ANONYMOUS: _("Wij kunnen u niet bellen of schrijven. U kunt later nog zeggen wie u bent."),
}
MORE_OF_SHARING: Text = _(
    "Is er een andere organisatie nodig? Dan krijgt die alleen wat echt nodig is om te helpen."
)
ONE_TO_ONE: Text = _("De ander kan misschien raden dat u meldt.")


def receiver(kind: Kind) -> Text:
    return RECEIVERS.get(next(iter(kind.first_partners), ""), SOMEBODY)


def who_sees(*, kind: Kind, mode: Mode, consent: bool | None) -> list[Text]:
    """Two short sentences, true for this kind and this way of reporting."""
    return [BY_MODE[mode], _sharing(kind, consent)]


def more_about_it(*, kind: Kind, mode: Mode) -> list[Text]:
    """What stands folded below them; who tells of one neighbour read the first of these before choosing how."""
    said = [MORE_BY_MODE[mode], MORE_OF_SHARING]
    return [ONE_TO_ONE, *said] if kind.one_to_one else said


def _to(receiver: Text) -> Text:
    return WITH_CONSENT % {"receiver": receiver}


def _sharing(kind: Kind, consent: bool | None) -> Text:
    if kind.share == Kind.Share.CONSENT:
        return _to(receiver(kind)) if consent else WITHOUT_CONSENT
    if kind.share in (Kind.Share.AUTOMATIC, Kind.Share.MINIMISED):
        return PLACE_ONLY
    return BY_HAND if kind.may_propose else INSIDE
