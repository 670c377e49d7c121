"""The words of a referral that are stored: where it stands, on which ground it went out, how telling went."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PROPOSED = "proposed", _("Voorstel")
    RELEASED = "released", _("Nieuw")
    ACCEPTED = "accepted", _("Aangenomen")
    ASKED = "asked", _("Vraag gesteld")
    DECLINED = "declined", _("Teruggegeven")
    FINISHED = "finished", _("Afgerond")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


OPEN_STATES = (State.PROPOSED, State.RELEASED, State.ACCEPTED, State.ASKED)
IN_QUEUE = (State.RELEASED, State.ACCEPTED, State.ASKED)
READABLE = (*IN_QUEUE, State.FINISHED)


class Ground(models.TextChoices):
    """Grounds of the AVG on which a person may release (domain 4.1)."""

    CONSENT = "consent", _("Toestemming van de betrokkene")
    VITAL = "vital", _("Vitaal belang: er is gevaar voor leven of gezondheid")
    LEGAL_DUTY = "legal_duty", _("Wettelijke plicht")
    COVENANT = "covenant", _("Convenant: zwaarwegend belang in deze zaak")
    INTEREST = "interest", _("Gerechtvaardigd belang van de corporatie of bewoners")
    LEGAL_CLAIM = "legal_claim", _("Rechtsvordering")


# What AVG art. 18 lid 2 leaves while somebody's data may only be kept.
WHILE_ONLY_KEPT = frozenset({Ground.CONSENT, Ground.VITAL, Ground.LEGAL_CLAIM})


class Delivery(models.TextChoices):
    """What became of telling the partner's people; how their mails went stands in those (partners.mailing.deliveries)."""

    TOLD = "told", _("Gemaild")
    OWN_DESK = "own_desk", _("Niet nodig: eigen afdeling")
    PROTECTED = "protected", _("Niet nodig: beschermde zaak")
    OUT_OF_SIGHT = "out_of_sight", _("Niet nodig: de partner ziet de zaak niet meer")
    NOBODY = "nobody", _("Niemand om te mailen")


# Delivered, and yet nobody was mailed who should have been.
NOT_TOLD = (Delivery.NOBODY, Delivery.OUT_OF_SIGHT)
# What went out under a covenant, by itself (M, T) or as the ground of a person.
BY_ITSELF = ("M", "T")
LEANS_ON_COVENANT = models.Q(mode__in=BY_ITSELF) | models.Q(ground=Ground.COVENANT)
# What is written at a referral about which nobody decided: it went when its case came to rest (partners.ending).
ENDED = "De zaak is gesloten of samengevoegd"
WENT_WITH_ITS_CASE = models.Q(state=State.WITHDRAWN, answer=ENDED)
