from __future__ import annotations

from django.db import models
from django.db.models import Q

from safetyportal.accounts.roles import Role


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def in_force(self) -> RoleGrantQuerySet:
        return self.filter(waiting=False)


class RoleGrant(models.Model):
    """One role of one person, for one team or (no team) for the whole association."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=20, choices=Role)
    team = models.ForeignKey("accounts.Team", on_delete=models.CASCADE, null=True, blank=True)

    granted_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    granted_at = models.DateTimeField(null=True, blank=True)
    # A role that one person may not give alone gives nothing until a second one agrees.
    waiting = models.BooleanField(default=False)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(waiting=False) | Q(granted_by__isnull=False), name="role_grant_waits_for_another"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "team"], nulls_distinct=False, name="role_grant_once"
            ),
            # A handler or lead without a team would see every complex: the whole association is never implied.
            models.CheckConstraint(
                condition=~Q(role__in=[Role.HANDLER, Role.LEAD]) | Q(team__isnull=False),
                name="role_grant_team_for_handlers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.team_id or '*'}"
