from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from safetyportal.privacy.fields import EncryptedTextField


class Notice(models.Model):
    """One mail that must go out: the row is the outbox. It names a text and a person, never a case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.CharField(max_length=40)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    address = EncryptedTextField(blank=True, default="")
    # Where the mail leads, if that is for this person alone; emptied once it is out.
    link = EncryptedTextField(blank=True, default="")
    # Counts that stand in the mail, never more than that.
    numbers = models.JSONField(default=dict, db_default={})
    dedupe_key = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) ^ ~Q(address=""), name="notice_one_recipient"
            )
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(sent_at=None, dead_at=None), name="notice_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.id}"
