"""What somebody searched for, kept in the own session for as long as that lasts, so that no name stands in an address.

Encrypted: sessions lie in the database.
"""

from __future__ import annotations

import secrets

from django.contrib.sessions.backends.base import SessionBase

from safetyportal.privacy.keys import Undecipherable, decrypt, encrypt

KEPT = 5
WHERE = "searches"


def keep(session: SessionBase, words: str) -> str:
    """A key for the address. The oldest make place for new ones."""
    key = secrets.token_urlsafe(6)
    earlier = list(session.get(WHERE, {}).items())[-(KEPT - 1) :]
    session[WHERE] = {**dict(earlier), key: encrypt(words, WHERE)}
    return key


def words_of(session: SessionBase, key: str) -> str | None:
    """None for a search of somebody else, or of long ago."""
    stored = session.get(WHERE, {}).get(key)
    try:
        return decrypt(stored, WHERE) if stored else None
    except Undecipherable:
        return None
