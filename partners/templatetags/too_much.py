"""What says too much in a text for a partner, when there is much of it: what weighs most with a button, the rest in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django import template

from safetyportal.privacy.folding import fold
from safetyportal.privacy.masking import Sort

register = template.Library()
MOST_WITH_BUTTON = 20
WEIGHT = {sort: place for place, sort in enumerate(Sort)}


class Told(Protocol):
    @property
    def word(self) -> str: ...
    @property
    def sort(self) -> Sort: ...


@register.filter
def with_button(found: Sequence[Told]) -> list[Told]:
    """In the order of the text; of a long list addresses and numbers first."""
    return list(found) if len(found) <= MOST_WITH_BUTTON else _by_weight(found)[:MOST_WITH_BUTTON]


@register.filter
def without_button(found: Sequence[Told]) -> list[Told]:
    return [] if len(found) <= MOST_WITH_BUTTON else _by_weight(found)[MOST_WITH_BUTTON:]


@register.filter
def words_once(found: Sequence[Told]) -> list[str]:
    return list({fold(one.word): one.word for one in reversed(found)}.values())[::-1]


def _by_weight(found: Sequence[Told]) -> list[Told]:
    return sorted(found, key=lambda one: WEIGHT[one.sort])
