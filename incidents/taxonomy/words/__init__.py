"""The words as shipped, by kind and language; an association changes them in a form (incidents/configuration.py).

Words for where somebody comes from or what he believes stand at discrimination alone: they never lead to a crime.
"""

from __future__ import annotations

from incidents.taxonomy.words.en import dirt as dirt_en
from incidents.taxonomy.words.en import drugs as drugs_en
from incidents.taxonomy.words.en import neighbours as neighbours_en
from incidents.taxonomy.words.en import people as people_en
from incidents.taxonomy.words.en import rest as rest_en
from incidents.taxonomy.words.en import safety as safety_en
from incidents.taxonomy.words.nl import dirt, drugs, neighbours, people, rest, safety


def _in_lines(*parts: dict[str, str]) -> dict[str, str]:
    return {kind: " ".join(said.split()) for part in parts for kind, said in part.items()}


WORDS_NL = _in_lines(neighbours.WORDS, people.WORDS, dirt.WORDS, drugs.WORDS, safety.WORDS, rest.WORDS)
WORDS_EN = _in_lines(
    neighbours_en.WORDS, people_en.WORDS, dirt_en.WORDS, drugs_en.WORDS, safety_en.WORDS, rest_en.WORDS
)
