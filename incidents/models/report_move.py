from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ReportMove(models.Model):
    """A report went from one case to another: by merging, splitting, or setting apart again. Kept for good.

    In which case a report was at which moment says what its reporter may read of what was said to all reporters of a case.
    """

    class Sort(models.TextChoices):
        MERGE = "merge", _("Samengevoegd")
        UNMERGE = "unmerge", _("Weer apart gezet")
        SPLIT = "split", _("Gesplitst")

    report = models.ForeignKey("incidents.Report", on_delete=models.CASCADE, related_name="moves")
    from_case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="+")
    to_case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="+")
    sort = models.CharField(max_length=10, choices=Sort)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["report", "at"], name="report_move_by_report")]
        constraints = [
            models.CheckConstraint(condition=~Q(from_case=F("to_case")), name="report_move_goes_elsewhere")
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.from_case_id} -> {self.to_case_id}"
