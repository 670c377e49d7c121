"""Text as it is compared: in small letters, without accents, signs that do not show, and other ways to type the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Which do not come apart into a letter and a mark, and ways to write an apostrophe and a hyphen.
ALIKE = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'", "‐": "-"}
)


def fold(text: str) -> str:
    """So that what people mean as one word is one word, whichever way it was typed."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    marks_apart = unicodedata.normalize("NFKD", sign.casefold())
    kept = (one for one in marks_apart if unicodedata.category(one) not in ("Mn", "Cf"))
    return "".join(kept).translate(ALIKE)


class Folded:
    """A text with its folded form, and where what is found in that stands in the text as it was written."""

    def __init__(self, written: str) -> None:
        self.written = written
        pieces = list(written.lower()) if written.isascii() else [_folded(sign) for sign in written]
        self.text = "".join(pieces)
        # Of each folded sign the place of the one it came from; at the end the length of the text.
        self._places = [place for place, piece in enumerate(pieces) for _sign in piece] + [len(written)]
        self._is_same = len(self._places) == len(written) + 1 and all(map(len, pieces))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Of what is not empty: whole signs, with the marks that follow."""
        if self._is_same:
            return start, end
        first, last = self._places[start], self._places[end - 1]
        while self._places[end] == last:
            end += 1
        return first, self._places[end]
