from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _


class Rank(models.IntegerChoices):
    """Who is called first, and who is next when that person does not react."""

    FIRST = 1, _("Eerste")
    SECOND = 2, _("Tweede")
    THIRD = 3, _("Derde")


class ShiftQuerySet(models.QuerySet["Shift"]):
    def at(self, moment: datetime) -> ShiftQuerySet:
        """Running at this moment: from the first second, up to but not at the last."""
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)

    def within(self, start: datetime, end: datetime) -> ShiftQuerySet:
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class TsTzRange(Func):
    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


def _one_at_a_time(rank: Rank) -> ExclusionConstraint:
    """One for each rank: a rank and a range in one constraint would need an extension of PostgreSQL."""
    return ExclusionConstraint(
        name=f"shift_one_at_a_time_{rank}",
        expressions=[(TsTzRange(F("starts_at"), F("ends_at")), RangeOperators.OVERLAPS)],
        condition=Q(rank=rank),
    )


class Shift(models.Model):
    """Somebody is on duty from one moment to another."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="shifts")
    rank = models.PositiveSmallIntegerField(choices=Rank)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = ShiftQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "rank", "id"]
        indexes = [models.Index(fields=["ends_at"], name="shift_ends")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="shift_ends_after_it_starts"
            ),
            *map(_one_at_a_time, Rank),
        ]

    def __str__(self) -> str:
        return f"{self.rank} {self.starts_at:%Y-%m-%d %H:%M}"
