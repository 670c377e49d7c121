from __future__ import annotations

from django.db import models


class Report(models.Model):
    title = models.CharField(max_length=80)
    place = models.CharField(max_length=80)
    kind = models.CharField(max_length=12)
    story = models.TextField()
    email = models.EmailField()
    filed_at = models.DateTimeField(auto_now_add=True)
    routed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.title


class Line(models.Model):
    """What a list shows; apart from Report, whose INSERT is timed."""

    title = models.CharField(max_length=80)
    place = models.CharField(max_length=80)
    kind = models.CharField(max_length=12)
    status = models.CharField(max_length=12)
    holder = models.CharField(max_length=80)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["status", "-created_at", "-id"], name="line_list")]

    def __str__(self) -> str:
        return self.title
