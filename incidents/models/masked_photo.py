from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from incidents.models.evidence import Evidence
from safetyportal.privacy.fields import EncryptedTextField


class MaskedPhoto(models.Model):
    """A copy of a photo in which areas were filled, made for somebody outside; what was sent stays as it is.

    Both pictures are small enough to be kept whole, encrypted with the copy's own key (incidents.evidence.masking).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="masked")
    # Of the grid (incidents.evidence.grid), counted in rows.
    cells = ArrayField(models.PositiveSmallIntegerField())
    key = EncryptedTextField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    small = models.BinaryField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(cells=[]), name="masked_photo_has_cells")]

    def __str__(self) -> str:
        return f"masked {self.evidence_id}"
