from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.models import Case
from partners.models.referral_words import Ground
from safetyportal.policy.scopes import ScopedQuerySet
from safetyportal.privacy.fields import EncryptedTextField


class ScaleUpQuerySet(ScopedQuerySet["ScaleUp"]):
    def scope_own_cases(self, actor: Any) -> ScaleUpQuerySet:
        return self.filter(case__in=Case.objects.scope_own_cases(actor))

    def waiting(self) -> ScaleUpQuerySet:
        """For a second person."""
        return self.filter(state=ScaleUp.State.PROPOSED)

    def up(self) -> ScaleUpQuerySet:
        return self.filter(state=ScaleUp.State.UP)


class ScaleUp(models.Model):
    """A case that goes up to the care-and-safety house or the municipality, and comes back (opschalen en afschalen).

    Somebody proposes it, a second person sends it: that makes the referral, which is all that the partner sees. What is kept
    here beside it is for staff: by which criteria, what was tried, what is expected back, who leads, and how it ended.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Wacht op een tweede persoon")
        UP = "up", _("Opgeschaald")
        REFUSED = "refused", _("Afgewezen")
        LAPSED = "lapsed", _("Vervallen: de zaak is gesloten")
        BACK = "back", _("Afgeschaald")

    class Lead(models.TextChoices):
        THEIRS = "theirs", _("De partner heeft de regie")
        OURS = "ours", _("Wij houden de regie")

    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="scale_ups")
    partner = models.ForeignKey("partners.Partner", on_delete=models.PROTECT, related_name="+")
    referral = models.OneToOneField(
        "partners.Referral", on_delete=models.PROTECT, null=True, related_name="scale_up"
    )
    state = models.CharField(max_length=8, choices=State)
    # The sentences as they were then: an association may change them.
    criteria = ArrayField(models.CharField(max_length=200))
    tried = EncryptedTextField()
    question = EncryptedTextField()
    expected = EncryptedTextField()
    answer_on = models.DateField()
    lead = models.CharField(max_length=6, choices=Lead)
    # What the release will need, as it was proposed.
    ground = models.CharField(max_length=12, choices=Ground)
    ground_text = EncryptedTextField()
    fields = ArrayField(models.CharField(max_length=20), default=list)
    summary = EncryptedTextField()

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=300, blank=True)

    back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    back_at = models.DateTimeField(null=True)
    # What the house or municipality said when it came back, and who of us leads from then on.
    result = EncryptedTextField(blank=True, default="")
    leads_again = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ScaleUpQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=["proposed", "up"]), name="scale_up_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "lapsed"], decided_by=None, decided_at=None)
                | Q(state__in=["up", "refused", "back"], decided_by__isnull=False, decided_at__isnull=False),
                name="scale_up_decided_iff_somebody_did",
            ),
            # Nobody sends a case up alone.
            models.CheckConstraint(
                condition=~Q(state__in=["up", "back"]) | ~Q(decided_by=F("made_by")),
                name="scale_up_has_second_person",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["up", "back"], referral__isnull=False)
                | (~Q(state__in=["up", "back"]) & Q(referral=None)),
                name="scale_up_referral_iff_sent",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="back", back_by__isnull=False, back_at__isnull=False, leads_again__isnull=False)
                    & ~Q(result="")
                )
                | (~Q(state="back") & Q(back_by=None, back_at=None, leads_again=None, result="")),
                name="scale_up_result_iff_back",
            ),
            models.CheckConstraint(condition=~Q(criteria=[]), name="scale_up_has_criteria"),
        ]
        indexes = [
            models.Index(fields=["case", "-made_at"], name="scale_up_by_case"),
            models.Index(
                fields=["state", "case"], condition=Q(state__in=["proposed", "up"]), name="scale_up_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} -> {self.partner_id}: {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.PROPOSED, self.State.UP)


class ScalingSettings(models.Model):
    """By which criteria a case goes up, and when it is looked at again: one row, as the association set it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    values = models.JSONField(default=dict)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="scaling_settings_only_one")]

    def __str__(self) -> str:
        return "scaling"
