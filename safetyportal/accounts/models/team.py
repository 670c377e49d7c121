from __future__ import annotations

from django.db import models
from django.db.models import Q


class Team(models.Model):
    """A staff team with its own neighbourhoods. The fallback team takes what has no known place."""

    name = models.CharField(max_length=80, unique=True)
    # Nobody works in it any more; kept for what it did.
    is_active = models.BooleanField(default=True, db_default=True)
    is_fallback = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_fallback"], condition=Q(is_fallback=True), name="team_one_fallback"
            ),
            models.CheckConstraint(
                condition=Q(is_active=True) | Q(is_fallback=False), name="team_fallback_is_active"
            ),
        ]

    def __str__(self) -> str:
        return self.name
