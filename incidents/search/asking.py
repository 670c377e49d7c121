"""What somebody typed in the search box, read: a number, and words of which each may stand in any place of a case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from incidents.rules.numbers import ALPHABET, read_number, tidy
from incidents.search import marks
from incidents.search.folding import fold, words

MOST_WORDS = 12
CASE, REPORT = "Z", "M"
FRAGMENT = re.compile(rf"(?:[{CASE}{REPORT}])?([{ALPHABET}]{{4,8}})")
BARE = re.compile(r"[^\W_]{4}-")
QUOTED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')
WHOLE = re.compile(r"[ZM]-?[^\W_]{4}-[^\W_]{4}", re.IGNORECASE)
POSTCODE = re.compile(r"\b(\d{4})\s?([a-z]{2})\b")
PHONE = re.compile(r"[\d\s()+./-]{8,25}")
SHORTEST_PHONE = 8


@dataclass(frozen=True)
class Unit:
    """Something every case that is found must have, in one field or another. `text` is for the text alone: one word, or
    several that follow each other."""

    text: str
    place: tuple[str, ...] = ()
    name: str = ""
    phone: str = ""
    mail: str = ""
    file: str = ""


@dataclass(frozen=True)
class Asked:
    typed: str
    units: tuple[Unit, ...]
    phone: str = ""
    home: str = ""
    fragment: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Nothing that could tell one case from another."""
        return sum(len(word) for unit in self.units for word in unit.text.split()) < 2

    @property
    def is_phone(self) -> bool:
        return bool(self.phone) or any(unit.phone for unit in self.units)

    @property
    def is_mail(self) -> bool:
        return any(unit.mail for unit in self.units)

    @property
    def is_no_number(self) -> bool:
        """Written as a number, and it cannot be one: a sign is wrong."""
        return WHOLE.fullmatch(self.typed.strip()) is not None and not self.numbers

    @property
    def is_too_much(self) -> bool:
        return len(self.units) > MOST_WORDS


def read(typed: str) -> Asked:
    phrases = [words(phrase) for phrase in QUOTED.findall(typed)]
    rest = QUOTED.sub(" ", typed)
    units = [Unit(" ".join(phrase)) for phrase in phrases if phrase]
    bare = rest
    for chunk in rest.split():
        if "@" in chunk:
            bare = bare.replace(chunk, " ", 1)
            units.append(Unit(" ".join(words(chunk)), mail=next(iter(marks.mail_tokens(chunk)))))
    folded = fold(bare)
    for digits, letters in POSTCODE.findall(folded):
        units.append(Unit(f"{digits}{letters}", place=(f"{digits}{letters}",)))
    units += [_word(word) for word in words(POSTCODE.sub(" ", folded))]
    return Asked(
        typed=typed,
        units=tuple(unit for unit in units if _tells(unit.text)),
        phone=_phone(typed),
        home=marks.home_token(rest) if any(sign.isdecimal() for sign in rest) else "",
        fragment=_fragment(typed),
        numbers=_numbers(typed),
    )


def _tells(text: str) -> bool:
    """A letter by itself does not; a house number does."""
    return len(text) > 1 or text.isdecimal()


def _word(word: str) -> Unit:
    return Unit(
        text=word,
        place=(word,),
        name=marks.name_token(word) if marks.is_name(word) else "",
        phone=_phone(word),
        file=f"file:{word}" if re.fullmatch("[0-9a-f]{8}", word) else "",
    )


def _phone(typed: str) -> str:
    if PHONE.fullmatch(typed.strip()) and sum(sign.isdecimal() for sign in typed) >= SHORTEST_PHONE:
        return next(iter(marks.phone_tokens(typed)))
    return ""


def _numbers(typed: str) -> dict[str, str]:
    """The number meant, with or without its letter, as a case's and as a report's."""
    found = {prefix: read_number(typed, prefix) for prefix in (CASE, REPORT)}
    return {prefix: number for prefix, number in found.items() if number}


def _fragment(typed: str) -> str:
    """The beginning of a number, four signs or more: "Z-7K2P-9"."""
    shape = FRAGMENT.fullmatch(tidy(typed)) if len(typed) < 20 else None
    # As typed: what looks alike was set right, so a word like "olie" has digits by now.
    if shape is None or not any(sign.isdecimal() for sign in typed):
        return ""
    # A number that itself begins with a letter of ours: "M39D-D" is no report, or its dash stood one place further.
    eight = tidy(typed) if BARE.match(typed.strip()) else shape[1]
    return eight if len(eight) <= 4 else f"{eight[:4]}-{eight[4:]}"
