from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Change(models.Model):
    """One change of one thing an association may set itself. Triggers refuse to alter or remove a row."""

    section = models.CharField(max_length=30)
    subject = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # Older changes were made without one.
    reason = models.CharField(max_length=300, blank=True, db_default="")
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["section", "subject", "version"], name="change_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="change_version_from_one"),
        ]
        indexes = [models.Index(fields=["section", "-id"], name="change_of_section")]

    def __str__(self) -> str:
        return f"{self.section}/{self.subject} version {self.version}"
