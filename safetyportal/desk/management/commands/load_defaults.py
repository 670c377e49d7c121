from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from incidents.standard_texts.loading import load_texts
from incidents.taxonomy.kind_loading import load_kinds
from partners.disclosing.matrix_loading import load_matrix
from partners.rules.rule_loading import load_default_rules
from partners.staffing.desk_loading import load_desks
from safetyportal.accounts.models import Team
from safetyportal.texts import helplines


class Command(BaseCommand):
    help = "Load what every association starts with: kinds, rules, help lines, internal desks, what partners may see. May run again."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        helplines.load()
        load_kinds()
        load_texts()
        load_default_rules(at=timezone.now())
        load_desks()
        load_matrix()
        if not Team.objects.filter(is_fallback=True).exists():
            Team.objects.create(name="Triage", is_fallback=True)
