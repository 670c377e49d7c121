"""Load the taxonomy into the database, as often as you like; what an association switched off stays off."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from incidents.models import Kind, KindGroup
from incidents.taxonomy import GROUPS, KINDS


@transaction.atomic
def load_kinds() -> None:
    """Groups and kinds as shipped, by code. `active_from` and `active_to` are the association's own."""
    groups = [
        KindGroup(code=spec.code, label_nl=spec.label_nl, label_en=spec.label_en, position=position)
        for position, spec in enumerate(GROUPS)
    ]
    KindGroup.objects.bulk_create(
        groups,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["label_nl", "label_en", "position"],
    )
    kinds = []
    for position, spec in enumerate(KINDS):
        values = asdict(spec) | {
            name: list(getattr(spec, name))
            for name in ("first_partners", "second_partners", "named_partners")
        }
        kinds.append(Kind(**values, group_id=spec.group, position=position))
    shipped = [
        field.name
        for field in Kind._meta.concrete_fields
        if field.name not in ("code", "active_from", "active_to")
    ]
    Kind.objects.bulk_create(kinds, update_conflicts=True, unique_fields=["code"], update_fields=shipped)
