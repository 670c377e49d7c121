"""Words as they are compared: small letters without accents, whatever they were typed with."""

from __future__ import annotations

import re
import unicodedata

# These do not come apart into letter and mark.
LETTERS = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŋ": "n", "æ": "ae", "œ": "oe", "þ": "th"}
)
WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 60


def fold(text: str) -> str:
    marks_apart = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign for sign in marks_apart if unicodedata.category(sign) not in ("Mn", "Cf"))
    return "".join(kept).translate(LETTERS)


def words(text: str) -> list[str]:
    """Letters and digits alone, in order: nothing that means something to a query."""
    return [word[:LONGEST_WORD] for word in WORD.findall(fold(text))]
