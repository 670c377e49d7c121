"""How soon somebody must speak with the reporter."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from safetyportal.clock import office


def _within(urgency: str) -> str:
    days = office.current().first_contact(urgency)
    return ngettext("Contact binnen %(n)s werkdag", "Contact binnen %(n)s werkdagen", days) % {"n": days}


# Only when shown is it known how many days that is today, and in which language.
_term = lazy(_within, str)


class Urgency(TextChoices):
    U0 = "U0", _("Bel eerst")
    U1 = "U1", _term("U1")
    U2 = "U2", _term("U2")
    U3 = "U3", _term("U3")
    U4 = "U4", _term("U4")

    @property
    def working_days(self) -> int:
        """The term for the first contact. Who called first and then filed is treated as U1."""
        return office.current().first_contact(self)
