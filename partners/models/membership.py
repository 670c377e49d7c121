from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from partners.models.at_work import at_work
from partners.models.partner import Partner
from safetyportal.accounts.roles import Audience, Role
from safetyportal.policy.scopes import ScopedQuerySet


class MembershipQuerySet(ScopedQuerySet["Membership"]):
    def current(self, on: date) -> MembershipQuerySet:
        return self.filter(at_work(on))

    def not_over(self, on: date) -> MembershipQuerySet:
        """Current, or still to begin."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), ended_at=None)

    def scope_workplaces(self, actor: Any) -> MembershipQuerySet:
        """Who works where the actor looks after the people, the actor too.

        A system administrator everywhere; a partner's administrator at the partners where they work now, never staff.
        """
        now = self.current(timezone.localdate())
        if Role.SYSADMIN in actor.roles:
            return now
        own = Partner.objects.scope_workplaces(actor)
        return now.filter(partner__in=own.values("pk"), user__audience=Audience.PARTNER)

    def scope_workmates(self, actor: Any) -> MembershipQuerySet:
        """The same without the actor: nobody changes their own place."""
        return self.scope_workplaces(actor).exclude(user=actor)

    def scope_own_accounts(self, actor: Any) -> MembershipQuerySet:
        """Of those, whose account the actor may act on: not of somebody who works elsewhere too."""
        found = self.scope_workmates(actor)
        if Role.SYSADMIN in actor.roles:
            return found
        elsewhere = Membership.objects.not_over(timezone.localdate()).filter(user=OuterRef("user"))
        return found.filter(~Exists(elsewhere.exclude(partner=OuterRef("partner"))))


class Membership(models.Model):
    """Who works at a partner or desk, and so sees its queue. Ended, nothing of it opens any more."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="memberships")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    # The day is the last one of work; this is the moment at which somebody ended it before that day was over.
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "partner"], condition=Q(ends_on=None), name="membership_current_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False, ends_on__isnull=False),
                name="membership_ended_by_iff_at",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} @ {self.partner_id}"
