"""Which data a covenant is about: the rows of domain 4.3, in the words of the register."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.default_matrix import Field

MINIMUM, SUMMARY = "minimum", "summary"

DATA_TYPES: dict[str, str | Promise] = {
    MINIMUM: _("Zaaknummer, soort, spoed, complex, ruimte en tijd"),
    SUMMARY: _("Samenvatting door een medewerker"),
    **{str(code): label for code, label in Field.choices},
}


def in_words(codes: list[str]) -> list[str]:
    """What was kept before there was a list is shown as it was written."""
    return [str(DATA_TYPES.get(code, code)) for code in codes]


def to_pick() -> list[tuple[str, str]]:
    return [(code, str(label)) for code, label in DATA_TYPES.items()]
