"""A second signal by another colleague about the same home or entrance: that asks for a look (never a judgement)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.models import PreventiveSignal
from incidents.models.signal import SignalQuerySet

WEEK = timedelta(days=7)
MOST = 500


@dataclass(frozen=True)
class Mates:
    """The other signals, newest first, and in words why they belong together."""

    signals: tuple[PreventiveSignal, ...]
    why: str


def has_mate(at: datetime) -> Exists:
    """For annotate() on signals: whether another colleague gave one about the same home or entrance that is still alive."""
    same = Q(home=OuterRef("home")) | Q(entrance=OuterRef("entrance"))
    return Exists(PreventiveSignal.objects.alive(at).filter(same).exclude(by=OuterRef("by")).order_by())


def mates_of(signals: Sequence[PreventiveSignal], *, among: SignalQuerySet) -> dict[object, Mates]:
    """By key those of `signals` that others gave one beside; `among`: what the reader may know of."""
    homes = [one.home_id for one in signals if one.home_id]
    entrances = [one.entrance_id for one in signals if one.entrance_id]
    near = list(
        among.filter(Q(home__in=homes) | Q(entrance__in=entrances))
        .select_related("by", "home", "space", "entrance", "complex")
        .order_by("-at")[:MOST]
    )
    found: dict[object, Mates] = {}
    for one in signals:
        others = tuple(other for other in near if other.by_id != one.by_id and _same(one, other))
        if others:
            found[one.pk] = Mates(others, _why(one, others))
    return found


def _same(one: PreventiveSignal, other: PreventiveSignal) -> bool:
    return _same_home(one, other) or (one.entrance_id is not None and one.entrance_id == other.entrance_id)


def _same_home(one: PreventiveSignal, other: PreventiveSignal) -> bool:
    return one.home_id is not None and one.home_id == other.home_id


def _why(one: PreventiveSignal, others: tuple[PreventiveSignal, ...]) -> str:
    people = len({one.by_id, *(other.by_id for other in others)})
    moments = [one.at, *(other.at for other in others)]
    weeks = max(1, -(-(max(moments) - min(moments)) // WEEK))
    near = _("zelfde woning") if any(_same_home(one, other) for other in others) else _("zelfde portiek")
    within = ngettext("in %(n)d week", "in %(n)d weken", weeks) % {"n": weeks}
    colleagues = _("%(n)d collega’s") % {"n": people}
    return f"{colleagues}, {near}, {within}"
