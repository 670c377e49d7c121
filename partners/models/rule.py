from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from partners.models.rule_set import RuleSet


class RoutingRuleQuerySet(models.QuerySet["RoutingRule"]):
    def in_force(self, on: date) -> RoutingRuleQuerySet:
        """The rules that routing reads: of the set in use, switched on, and valid on this day."""
        return self.of_active_set().valid(on)

    def of_active_set(self) -> RoutingRuleQuerySet:
        return self.filter(rule_set__state=RuleSet.State.ACTIVE)

    def valid(self, on: date) -> RoutingRuleQuerySet:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), is_active=True, valid_from__lte=on)


# What somebody sets in the form; a rule with other content is another version.
CONTENT = (
    "name", "kinds", "bands", "municipality", "neighbourhood", "complex_id", "spaces", "weekdays", "hour_from", "hour_to",
    "question_key", "answer_value", "targets", "use_kind_default", "note", "owner_id", "is_active", "valid_from", "valid_to",
)  # fmt: skip


class RoutingRule(models.Model):
    """One ordered rule of a set: when it matches first, its targets are the partners. Empty means 'any'.

    `slug` names the rule through all sets, `version` grows when its content changes. `kinds` holds kind and group codes,
    `spaces` sorts of complexes.Space, `weekdays` 1 (Monday) to 7. An answer is asked for with one kind only, whose question it
    is. `targets` is a list of [partner type, share mode] or [partner type, share mode, working days to answer]; a mode looser
    than the kind's floor is made stricter.
    """

    rule_set = models.ForeignKey(RuleSet, on_delete=models.CASCADE, related_name="rules")
    position = models.PositiveIntegerField()
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    kinds = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    bands = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    municipality = models.CharField(max_length=60, blank=True)
    neighbourhood = models.CharField(max_length=60, blank=True, default="", db_default="")
    complex = models.ForeignKey(
        "complexes.Complex", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    spaces = ArrayField(models.CharField(max_length=3), default=list, blank=True, db_default=[])
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True, db_default=[])
    hour_from = models.PositiveSmallIntegerField(null=True, blank=True)
    hour_to = models.PositiveSmallIntegerField(null=True, blank=True)
    question_key = models.CharField(max_length=10, blank=True, default="", db_default="")
    answer_value = models.CharField(max_length=10, blank=True, default="", db_default="")
    targets = models.JSONField(default=list)
    use_kind_default = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    is_active = models.BooleanField(default=True)
    valid_from = models.DateField(default=date(2026, 1, 1))
    valid_to = models.DateField(null=True, blank=True)

    # Who last changed it and why; empty on what an association starts with.
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True, default="", db_default="")

    objects = RoutingRuleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["rule_set", "slug"], name="rule_once_in_set"),
            models.CheckConstraint(
                condition=Q(hour_from=None, hour_to=None)
                | (Q(hour_from__lte=23) & Q(hour_to__lte=24) & ~Q(hour_from=F("hour_to"))),
                name="rule_hours",
            ),
            models.CheckConstraint(
                condition=Q(question_key="", answer_value="") | (~Q(question_key="") & ~Q(answer_value="")),
                name="rule_answer_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"

    def is_valid_on(self, day: date) -> bool:
        """Whether routing reads it on this day: RoutingRuleQuerySet.valid for one rule."""
        return self.is_active and self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def lies_at(self, complex_id: int, municipality: str, neighbourhood: str) -> bool:
        """Whether a report from this complex is at the place that the rule asks for."""
        return (
            self.municipality in ("", municipality)
            and self.neighbourhood in ("", neighbourhood)
            and self.complex_id in (None, complex_id)
        )

    def content(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in CONTENT}

    @property
    def waits_for_an_owner(self) -> bool:
        """One an association starts with, which nobody took on yet: no loss of an owner."""
        return self.owner_id is None and self.changed_at is None

    @property
    def passes_everything(self) -> bool:
        """No condition at all: whatever comes to it, it takes."""
        return not (
            self.kinds or self.bands or self.municipality or self.neighbourhood or self.complex_id or self.spaces
            or self.weekdays or self.hour_from is not None or self.question_key
        )  # fmt: skip
