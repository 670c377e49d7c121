from __future__ import annotations

from django.db import models

from safetyportal.privacy.fields import EncryptedTextField


class SharedLine(models.Model):
    """A line of a reporter's diary as one partner reads it: the words that staff left out are not in it."""

    referral = models.ForeignKey("partners.Referral", on_delete=models.CASCADE, related_name="lines")
    entry = models.ForeignKey("incidents.TimelineEntry", on_delete=models.CASCADE, related_name="+")
    text = EncryptedTextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "entry"], name="shared_line_once")]

    def __str__(self) -> str:
        return f"{self.entry_id} for {self.referral_id}"
