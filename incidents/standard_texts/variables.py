"""What a standard text may leave open: {zaaknummer}. A fixed list of words; nothing in a text is ever carried out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Variable(TextChoices):
    """What the portal knows of the case stands in the text at once; the rest is asked of whoever writes."""

    SALUTATION = "aanhef", _("Aanhef")
    NUMBER = "zaaknummer", _("Zaaknummer")
    KIND = "soort", _("Soort melding")
    PLACE = "plek", _("Complex")
    PERIOD = "periode", _("Periode, ruim gezegd")
    TODAY = "vandaag", _("Datum van vandaag")
    WORKER = "medewerker", _("Uw naam")
    ASSOCIATION = "corporatie", _("Naam van de woningcorporatie")
    PHONE = "telefoon", _("Telefoonnummer")
    HOURS = "bereikbaar", _("Wanneer bereikbaar")
    TALK_DATE = "datum_gesprek", _("Dag en tijd van het gesprek")
    TALK_PLACE = "plek_gesprek", _("Plek van het gesprek")
    AGREEMENTS = "afspraken", _("Afspraken")
    CHECK_DATE = "controledatum", _("Datum van de controle")
    ANSWER_BY = "reageren_voor", _("Reageren voor")
    RULE = "huisregel", _("Huisregel")
    CONDUCT = "gedrag", _("Wat er gebeurt")
    QUESTION = "vraag", _("Uw vraag")
    REASON = "reden", _("Waarom")
    DECISION = "besluit", _("Ons besluit")
    HELP = "hulp", _("Hulp die wij aanbieden")


OPEN = re.compile(r"\{([^{}\n]*)\}")
BRACE = re.compile(r"[{}]")


def named_in(text: str) -> list[str]:
    """The variables a text leaves open, each once, in their order; also words that are none."""
    return list(dict.fromkeys(found.strip() for found in OPEN.findall(text)))


def unknown_in(text: str) -> list[str]:
    """What stands in braces and is no variable. A brace without its other half is returned as it is."""
    strange = [name for name in named_in(text) if name not in Variable]
    loose = BRACE.findall(OPEN.sub("", text))
    return [*(f"{{{name}}}" for name in strange), *dict.fromkeys(loose)]


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with the values that are known. What is put in is never looked at again: a value is no text of ours."""

    def put_in(found: re.Match[str]) -> str:
        return values.get(found[1].strip()) or found[0]

    return OPEN.sub(put_in, text)


def labels(names: Iterable[str]) -> list[str]:
    return [str(Variable(name).label) for name in names if name in Variable]
