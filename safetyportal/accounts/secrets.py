"""The secrets of code apps and recovery codes, which allauth keeps inside a JSON column: encrypted again on rotation."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q, QuerySet

from safetyportal.privacy.keys import field_keys
from safetyportal.privacy.rotation import Kept

NAMES = ("secret", "seed")


def outdated() -> QuerySet[Any]:
    """Rows with a secret that the first key did not write, or that is not encrypted yet."""
    first = f"{field_keys()[0].id}:"
    old = Q(pk__in=[])
    for name in NAMES:
        old |= Q(**{f"data__{name}__isnull": False}) & ~Q(**{f"data__{name}__startswith": first})
    found: QuerySet[Any] = Authenticator.objects.filter(old)
    return found


def rewrite(batch: int) -> int:
    """Encrypt at most `batch` rows with the first key; rows in use are left for the next call."""
    with transaction.atomic():
        rows = list(outdated().select_for_update(skip_locked=True).order_by("pk")[:batch])
        for row in rows:
            for name in NAMES:
                if name in row.data:
                    row.data[name] = get_adapter().encrypt(get_adapter().decrypt(row.data[name]))
            row.save(update_fields=["data"])
    return len(rows)


KEPT = Kept("mfa.Authenticator.data", lambda: outdated().count(), rewrite)
