from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partners.models.rule_set import RuleSet


class Backtest(models.Model):
    """Reports of a while ago, sent by two sets of rules as they would go now (terugtoets). Counts only, nothing is written to a case.

    `rules` is what `rule_set` held when it was asked, because a draft goes on changing; `against` is the set in use, which
    never changes. It goes through the reports in the order of filing, from after `after_at` and `after_id`.
    """

    class State(models.TextChoices):
        RUNNING = "running", _("Loopt")
        DONE = "done", _("Klaar")
        STOPPED = "stopped", _("Gestopt")

    class Why(models.TextChoices):
        CANCELLED = "cancelled", _("Een medewerker stopte de terugtoets.")
        FAILED = "failed", _("Er ging een paar keer iets mis. Start de terugtoets opnieuw.")

    rule_set = models.ForeignKey(RuleSet, on_delete=models.CASCADE, related_name="backtests")
    against = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="+")
    rules = models.JSONField()
    from_day = models.DateField()
    to_day = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    state = models.CharField(max_length=8, choices=State, default=State.RUNNING)
    why = models.CharField(max_length=10, choices=Why, blank=True)
    ended_at = models.DateTimeField(null=True)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    after_at = models.DateTimeField(null=True)
    after_id = models.UUIDField(null=True)
    # What the work itself took, without waiting for a turn.
    seconds = models.FloatField(default=0)
    result = models.JSONField(default=list)

    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule_set"], condition=Q(state="running"), name="backtest_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(to_day__gte=F("from_day")), name="backtest_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state="running", ended_at=None)
                | (~Q(state="running") & Q(ended_at__isnull=False)),
                name="backtest_ended_at_iff_over",
            ),
            models.CheckConstraint(
                condition=(Q(state="stopped") & ~Q(why="")) | (~Q(state="stopped") & Q(why="")),
                name="backtest_stopped_has_why",
            ),
            models.CheckConstraint(
                condition=Q(after_at=None, after_id=None) | Q(after_at__isnull=False, after_id__isnull=False),
                name="backtest_cursor_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state="running"), name="backtest_running"),
        ]

    def __str__(self) -> str:
        return f"{self.rule_set_id} against {self.against_id}: {self.state}"
