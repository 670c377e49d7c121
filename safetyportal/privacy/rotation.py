"""Rewrite what was encrypted with an older key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast

from safetyportal.privacy.fields import EncryptedTextField
from safetyportal.privacy.keys import field_keys


@dataclass(frozen=True)
class Kept:
    """Encrypted values that stand in no field of ours. `rewrite` does at most that many and returns how many."""

    name: str
    waiting: Callable[[], int]
    rewrite: Callable[[int], int]


ELSEWHERE: list[Kept] = []


def register(kept: Kept) -> None:
    ELSEWHERE.append(kept)


def encrypted_fields() -> Iterator[tuple[type[models.Model], str]]:
    """Every encrypted column of the portal."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, EncryptedTextField):
                yield model, field.name


def outdated(*, model: type[models.Model], field: str) -> models.QuerySet[Any]:
    """The rows whose `field` was not written with the first key."""
    stored = model._base_manager.annotate(stored_text=Cast(F(field), TextField()))
    return stored.exclude(Q(stored_text="") | Q(stored_text=None)).exclude(
        stored_text__startswith=f"{field_keys()[0].id}:"
    )


def rotate(*, model: type[models.Model], field: str, batch: int) -> int:
    """Re-encrypt at most `batch` rows with the first key; returns how many. Rows in use are left for the next
    call."""
    with transaction.atomic(), connection.cursor() as cursor:
        # What triggers keep as it is may be written anew: it says the same afterwards.
        cursor.execute("SET LOCAL portal.rotate = 'on'")
        rows = list(
            outdated(model=model, field=field)
            .select_for_update(skip_locked=True, of=("self",))
            .order_by("pk")
            .values_list("pk", field)[:batch]
        )
        for pk, plain in rows:
            model._base_manager.filter(pk=pk).update(**{field: plain})
        cursor.execute("SET LOCAL portal.rotate = 'off'")
    return len(rows)
