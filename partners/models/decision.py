from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class RoutingDecision(models.Model):
    """Why an order was routed as it was: the rule and version, every test with its outcome, in Dutch as decided.

    `later` are the partner types that have their turn when the one before answered without solving it, in order.
    `steps` is a list of {"title", "outcome": ja|nee|fout|niet bekend|gevolg, "text"} in the order they were taken.
    """

    class Outcome(models.TextChoices):
        ROUTED = "routed", _("Gerouteerd")
        TRIAGE = "triage", _("Naar triage")

    order = models.OneToOneField("incidents.RoutingOrder", on_delete=models.PROTECT, related_name="decision")
    rule = models.ForeignKey("partners.RoutingRule", on_delete=models.SET_NULL, null=True, related_name="+")
    rule_name = models.CharField(max_length=120, blank=True)
    rule_version = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome)
    steps = models.JSONField()
    later = ArrayField(models.CharField(max_length=12), default=list, db_default=[])
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["rule", "decided_at"], name="decision_of_rule"),
            models.Index(
                fields=["-decided_at"], condition=models.Q(outcome="triage"), name="decision_to_triage"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.outcome}"
