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
