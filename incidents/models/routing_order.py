from __future__ import annotations

from django.db import models
from django.db.models import Q


class RoutingOrder(models.Model):
    """'Route this report': the outbox row. Done it has exactly one decision; dead it waits for a person.

    `round` tells the times one report is routed apart; filing asks for the first. `in_turn`: nothing changed, a partner
    answered and the next in line has its turn.
    """

    report = models.ForeignKey("incidents.Report", on_delete=models.PROTECT, related_name="routing_orders")
    round = models.PositiveSmallIntegerField(default=1)
    in_turn = models.BooleanField(default=False, db_default=False)
    asked_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "round"], name="order_round_once"),
            models.CheckConstraint(condition=Q(done_at=None) | Q(dead_at=None), name="order_done_or_dead"),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(done_at=None, dead_at=None), name="order_waiting"),
            models.Index(fields=["dead_at"], condition=Q(dead_at__isnull=False), name="order_dead"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} round {self.round}"
