"""How soon somebody must speak with the reporter."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Urgency(TextChoices):
    U0 = "U0", _("Bel eerst")
    U1 = "U1", _("Contact binnen 1 werkdag")
    U2 = "U2", _("Contact binnen 2 werkdagen")
    U3 = "U3", _("Contact binnen 5 werkdagen")
    U4 = "U4", _("Contact binnen 10 werkdagen")

    @property
    def working_days(self) -> int:
        """The term for the first contact. Who called first and then filed is treated as U1."""
        return FIRST_CONTACT_DAYS[self]


FIRST_CONTACT_DAYS = {Urgency.U0: 1, Urgency.U1: 1, Urgency.U2: 2, Urgency.U3: 5, Urgency.U4: 10}
