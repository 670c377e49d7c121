"""What differs between two sets of rules, rule by rule. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from partners.models import RoutingRule


class Sort(TextChoices):
    ADDED = "added", _("Nieuw")
    REMOVED = "removed", _("Weggehaald")
    OFF = "off", _("Uitgezet")
    ON = "on", _("Aangezet")
    CHANGED = "changed", _("Veranderd")
    MOVED = "moved", _("Verplaatst")


@dataclass(frozen=True)
class Difference:
    """One rule that is not as it was; `was_at` and `is_at` are its places in the two lists, first is 1."""

    sorts: tuple[Sort, ...]
    before: RoutingRule | None
    after: RoutingRule | None
    was_at: int | None
    is_at: int | None

    @property
    def rule(self) -> RoutingRule:
        return self.after or self.before  # type: ignore[return-value]  # one of the two is always there


def differences(before: Sequence[RoutingRule], after: Sequence[RoutingRule]) -> list[Difference]:
    """In the order of the new list, what is gone last."""
    old = {rule.slug: (place, rule) for place, rule in enumerate(before, 1)}
    moved = _moved([rule.slug for rule in before], [rule.slug for rule in after])
    found = []
    for place, rule in enumerate(after, 1):
        if rule.slug not in old:
            found.append(Difference((Sort.ADDED,), None, rule, None, place))
            continue
        was_at, was = old.pop(rule.slug)
        sorts = (*_changed(was, rule), *([Sort.MOVED] if rule.slug in moved else []))
        if sorts:
            found.append(Difference(sorts, was, rule, was_at, place))
    gone = [Difference((Sort.REMOVED,), was, None, was_at, None) for was_at, was in old.values()]
    return found + gone


def _changed(was: RoutingRule, now: RoutingRule) -> list[Sort]:
    old, new = was.content(), now.content()
    switched = [] if was.is_active == now.is_active else [Sort.ON if now.is_active else Sort.OFF]
    old.pop("is_active"), new.pop("is_active")
    return switched + ([Sort.CHANGED] if old != new else [])


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The fewest rules that must have been moved: all but the longest row of rules that still stand in the old order."""
    place = {slug: at for at, slug in enumerate(before)}
    both = [slug for slug in after if slug in place]
    ends: list[int] = []  # the last old place of the best row of each length
    lengths = []
    for slug in both:
        length = bisect_left(ends, place[slug])
        ends[length : length + 1] = [place[slug]]
        lengths.append(length)
    stay, wanted = set(), len(ends) - 1
    for slug, length in zip(reversed(both), reversed(lengths), strict=True):
        if length == wanted:
            stay.add(slug)
            wanted -= 1
    return set(both) - stay
