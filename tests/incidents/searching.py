"""Searching as the tests do it: all that waits is indexed first, as the relay does."""

from __future__ import annotations

from django.utils import timezone

from incidents.models import Case
from incidents.search import asking, finding, looking
from safetyportal.wake import REGISTRY, claim
from tests.world import person


def keep_up() -> None:
    """All that waits, as the relay does it."""
    for order in claim(REGISTRY["index"], at=timezone.now(), limit=200):
        REGISTRY["index"].do(work_id=order.pk, at=timezone.now())


def found(typed: str, by: str = "noord@") -> list[Case]:
    keep_up()
    return [Case.objects.get(pk=pk) for pk in find(typed, by).ids]


def find(typed: str, by: str = "noord@", before: int = looking.LAST) -> finding.Found:
    actor = person(by)
    mine = Case.objects.for_(actor, "case.search")
    return finding.find(mine=mine, actor=actor, asked=asking.read(typed), before=before)
