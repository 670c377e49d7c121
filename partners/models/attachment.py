from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.models.referral_words import Ground
from safetyportal.privacy.fields import EncryptedTextField


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def in_force(self) -> AttachmentQuerySet:
        """Not taken away again."""
        return self.filter(ended_at=None)


class Attachment(models.Model):
    """One file of a case that a person chose for one referral, with the ground; as it is, or with areas of a photo filled.

    Always the clean copy, never the file as it came. Taken away, the row stays: who saw what, and until when.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey("partners.Referral", on_delete=models.PROTECT, related_name="attachments")
    evidence = models.ForeignKey("incidents.Evidence", on_delete=models.PROTECT, related_name="attachments")
    masked = models.OneToOneField(
        "incidents.MaskedPhoto", on_delete=models.PROTECT, null=True, related_name="attachment"
    )
    caption = EncryptedTextField()
    ground = models.CharField(max_length=12, choices=Ground)
    ground_text = EncryptedTextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "evidence"], condition=Q(ended_at=None), name="attachment_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="attachment_ended_by_iff_at",
            ),
            models.CheckConstraint(condition=~Q(caption="") & ~Q(ground=""), name="attachment_has_ground"),
        ]

    def __str__(self) -> str:
        return f"{self.evidence_id} for {self.referral_id}"
