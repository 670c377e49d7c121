from __future__ import annotations

from django.db import models


class RateCounter(models.Model):
    """How often something happened in one window of time. `key` is a keyed hash; no address or number is in
    it."""

    bucket = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    window_start = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bucket", "key", "window_start"], name="rate_counter_once")
        ]

    def __str__(self) -> str:
        return f"{self.bucket} {self.count}"
