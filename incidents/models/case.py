from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.workflow import RESTING, Status
from safetyportal.accounts.roles import Role
from safetyportal.clock.urgency import Urgency
from safetyportal.policy.scopes import ScopedQuerySet


class Band(models.TextChoices):
    """Severity in four bands (domain 1.3)."""

    S1 = "S1", _("S1 last")
    S2 = "S2", _("S2 overlast")
    S3 = "S3", _("S3 ernstig")
    S4 = "S4", _("S4 zeer ernstig")


class CaseQuerySet(ScopedQuerySet["Case"]):
    def open(self) -> CaseQuerySet:
        """Not ended. In these words the partial indexes below serve it."""
        return self.filter(closed_at=None)

    def scope_own_cases(self, actor: Any) -> CaseQuerySet:
        """Cases of the actor's own teams; all of them for triage; restricted ones only with that right."""
        roles = actor.roles
        visible = Q(restricted=False)
        if Role.TRIAGE not in roles:
            visible &= Q(team__in=actor.teams_as(frozenset({Role.HANDLER, Role.LEAD})))
        if Role.RESTRICTED in roles:
            visible |= Q(restricted=True)
        return self.filter(visible)


class Case(models.Model):
    """The work on one or more reports (zaak). Its severity shows its parts; people may overrule it with a reason."""

    number = models.CharField(max_length=12, unique=True)
    kind = models.ForeignKey("incidents.Kind", on_delete=models.PROTECT, related_name="+")
    restricted = models.BooleanField()
    status = models.CharField(max_length=20, choices=Status, default=Status.RECEIVED)
    urgency = models.CharField(max_length=2, choices=Urgency)
    severity_score = models.PositiveSmallIntegerField()
    severity_parts = models.JSONField()
    severity_band = models.CharField(max_length=2, choices=Band)
    severity_reason = models.CharField(max_length=300, blank=True)

    complex = models.ForeignKey("complexes.Complex", on_delete=models.PROTECT, null=True, related_name="+")
    entrance = models.ForeignKey("complexes.Entrance", on_delete=models.PROTECT, null=True, related_name="+")
    space = models.ForeignKey("complexes.Space", on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    suspected_duplicate_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    # Marks that staff set by hand; None is "niet bekend", never "nee".
    about_home = models.ForeignKey("complexes.Home", on_delete=models.SET_NULL, null=True, related_name="+")
    mark_sensitive = models.BooleanField(null=True)
    mark_named_suspect = models.BooleanField(null=True)
    mark_child = models.BooleanField(null=True)
    mark_employee = models.BooleanField(null=True)
    mark_aggression_risk = models.BooleanField(null=True)

    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    close_reason = models.CharField(max_length=20, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(RESTING), closed_at__isnull=False)
                | (~Q(status__in=sorted(RESTING)) & Q(closed_at=None)),
                name="case_closed_at_iff_closed",
            ),
            models.CheckConstraint(
                condition=Q(status="merged", merged_into__isnull=False)
                | (~Q(status="merged") & Q(merged_into=None)),
                name="case_merged_into_iff_merged",
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("id")), name="case_not_into_itself"),
            models.CheckConstraint(condition=Q(severity_score__lte=100), name="case_severity_0_100"),
        ]
        indexes = [
            models.Index(
                fields=["urgency", "opened_at", "id"], condition=Q(closed_at=None), name="case_inbox_all"
            ),
            models.Index(
                fields=["team", "urgency", "opened_at", "id"], condition=Q(closed_at=None), name="case_inbox"
            ),
            models.Index(fields=["complex", "kind", "opened_at"], name="case_by_place"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


DUPLICATE_WINDOW = timedelta(days=14)
