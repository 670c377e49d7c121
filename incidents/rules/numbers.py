"""Numbers people read aloud, and return codes. Crockford base32: no I, L, O or U to mistake."""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
CODE_LENGTH = 16


def make_number(prefix: str) -> str:
    """'M-7K2P-9QXD': seven random symbols and a check symbol. Not a secret; it opens nothing by itself."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(7))
    return _show(prefix, body + check_symbol(body))


def make_code() -> str:
    """16 random symbols, 80 bits, shown in groups of four."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(code[i : i + 4] for i in range(0, CODE_LENGTH, 4))


def check_symbol(body: str) -> str:
    """Weighted sum modulo 31 (a prime), so that one wrong or two swapped symbols always show."""
    total = sum((place + 2) * ALPHABET.index(symbol) for place, symbol in enumerate(body))
    return ALPHABET[total % 31]


def tidy(typed: str) -> str:
    """What somebody typed, without spaces and dashes and with misread letters set right."""
    kept = "".join(symbol for symbol in typed.upper() if symbol.isalnum() and symbol.isascii())
    return kept.translate(MISREAD)


def read_number(typed: str, prefix: str) -> str | None:
    """The number meant by what was typed (prefix may be left out), or None when it cannot be one."""
    kept = tidy(typed)
    if len(kept) == 9 and kept[0] == prefix:
        kept = kept[1:]
    if len(kept) != 8 or any(symbol not in ALPHABET for symbol in kept):
        return None
    return _show(prefix, kept) if check_symbol(kept[:7]) == kept[7] else None


def _show(prefix: str, eight: str) -> str:
    return f"{prefix}-{eight[:4]}-{eight[4:]}"
