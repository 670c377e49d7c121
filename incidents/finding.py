"""From a few words to the kinds they are most likely about. Only an offer: the tenant chooses.

Every word that was typed looks for its likeness among the labels and words of all kinds, in all languages at once. A
word that many kinds know tells little and weighs little; words of one entry that are all there weigh extra.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import Any

import snowballstemmer
from rapidfuzz.distance import DamerauLevenshtein

from incidents.models import Kind

MOST_WORDS = 12
LEAST_LIKENESS = 0.5
# Words that say nothing about what is going on.
EMPTY = frozenset(
    ["de", "het", "een", "en", "of", "maar", "dan", "dat", "die", "dit", "deze", "er", "is", "zijn", "was", "ben", "bent", "wordt", "worden", "heb", "heeft", "hebt", "hebben", "had", "ik", "mij", "me", "mijn", "wij", "we", "ons", "onze", "u", "uw", "jij", "je", "jouw", "hij", "hem", "zijn", "zij", "ze", "haar", "hun", "in", "op", "aan", "bij", "met", "van", "voor", "naar", "uit", "om", "te", "tot", "over", "onder", "door", "als", "ook", "nog", "al", "wel", "geen", "veel", "heel", "erg", "zo", "hier", "daar", "iemand", "mensen", "altijd", "steeds", "elke", "iedere", "dag", "the", "a", "an", "and", "or", "but", "than", "that", "this", "these", "those", "there", "is", "are", "was", "were", "be", "been", "has", "have", "had", "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "they", "them", "their", "it", "its", "in", "on", "at", "with", "of", "for", "to", "from", "by", "as", "also", "still", "very", "so", "here", "somebody", "someone", "people", "always", "every", "day", "all", "do", "does", "dont", "my"]
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One word or saying of a kind."""

    kind: str
    words: tuple[str, ...]


def likeliest(words: str, kinds: Sequence[Kind], *, most: int = 3) -> list[Kind]:
    """At most `most` of `kinds`, the likeliest first; none when nothing fits."""
    asked = words_of(words)[:MOST_WORDS]
    if not asked:
        return []
    entries = _entries(tuple((kind.code, _said_of(kind)) for kind in kinds))
    scores = _scores(asked, entries, len(kinds))
    found = [kind for kind in kinds if scores.get(kind.code)]
    return sorted(found, key=lambda kind: -scores[kind.code])[:most]


def words_of(text: str) -> list[str]:
    """The words of a text that say something, folded, each once."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = (
        "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("'", "").replace("’", "")
    )
    told = [word for word in re.findall(r"[^\W_]+", plain) if word not in EMPTY and len(word) > 1]
    return list(dict.fromkeys(told))


def likeness(asked: str, known: str) -> float:
    """From 0 to 1: the same word in another form, the beginning of the other, a part of a compound, or misspelt."""
    stems = (_stem(asked), _stem(known))
    if asked == known or stems[0] == stems[1]:
        return 1.0
    return max(_nearness(asked, known), _nearness(*stems))


def _nearness(asked: str, known: str) -> float:
    short, long = sorted((asked, known), key=len)
    if len(short) >= 4 and long.startswith(short):
        return 0.8
    if len(short) >= 5 and short in long:
        return 0.6
    slips = 2 if len(short) >= 8 else 1 if len(short) >= 4 else 0
    if slips and DamerauLevenshtein.distance(asked, known, score_cutoff=slips) <= slips:
        return 0.7 if len(short) >= 5 else 0.5
    return 0.0


def _scores(asked: Sequence[str], entries: Sequence[Entry], kinds: int) -> dict[str, float]:
    known = {word for entry in entries for word in entry.words}
    alike = {
        (one, other): how
        for one in asked
        for other in known
        if (how := likeness(one, other)) >= LEAST_LIKENESS
    }
    best: dict[tuple[str, str], float] = {}
    for entry in entries:
        # A word of a saying counts for its part alone; the saying as a whole counts below.
        share = 1.0 if len(entry.words) == 1 else 0.6
        for one in asked:
            how = share * max((alike.get((one, other), 0.0) for other in entry.words), default=0.0)
            if how > best.get((entry.kind, one), 0.0):
                best[entry.kind, one] = how
    weights = {one: log(1 + kinds / max(1, sum(1 for _, word in best if word == one))) for one in asked}
    scores: dict[str, float] = {}
    for (kind, one), how in best.items():
        scores[kind] = scores.get(kind, 0.0) + how * weights[one]
    for kind, extra in _whole_sayings(asked, entries, alike, weights).items():
        scores[kind] += extra
    return scores


def _whole_sayings(
    asked: Sequence[str],
    entries: Iterable[Entry],
    alike: dict[tuple[str, str], float],
    weights: dict[str, float],
) -> dict[str, float]:
    """For each kind the weight of its best saying of which every word was typed."""
    extra: dict[str, float] = {}
    for entry in entries:
        if len(entry.words) < 2:
            continue
        met = [_nearest(word, asked, alike) for word in entry.words]
        if all(alike.get((one, word), 0.0) for one, word in zip(met, entry.words, strict=True)):
            extra[entry.kind] = max(extra.get(entry.kind, 0.0), sum(weights[one] for one in set(met)))
    return extra


def _nearest(word: str, asked: Sequence[str], alike: dict[tuple[str, str], float]) -> str:
    return max(asked, key=lambda one: alike.get((one, word), 0.0))


def _said_of(kind: Kind) -> str:
    return ",".join((kind.label_nl, kind.words_nl, kind.label_en, kind.words_en))


@cache
def _entries(said: tuple[tuple[str, str], ...]) -> tuple[Entry, ...]:
    """The index of these words; made again when somebody changed them."""
    return tuple(
        Entry(kind, words)
        for kind, text in said
        for words in {tuple(words_of(entry)) for entry in re.split(r"[,()]", text)}
        if words
    )


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Dutch is the first language; what it leaves of an English word is the same for both that are compared."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("dutch")
