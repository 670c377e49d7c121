"""Querysets that hand out rows only through an action of the policy."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.db import models

from safetyportal.policy.gate import authorize

Row = TypeVar("Row", bound=models.Model)


class ScopedQuerySet(models.QuerySet[Row]):
    """`Model.objects.for_(actor, "noun.verb")`: the rows on which this actor may do that.

    Raises PermissionDenied when the actor may not do it at all; an action without a scope hands out no rows.
    """

    def for_(self, actor: Any, name: str) -> Self:
        rule = authorize(name, actor)
        if not rule.scope:
            return self.none()
        scope: Self = getattr(self, f"scope_{rule.scope}")(actor)
        return scope
