"""Whether a text for somebody else says who reported: by name, number, address or moment (domain 4.4).

It compares with what is kept of the reporters and says only of what sort it found something; whoever writes sees the words himself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, TextChoices
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from incidents.models import Case, Report, ReporterIdentity, ReportMove

MOST_REPORTS = 200
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
PART = re.compile(r"[^\W\d_]+")
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
    return found_of(reports=reports_of(case), text=text, to_name=to_name)


def reports_of(case: Case) -> list[Report]:
    """Those that were in the case before too: setting a report apart does not make its reporter known."""
    moved = ReportMove.objects.filter(from_case=case).values("report")
    reports = Report.objects.filter(Q(case=case) | Q(pk__in=moved)).select_related("identity__home")
    return list(reports.order_by("filed_at", "number")[:MOST_REPORTS])


def identity_of(report: Report) -> ReporterIdentity | None:
    return getattr(report, "identity", None)


def found_of(*, reports: list[Report], text: str, to_name: str, shortest: int = SHORTEST) -> list[Found]:
    """`shortest`: how long a part of a name is at least to be looked for by itself."""
    said, addressee = plain(text), _name_words(to_name)
    found: set[Found] = set()
    for report in reports:
        identity = identity_of(report)
        own = _name_words(identity.name) if identity else set()
        # One word in common is a namesake, such as family of whoever reads it.
        if len(own) > 1 and own <= addressee:
            continue
        found |= _of_report(report, said)
        if identity is not None:
            found |= _of_person(identity, said)
            names = {one for one in _parts(own) - _parts(addressee) if len(one) >= shortest}
            if names & set(PART.findall(said)) or _names_whole(said, identity.name, to_name):
                found.add(Found.NAME)
    return [one for one in Found if one in found]


def _of_report(report: Report, said: str) -> set[Found]:
    found = set()
    if plain(report.number) in said:
        found.add(Found.NUMBER)
    days = {timezone.localdate(report.filed_at), report.last_seen_on}
    if any(day and _names_day(said, day) for day in days):
        found.add(Found.DAY)
    return found


def _of_person(identity: ReporterIdentity, said: str) -> set[Found]:
    found = set()
    if (email := plain(identity.email).strip()) and email in said:
        found.add(Found.EMAIL)
    digits = re.sub(r"\D", "", identity.phone)[-8:]
    if len(digits) == 8 and digits in re.sub(r"[\W_]", "", said):
        found.add(Found.PHONE)
    home = identity.home
    if home is not None and _names_house(said, f"{home.number}{home.addition}"):
        found.add(Found.HOUSE)
    return found


def _names_whole(said: str, name: str, to_name: str) -> bool:
    """A name of short words only ("Bo Li") is found as a whole."""
    words = plain(name).split()
    if not words or SMALL.issuperset(words):
        return False
    whole = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return re.search(whole, said) is not None and re.search(whole, plain(to_name)) is None


def _names_house(said: str, number: str) -> bool:
    months = "|".join(_months())
    parts = re.fullmatch(r"(\d+)(.*)", plain(number))
    if parts is None:
        return False
    addition = rf"\s*-?\s*{re.escape(parts[2])}" if parts[2] else ""
    alone = rf"(?<![\w.,:-]){parts[1]}{addition}(?![\w-])" + COUNTED.format(months=months)
    return re.search(alone, said) is not None


def _names_day(said: str, day: date) -> bool:
    names = "|".join([*_months(day.month), *_months(day.month, MONTHS_3)])
    worded = rf"(?<!\d)0?{day.day}(?:e|ste|de|th|st|nd|rd)?\s+(?:{names})\b|\b(?:{names})\s+{day.day}(?!\d)"
    figures = rf"(?<!\d)0?{day.day}\s*[-/.]\s*0?{day.month}(?!\d)|{day.isoformat()}"
    return re.search(f"{worded}|{figures}", said) is not None


def _months(only: int = 0, names: Mapping[int, Any] = MONTHS) -> list[str]:
    said = []
    for language in ("nl", "en"):
        with override(language):
            said += [plain(str(name)) for number, name in names.items() if only in (0, number)]
    return said


def _name_words(name: str) -> set[str]:
    return {word for word in WORD.findall(plain(name)) if len(word) >= SHORTEST and word not in SMALL}


def _parts(words: set[str]) -> set[str]:
    """Of a double name each half says who it is."""
    return {part for word in words for part in PART.findall(word)} - SMALL


def plain(text: str) -> str:
    """Small letters without accents, so that Çelik is found in celik."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
