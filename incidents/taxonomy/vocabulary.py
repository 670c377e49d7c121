"""The words and sayings of all kinds, arranged for looking up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from incidents.models import Kind
from incidents.taxonomy.likeness import (
    LANGUAGES,
    SOUNDS_ALIKE,
    misspelt,
    part_of,
    root,
    roots,
    slips_in,
    sound,
    words_in,
)
from incidents.taxonomy.words.faint import FAINT
from incidents.taxonomy.words.forms import FORMS

# Enough to tell two sayings apart, too little to beat a word that says what is going on.
FAINT_WEIGHT = 0.35
_FAINT = frozenset(root(word, language) for language in LANGUAGES for word in FAINT[language])


@dataclass(frozen=True)
class Entry:
    """One word or saying of a kind."""

    kind: str
    words: tuple[str, ...]


def vocabulary_of(kinds: Iterable[Kind]) -> Vocabulary:
    """Made again when somebody changed a word."""
    return _made(
        tuple(
            (kind.code, f"{kind.label_nl},{kind.words_nl}", f"{kind.label_en},{kind.words_en}")
            for kind in kinds
        )
    )


class Vocabulary:
    """`said` has the code of each kind with its Dutch and its English, parted by commas."""

    def __init__(self, said: Iterable[tuple[str, str, str]]) -> None:
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        self._by_root: dict[str, set[str]] = defaultdict(set)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        kinds_of: dict[str, set[str]] = defaultdict(set)
        roots_of: dict[str, set[str]] = defaultdict(set)
        codes = set()
        for kind, *texts in said:
            codes.add(kind)
            for language, text in zip(LANGUAGES, texts, strict=True):
                for entry in _entries(kind, text):
                    for word in set(entry.words):
                        self.entries[word].append(entry)
                        its = root(word, language)
                        roots_of[word].add(its)
                        kinds_of[its].add(kind)
        self._kinds = len(codes)
        self.weight: dict[str, float] = {}
        for word, its_roots in roots_of.items():
            self._by_length[len(word)].append(word)
            for its in its_roots:
                self._by_root[its].add(word)
                self._by_sound[sound(its)].add(word)
            known_to = max(len(kinds_of[its]) for its in its_roots)
            self.weight[word] = self._weight(known_to, faint=is_faint(word, its_roots))
        self._text = "\n".join(("", *self.entries, ""))

    def weigh(self, word: str, known_to: float) -> float:
        """What many kinds know tells little, and so does what people say about anything."""
        return self._weight(known_to, faint=is_faint(word, roots(word)))

    def alike(self, asked: str) -> dict[str, float]:
        """The known words that are like it, and how much."""
        found: dict[str, float] = {}
        for known, how in self._likenesses(asked):
            if how > found.get(known, 0.0):
                found[known] = how
        return found

    def parts(self, asked: str) -> tuple[str, ...]:
        """The two known words that a Dutch compound is made of; none when it is known itself."""
        if len(asked) < 7 or self.knows(asked):
            return ()
        for at in range(len(asked) - 3, 2, -1):
            left, right = asked[:at], asked[at:]
            if self.knows(right):
                for one in (left, left.removesuffix("s"), left.removesuffix("en"), left.removesuffix("e")):
                    if self.knows(one):
                        return one, right
        return ()

    def _weight(self, known_to: float, *, faint: bool) -> float:
        return log(1 + self._kinds / max(1.0, known_to)) * (FAINT_WEIGHT if faint else 1.0)

    def _likenesses(self, asked: str) -> Iterator[tuple[str, float]]:
        if asked in self.entries:
            yield asked, 1.0
        its_roots = roots(asked)
        for its in its_roots:
            yield from ((known, 1.0) for known in self._by_root.get(its, ()))
        if is_faint(asked, its_roots):
            return
        knows = asked in self.entries or any(its in self._by_root for its in its_roots)
        if len(asked) >= 4:
            yield from ((known, part_of(asked, known)) for known in self._around(asked))
        if knows:  # so it is not another word misspelt
            return
        for its in its_roots:
            yield from ((known, SOUNDS_ALIKE) for known in self._by_sound.get(sound(its), ()))
        yield from ((known, part_of(asked, known)) for known in self._inside(asked))
        slips = slips_in(len(asked))
        near = (
            word for more in range(-slips, slips + 1) for word in self._by_length.get(len(asked) + more, ())
        )
        for known, *_ in process.extract_iter(asked, near, scorer=OSA.distance, score_cutoff=slips):
            yield known, misspelt(asked, known)

    def _inside(self, asked: str) -> Iterator[str]:
        for start in range(len(asked) - 3):
            for end in range(start + 4, len(asked) + 1):
                if asked[start:end] in self.entries:
                    yield asked[start:end]

    def _around(self, asked: str) -> Iterator[str]:
        at = self._text.find(asked)
        while at >= 0:
            end = self._text.find("\n", at)
            yield self._text[self._text.rfind("\n", 0, at) + 1 : end]
            at = self._text.find(asked, end)

    def knows(self, word: str) -> bool:
        return word in self.entries or (len(word) >= 4 and root(word, "nl") in self._by_root)


def is_faint(word: str, its_roots: Collection[str]) -> bool:
    """A number too. The stemmer takes "ge-" for the beginning of a verb, and "geweer" for a form of "weer"."""
    if len(word) < 2 or word.isdigit() or word in FAINT["nl"] or word in FAINT["en"]:
        return True
    is_guessed = word.startswith("ge") and word not in FORMS["nl"]
    return not is_guessed and not _FAINT.isdisjoint(its_roots)


def _entries(kind: str, text: str) -> Iterator[Entry]:
    for words in dict.fromkeys(tuple(words_in(part)) for part in re.split(r"[,()\n]", text)):
        if words:
            yield Entry(kind, words)


@lru_cache(maxsize=2)
def _made(said: tuple[tuple[str, str, str], ...]) -> Vocabulary:
    return Vocabulary(said)
