"""Load the routing rules an association starts with. An association that has a set of rules keeps its own."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from partners.models import RoutingRule, RuleSet
from partners.rules.default_rules import DEFAULT_RULES


@transaction.atomic
def load_default_rules(*, at: datetime) -> None:
    if RuleSet.objects.exists():
        return
    first = RuleSet.objects.create(number=1, made_at=at)
    RoutingRule.objects.bulk_create(
        [
            RoutingRule(
                rule_set=first,
                position=place,
                slug=spec.slug,
                name=spec.name_nl,
                kinds=list(spec.kinds),
                bands=list(spec.severities),
                targets=[[target.partner_type, target.mode] for target in spec.targets],
                use_kind_default=spec.use_kind_default,
                note=spec.note_nl,
            )
            for place, spec in enumerate(DEFAULT_RULES, 1)
        ]
    )
    first.state, first.activated_at = RuleSet.State.ACTIVE, at
    first.save(update_fields=["state", "activated_at"])
