from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from incidents.models import Case
from partners.models.referral_words import Ground
from safetyportal.policy.scopes import ScopedQuerySet


class QuestionQuerySet(ScopedQuerySet["Question"]):
    def waiting(self) -> QuestionQuerySet:
        """Neither answered nor lapsed."""
        return self.filter(answered_at=None, closed_at=None)

    def scope_own_cases(self, actor: Any) -> QuestionQuerySet:
        return self.filter(referral__case__in=Case.objects.scope_own_cases(actor))


class Question(models.Model):
    """What a partner or desk wants to know before it goes on, and our answer. One at a time for a referral.

    An answer lets more out, so to an outside partner it has a ground, like a release. A question lapses (closed_at) when
    the partner takes it back, gives the case back or finishes, when staff withdraw the referral, or when the case ends.
    """

    referral = models.ForeignKey("partners.Referral", on_delete=models.PROTECT, related_name="questions")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    ground = models.CharField(max_length=12, choices=Ground, blank=True)
    ground_text = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(answered_at=None, closed_at=None),
                name="question_one_waiting",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="question_answered_by_iff_at",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(closed_at=None), name="question_answered_or_lapsed"
            ),
        ]
        indexes = [models.Index(fields=["referral", "-asked_at"], name="question_of_referral")]

    def __str__(self) -> str:
        return f"question {self.pk} of {self.referral_id}"

    @property
    def waits(self) -> bool:
        return self.answered_at is None and self.closed_at is None
