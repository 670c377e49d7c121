from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RuleSet(models.Model):
    """The routing rules as they stood together for a while: one is in force, one may be in the making.

    A draft holds copies of the rules of the set it is based on. Triggers refuse to alter the rules of a set that is no draft
    any more, so that a decision can always be read with the rule that made it.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Concept")
        ACTIVE = "active", _("In gebruik")
        RETIRED = "retired", _("Niet meer in gebruik")

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    based_on = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    # Nobody made the set that an association starts with.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    activated_at = models.DateTimeField(null=True)
    activated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="active"), name="rule_set_one_active"
            ),
            models.UniqueConstraint(fields=["state"], condition=Q(state="draft"), name="rule_set_one_draft"),
            models.CheckConstraint(
                condition=Q(state="draft", activated_at=None)
                | (~Q(state="draft") & Q(activated_at__isnull=False)),
                name="rule_set_activated_iff_no_draft",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.state})"
