"""The shape of a routing rule as data, before it is loaded into the database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TargetSpec:
    partner_type: str
    mode: str = "A"


@dataclass(frozen=True, kw_only=True)
class RuleSpec:
    """`kinds` holds kind codes or group codes, `severities` bands; empty means any."""

    slug: str
    name_nl: str
    kinds: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    targets: tuple[TargetSpec, ...] = ()
    use_kind_default: bool = False
    note_nl: str = ""


def to(desks: str, **partners: str) -> tuple[TargetSpec, ...]:
    """Own desks by code, then partners by mode: to("WC", H="POL GEM")."""
    own = [TargetSpec(code) for code in desks.split()]
    return (*own, *(TargetSpec(code, mode) for mode, codes in partners.items() for code in codes.split()))
