from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import RequestFactory

from safetyportal.throttle import limits
from safetyportal.throttle.clients import client_key
from safetyportal.throttle.models import RateCounter

AT = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
HOUR = 3600


def hit(key: str = "203.0.113.9", at: datetime = AT, bucket: str = "code") -> int:
    return limits.hit(bucket=bucket, key=key, window_seconds=HOUR, at=at)


@pytest.mark.django_db
def test_hits_count_up_within_one_window_key_and_bucket() -> None:
    assert [hit(), hit(), hit(at=AT + timedelta(minutes=29))] == [1, 2, 3]

    assert hit(at=AT + timedelta(minutes=30)) == 1
    assert hit(key="203.0.113.10") == 1
    assert hit(bucket="other") == 1


@pytest.mark.django_db
def test_looking_does_not_count() -> None:
    hit()

    for _ in range(3):
        assert limits.peek(bucket="code", key="203.0.113.9", window_seconds=HOUR, at=AT) == 1
    assert limits.peek(bucket="code", key="203.0.113.10", window_seconds=HOUR, at=AT) == 0


@pytest.mark.django_db
def test_the_limit_is_over_once_it_is_used_up() -> None:
    def over() -> bool:
        return limits.is_over(bucket="code", key="203.0.113.9", limit=2, window_seconds=HOUR, at=AT)

    hit()
    assert not over()
    hit()
    assert over()


@pytest.mark.django_db
def test_the_table_has_no_address_and_days_cannot_be_joined() -> None:
    hit()
    hit(at=AT + timedelta(days=1))

    keys = list(RateCounter.objects.values_list("key", flat=True))
    assert len(set(keys)) == 2
    assert not any("203" in key and "113" in key for key in keys)


@pytest.mark.django_db
def test_old_windows_are_forgotten() -> None:
    hit(at=AT - timedelta(days=3))
    hit()

    assert limits.purge(at=AT) == 1
    assert limits.peek(bucket="code", key="203.0.113.9", window_seconds=HOUR, at=AT) == 1


@pytest.mark.django_db
def test_no_hit_is_lost_when_eight_processes_count_at_once() -> None:
    """Threads with connections of their own: what they count is really committed, hence the cleaning up."""

    def count(_: int) -> list[int]:
        try:
            return [hit(bucket="race") for _ in range(25)]
        finally:
            connection.close()

    def forget() -> None:
        try:
            RateCounter.objects.filter(bucket="race").delete()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        try:
            answers = [answer for batch in pool.map(count, range(8)) for answer in batch]
        finally:
            pool.submit(forget).result()

    assert sorted(answers) == list(range(1, 201))


def key_of(address: str, forwarded: str = "") -> str:
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return client_key(RequestFactory().get("/", REMOTE_ADDR=address, **headers))


def test_an_ipv6_visitor_counts_with_the_whole_64() -> None:
    assert key_of("2001:db8:1:2:aaaa::1") == key_of("2001:db8:1:2:bbbb::2") == "2001:db8:1:2::/64"
    assert key_of("2001:db8:1:3::1") != key_of("2001:db8:1:2::1")
    assert key_of("::ffff:203.0.113.9") == key_of("203.0.113.9") == "203.0.113.9"


def test_a_forged_forwarding_header_does_not_give_a_new_key(settings) -> None:
    settings.TRUSTED_PROXIES = 0
    assert key_of("203.0.113.9", "198.51.100.1") == "203.0.113.9"

    settings.TRUSTED_PROXIES = 1
    assert key_of("10.0.0.1", "198.51.100.1, 203.0.113.9") == "203.0.113.9"

    settings.TRUSTED_PROXIES = 2
    assert key_of("10.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.2") == "203.0.113.9"
    assert key_of("10.0.0.1", "198.51.100.1") == "10.0.0.1"


@pytest.mark.parametrize("address", ["", "not an address", "203.0.113.9; drop"])
def test_what_is_no_address_shares_one_key(address: str) -> None:
    assert key_of(address) == "unknown"
