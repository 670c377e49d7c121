"""From a few words to the kinds they are most likely about. Only an offer: the tenant chooses.

Every word that was typed looks for its likeness among the labels and words of all kinds, in all languages at once. A
word that many kinds know tells little and weighs little; so does a faint one, that people use about anything. A word of
a saying ("doet niet open") counts for as much of the saying as was typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from incidents.models import Kind
from incidents.taxonomy.likeness import roots, words_in
from incidents.taxonomy.vocabulary import Entry, Vocabulary, is_faint, vocabulary_of

MOST_WORDS = 20
# A part of a compound is a guess: "wiet" and "geur" in "wietgeur".
PART = 0.7
# Of a saying in words that are all faint at least so much has to be typed.
WHOLE = 0.5


def likeliest(words: str, kinds: Sequence[Kind], *, most: int = 3) -> list[Kind]:
    """At most `most` of `kinds`, the likeliest first; none when nothing fits."""
    scores = _scores(words_in(words)[:MOST_WORDS], vocabulary_of(kinds))
    found = [kind for kind in kinds if scores.get(kind.code)]
    return sorted(found, key=lambda kind: -scores[kind.code])[:most]


def _scores(asked: Sequence[str], vocabulary: Vocabulary) -> dict[str, float]:
    best: dict[str, dict[str, float]] = defaultdict(dict)
    tells = not all(is_faint(word, roots(word)) for word in asked)
    for entry, met in _met(asked, vocabulary).items():
        weights = {known: vocabulary.weight[known] for known in entry.words}
        whole = sum(how * weights[known] for known, (_, how) in met.items()) / sum(weights.values())
        if not tells and (whole < WHOLE or len(met) < min(2, len(entry.words))):
            continue
        for one, how in met.values():
            best[one][entry.kind] = max(how * whole, best[one].get(entry.kind, 0.0))
    scores: dict[str, float] = defaultdict(float)
    for one, found in best.items():
        weight = vocabulary.weigh(one, sum(found.values()))
        for kind, how in found.items():
            scores[kind] += how * weight
    return scores


def _met(asked: Sequence[str], vocabulary: Vocabulary) -> dict[Entry, dict[str, tuple[str, float]]]:
    """Of each entry the words that were typed: which typed word is most like it, and how much."""
    met: dict[Entry, dict[str, tuple[str, float]]] = defaultdict(dict)
    for one, near in _looked_up(asked, vocabulary).items():
        for known, how in near.items():
            for entry in vocabulary.entries[known]:
                if how > met[entry].get(known, ("", 0.0))[1]:
                    met[entry][known] = (one, how)
    return met


def _looked_up(asked: Sequence[str], vocabulary: Vocabulary) -> dict[str, dict[str, float]]:
    """What is like each typed word, like each part of a compound, and like two words that belong together."""
    alike = {word: vocabulary.alike(word) for word in asked}
    for word in asked:
        for part in vocabulary.parts(word):
            alike.setdefault(part, {known: PART * how for known, how in vocabulary.alike(part).items()})
    for one, other in pairwise(asked):
        if vocabulary.knows(one + other):
            alike.setdefault(one + other, vocabulary.alike(one + other))
    return alike
