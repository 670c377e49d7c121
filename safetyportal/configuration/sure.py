"""Warnings that somebody must have seen before something is kept."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def digest(warnings: Iterable[str]) -> str:
    """What somebody saw before saying yes; when something else would happen by now, it is asked again."""
    return sha256("\n".join(warnings).encode()).hexdigest()[:16]
