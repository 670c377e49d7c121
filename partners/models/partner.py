from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.defaults.default_types import RESTRICTED, TRIAGE
from partners.models.at_work import at_work
from safetyportal.accounts.roles import Role
from safetyportal.policy.scopes import ScopedQuerySet


class Category(models.TextChoices):
    """Each category has its own delivery queue (safetyportal.queues.PARTNER_CATEGORIES)."""

    POLICE = "police", _("Politie")
    MUNICIPALITY = "municipality", _("Gemeente")
    CARE = "care", _("Zorg")
    WELFARE = "welfare", _("Welzijn")
    MEDIATION = "mediation", _("Bemiddeling")
    INTERNAL = "internal", _("Interne afdeling")
    OTHER = "other", _("Overig")


class Profile(models.TextChoices):
    """Which column of domain 4.3 tells what this partner may see."""

    POLICE = "police", _("Politie")
    ENFORCEMENT = "enforcement", _("Handhaving en jongerenwerk")
    MEDIATION = "mediation", _("Buurtbemiddeling")
    CARE = "care", _("Zorg en welzijn")
    MUNICIPALITY = "municipality", _("Gemeente")
    TECHNICAL = "technical", _("Techniek, brandweer, ongedierte")
    BASIC = "basic", _("Basis")
    INTERNAL = "internal", _("Interne afdeling")


class PartnerQuerySet(ScopedQuerySet["Partner"]):
    def active(self, on: date) -> PartnerQuerySet:
        return self.not_ended(on).filter(active_from__lte=on)

    def not_ended(self, on: date) -> PartnerQuerySet:
        """Who works with us on this day, or will."""
        return self.filter(Q(active_to=None) | Q(active_to__gte=on))

    def staffed_by(self, user: Any, at: datetime) -> PartnerQuerySet:
        """Active partners and desks at which this person works now."""
        today = timezone.localdate(at)
        return self.active(today).filter(at_work(today, "memberships__"), memberships__user=user).distinct()

    def scope_workplaces(self, actor: Any) -> PartnerQuerySet:
        """Whose people the actor looks after: a system administrator everybody's, a partner's administrator the own."""
        if Role.SYSADMIN in actor.roles:
            return self
        return self.staffed_by(actor, timezone.now()).filter(is_internal=False)

    def covering(self, *, municipality: str, neighbourhood: str, complex_id: int | None) -> PartnerQuerySet:
        """Partners whose area holds this place. A desk without an area covers everything, also an unknown place."""
        here = Q(areas__complex=complex_id) if complex_id else Q(pk__in=[])
        here |= Q(
            areas__complex=None,
            areas__municipality=municipality,
            areas__neighbourhood__in=["", neighbourhood],
        )
        return self.filter(Q(is_internal=True, areas=None) | here).distinct()


class Partner(models.Model):
    """A chain partner (ketenpartner) or internal desk: somebody with a queue."""

    code = models.SlugField(max_length=40, unique=True)
    type_code = models.CharField(max_length=12, db_index=True)
    name = models.CharField(max_length=100)
    category = models.CharField(max_length=12, choices=Category)
    profile = models.CharField(max_length=12, choices=Profile)
    is_internal = models.BooleanField(default=False)
    is_restricted = models.BooleanField(default=False)
    answer_days = models.PositiveSmallIntegerField(default=10)
    active_from = models.DateField(default=date(2026, 1, 1))
    active_to = models.DateField(null=True, blank=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["name", "code"], name="partner_by_name")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_internal=True, category="internal")
                | (Q(is_internal=False) & ~Q(category="internal")),
                name="partner_internal_iff_category",
            ),
            models.CheckConstraint(condition=Q(answer_days__gte=1), name="partner_answer_days"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_last_resort(self) -> bool:
        """The desks where everything ends up that nobody else takes: they cannot give it back."""
        return self.type_code in (TRIAGE, RESTRICTED)

    def is_active(self, on: date) -> bool:
        return self.active_from <= on and (self.active_to is None or self.active_to >= on)


class PartnerArea(models.Model):
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="areas")
    municipality = models.CharField(max_length=60, blank=True)
    neighbourhood = models.CharField(max_length=60, blank=True)
    complex = models.ForeignKey(
        "complexes.Complex", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "municipality", "neighbourhood", "complex"],
                nulls_distinct=False,
                name="partner_area_once",
            ),
            models.CheckConstraint(
                condition=~Q(municipality="") | Q(complex__isnull=False), name="partner_area_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id}: {self.municipality} {self.neighbourhood}".strip()
