from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class RoutingRuleQuerySet(models.QuerySet["RoutingRule"]):
    def in_force(self, on: date) -> RoutingRuleQuerySet:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), is_active=True, valid_from__lte=on)


class RoutingRule(models.Model):
    """One ordered rule: when it matches first, its targets are the partners. Empty means 'any'.

    `targets` is a list of [partner type, share mode]; a mode looser than the kind's floor is made stricter.
    """

    position = models.PositiveIntegerField()
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kinds = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    bands = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    municipality = models.CharField(max_length=60, blank=True)
    complex = models.ForeignKey(
        "complexes.Complex", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    hour_from = models.PositiveSmallIntegerField(null=True, blank=True)
    hour_to = models.PositiveSmallIntegerField(null=True, blank=True)
    targets = models.JSONField(default=list)
    use_kind_default = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    is_active = models.BooleanField(default=True)
    valid_from = models.DateField(default=date(2026, 1, 1))
    valid_to = models.DateField(null=True, blank=True)

    objects = RoutingRuleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hour_from=None, hour_to=None)
                | (Q(hour_from__lte=23) & Q(hour_to__lte=24) & ~Q(hour_from=F("hour_to"))),
                name="rule_hours",
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"
