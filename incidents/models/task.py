from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

if TYPE_CHECKING:
    from safetyportal.accounts.models import User


class CaseTaskQuerySet(models.QuerySet["CaseTask"]):
    def shown_to(self, actor: User) -> Self:
        """What this member of staff may read of a case that is open to them: all but the reminders of others."""
        return self.exclude(~Q(owner=actor), is_personal=True)


class CaseTask(models.Model):
    """Something to do in a case before the end of a day, by somebody or by whoever gets to it.

    A personal one is a reminder for oneself: nobody else reads it. Its obligation is a Deadline (incidents.handling.case_tasks).
    """

    case = models.ForeignKey("incidents.Case", on_delete=models.CASCADE, related_name="tasks")
    # Of a case that was merged into this one: where it goes back to when that is set apart again.
    came_from = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=200)
    due_on = models.DateField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    is_personal = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True)

    objects = CaseTaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_by=None, done_at=None) | Q(done_by__isnull=False, done_at__isnull=False),
                name="case_task_done_by_iff_at",
            ),
            models.CheckConstraint(
                condition=Q(is_personal=False) | Q(owner=F("made_by"), owner__isnull=False),
                name="case_task_personal_is_for_oneself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.due_on}"
