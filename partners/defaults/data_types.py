"""Which data a covenant is about: the rows of domain 4.3, in the words of the register."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.defaults.default_matrix import Field

MINIMUM, SUMMARY = "minimum", "summary"

DATA_TYPES: dict[str, str | Promise] = {
    MINIMUM: _("Zaaknummer, soort, spoed, complex, ruimte en tijd"),
    SUMMARY: _("Samenvatting door een medewerker"),
    **{str(code): label for code, label in Field.choices},
}
# What a covenant lets go in which nothing of the list was picked: one kept before there was a list, in words of its own.
IN_OWN_WORDS = frozenset({MINIMUM, SUMMARY})
# Goes along whatever a covenant names: who comes to a door must know it (Arbowet), and it leans on that.
BY_LAW = frozenset({str(Field.WITH_TWO)})


def named(kept: Iterable[str]) -> frozenset[str]:
    """What one covenant lets go; CovenantQuerySet.naming asks the same of the database."""
    return frozenset(DATA_TYPES.keys() & set(kept)) or IN_OWN_WORDS


def in_words(codes: Iterable[str]) -> list[str]:
    """What was kept before there was a list is shown as it was written."""
    return [str(DATA_TYPES.get(code, code)) for code in codes]


def to_pick() -> list[tuple[str, str]]:
    return [(code, str(label)) for code, label in DATA_TYPES.items()]
