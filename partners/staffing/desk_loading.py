"""The internal desks every association has; what it changed about one stays."""

from __future__ import annotations

from partners.defaults.default_types import PARTNER_TYPES, PartnerTypeSpec
from partners.models import Partner


def desk_code(type_code: str) -> str:
    """The partner code of an internal desk: 'WC' -> 'afdeling-wc'."""
    return f"afdeling-{type_code.lower()}"


def load_desks() -> None:
    Partner.objects.bulk_create(
        [_desk(spec) for spec in PARTNER_TYPES if spec.is_internal], ignore_conflicts=True
    )


def _desk(spec: PartnerTypeSpec) -> Partner:
    return Partner(
        code=desk_code(spec.code),
        type_code=spec.code,
        name=spec.name_nl,
        category=spec.category,
        profile=spec.profile,
        is_internal=True,
        is_restricted=spec.is_restricted,
        answer_days=spec.answer_days,
    )
