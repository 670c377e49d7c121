from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.models.case import Case
from incidents.rules.ladder_levels import Ground, Level, Track
from safetyportal.policy.scopes import ScopedQuerySet
from safetyportal.privacy.fields import EncryptedTextField


class LadderStepQuerySet(ScopedQuerySet["LadderStep"]):
    def scope_own_cases(self, actor: Any) -> LadderStepQuerySet:
        return self.filter(case__in=Case.objects.scope_own_cases(actor))

    def of(self, case: Case) -> LadderStepQuerySet:
        """Of a case, and of what was merged into it: a warning given counts wherever the work goes on."""
        return self.filter(Q(case=case) | Q(case__merged_into=case))

    def in_force(self) -> LadderStepQuerySet:
        return self.filter(state=LadderStep.State.IN_FORCE)

    def waiting(self) -> LadderStepQuerySet:
        return self.filter(state=LadderStep.State.PROPOSED)


class LadderStep(models.Model):
    """One step on the ladder (domain 3.3): on which ground, what is agreed, when it is checked, and what came of it.

    Two levels up at once is a proposal until a second person confirms it. What was set never changes; the outcome of the check
    is written once.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Wacht op een tweede persoon")
        IN_FORCE = "in_force", _("Gezet")
        REFUSED = "refused", _("Afgewezen")

    class Outcome(models.TextChoices):
        KEPT = "kept", _("De afspraak is nagekomen")
        PARTLY = "partly", _("Deels nagekomen")
        NOT_KEPT = "not_kept", _("Niet nagekomen")

    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="steps")
    track = models.CharField(max_length=8, choices=Track)
    level = models.CharField(max_length=2, choices=Level)
    # How many levels up from where the case stood.
    climbs = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State)
    ground = models.CharField(max_length=14, choices=Ground)
    reason = EncryptedTextField()
    agreed = EncryptedTextField(blank=True, default="")
    # Article and version, as "artikel 4, versie januari 2026".
    house_rule = models.CharField(max_length=120, blank=True)
    check_on = models.DateField(null=True)

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=300, blank=True)

    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    outcome_text = EncryptedTextField(blank=True, default="")
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    checked_at = models.DateTimeField(null=True)

    objects = LadderStepQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [
            models.Index(fields=["case", "-made_at"], name="ladder_by_case"),
            models.Index(fields=["made_at"], condition=Q(state="proposed"), name="ladder_proposed"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "track"], condition=Q(state="proposed"), name="ladder_one_proposal"
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by=None, decided_at=None)
                | (~Q(state="proposed") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="ladder_decided_iff_not_proposed",
            ),
            # Two levels at once: four eyes.
            models.CheckConstraint(
                condition=~Q(state="in_force") | Q(climbs__lte=1) | ~Q(decided_by=F("made_by")),
                name="ladder_jump_has_second_person",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", checked_by=None, checked_at=None)
                | (~Q(outcome="") & Q(state="in_force", checked_by__isnull=False, checked_at__isnull=False)),
                name="ladder_checked_iff_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.level} {self.state}"
