from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from safetyportal.policy.scopes import ScopedQuerySet


class SavedListQuerySet(ScopedQuerySet["SavedList"]):
    def scope_own_lists(self, actor: Any) -> SavedListQuerySet:
        return self.filter(owner=actor)


class SavedList(models.Model):
    """Filters of the inbox under a name of one's own. Pinned it stands above the inbox with how much there is.

    `query` is what stood in the address. It is read anew each time (desk.filters): it gives no sight of anything.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=300)
    pinned = models.BooleanField(default=False)
    position = models.PositiveIntegerField()
    created_at = models.DateTimeField()

    objects = SavedListQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="saved_list_name_once")]

    def __str__(self) -> str:
        return self.name
