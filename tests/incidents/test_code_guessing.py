"""Guessing at numbers and codes: nothing tells a number that exists from one that does not, and few guesses pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from itertools import product
from threading import Barrier
from typing import Any

import pytest
import time_machine
from argon2 import PasswordHasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from incidents.following import codes, reporter_links
from incidents.models import LinkRequest, Report
from incidents.pages import followup
from incidents.rules.numbers import make_code, make_number
from safetyportal.notices.models import Alarm, Notice
from tests.incidents.tenant import words
from tests.incidents.test_reporter_links import MAIL, mailed, relayed
from tests.world import CODE, NOON, file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
WRONG = "0000-0000-0000-0000"
TOGETHER = 30


def wrong_code(number: str) -> Any:
    return Client().post(reverse("follow_enter"), {"number": number, "code": WRONG})


def lost_code(number: str) -> Any:
    return Client().post(reverse("follow_lost"), {"number": number, "email": MAIL})


def blocked(number: str) -> Any:
    for _ in range(followup.FAILURES_PER_NUMBER):
        guess(number, client=make_code())
    return wrong_code(number)


def guess(number: str, *, client: str, code: str = WRONG) -> Report | None:
    return followup.enter(number=number, code=code, client=client, at=timezone.now())


ASKED = pytest.mark.parametrize("ask", [wrong_code, lost_code, blocked])


@contextmanager
def work() -> Iterator[list[str]]:
    """The statements of the block without their values, and each hash that was made or compared."""
    done: list[str] = []
    with pytest.MonkeyPatch.context() as patch, CaptureQueriesContext(connection) as captured:
        for name in ("hash", "verify"):
            patch.setattr(PasswordHasher, name, _noted(getattr(PasswordHasher, name), name, done))
        yield done
    done += [re.sub(r"'[^']*'|\d+", "?", one["sql"]) for one in captured]


def _noted(method: Callable[..., Any], name: str, done: list[str]) -> Callable[..., Any]:
    def noted(*args: Any, **kwargs: Any) -> Any:
        done.append(f"argon2 {name}")
        return method(*args, **kwargs)

    return noted


def seen(answer: Any, number: str) -> tuple[object, ...]:
    """All of an answer but what was typed, and what is random in every answer."""
    body = answer.content.decode().replace(number, "…")
    body = re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]*"', r"\1", body)
    headers = {name: value for name, value in answer.headers.items() if name != "X-Request-ID"}
    return answer.status_code, body, headers, sorted(answer.cookies)


# Known and unknown


@ASKED
def test_nothing_in_the_answer_says_whether_a_number_exists(ask: Callable[[str], Any]) -> None:
    with time_machine.travel(NOON, tick=False):
        known, unknown = file("GEL-MUZ").number, make_number("M")

        assert seen(ask(known), known) == seen(ask(unknown), unknown)


@ASKED
def test_a_number_that_exists_gives_no_more_work_than_one_that_does_not(ask: Callable[[str], Any]) -> None:
    known, unknown = file("GEL-MUZ").number, make_number("M")
    ask(make_number("M"))

    with work() as of_known:
        ask(known)
    with work() as of_unknown:
        ask(unknown)

    assert of_known == of_unknown
    assert any("INSERT" in one for one in of_known)


def test_a_wrong_code_costs_one_hash_also_the_first_in_a_process() -> None:
    known = file("GEL-MUZ").number
    codes._dummy.cache_clear()

    with work() as first:
        wrong_code(known)
    with work() as next_one:
        wrong_code(make_number("M"))

    assert Counter(first)["argon2 hash"] == 1  # what an unknown number is compared with, made beforehand
    assert (Counter(first)["argon2 verify"], Counter(next_one)["argon2 verify"]) == (1, 1)
    assert Counter(next_one)["argon2 hash"] == 0


def test_asking_for_a_link_leaves_the_same_row_and_only_the_relay_looks() -> None:
    known, unknown = file("GEL-MUZ").number, make_number("M")
    Notice.objects.all().delete()

    for number in (known, unknown):
        lost_code(number)

    assert LinkRequest.objects.count() == 2
    assert not Notice.objects.exists()
    stored = connection.cursor().execute("SELECT number, email FROM incidents_linkrequest").fetchall()
    assert not any(text in str(stored) for text in (known, unknown, MAIL))
    relayed()
    assert (LinkRequest.objects.count(), Notice.objects.count()) == (0, 1)


def test_how_many_links_one_may_ask_says_nothing_about_a_number() -> None:
    known, unknown = file("GEL-MUZ").number, make_number("M")
    with time_machine.travel(NOON, tick=False):
        for number in (known, unknown) * (reporter_links.MOST_PER_CLIENT // 2):
            assert lost_code(number).status_code == 200

        pages = {str(seen(lost_code(number), number)) for number in (known, unknown)}

        assert len(pages) == 1
        refused = lost_code(known)
        assert refused.status_code == 429
        assert "Vanaf 13.00 uur kunt u het weer proberen." in words(refused)
        assert MAIL in refused.content.decode()


def test_what_nobody_could_answer_is_forgotten_after_a_day() -> None:
    lost_code(make_number("M"))

    reporter_links.purge(at=timezone.now() + timedelta(hours=23))
    assert LinkRequest.objects.exists()
    reporter_links.purge(at=timezone.now() + timedelta(hours=25))
    assert not LinkRequest.objects.exists()


# Many guesses


@pytest.fixture
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of guesses in seconds; how many pass does not hang on the price of a hash."""
    monkeypatch.setattr(codes, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    codes._dummy.cache_clear()


@pytest.fixture
def quiet_hour() -> Iterator[None]:
    """No turn of the hour in the middle, at which all counts begin anew."""
    with time_machine.travel(NOON, tick=False):
        yield
    codes._dummy.cache_clear()


@pytest.mark.usefixtures("cheap_hashes", "quiet_hour")
def test_a_thousand_addresses_at_one_number_get_ten_guesses_an_hour() -> None:
    number = file("GEL-MUZ").number

    tried = _guesses([(number, f"client {one}") for one in range(1000)])

    assert tried == {number: followup.FAILURES_PER_NUMBER}
    assert Alarm.objects.filter(code=Alarm.Code.CODE_GUESSING).count() == 1


@pytest.mark.usefixtures("cheap_hashes", "quiet_hour")
def test_many_addresses_at_many_numbers_get_twenty_guesses_each() -> None:
    numbers = [file("GEL-MUZ").number for _ in range(5)] + [make_number("M") for _ in range(300)]
    clients = [f"client {one}" for one in range(40)]
    # Each client in turn its own way round the numbers: 25 guesses each.
    turns = [
        (numbers[(turn * 7 + place * 11) % len(numbers)], client)
        for turn, (place, client) in product(range(25), enumerate(clients))
    ]

    tried = _guesses(turns)

    assert tried.total() == len(clients) * followup.FAILURES_PER_ADDRESS
    assert max(tried.values()) <= followup.FAILURES_PER_NUMBER
    assert Alarm.objects.filter(code=Alarm.Code.CODE_GUESSING).count() == 1


def _guesses(turns: list[tuple[str, str]]) -> Counter[str]:
    """How many codes were really compared, by number; not one is right."""
    tried: Counter[str] = Counter()
    for number, client in turns:
        try:
            assert guess(number, client=client, code=make_code()) is None
            tried[number] += 1
        except followup.TooManyTries:
            pass
    return tried


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_guesses_at_the_same_moment_do_not_all_pass() -> None:
    number = file("GEL-MUZ").number
    barrier = Barrier(TOGETHER)

    def one_guess(place: int) -> bool:
        try:
            barrier.wait(timeout=30)
            return guess(number, client=f"client {place}") is None
        except followup.TooManyTries:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as pool:
        passed = sum(pool.map(one_guess, range(TOGETHER)))

    assert passed == followup.FAILURES_PER_NUMBER


def test_the_right_code_is_never_counted() -> None:
    number = file("GEL-MUZ").number

    for _ in range(followup.FAILURES_PER_ADDRESS + 5):
        assert guess(number, client="192.0.2.1", code=CODE) is not None


# The reporter meanwhile


def test_a_reporter_comes_in_by_a_link_while_others_guess_at_the_number() -> None:
    with time_machine.travel(NOON, tick=False):
        report = file("GEL-MUZ")
        shut = blocked(report.number)
        assert shut.status_code == 429
        assert shut["Retry-After"] == "3600"
        assert "Vanaf 13.00 uur kunt u het weer proberen." in words(shut)
        assert "Gaf u een e-mailadres? Dan sturen wij u een link. Die werkt nu ook." in words(shut)
        assert reverse("follow_lost") in shut.content.decode()

        lost_code(report.number)
        relayed()
        client = Client()
        client.get(mailed())
        opened = client.post(reverse("follow_link_use"), follow=True)

        assert report.number in words(opened)
        assert "Hoe staat het ervoor?" in words(opened)
