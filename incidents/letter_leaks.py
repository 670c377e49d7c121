"""Whether a text for somebody else says who reported: by name, number, address or moment (domain 4.4).

It compares with what is kept of the reporters and says only of what sort it found something; whoever writes sees the words himself.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from incidents.models import Case, Report, ReporterIdentity

MOST_REPORTS = 200
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Of a name these say nothing.
SMALL = frozenset(
    [
        "de",
        "den",
        "der",
        "het",
        "van",
        "von",
        "te",
        "ten",
        "ter",
        "op",
        "aan",
        "in",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "mevrouw",
        "meneer",
        "mevr",
        "dhr",
    ]
)
SHORTEST = 3
# After one of these a number is no house number.
COUNTED = r"(?!\s*(?:\.\d|,\d|:\d|%|uur|min|dag|we[ek]|maand|jaar|keer|maal|euro|meter|days|weeks|times|hours|{months}))"


class Found(TextChoices):
    NAME = "name", _("een naam")
    HOUSE = "house", _("een huisnummer")
    PHONE = "phone", _("een telefoonnummer")
    EMAIL = "email", _("een e-mailadres")
    DAY = "day", _("een dag waarop is gemeld of waarop het gebeurde")
    NUMBER = "number", _("het nummer van een melding")


def found_in(*, case: Case, text: str, to_name: str) -> list[Found]:
    """Of a reporter to whom the letter itself goes nothing is looked for."""
    plain, addressee = _plain(text), _name_words(to_name)
    found: set[Found] = set()
    for report in case.reports.select_related("identity__home").order_by("filed_at", "number")[:MOST_REPORTS]:
        identity: ReporterIdentity | None = getattr(report, "identity", None)
        own = _name_words(identity.name) if identity else set()
        if own and own <= addressee:
            continue
        found |= _of_report(report, plain)
        if identity is not None:
            found |= _of_person(identity, plain, own - addressee)
    return [one for one in Found if one in found]


def _of_report(report: Report, plain: str) -> set[Found]:
    found = set()
    if _plain(report.number) in plain:
        found.add(Found.NUMBER)
    days = {timezone.localdate(report.filed_at), report.last_seen_on}
    if any(day and _names_day(plain, day) for day in days):
        found.add(Found.DAY)
    return found


def _of_person(identity: ReporterIdentity, plain: str, names: set[str]) -> set[Found]:
    found = set()
    if names & set(WORD.findall(plain)):
        found.add(Found.NAME)
    if identity.email and _plain(identity.email) in plain:
        found.add(Found.EMAIL)
    digits = re.sub(r"\D", "", identity.phone)[-8:]
    if len(digits) == 8 and digits in re.sub(r"[\s().+-]", "", plain):
        found.add(Found.PHONE)
    home = identity.home
    if home is not None and _names_house(plain, f"{home.number}{home.addition}"):
        found.add(Found.HOUSE)
    return found


def _names_house(plain: str, number: str) -> bool:
    months = "|".join(_months())
    parts = re.fullmatch(r"(\d+)(.*)", _plain(number))
    if parts is None:
        return False
    addition = rf"\s*-?\s*{re.escape(parts[2])}" if parts[2] else ""
    alone = rf"(?<![\w.,:-]){parts[1]}{addition}(?![\w-])" + COUNTED.format(months=months)
    return re.search(alone, plain) is not None


def _names_day(plain: str, day: date) -> bool:
    names = "|".join(_months(day.month))
    worded = rf"(?<!\d)0?{day.day}(?:e|ste|de|th|st|nd|rd)?\s+(?:{names})\b|\b(?:{names})\s+{day.day}(?!\d)"
    figures = rf"(?<!\d)0?{day.day}\s*[-/.]\s*0?{day.month}(?!\d)|{day.isoformat()}"
    return re.search(f"{worded}|{figures}", plain) is not None


def _months(only: int = 0) -> list[str]:
    said = []
    for language in ("nl", "en"):
        with override(language):
            said += [_plain(str(name)) for number, name in MONTHS.items() if only in (0, number)]
    return said


def _name_words(name: str) -> set[str]:
    return {word for word in WORD.findall(_plain(name)) if len(word) >= SHORTEST and word not in SMALL}


def _plain(text: str) -> str:
    """Small letters without accents, so that Çelik is found in celik."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
