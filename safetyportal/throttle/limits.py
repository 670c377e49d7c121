"""Counters against guessing and flooding, in PostgreSQL so that all processes count together.

Windows are fixed: at the turn of one, twice the limit can pass in a short time. Keys are hashed under the day
of their window, so a row tells nothing about who it was and rows of two days cannot be joined; purge() lets
no row live long.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.models import F

from safetyportal.privacy.keys import keyed_hash
from safetyportal.throttle.models import RateCounter

KEPT = timedelta(days=2)

# One statement: two hits at the same moment wait for each other on the row and both count.
HIT = """
INSERT INTO throttle_ratecounter (bucket, key, window_start, count) VALUES (%s, %s, %s, %s)
ON CONFLICT (bucket, key, window_start) DO UPDATE SET count = throttle_ratecounter.count + excluded.count
RETURNING count
"""
PEEK = "SELECT count FROM throttle_ratecounter WHERE bucket = %s AND key = %s AND window_start = %s"


def hit(*, bucket: str, key: str, window_seconds: int, at: datetime, amount: int = 1) -> int:
    """Count one, or `amount`, and return how many there are in this window. Inside a transaction, a rollback takes it
    back."""
    start = _window_start(at, window_seconds)
    with connection.cursor() as cursor:
        cursor.execute(HIT, [bucket, _hashed(bucket, key, start), start, amount])
        (count,) = cursor.fetchone()
    return int(count)


def take_back(*, bucket: str, key: str, window_seconds: int, at: datetime) -> None:
    """One less: what was counted beforehand did not have to be."""
    start = _window_start(at, window_seconds)
    RateCounter.objects.filter(
        bucket=bucket, key=_hashed(bucket, key, start), window_start=start, count__gt=0
    ).update(count=F("count") - 1)


def over_at(*, window_seconds: int, at: datetime) -> datetime:
    """When this window ends, and with it what a limit refused."""
    return _window_start(at, window_seconds) + timedelta(seconds=window_seconds)


def peek(*, bucket: str, key: str, window_seconds: int, at: datetime) -> int:
    """How many there are in this window, without counting."""
    start = _window_start(at, window_seconds)
    with connection.cursor() as cursor:
        cursor.execute(PEEK, [bucket, _hashed(bucket, key, start), start])
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def is_over(*, bucket: str, key: str, limit: int, window_seconds: int, at: datetime) -> bool:
    """Whether the limit is used up: the next one is one too many."""
    return peek(bucket=bucket, key=key, window_seconds=window_seconds, at=at) >= limit


def purge(*, at: datetime) -> int:
    """Forget windows that began two days ago or more; returns how many."""
    gone, _ = RateCounter.objects.filter(window_start__lte=at - KEPT).delete()
    return gone


def _window_start(at: datetime, window_seconds: int) -> datetime:
    return datetime.fromtimestamp(at.timestamp() // window_seconds * window_seconds, UTC)


def _hashed(bucket: str, key: str, start: datetime) -> str:
    return keyed_hash(f"throttle:{start:%Y-%m-%d}", f"{bucket}\0{key}")
