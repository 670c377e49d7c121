from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.defaults.default_matrix import Cell, Field, within_law
from partners.models.partner import Profile


class MatrixCell(models.Model):
    """When one field goes to the partners of one profile (domain 4.3); the database holds what the law leaves."""

    profile = models.CharField(max_length=12, choices=Profile)
    field = models.CharField(max_length=20, choices=Field)
    shown = models.CharField(max_length=8, choices=Cell)

    class Meta:
        verbose_name = _("wat een ketenpartner ziet")
        constraints = [
            models.UniqueConstraint(fields=["profile", "field"], name="matrix_cell_once"),
            models.CheckConstraint(condition=within_law(), name="matrix_cell_within_law"),
        ]

    def __str__(self) -> str:
        return f"{self.profile} {self.field}: {self.shown}"
