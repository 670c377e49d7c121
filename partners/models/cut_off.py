from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.models import Case
from partners.models.referral_words import IN_QUEUE
from safetyportal.policy.scopes import ScopedQuerySet


class CutOffQuerySet(ScopedQuerySet["CutOff"]):
    def scope_own_cases(self, actor: Any) -> CutOffQuerySet:
        return self.filter(referral__case__in=Case.objects.scope_own_cases(actor))

    def now(self) -> CutOffQuerySet:
        """Of what the partner still has in hand: with a referral its being cut off is over too."""
        return self.filter(ended_at=None, referral__state__in=IN_QUEUE)


class CutOff(models.Model):
    """A partner lost sight of a case in the middle of its work, and the handler was told (partners.at_work.cutting_off).

    It ends when the partner sees the case again, or when the referral itself does.
    """

    class Why(models.TextChoices):
        COVENANT = "covenant", _("Het convenant eindigde")
        RETIRED = "retired", _("De partner doet niet meer mee")
        PROTECTED = "protected", _("De zaak is nu een beschermde zaak")
        KIND = "kind", _("De zaak is nu van een soort die niet vanzelf naar een partner gaat")

    referral = models.ForeignKey("partners.Referral", on_delete=models.PROTECT, related_name="cut_offs")
    why = models.CharField(max_length=10, choices=Why)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = CutOffQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(ended_at=None), name="cut_off_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referral_id}: {self.why}"
