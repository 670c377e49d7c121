"""What the other side reads must not point at who reported: no name, number, address, telephone or day of a report in it."""

from __future__ import annotations

import re

from complexes.models import Home
from incidents.models import Case
from incidents.shielding import letter_leaks
from incidents.shielding.letter_leaks import Found

# Three letters are too often a Dutch word (Wil, Mei) to refuse a text for; a whole name is looked for however short.
SHORTEST_NAME = 4
# Here nobody can look and tick, so a bare number, which may be anything, does not refuse; an address does.
REFUSED = frozenset(Found) - {Found.HOUSE}
AT_NUMBER = r"(?:huisnummer|(?:op|van|bij|naar)\s+(?:nummer|nr))\W*"


class NamesReporter(ValueError):
    """A text for the other side holds something that only belongs to a reporter."""


def check(*, case: Case, texts: list[str]) -> None:
    """Raises NamesReporter. It finds what is written out, not what somebody can work out: people still read it first."""
    text = "\n".join(texts)
    if not text.strip():
        return
    reports = letter_leaks.reports_of(case)
    found = letter_leaks.found_of(reports=reports, text=text, to_name="", shortest=SHORTEST_NAME)
    if not REFUSED.isdisjoint(found):
        raise NamesReporter
    plain = letter_leaks.plain(text)
    homes = {identity.home for report in reports if (identity := letter_leaks.identity_of(report))}
    if any(home is not None and _is_named(home, case, plain) for home in homes):
        raise NamesReporter


def _is_named(home: Home, case: Case, plain: str) -> bool:
    if home.pk == case.about_home_id:
        return False
    addition = letter_leaks.plain(home.addition).strip()
    number = rf"{home.number}" + (rf"\s*-?\s*{re.escape(addition)}" if addition else "") + r"(?!\w)"
    street = re.escape(letter_leaks.plain(home.street))
    if re.search(rf"\b{street}\W*(?:(?:huisnummer|nummer|nr)\W*)?{number}", plain):
        return True
    about = case.about_home
    if about is not None and about.number == home.number:
        return False
    return re.search(rf"\b{AT_NUMBER}{number}", plain) is not None
