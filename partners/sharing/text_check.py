"""What somebody wrote for a partner about a case, looked through before it goes: for names, numbers and words that say too much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from complexes.models import Home
from incidents.models import Case, Party, ReporterIdentity
from partners.models import Partner
from safetyportal.privacy.masking import Finding, Known, Sort, findings, mask, names_in, words_in
from safetyportal.texts import association

# Written with a capital in English, and often in Dutch.
MONTHS_AND_DAYS = (
    "Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December Maandag Dinsdag Woensdag",
    "Donderdag Vrijdag Zaterdag Zondag Monday Tuesday Wednesday Thursday Friday Saturday Sunday Politie Gemeente",
)


@dataclass(frozen=True)
class Caution:
    """Something in a text that somebody may want to leave out; `value` says which word of which text."""

    said: str
    word: str
    value: str
    sort: Sort


class TextCheck:
    """Of texts for one partner about one case; each has a name, and is looked through as it will be read."""

    def __init__(self, *, case: Case, partner: Partner) -> None:
        self.case, self.partner = case, partner

    def cautions(self, texts: Iterable[tuple[str, str]]) -> list[Caution]:
        return [
            Caution(one.said, one.word, _value(name, one), one.sort)
            for name, text in texts
            for one in findings(text, self._known)
        ]

    def finding(self, name: str, text: str, value: str) -> Finding | None:
        """What a caution was about, while it still stands there."""
        return next((one for one in findings(text, self._known) if _value(name, one) == value), None)

    def masked(self, name: str, text: str, value: str) -> str:
        found = self.finding(name, text, value)
        return mask(text, found) if found else text

    @cached_property
    def _known(self) -> Known:
        """Names and numbers to look for in what is written for others."""
        case = self.case
        reporters = list(ReporterIdentity.objects.select_related("home").filter(report__case=case))
        parties = list(Party.objects.current().select_related("home").filter(case=case))
        homes: list[Home | None] = [case.about_home]
        homes += [one.home for one in reporters]
        homes += [one.home for one in parties]
        place = case.complex
        said = [place.name, place.neighbourhood, place.municipality] if place else []
        said += [str(case.entrance or ""), str(case.space or ""), case.kind.label, self.partner.name]
        said += [association.shown().name]
        said += [home.street for home in homes if home]
        names = [one.name for one in reporters] + [one.name for one in parties]
        return Known(
            names=names_in(*names),
            numbers=frozenset(f"{home.number}{home.addition}".strip().lower() for home in homes if home),
            places=words_in(*said, *MONTHS_AND_DAYS),
        )


def digest(found: list[Caution]) -> str:
    """What was shown, in short; nothing where there was nothing."""
    if not found:
        return ""
    return sha256("\n".join(f"{one.value} {one.word}" for one in found).encode()).hexdigest()[:16]


def unseen(found: list[Caution], seen: str | None) -> bool:
    """Whether there is something to look at that was not shown to whoever sent `seen`."""
    return digest(found) not in ("", seen)


def _value(name: str, one: Finding) -> str:
    return f"{name}:{one.start}:{one.end}"
