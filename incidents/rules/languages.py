"""The languages in which people write to us or read us (domain 8). Pages are in Dutch and English; texts may be in more."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

DUTCH = "nl"


class Language(TextChoices):
    NL = "nl", _("Nederlands")
    EN = "en", _("Engels")
    AR = "ar", _("Arabisch")
    TR = "tr", _("Turks")
    PL = "pl", _("Pools")
    UK = "uk", _("Oekraïens")
    TI = "ti", _("Tigrinya")
    FR = "fr", _("Frans")
    DE = "de", _("Duits")
    ES = "es", _("Spaans")


# Written from right to left.
FROM_RIGHT = frozenset({Language.AR})
# What the fonts of our letters cannot print.
NOT_PRINTED = frozenset({Language.TI})


# A reporter who speaks none of these, and told us no more.
OTHER = "und"


def name_of(code: str) -> str:
    if code == OTHER:
        return str(_("Een andere taal"))
    return str(Language(code).label) if code in Language else code
