from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.models import Case
from incidents.models.conflict import kept_out
from partners.models import referral_scope
from partners.models.covenant import Covenant
from partners.models.matrix import MatrixCell
from partners.models.referral_words import IN_QUEUE, NOT_TOLD, READABLE, Delivery, Ground, State
from safetyportal.policy.scopes import ScopedQuerySet

ACCESS_AFTER_CLOSING = timedelta(days=30)


class ReferralQuerySet(ScopedQuerySet["Referral"]):
    def scope_own_queue(self, actor: Any) -> ReferralQuerySet:
        """What the actor's own partners or desks may read now, and nothing of a case of which the actor is kept out."""
        return (
            self.within_reach(timezone.now())
            .filter(referral_scope.own(actor))
            .exclude(kept_out(actor, "case__"))
        )

    def scope_lost_queue(self, actor: Any) -> ReferralQuerySet:
        """What the actor's own partners have in hand and cannot see any more: that it was there, they know.

        Not of a case that became protected since: that must not be known of it.
        """
        known = (
            self.out_of_sight(timezone.now())
            .filter(referral_scope.own(actor))
            .exclude(kept_out(actor, "case__"))
        )
        return known.filter(Q(case__restricted=False) | Q(released_by__isnull=False))

    def within_reach(self, at: datetime) -> ReferralQuerySet:
        """What its partner or desk may read: released, not handed back, not long closed. No page, mail or answer goes further.

        What leans on a covenant is gone when none is in force.
        """
        recent = Q(case__closed_at=None) | Q(case__closed_at__gt=at - ACCESS_AFTER_CLOSING)
        return self.filter(recent, referral_scope.seen(at), state__in=READABLE)

    def out_of_sight(self, at: datetime) -> ReferralQuerySet:
        """What a partner outside has in hand and cannot see any more (partners.at_work.cutting_off)."""
        held = self.filter(state__in=IN_QUEUE, case__closed_at=None, partner__is_internal=False)
        return held.exclude(referral_scope.seen(at))

    def scope_own_cases(self, actor: Any) -> ReferralQuerySet:
        """Referrals of the cases this member of staff works on, proposals included."""
        return self.filter(case__in=Case.objects.scope_own_cases(actor))

    def with_cells(self) -> ReferralQuerySet:
        """With what partners.disclosing.disclosure asks first, in the same statement: what the matrix says now of the partner
        (partners.disclosing.matrix.now), what is agreed with it (partners.disclosing.agreements), and whether there are files or a reporter in
        confidence to show.
        """
        cells = MatrixCell.objects.filter(profile=OuterRef("partner__profile"))
        shown = ArraySubquery(cells.values(one=JSONObject(field="field", shown="shown")))
        running = (
            Covenant.objects.in_force(timezone.localdate()).filter(partner=OuterRef("partner")).order_by()
        )
        agreed = ArraySubquery(running.values(one=JSONObject(sort="sort", data_types="data_types")))
        return self.annotate(
            cells=shown, agreed=agreed, has_files=_has("Attachment"), has_reveals=_has("Reveal")
        )

    def queue(self) -> ReferralQuerySet:
        """Work that waits, the first due first. What is left of a case that just closed is about to end (partners.ending)."""
        return self.filter(state__in=IN_QUEUE, case__closed_at=None).order_by("due_at", "id")

    def left_open(self) -> ReferralQuerySet:
        """What a case can leave behind when it ends: proposals, and work of our own desks."""
        return self.filter(Q(state=State.PROPOSED) | Q(state__in=IN_QUEUE, partner__is_internal=True))


def _has(model: str) -> Exists:
    return Exists(apps.get_model("partners", model)._default_manager.filter(referral=OuterRef("pk")))


