"""Keys and ciphers of what is stored encrypted.

FIELD_KEYS is a list of "id:base64 of 32 bytes": the first key encrypts, all decrypt, so a new key goes in
front and `rotate_keys` rewrites the rows. A stored value is "id:base64(nonce + ciphertext)", AES-256-GCM.
INDEX_KEY is one key for keyed hashes; it cannot be rotated without reading all values again.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import re
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from safetyportal.privacy.contact import normal_email, normal_phone

NONCE_BYTES = 12
KEY_BYTES = 32
KEY_ID = re.compile(r"[a-z0-9]{1,16}")
NORMAL = {"phone": normal_phone, "email": normal_email}


class BadKeys(ValueError):
    """FIELD_KEYS cannot be used as it is written. Never says what is in it."""


class Undecipherable(ValueError):
    """Stored text that no key of ours opens: another key, another column, or altered."""


@dataclass(frozen=True)
class FieldKey:
    id: str
    secret: bytes = field(repr=False)


def field_keys() -> tuple[FieldKey, ...]:
    """The keys as set, the encrypting one first. Raises BadKeys."""
    return _parse(tuple(settings.FIELD_KEYS))


def encrypt(text: str, context: str) -> str:
    """`context` names the place of the value; only under the same name can it be read again."""
    key = field_keys()[0]
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(key.secret).encrypt(nonce, text.encode(), context.encode())
    return f"{key.id}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(stored: str, context: str) -> str:
    """Raises Undecipherable; the message has neither the text nor the key in it."""
    key_id, _, body = stored.partition(":")
    key = next((key for key in field_keys() if key.id == key_id), None)
    if key is None:
        raise Undecipherable(f"{context}: no such key")
    try:
        sealed = base64.b64decode(body, validate=True)
        plain = AESGCM(key.secret).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context.encode())
    except (binascii.Error, ValueError, InvalidTag):
        raise Undecipherable(f"{context}: does not open with its key") from None
    return plain.decode()


def blind_index(value: str, purpose: str) -> str:
    """A keyed hash to find the same "phone" or "email" again; "" for an empty value."""
    normal = NORMAL[purpose](value)
    return keyed_hash(f"index:{purpose}", normal) if normal else ""


def keyed_hash(purpose: str, message: str) -> str:
    """HMAC-SHA256 under INDEX_KEY, a subkey for each purpose; 64 hexadecimal characters."""
    subkey = hmac.digest(settings.INDEX_KEY.encode(), purpose.encode(), hashlib.sha256)
    return hmac.digest(subkey, message.encode(), hashlib.sha256).hex()


@lru_cache(maxsize=8)
def _parse(lines: tuple[str, ...]) -> tuple[FieldKey, ...]:
    keys = []
    for number, line in enumerate(lines, start=1):
        key_id, _, body = line.strip().partition(":")
        try:
            secret = base64.b64decode(body, validate=True)
        except (binascii.Error, ValueError):
            raise BadKeys(f"key {number} is not base64") from None
        if not KEY_ID.fullmatch(key_id):
            raise BadKeys(f"key {number} has no id of small letters and digits")
        if len(secret) != KEY_BYTES:
            raise BadKeys(f"key {number} is not {KEY_BYTES} bytes long")
        keys.append(FieldKey(key_id, secret))
    if not keys:
        raise BadKeys("there is no key")
    if len({key.id for key in keys}) < len(keys):
        raise BadKeys("two keys have the same id")
    return tuple(keys)
