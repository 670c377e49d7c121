"""Marks under which a case is found beside its words. What belongs to a person is a keyed hash: the table tells nobody."""

from __future__ import annotations

from collections.abc import Iterable

from complexes.models import Home
from incidents.search.folding import words
from safetyportal.privacy.keys import blind_index, keyed_hash

# Parts of names that tell nobody apart.
PARTICLES = frozenset({"van", "von", "de", "den", "der", "het", "te", "ten", "ter"})
HASHED = 32  # symbols: 128 bits
# Cases by 256, by 2,048, and so on: a search goes back in time by stretches of these lengths (in bits).
STRETCHES, STRETCH = (8, 11, 14, 17, 20), "stretch"


def name_tokens(*names: str) -> set[str]:
    """One for each word of these names, so that any one finds them."""
    return {name_token(word) for name in names for word in words(name) if is_name(word)}


def is_name(word: str) -> bool:
    return len(word) > 1 and word not in PARTICLES and not word.isdecimal()


def name_token(word: str) -> str:
    return f"name:{keyed_hash('index:name', word)[:HASHED]}"


def phone_tokens(*numbers: str) -> set[str]:
    return {f"phone:{blind_index(one, 'phone')[:HASHED]}" for one in numbers if one}


def mail_tokens(*addresses: str) -> set[str]:
    return {f"mail:{blind_index(one, 'email')[:HASHED]}" for one in addresses if one}


def home_tokens(home: Home) -> set[str]:
    """Found by a whole address alone: street or postcode, and house number."""
    door = f"{home.number}{home.addition}"
    return {home_token(f"{home.street} {door}"), home_token(f"{home.postcode} {door}")}


def home_token(address: str) -> str:
    return f"home:{keyed_hash('index:home', ''.join(words(address)))[:HASHED]}"


def place_tokens(*texts: str) -> set[str]:
    return {f"at:{word}" for text in texts for word in words(text)}


def file_token(key: object) -> str:
    """By the eight signs with which a file's name ends when it is handed out (evidence.listing.filename)."""
    return f"file:{str(key)[:8].lower()}"


def stretch_tokens(case_id: int) -> set[str]:
    return {f"{STRETCH}{bits}:{case_id >> bits}" for bits in STRETCHES}


def team_tokens(teams: Iterable[int]) -> set[str]:
    return {f"team:{team}" for team in teams}


RESTRICTED = "restricted:"
