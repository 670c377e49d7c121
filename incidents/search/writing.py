"""What was asked, written as PostgreSQL asks it of the words of a case (tsquery): once to look at a case, once for the index."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase, digits

from incidents.search.asking import Unit

PREFIX_FROM = 3  # letters; shorter ones would mean half of all words
MARKS = ("name", "phone", "mail", "file")
LATIN = ascii_lowercase + digits
MOST_APART = 4  # words; each apart is some seventy marks to look up
FOLLOWED_BY = re.compile(r"<(-|\d+)>")


def query(units: Sequence[Unit], stems: Sequence[str], fields: Sequence[str], joined: str) -> str:
    """A tsquery over these fields. `stems` are the units' texts as the dictionary reads them: empty for a word that is
    in every text ("de", "het"), which then decides nothing where there is another."""
    said = [_exactly(*one, fields) + _beginning(*one, fields) for one in _deciding(units, stems)]
    return joined.join(_one_of(words) for words in said if words)


def by_index(units: Sequence[Unit], stems: Sequence[str], fields: Sequence[str]) -> tuple[str, str]:
    """All the units, for the index: what satisfies the one query or the other has the words, of a phrase in any order.

    A beginning costs the index as much as there are cases with any word that begins so, however few of them were asked for;
    so the word itself stays apart from those that go on after it.
    """
    deciding = list(_deciding(units, stems))
    if len(deciding) == 1:
        exactly, longer = _exactly(*deciding[0], fields), _longer(*deciding[0], fields)
        return _in_any_order(_one_of(exactly)), _one_of(longer)
    go_on = _longer if len(deciding) <= MOST_APART else _beginning
    said = [_exactly(*one, fields) + go_on(*one, fields) for one in deciding]
    return _in_any_order(" & ".join(_one_of(words) for words in said if words)), ""


def _deciding(units: Sequence[Unit], stems: Sequence[str]) -> Iterator[tuple[Unit, str]]:
    for unit, stem in zip(units, stems, strict=True):
        if stem or not any(stems):
            yield unit, stem


def _exactly(unit: Unit, stem: str, fields: Sequence[str]) -> list[str]:
    said = {
        "text": [stem, *(f"'{word}'" for word in _begun_text(unit, stem))],
        "place": [f"'at:{word}'" for word in unit.place],
    }
    marks_of = {name: [f"'{mark}'"] for name in MARKS if (mark := getattr(unit, name))}
    return [one for name in fields for one in {**said, **marks_of}.get(name, []) if one]


def _beginning(unit: Unit, stem: str, fields: Sequence[str]) -> list[str]:
    return [f"'{start}':*" for start in _starts(unit, stem, fields)]


def _longer(unit: Unit, stem: str, fields: Sequence[str]) -> list[str]:
    """What begins so and goes on: with another script by whatever, else by one of ours, as words are folded."""
    starts = _starts(unit, stem, fields)
    return [f"'{start}{sign}':*" for start in starts for sign in (LATIN if start.isascii() else [""])]


def _starts(unit: Unit, stem: str, fields: Sequence[str]) -> list[str]:
    text = _begun_text(unit, stem) if "text" in fields else []
    place = [f"at:{word}" for word in unit.place if len(word) >= PREFIX_FROM] if "place" in fields else []
    return text + place


def _begun_text(unit: Unit, stem: str) -> list[str]:
    return [unit.text] if stem and " " not in unit.text and len(unit.text) >= PREFIX_FROM else []


def _one_of(words: Sequence[str]) -> str:
    return f"({' | '.join(words)})" if words else ""


def _in_any_order(written: str) -> str:
    return FOLLOWED_BY.sub("&", written)