class Referral(models.Model):
    """One case for one partner (doorverwijzing): proposed by routing or a person, released, answered.

    `fields` are the default_matrix.Field this partner sees of this case, as far as the matrix allows now; nothing else ever
    reaches its page.
    """

    class Mode(models.TextChoices):
        AUTOMATIC = "A", _("Automatisch, ook zonder convenant")
        MINIMISED = "M", _("Automatisch, met een convenant")
        CONSENT = "T", _("Met toestemming van de melder")
        HOLD = "H", _("Vrijgegeven door een medewerker")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="referrals")
    partner = models.ForeignKey("partners.Partner", on_delete=models.PROTECT, related_name="referrals")
    decision = models.ForeignKey(
        "partners.RoutingDecision", on_delete=models.PROTECT, null=True, related_name="referrals"
    )
    mode = models.CharField(max_length=1, choices=Mode)
    state = models.CharField(max_length=10, choices=State)
    why = models.CharField(max_length=300, blank=True)
    blocks = ArrayField(models.CharField(max_length=20), default=list)
    fields = ArrayField(models.CharField(max_length=20), default=list)
    summary = models.TextField(blank=True)
    # What whoever released it saw and let go, besides the fields: the secret addresses and shelters (their keys), and which kind
    # of case it was. A home named later, or a heavier kind, is nobody's decision.
    homes_along = ArrayField(models.BigIntegerField(), default=list, db_default=[])
    kind_along = models.CharField(max_length=12, blank=True, default="", db_default="")
    created_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    ground = models.CharField(max_length=12, choices=Ground, blank=True)
    ground_text = models.TextField(blank=True)
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Working days to answer where the rule names its own; otherwise those of the partner count.
    answer_days = models.PositiveSmallIntegerField(null=True)
    due_at = models.DateTimeField(null=True)
    # When its people were last told, or it was seen that there was nobody to tell. Whether they see it never hangs on this.
    delivered_at = models.DateTimeField(null=True)
    delivery = models.CharField(max_length=12, choices=Delivery, blank=True, default="", db_default="")
    # When its people were reminded that it is late; once.
    reminded_at = models.DateTimeField(null=True)
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)

    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answer = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    outcome = models.TextField(blank=True)

    # Of one that is shown before it is released: the lines of the diary that would go with it (SharedLine).
    lines_to_be: tuple[tuple[datetime, str], ...] = ()

    objects = ReferralQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "partner"],
                condition=Q(state__in=["proposed", "released", "accepted", "asked"]),
                name="referral_open_once",
            ),
            # Only a proposal is unreleased, and a proposal never is: the partner's queryset leans on it.
            models.CheckConstraint(
                condition=Q(state="proposed", released_at=None)
                | Q(state="withdrawn")
                | (~Q(state="proposed") & Q(released_at__isnull=False, due_at__isnull=False)),
                name="referral_released_at_iff_out",
            ),
            # What a person had to release names the person and the ground.
            models.CheckConstraint(
                condition=~Q(mode="H") | Q(released_at=None) | (Q(released_by__isnull=False) & ~Q(ground="")),
                name="referral_hold_has_ground",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="referral_answered_by_iff_at",
            ),
            models.CheckConstraint(
                condition=Q(state="finished", finished_at__isnull=False, finished_by__isnull=False)
                | (~Q(state="finished") & Q(finished_at=None, finished_by=None)),
                name="referral_finished_by_iff_at",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="referral_declined_has_reason"
            ),
        ]
        indexes = [
            models.Index(
                fields=["partner", "due_at", "id"],
                condition=Q(state__in=["released", "accepted", "asked"]),
                name="referral_queue",
            ),
            models.Index(
                fields=["next_at"],
                condition=Q(delivered_at=None, released_at__isnull=False),
                name="referral_to_deliver",
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=Q(reminded_at=None, state__in=["released", "accepted"]),
                name="referral_to_remind",
            ),
            models.Index(
                fields=["delivered_at"], condition=Q(delivery__in=NOT_TOLD), name="referral_not_told"
            ),
            models.Index(
                fields=["partner", "-finished_at"], condition=Q(state="finished"), name="referral_finished"
            ),
            models.Index(fields=["case"], name="referral_by_case"),
            models.Index(fields=["created_at"], condition=Q(state="proposed"), name="referral_proposals"),
            models.Index(fields=["case"], condition=Q(state="proposed"), name="referral_proposed_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} -> {self.partner_id}: {self.state}"
