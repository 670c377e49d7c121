"""Files kept encrypted in pieces: each file has a key of its own, which stands encrypted with the field keys beside it.

So a new field key re-encrypts the keys and not the files, and a file whose key is gone is gone from every copy of the
database. A piece opens only at its own place in its own file.
"""

from __future__ import annotations

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from safetyportal.privacy.keys import KEY_BYTES, NONCE_BYTES, Undecipherable


def new_key() -> str:
    """To be kept in an EncryptedTextField."""
    return base64.b64encode(os.urandom(KEY_BYTES)).decode()


def seal(piece: bytes, *, key: str, file: object, position: int) -> bytes:
    """Call it once for each position of a file: with a key of its own, the position is nonce enough."""
    return AESGCM(base64.b64decode(key)).encrypt(_nonce(position), piece, _place(file, position))


def unseal(sealed: bytes, *, key: str, file: object, position: int) -> bytes:
    """Raises Undecipherable for what was altered or moved."""
    try:
        return AESGCM(base64.b64decode(key)).decrypt(_nonce(position), sealed, _place(file, position))
    except (InvalidTag, ValueError):
        raise Undecipherable(f"piece {position} does not open with its key") from None


def _nonce(position: int) -> bytes:
    return position.to_bytes(NONCE_BYTES, "big")


def _place(file: object, position: int) -> bytes:
    return f"{file}:{position}".encode()
