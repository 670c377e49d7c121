"""Who could take work on a day: active partners and desks with their areas and covenants, in memory and without a question to the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from partners.defaults.data_types import MINIMUM, named
from partners.models import Covenant, Partner, PartnerArea


@dataclass(frozen=True)
class Place:
    """Where a report is, as areas name it. An unknown place has nothing."""

    municipality: str = ""
    neighbourhood: str = ""
    complex_id: int | None = None


@dataclass(frozen=True)
class Listed:
    """One partner on that day, and what is agreed with it (words of data_types)."""

    partner: Partner
    agreed: frozenset[str]
    areas: frozenset[Place]

    @property
    def has_covenant(self) -> bool:
        """One that does not name the minimum is none for what goes by itself: that always goes."""
        return MINIMUM in self.agreed

    def covers(self, place: Place) -> bool:
        """The same as PartnerQuerySet.covering: a desk without an area covers everything, also an unknown place."""
        if not self.areas:
            return self.partner.is_internal
        return not self.areas.isdisjoint(
            (
                Place(complex_id=place.complex_id),
                Place(place.municipality, place.neighbourhood),
                Place(place.municipality),
            )
        )


class Directory:
    """Partners by type, given in the order of their names; of several that cover a place, one with a covenant goes first, then the oldest."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self.partners = tuple(listed)
        self._by_type: dict[str, list[Listed]] = {}
        for one in sorted(self.partners, key=lambda one: (not one.has_covenant, one.partner.pk)):
            self._by_type.setdefault(one.partner.type_code, []).append(one)
        self._found: dict[tuple[str, Place], Listed | None] = {}

    def find(self, type_code: str, place: Place) -> Listed | None:
        """Who takes this type of work at this place."""
        asked = (type_code, place)
        if asked not in self._found:
            here = (one for one in self._by_type.get(type_code, ()) if one.covers(place))
            self._found[asked] = next(here, None)
        return self._found[asked]

    def first_desk(self, type_code: str) -> Partner | None:
        """The desk where work of this type ends up wherever it is, as referrals.to_triage finds it."""
        return next((one.partner for one in self.partners if one.partner.type_code == type_code), None)


def read(on: date) -> Directory:
    """Everybody who is active on this day, in one statement."""
    covenant = Covenant.objects.in_force(on).filter(partner=OuterRef("pk"))
    areas = PartnerArea.objects.filter(partner=OuterRef("pk")).order_by()
    parts = JSONObject(town="municipality", near="neighbourhood", complex="complex_id")
    types = ArraySubquery(covenant.order_by().values(types=JSONObject(types="data_types")))
    rows = Partner.objects.active(on).annotate(agreed=types, at=ArraySubquery(areas.values(at=parts)))
    return Directory(_listed(row) for row in rows)


def _listed(row: Any) -> Listed:
    agreed = frozenset[str]().union(*(named(one["types"]) for one in row.agreed))
    return Listed(row, agreed, frozenset(_area(area) for area in row.at))


def _area(row: dict[str, Any]) -> Place:
    """An area of a complex is that complex alone, whatever municipality it names besides."""
    if row["complex"] is not None:
        return Place(complex_id=row["complex"])
    return Place(row["town"], row["near"])
