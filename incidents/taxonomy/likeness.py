"""How much a word that was typed is like a word that is known: another form, a part of a compound, or misspelt.

Likeness goes from 0 to 1. Nothing that was typed is remembered.
"""

from __future__ import annotations

import re
import unicodedata

import snowballstemmer
from rapidfuzz.distance import OSA

from incidents.taxonomy.words.forms import FORMS

LANGUAGES = ("nl", "en")
LONGEST = 40
SOUNDS_ALIKE = 0.9
# Letters that sound alike to somebody who writes what he hears: "vrauw", "zelfmoort", "seks".
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ij|ei|y", "y"),
        ("ou|au", "au"),
        ("sch|sg", "sg"),
        ("ch|gh", "g"),
        ("ck|q|c(?![eiy])", "k"),
        ("x", "ks"),
        ("ph|v", "f"),
        ("z|c", "s"),
        ("th", "t"),
        ("dt?$", "t"),
        (r"([^aeiou])\1+", r"\1"),
    )
)


def words_in(text: str) -> list[str]:
    """The words of a text, folded, each once."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    found = re.findall(r"[^\W_]+", re.sub("['’`´]", "", plain))
    return list(dict.fromkeys(word[:LONGEST] for word in found))


def roots(word: str) -> tuple[str, ...]:
    """Nobody said in which language it was typed."""
    return tuple(root(word, language) for language in LANGUAGES)


def root(word: str, language: str) -> str:
    """What all forms of a word share, marked with the language: an English and a Dutch root are never the same."""
    return f"{language}:{_dutch(word) if language == 'nl' else _english(word)}"


def sound(root: str) -> str:
    """How a root sounds, with its mark."""
    language, _, heard = root.partition(":")
    for pattern, letter in _SOUNDS:
        heard = pattern.sub(letter, heard)
    if len(heard) >= 5:  # in shorter words it makes another word: "bom" and "boom"
        heard = re.sub(r"([aeiou])\1", r"\1", heard)
    return f"{language}:{heard}"


def part_of(asked: str, known: str) -> float:
    """The one begins with the other, ends in it or holds it."""
    short, long = sorted((asked, known), key=len)
    if len(short) < 4 or short not in long:
        return 0.0
    if long.startswith(short):
        return 0.8
    return 0.6 if len(short) >= 5 or long.endswith(short) else 0.0


def misspelt(asked: str, known: str) -> float:
    letters = min(len(asked), len(known))
    slips = OSA.distance(asked, known, score_cutoff=slips_in(letters))
    if slips > slips_in(letters):
        return 0.0
    return (0.9 if slips < 2 else 0.7) - (0.2 if letters < 5 else 0.0)


def slips_in(letters: int) -> int:
    """How many letters may be wrong in a word of so many."""
    return 2 if letters >= 8 else 1 if letters >= 4 else 0


def _dutch(word: str) -> str:
    return _without_t(_stem("dutch", FORMS["nl"].get(word, word)))


def _without_t(stem: str) -> str:
    """Drop the ending of "schreeuwt" and "bedreigd", which the stemmer leaves."""
    return stem[:-1] if len(stem) >= 5 and stem[-1] in "dt" and stem[-2] not in "aeou" else stem


def _english(word: str) -> str:
    return _stem("english", FORMS["en"].get(word, word))


def _stem(language: str, word: str) -> str:
    """A stemmer keeps the word it is at in itself, so threads cannot share one."""
    return str(snowballstemmer.stemmer(language).stemWord(word))
