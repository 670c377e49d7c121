from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ActorKind(models.TextChoices):
    STAFF = "staff", _("medewerker")
    PARTNER = "partner", _("ketenpartner")
    REPORTER = "reporter", _("melder")
    SYSTEM = "system", _("systeem")


# The kinds of actor that sign in; the others have no account to point at.
ACCOUNTS = (ActorKind.STAFF, ActorKind.PARTNER)


class AuditEvent(models.Model):
    """Who did, saw or took out what, and when. Triggers in the database refuse to change or remove a row."""

    at = models.DateTimeField(_("tijdstip"))
    # Somebody who is in the log is deactivated, never deleted.
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    actor_kind = models.CharField(max_length=10, choices=ActorKind)
    action = models.CharField(_("handeling"), max_length=60)
    object_kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    outcome = models.CharField(max_length=20)
    ground = models.CharField(_("grondslag"), max_length=300, blank=True)
    origin = models.CharField(max_length=60, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["object_kind", "object_id", "id"], name="audit_of_object"),
            models.Index(fields=["actor", "id"], name="audit_of_actor"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(actor__isnull=False, actor_kind__in=ACCOUNTS)
                | Q(actor=None) & ~Q(actor_kind__in=ACCOUNTS),
                name="audit_actor_iff_account",
            )
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_kind} {self.object_id}"
