"""The shapes of the demo association: plain data, no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class TeamSpec:
    name: str
    is_fallback: bool = False


@dataclass(frozen=True, slots=True)
class ComplexSpec:
    code: str
    name: str
    municipality: str
    neighbourhood: str
    form: str
    team: str


@dataclass(frozen=True, slots=True)
class EntranceSpec:
    complex: str
    name: str


@dataclass(frozen=True, slots=True)
class SpaceSpec:
    """A shared space; without an entrance it belongs to the whole complex."""

    complex: str
    entrance: str
    sort: str
    name: str


@dataclass(frozen=True, slots=True)
class HomeSpec:
    """`code` is only for tenancies to point at; an empty entrance is a front door on the street."""

    code: str
    complex: str
    entrance: str
    street: str
    number: int
    addition: str
    postcode: str
    city: str
    is_secret_address: bool
    is_shelter: bool


@dataclass(frozen=True, slots=True)
class ResidentSpec:
    external_id: str
    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class TenancySpec:
    home: str
    resident: str
    starts_on: date
    ends_on: date | None


@dataclass
class Association:
    """Everything the landlord's own administration would deliver, in the order in which it can be loaded."""

    name: str
    teams: tuple[TeamSpec, ...]
    complexes: list[ComplexSpec] = field(default_factory=list)
    entrances: list[EntranceSpec] = field(default_factory=list)
    spaces: list[SpaceSpec] = field(default_factory=list)
    homes: list[HomeSpec] = field(default_factory=list)
    residents: list[ResidentSpec] = field(default_factory=list)
    tenancies: list[TenancySpec] = field(default_factory=list)
