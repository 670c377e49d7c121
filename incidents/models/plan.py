from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from safetyportal.privacy.fields import EncryptedTextField


class Plan(models.Model):
    """A tailor-made plan for a case (maatwerk, U11), one row a version: the newest counts, earlier ones stay readable."""

    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField()
    # Who sees to it that it happens; may be another than who holds the case.
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reporter_needs = EncryptedTextField(blank=True, default="")
    resident_needs = EncryptedTextField(blank=True, default="")
    support = EncryptedTextField(blank=True, default="")
    enforcement = EncryptedTextField(blank=True, default="")
    # Why this case is handled otherwise than others like it; empty: it is not.
    deviation = EncryptedTextField(blank=True, default="")
    review_on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="plan_version_once")]

    def __str__(self) -> str:
        return f"plan {self.version} of {self.case_id}"


class HarassmentCheck(models.Model):
    """The four criteria of targeted harassment (treiteren, domain 1.4), as staff see them now. None is "niet bekend"."""

    case = models.OneToOneField(
        "incidents.Case", on_delete=models.CASCADE, primary_key=True, related_name="harassment"
    )
    repeated = models.BooleanField(null=True)
    aimed = models.BooleanField(null=True)
    near = models.BooleanField(null=True)
    neighbour = models.BooleanField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["at"], condition=Q(repeated=True, aimed=True, near=True, neighbour=True),
                name="harassment_all_four",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"harassment check of {self.case_id}"

    @property
    def is_harassment(self) -> bool:
        return all((self.repeated, self.aimed, self.near, self.neighbour))
