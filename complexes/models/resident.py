from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from safetyportal.privacy.fields import EncryptedTextField


class Resident(models.Model):
    """Somebody who rents from the association, as the landlord's own administration knows them."""

    external_id = models.CharField(max_length=40, unique=True)
    name = EncryptedTextField()
    phone = EncryptedTextField(blank=True, default="")
    email = EncryptedTextField(blank=True, default="")

    class Meta:
        verbose_name = _("bewoner")
        verbose_name_plural = _("bewoners")

    def __str__(self) -> str:
        return self.external_id


class Tenancy(models.Model):
    home = models.ForeignKey("complexes.Home", on_delete=models.CASCADE, related_name="tenancies")
    resident = models.ForeignKey(Resident, on_delete=models.CASCADE, related_name="tenancies")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("huurovereenkomst")
        verbose_name_plural = _("huurovereenkomsten")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="tenancy_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["home", "resident"], condition=Q(ends_on=None), name="tenancy_current_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resident_id} @ {self.home_id}"
