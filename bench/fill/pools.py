"""Texts that the database holds encrypted: some hundreds, made once, for encrypting is what costs."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from django.db.models import Model

from safetyportal.demo.names import invent_name
from safetyportal.privacy.keys import encrypt

MOST = 300


class Pool:
    """Of one field. Without `words` they are names of people."""

    def __init__(self, model: type[Model], field: str, random: Random, words: Sequence[str] = ()) -> None:
        context = model._meta.get_field(field).context  # type: ignore[union-attr]
        named = words or [" ".join(invent_name(random)) for _ in range(MOST)]
        self.texts = [encrypt(text, context) for text in named]
        self.random = random

    def draw(self) -> str:
        return self.texts[int(len(self.texts) * self.random.random())]
