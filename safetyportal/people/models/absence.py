from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: date) -> AbsenceQuerySet:
        return self.filter(from_on__lte=day, until_on__gte=day)


class Absence(models.Model):
    """Days on which somebody is away, the first and the last included, and who looks at their cases meanwhile."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="absences")
    cover = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    from_on = models.DateField()
    until_on = models.DateField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["from_on", "id"]
        indexes = [models.Index(fields=["until_on"], name="absence_until")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="absence_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(cover=None) | ~Q(cover=F("user")), name="absence_covered_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.from_on} {self.until_on}"
