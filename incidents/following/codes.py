"""Return codes: hashed with Argon2id and a pepper, never kept readable.

The least of Argon2id that OWASP names, in the form that takes the least memory: 7 MiB and 5 passes. It is made while
the tenant is still writing (wizard/return_code.py), so that the last page does not wait for it (docs/adr).
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from django.conf import settings

from incidents.rules.numbers import make_code, tidy

HASHER = PasswordHasher(time_cost=5, memory_cost=7168, parallelism=1)


@dataclass(frozen=True)
class Made:
    """A new code with its hash. Made before anything is locked: the hash takes as long as a whole verb."""

    code: str
    hash: str


def make() -> Made:
    code = make_code()
    return Made(code, hash_code(code))


def hash_code(code: str) -> str:
    return HASHER.hash(_peppered(code))


def matches(code: str, hashed: str | None) -> bool:
    """Whether `code` is the one behind `hashed`. Without a hash it takes as long and says no."""
    dummy = _dummy()  # asked for in any case: the first time it is slow
    try:
        HASHER.verify(hashed or dummy, _peppered(code))
    except VerificationError:
        return False
    return hashed is not None


def _peppered(code: str) -> str:
    return hmac.new(settings.CODE_PEPPER.encode(), tidy(code).encode(), hashlib.sha256).hexdigest()


@cache
def _dummy() -> str:
    return HASHER.hash("nobody has this one")
