from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models.rule_set import RuleSet


class RuleChange(models.Model):
    """One thing that somebody did to a draft, also to a rule that is gone from it. It goes where the draft goes."""

    class Sort(models.TextChoices):
        ADDED = "added", _("Nieuw")
        CHANGED = "changed", _("Veranderd")
        MOVED = "moved", _("Verplaatst")
        REMOVED = "removed", _("Weggehaald")

    rule_set = models.ForeignKey(RuleSet, on_delete=models.CASCADE, related_name="changes")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    sort = models.CharField(max_length=8, choices=Sort)
    # Who only moves a rule says no reason; the one of the whole set says it.
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sort="moved") | ~models.Q(reason=""), name="rule_change_has_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.sort}"
