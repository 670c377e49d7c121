"""The return code of a draft: made while the tenant is still writing, because its hash is slow on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incidents.following import codes
from incidents.rules.numbers import make_code

# Beside the answers of the steps, encrypted with them, and emptied with them when the draft is sent.
SLOT = "code"


@dataclass(frozen=True)
class ReturnCode:
    text: str
    hashed: str


def made_ready(answers: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A code to keep with the answers; nothing when there is one. Call it outside a transaction."""
    if answers.get(SLOT):
        return {}
    text = make_code()
    return {SLOT: {"text": text, "hash": codes.hash_code(text)}}


def code_of(answers: Mapping[str, Any]) -> ReturnCode:
    """The code of this draft; a draft that has none yet gets one now."""
    kept = answers.get(SLOT) or made_ready(answers)[SLOT]
    return ReturnCode(text=kept["text"], hashed=kept["hash"])
