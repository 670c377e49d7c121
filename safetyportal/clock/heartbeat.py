"""Signs of life of the processes; health checks read how old they are."""

from __future__ import annotations

from datetime import datetime, timedelta

from safetyportal.clock.models import Heartbeat


def beat(*, name: str, at: datetime) -> None:
    Heartbeat.objects.bulk_create(
        [Heartbeat(name=name, at=at)], update_conflicts=True, update_fields=["at"], unique_fields=["name"]
    )


def silence(*, name: str, at: datetime) -> timedelta | None:
    """How long ago `name` gave a sign of life; None if it never did."""
    last = Heartbeat.objects.filter(name=name).values_list("at", flat=True).first()
    return None if last is None else at - last
