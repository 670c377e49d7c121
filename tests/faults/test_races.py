"""Many at the same moment, one wins. For routings that race see tests/partners/test_routing.py."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from incidents.handling.casework import AlreadyTaken, note, take
from incidents.models import Case, CaseWords, TimelineEntry
from incidents.search import indexing
from incidents.search.sources import Gathered
from partners.at_work.answering import accept
from partners.models.referral_words import State
from partners.sharing.release_checks import NotPossible
from safetyportal.accounts.models import User
from tests.faults.oracle import assert_each_routed_once
from tests.faults.walker import Receipt, Writing, write
from tests.journeys.processes import Portal
from tests.world import referral, routed

EIGHT = 8


def race(*runners: Callable[[], Any]) -> Counter[str]:
    """All at once, each in a thread with a connection of its own; how often each name of an outcome came."""
    start = threading.Barrier(len(runners))

    def run(runner: Callable[[], Any]) -> str:
        start.wait()
        try:
            runner()
        except Exception as error:
            return type(error).__name__
        finally:
            connection.close()
        return "won"

    with ThreadPoolExecutor(len(runners)) as threads:
        return Counter(threads.map(run, runners))


@pytest.mark.parametrize("clicks", [EIGHT, 50])
def test_racing_submits_of_one_draft_give_one_report_and_the_same_receipt(
    portal: Portal, clicks: int
) -> None:
    writing = write(portal.url)
    start = threading.Barrier(clicks)

    def click(tab: Writing) -> Receipt:
        start.wait()
        return tab.send()

    with ThreadPoolExecutor(clicks) as threads:
        receipts = set(threads.map(click, [writing.again() for _ in range(clicks)]))

    kept = portal.query("SELECT number FROM incidents_report WHERE draft_key = %s", writing.draft)
    assert len(receipts) == 1
    (receipt,) = receipts
    assert kept == [(receipt.number,)]
    assert receipt.code
    assert_each_routed_once(portal, [receipt.number], within=10)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_racing_takes_give_one_holder() -> None:
    case = routed("DRU-GEB")
    people = list(User.objects.order_by("pk")[:EIGHT])

    outcomes = race(*(lambda who=who: take(case=case, by=who, at=timezone.now()) for who in people))

    assert outcomes == {"won": 1, AlreadyTaken.__name__: 7}
    (taken,) = TimelineEntry.objects.filter(case=case, sort=TimelineEntry.Sort.TAKEN)
    assert Case.objects.get(pk=case.pk).holder == taken.by


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_racing_accepts_give_one_who_accepted() -> None:
    case = routed("DRU-GEB")
    asked = referral(case, "BOA")
    people = list(User.objects.order_by("pk")[:EIGHT])

    outcomes = race(*(lambda who=who: accept(referral=asked, by=who, at=timezone.now()) for who in people))

    assert outcomes == {"won": 1, NotPossible.__name__: 7}
    (accepted,) = TimelineEntry.objects.filter(case=case, sort=TimelineEntry.Sort.ACCEPTED)
    asked.refresh_from_db()
    assert asked.state == State.ACCEPTED
    assert asked.answered_by == accepted.by


@pytest.mark.usefixtures("committed_association")
def test_notes_while_words_are_indexed_are_all_found() -> None:
    """Verbs that ask and workers that index, all at once: when nothing waits any more, no word is missing."""
    case = routed("GEL-MUZ")
    by = User.objects.get(email__startswith="noord@")
    words = [f"zilver{number}" for number in range(EIGHT)]

    def write_down(word: str) -> None:
        note(case=case, text=f"Gezien: {word}.", by=by, at=timezone.now())
        indexing.index(work_id=case.pk, at=timezone.now())

    for _round in range(3):
        assert race(*(lambda word=word: write_down(word) for word in words)) == {"won": EIGHT}
    while indexing.waiting().exists():
        indexing.index(work_id=case.pk, at=timezone.now())

    kept = CaseWords.objects.get(pk=case.pk).words
    assert all(f"'{word}'" in kept for word in words)


@pytest.mark.usefixtures("committed_association")
def test_who_indexes_what_is_older_never_writes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """One reads a case and dawdles; meanwhile there is a note, and another indexes it."""
    case = routed("GEL-MUZ")
    by = User.objects.get(email__startswith="noord@")
    indexing.index(work_id=case.pk, at=timezone.now())
    note(case=case, text="Eerder.", by=by, at=timezone.now())
    read, other_is_done = threading.Event(), threading.Event()
    gather = indexing.gather

    def dawdle(case_id: int) -> Gathered:
        found = gather(case_id)
        if not read.is_set():
            read.set()
            other_is_done.wait(1)  # with the lock the other waits for us
        return found

    def other() -> None:
        read.wait()
        note(case=case, text="Een zilverfazant.", by=by, at=timezone.now())
        indexing.index(work_id=case.pk, at=timezone.now())
        other_is_done.set()

    monkeypatch.setattr(indexing, "gather", dawdle)
    assert race(lambda: indexing.index(work_id=case.pk, at=timezone.now()), other) == {"won": 2}

    assert "zilverfazant" in CaseWords.objects.get(pk=case.pk).words
    assert not indexing.waiting().exists()
