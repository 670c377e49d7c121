from __future__ import annotations

from datetime import date

from django.db.models import Q


def at_work(on: date, prefix: str = "") -> Q:
    """A membership that counts on this day; `prefix` is the way to it ("memberships__"). Ended is over at once."""
    begun = Q(**{f"{prefix}starts_on__lte": on, f"{prefix}ended_at": None})
    return begun & (Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": on}))
