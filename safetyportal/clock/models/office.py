from __future__ import annotations

from django.db import models
from django.db.models import Q


class OfficeSettings(models.Model):
    """What an association set of its terms and office days: one row, read through clock.office.current()."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    values = models.JSONField(default=dict)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="office_settings_only_one")]

    def __str__(self) -> str:
        return "office"
