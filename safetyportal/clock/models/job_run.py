from __future__ import annotations

from django.db import models


class JobRun(models.Model):
    """A daily job that was taken on for one day; the row is the lock."""

    name = models.CharField(max_length=60)
    day = models.DateField()
    started_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "day"], name="job_run_once_a_day")]

    def __str__(self) -> str:
        return f"{self.name} {self.day}"
