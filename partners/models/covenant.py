from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CovenantQuerySet(models.QuerySet["Covenant"]):
    def in_force(self, on: date) -> CovenantQuerySet:
        return self.filter(starts_on__lte=on, ends_on__gte=on)


class Covenant(models.Model):
    """The agreement that lets data go to a partner (convenant, or processing agreement with a contractor)."""

    class Sort(models.TextChoices):
        COVENANT = "covenant", _("Convenant")
        PROCESSING = "processing", _("Verwerkersovereenkomst")

    partner = models.ForeignKey("partners.Partner", on_delete=models.CASCADE, related_name="covenants")
    sort = models.CharField(max_length=12, choices=Sort, default=Sort.COVENANT)
    purpose = models.CharField(max_length=200)
    data_types = ArrayField(models.CharField(max_length=60), default=list)
    starts_on = models.DateField()
    ends_on = models.DateField()
    document = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=120, blank=True)

    objects = CovenantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="covenant_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.partner_id}: {self.purpose}"
