"""Who works at a partner or desk and can sign in: whom we mail, and whether anybody is there to read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import OuterRef
from django.utils import timezone

from partners.models.at_work import at_work
from safetyportal.accounts.models import User


def members(*, partner_id: int | OuterRef, at: datetime) -> Any:
    return User.objects.filter(
        at_work(timezone.localdate(at), "memberships__"), is_active=True, memberships__partner=partner_id
    ).distinct()
