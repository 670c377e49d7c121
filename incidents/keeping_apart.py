"""What the other side reads must not point at who reported: no name, number, address or telephone of a reporter in it."""

from __future__ import annotations

import re

from incidents.models import Case, Report, ReporterIdentity

SHORTEST_NAME = 4
DIGITS_OF_A_PHONE = 8
WORD = re.compile(r"\w+")


class NamesReporter(ValueError):
    """A text for the other side holds something that only belongs to a reporter."""


def check(*, case: Case, texts: list[str]) -> None:
    """Raises NamesReporter. It finds what is written out, not what somebody can work out: people still read it first."""
    text = "\n".join(texts).casefold()
    if not text.strip():
        return
    reports = list(Report.objects.filter(case=case).values_list("pk", "number"))
    if any(number.casefold() in text for _pk, number in reports):
        raise NamesReporter
    words, digits = set(WORD.findall(text)), re.sub(r"\D", "", text)
    identities = ReporterIdentity.objects.filter(report__case=case).select_related("home")
    if any(_is_named(one, case, text, words, digits) for one in identities):
        raise NamesReporter


def _is_named(one: ReporterIdentity, case: Case, text: str, words: set[str], digits: str) -> bool:
    name = one.name.casefold().strip()
    if {part for part in WORD.findall(name) if len(part) >= SHORTEST_NAME} & words or (name and name in text):
        return True
    if one.email.strip() and one.email.casefold().strip() in text:
        return True
    phone = re.sub(r"\D", "", one.phone)[-DIGITS_OF_A_PHONE:]
    if len(phone) == DIGITS_OF_A_PHONE and phone in digits:
        return True
    if one.home is None or one.home_id == case.about_home_id:
        return False
    return bool(re.search(rf"\b{re.escape(one.home.address.casefold())}\b", text))
