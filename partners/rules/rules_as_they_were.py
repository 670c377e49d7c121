"""The rules of a set as they stood at a moment, kept as data: a draft goes on changing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from partners.models import RoutingRule

# What says nothing about where a report goes. The order is that of the list.
BESIDE = frozenset(
    {"id", "rule_set", "position", "note", "owner", "version", "changed_at", "changed_by", "reason"}
)
FIELDS = tuple(one for one in RoutingRule._meta.concrete_fields if one.name not in BESIDE)


def kept(rules: Iterable[RoutingRule]) -> list[dict[str, Any]]:
    """As a row keeps them: two lists are equal when they send every report the same way, and are called the same."""
    return [{one.attname: _plain(getattr(rule, one.attname)) for one in FIELDS} for rule in rules]


def read_back(rows: Sequence[dict[str, Any]]) -> list[RoutingRule]:
    """Rules that were kept, in their order. They are in no database."""
    return [
        RoutingRule(
            position=place,
            **{one.attname: one.to_python(row[one.attname]) for one in FIELDS if one.attname in row},
        )
        for place, row in enumerate(rows, 1)
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
