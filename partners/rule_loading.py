"""Load the routing rules an association starts with. Rules that exist are its own and stay as they are."""

from __future__ import annotations

from partners.default_rules import DEFAULT_RULES
from partners.models import RoutingRule

STEP = 10  # room to put own rules in between


def load_default_rules() -> None:
    RoutingRule.objects.bulk_create(
        [
            RoutingRule(
                position=(place + 1) * STEP,
                slug=spec.slug,
                name=spec.name_nl,
                kinds=list(spec.kinds),
                bands=list(spec.severities),
                targets=[[target.partner_type, target.mode] for target in spec.targets],
                use_kind_default=spec.use_kind_default,
                note=spec.note_nl,
            )
            for place, spec in enumerate(DEFAULT_RULES)
        ],
        ignore_conflicts=True,
    )
