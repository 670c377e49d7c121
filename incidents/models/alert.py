from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from safetyportal.policy.scopes import ScopedQuerySet


class DutyAlertQuerySet(ScopedQuerySet["DutyAlert"]):
    def open(self) -> DutyAlertQuerySet:
        """Nobody looks at it yet, and there is still something to look at."""
        return self.filter(acknowledged_at=None, over_at=None)

    def scope_alerts_to_see(self, actor: Any) -> DutyAlertQuerySet:
        """Those about a case that the actor may see, for which an alert to them is enough (Case.scope_own_cases)."""
        from incidents.models.case import Case  # which asks this module whose alerts open which case

        return self.filter(case__in=Case.objects.scope_own_cases(actor))


class DutyAlert(models.Model):
    """A case that cannot wait: who is on duty is called, one after the other, until somebody looks.

    The row is the work that waits (safetyportal.wake): `next_at` is when the next one is called.
    """

    case = models.ForeignKey("incidents.Case", on_delete=models.CASCADE, related_name="duty_alerts")
    raised_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()
    # When the team leads were called, after whom nobody comes.
    leads_at = models.DateTimeField(null=True)
    # Nobody is left to call: an alarm stands above the pages of staff.
    spent_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField(null=True)
    # The case was closed before anybody looked.
    over_at = models.DateTimeField(null=True)

    objects = DutyAlertQuerySet.as_manager()

    class Meta:
        ordering = ["raised_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(acknowledged_at=None, over_at=None),
                name="duty_alert_open_once",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_by=None, acknowledged_at=None)
                | Q(acknowledged_by__isnull=False, acknowledged_at__isnull=False),
                name="duty_alert_acknowledged_by_iff_at",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None) | Q(over_at=None), name="duty_alert_acknowledged_or_over"
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_at"],
                condition=Q(acknowledged_at=None, over_at=None, spent_at=None),
                name="duty_alert_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.raised_at:%Y-%m-%d %H:%M}"


class DutyCallQuerySet(models.QuerySet["DutyCall"]):
    def current(self, at: datetime | None = None) -> DutyCallQuerySet:
        """Which still open a case to whom was called."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at or timezone.now()))


class DutyCall(models.Model):
    """Somebody was called about an alert, once. Until `ends_at` the case is theirs to see, whatever their team."""

    alert = models.ForeignKey(DutyAlert, on_delete=models.CASCADE, related_name="calls")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    called_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    objects = DutyCallQuerySet.as_manager()

    class Meta:
        ordering = ["called_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["alert", "user"], name="duty_call_once"),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("called_at")),
                name="duty_call_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alert_id} {self.user_id}"
