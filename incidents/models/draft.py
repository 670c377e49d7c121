from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from safetyportal.privacy.fields import EncryptedJSONField, EncryptedTextField


class Draft(models.Model):
    """A report being written, kept on our side so that nothing is lost. Unsent, it is deleted after 24 hours.

    `receipt_code` holds the return code, encrypted, from sending until it was shown; then it is gone for good.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    answers = EncryptedJSONField(default=dict)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)
    report = models.OneToOneField(
        "incidents.Report", on_delete=models.CASCADE, null=True, related_name="draft"
    )
    receipt_code = EncryptedTextField(blank=True, default="")
    receipt_shown_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(receipt_code="") | Q(report__isnull=False), name="draft_code_only_when_sent"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
