from __future__ import annotations

from django.db import models


class Ending(models.Model):
    """A case came to rest: the outbox row for what others still had open of it, and gone when that is ended too."""

    case = models.ForeignKey("incidents.Case", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.case_id} at {self.at:%Y-%m-%d %H:%M}"
