"""What in a text for others may say who somebody is, or what is the matter with them; and taking it out.

A finding is a hint for a person, never a decision: it may be wrong both ways, and nothing is left out but by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from safetyportal.privacy.folding import Folded, fold
from safetyportal.privacy.marks import sensitive_words
from safetyportal.texts.templatetags.portal import HIDDEN

# Kept in texts, so in Dutch for everybody.
LEFT_OUT = "[weggelaten]"
SHORTEST_NAME = 3

# These read folded text, each in one pass however long a word is.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w+])(?:\+|00)?\d(?:[ ()./-]{0,2}\d){8,13}(?!\w)")
STREETS = "straat|laan|weg|plein|hof|kade|dreef|singel|pad|steeg|gracht|plantsoen|dijk|markt|park"
HOUSE = re.compile(
    rf"\b(?:huisnummer|nummer|nr\.?|number|no\.)\s*\d{{1,5}}(?:\s?[a-z])?\b|\b\w*(?:{STREETS})\s+\d{{1,5}}(?:\s?[a-z])?\b",
    re.I,
)
# A bare number that is somebody's: not when it counts something or says when.
COUNTS = (
    r"uur|keer|maal|x|min\w*|dag\w*|we[e]?k\w*|maand\w*|jaar|mensen|personen|jongeren|kinderen|times|days|weeks|people|"
    r"jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
)
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
JOINS = re.compile("['-]")
LETTER, DIGIT = r"[^\W\d_]", r"\w"
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
    """All of them, in the order of the text; what lies in another finding is not told twice."""
    found: list[Finding] = []
    folded, taken = Folded(text), bytearray(len(text))
    for sort, spans in _looks(folded, known):
        for start, end in (folded.span(*one) for one in spans):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Finding(sort, HIDDEN.sub("", text[start:end]), start, end))
    return sorted(found, key=lambda one: one.start)


def mask(text: str, finding: Finding) -> str:
    return f"{text[: finding.start]}{LEFT_OUT}{text[finding.end :]}"


def leave_out(text: str, words: Iterable[str]) -> str:
    """Wherever one of the words stands, however it is written; longer ones first, and no parts of words."""
    wanted = sorted({" ".join(fold(word).split()) for word in words} - {""}, key=len, reverse=True)
    if not wanted:
        return text
    folded, kept, done = Folded(text), [], 0
    for one in re.finditer("|".join(map(_whole, wanted)), folded.text):
        start, end = folded.span(*one.span())
        if start >= done:
            kept.append(text[done:start])
            done = end
    return LEFT_OUT.join([*kept, text[done:]])


def left_out(text: str, shown: str) -> tuple[str, ...]:
    """Which words leave_out took out of `text` to make `shown`."""
    pattern = "(.+?)".join(re.escape(part) for part in shown.split(LEFT_OUT))
    found = re.fullmatch(pattern, text, re.S)
    return tuple(dict.fromkeys(HIDDEN.sub("", one) for one in found.groups())) if found else ()


def names_in(*said: str) -> frozenset[str]:
    """The words of names, as they are looked for: what a hyphen or apostrophe joins as one and apart."""
    found = set()
    for word in WORD.findall(fold(" ".join(said))):
        parts = JOINS.split(word)
        if ORDINARY.isdisjoint(parts):
            found.add("".join(parts))
        found.update(part for part in parts if part not in ORDINARY)
    return frozenset(word for word in found if len(word) >= SHORTEST_NAME)


def words_in(*said: str) -> frozenset[str]:
    """The words of what is no name of a person: what a hyphen joins only as one."""
    return frozenset("".join(JOINS.split(word)) for word in WORD.findall(fold(" ".join(said))))


def _whole(word: str) -> str:
    """A pattern for a folded word where no letter or digit goes on beside it."""
    spaced = r"\s+".join(map(re.escape, word.split()))
    return f"{_edge('(?<!', word[0])}{spaced}{_edge('(?!', word[-1])}"


def _edge(not_beside: str, sign: str) -> str:
    if sign.isalpha():
        return f"{not_beside}{LETTER})"
    return f"{not_beside}{DIGIT})" if sign.isalnum() else ""


def _looks(folded: Folded, known: Known) -> Iterator[tuple[Sort, Iterable[tuple[int, int]]]]:
    text = folded.text
    yield Sort.EMAIL, [one.span() for one in EMAIL.finditer(text)]
    yield Sort.PHONE, [one.span() for one in PHONE.finditer(text)]
    yield Sort.HOUSE, [one.span() for one in HOUSE.finditer(text)]
    yield Sort.HOUSE, _numbers(text, known.numbers)
    yield Sort.NAME, _names(folded, known)
    yield Sort.SENSITIVE, sensitive_words(text)


def _numbers(text: str, numbers: frozenset[str]) -> list[tuple[int, int]]:
    if not numbers:
        return []
    wanted = "|".join(sorted(map(re.escape, map(fold, numbers)), key=len, reverse=True))
    pattern = rf"(?<![\w.:,-])(?:{wanted})(?![\w:]|[.,]\d|\s*(?:{COUNTS})\b)"
    return [one.span() for one in re.finditer(pattern, text, re.I)]


def _names(folded: Folded, known: Known) -> list[tuple[int, int]]:
    """Names in the case, however they are written, and words with a capital inside a sentence. Next to each other they are one."""
    found: list[tuple[int, int]] = []
    for word in WORD.finditer(folded.text):
        start, end = word.span()
        parts = JOINS.split(word.group())
        joined = "".join(parts)
        in_case = any(_is_of(part, known.names) for part in (joined, *parts))
        if in_case or (joined not in known.places and _is_capital(folded.written, *folded.span(start, end))):
            if found and folded.text[found[-1][1] : start] == " ":
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _is_of(word: str, names: frozenset[str]) -> bool:
    """Also with the s of what is somebody's."""
    return word in names or (word.endswith("s") and word[:-1] in names)


def _is_capital(text: str, start: int, end: int) -> bool:
    """Not an abbreviation, and not the first word of a sentence."""
    word = text[start:end]
    if len(word) < SHORTEST_NAME or not word[0].isupper() or word.isupper():
        return False
    while start and text[start - 1] in " \t\"'“‘(":
        start -= 1
    return start > 0 and text[start - 1] not in SENTENCE_ENDS
