"""What in a text for others may say who somebody is, or what is the matter with them; and taking it out.

A finding is a hint for a person, never a decision: it may be wrong both ways, and nothing is left out but by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from safetyportal.privacy.marks import sensitive_words

# Kept in texts, so in Dutch for everybody.
LEFT_OUT = "[weggelaten]"
MOST_FINDINGS = 20
SHORTEST_NAME = 3

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w+])(?:\+|00)?\d(?:[ ()./-]{0,2}\d){8,13}(?!\w)")
STREETS = "straat|laan|weg|plein|hof|kade|dreef|singel|pad|steeg|gracht|plantsoen|dijk|markt|park"
HOUSE = re.compile(
    rf"\b(?:huisnummer|nummer|nr\.?|number|no\.)\s*\d{{1,5}}\s?[a-z]?\b|\b\w*(?:{STREETS})\s+\d{{1,5}}\s?[a-z]?\b",
    re.I,
)
# A bare number that is somebody's: not when it counts something or says when.
COUNTS = (
    r"uur|keer|maal|x|min\w*|dag\w*|we[e]?k\w*|maand\w*|jaar|mensen|personen|jongeren|kinderen|times|days|weeks|people|"
    r"jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Words of names that are ordinary words too.
ORDINARY = frozenset(
    [
        "van",
        "der",
        "den",
        "het",
        "een",
        "ten",
        "ter",
        "aan",
        "bij",
        "las",
        "los",
        "del",
        "dos",
        "bin",
        "ibn",
        "abu",
    ]
)
SENTENCE_ENDS = ".!?:;\n"


class Sort(TextChoices):
    EMAIL = "email", _("Dit lijkt een e-mailadres: {word}.")
    PHONE = "phone", _("Dit lijkt een telefoonnummer: {word}.")
    HOUSE = "house", _("Dit lijkt een huisnummer: {word}.")
    NAME = "name", _("Dit kan een naam zijn: {word}.")
    SENSITIVE = (
        "sensitive",
        _("Dit zegt misschien iets over gezondheid, geloof, afkomst of een misdrijf: {word}."),
    )


@dataclass(frozen=True)
class Known:
    """What is known of the people in a case, and which words with a capital are no names of people."""

    names: frozenset[str] = field(default_factory=frozenset)
    numbers: frozenset[str] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Finding:
    sort: Sort
    word: str
    start: int
    end: int

    @property
    def said(self) -> str:
        return str(self.sort.label).format(word=self.word)


def findings(text: str, known: Known) -> list[Finding]:
    """In the order of the text; what lies in another finding is not told twice."""
    found: list[Finding] = []
    taken: set[int] = set()
    for sort, spans in _looks(text, known):
        for start, end in spans:
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found.append(Finding(sort, text[start:end], start, end))
    return sorted(found, key=lambda one: one.start)[:MOST_FINDINGS]


def mask(text: str, finding: Finding) -> str:
    return f"{text[: finding.start]}{LEFT_OUT}{text[finding.end :]}"


def leave_out(text: str, words: Iterable[str]) -> str:
    """Wherever one of the words stands, however it is written; longer ones first."""
    wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return text
    pattern = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in wanted)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", LEFT_OUT, text, flags=re.I)


def left_out(text: str, shown: str) -> tuple[str, ...]:
    """Which words leave_out took out of `text` to make `shown`."""
    pattern = "(.+?)".join(re.escape(part) for part in shown.split(LEFT_OUT))
    found = re.fullmatch(pattern, text, re.S)
    return tuple(dict.fromkeys(found.groups())) if found else ()


def names_in(*said: str) -> frozenset[str]:
    """The words of names, as they are looked for."""
    words = (word.casefold() for one in said for word in WORD.findall(one))
    return frozenset(word for word in words if len(word) >= SHORTEST_NAME and word not in ORDINARY)


def _looks(text: str, known: Known) -> Iterator[tuple[Sort, Iterable[tuple[int, int]]]]:
    yield Sort.EMAIL, [one.span() for one in EMAIL.finditer(text)]
    yield Sort.PHONE, [one.span() for one in PHONE.finditer(text)]
    yield Sort.HOUSE, [one.span() for one in HOUSE.finditer(text)]
    yield Sort.HOUSE, _numbers(text, known.numbers)
    yield Sort.NAME, _names(text, known)
    yield Sort.SENSITIVE, sensitive_words(text)


def _numbers(text: str, numbers: frozenset[str]) -> list[tuple[int, int]]:
    if not numbers:
        return []
    wanted = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    pattern = rf"(?<![\w.:,-])(?:{wanted})(?![\w:]|[.,]\d|\s*(?:{COUNTS})\b)"
    return [one.span() for one in re.finditer(pattern, text, re.I)]


def _names(text: str, known: Known) -> list[tuple[int, int]]:
    """Names in the case, however they are written, and words with a capital inside a sentence. Next to each other they are one."""
    found: list[tuple[int, int]] = []
    for word in WORD.finditer(text):
        said = word.group()
        in_case = said.casefold() in known.names
        if in_case or (_is_capital(said, text[: word.start()]) and said.casefold() not in known.places):
            start, end = word.span()
            if found and text[found[-1][1] : start] == " ":
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _is_capital(word: str, before: str) -> bool:
    """Not an abbreviation, and not the first word of a sentence."""
    before = before.rstrip(" \t\"'“‘(")
    first = not before or before[-1] in SENTENCE_ENDS
    return len(word) >= SHORTEST_NAME and word[0].isupper() and not word.isupper() and not first
