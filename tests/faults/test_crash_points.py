"""kill -9 of the processes that answer tenants: a receipt is a promise, and pressing again is safe."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from random import Random

import psycopg
import pytest

from safetyportal.embedded.supervisor import answers
from safetyportal.wake import CHANNEL
from tests.faults.breaking import held, kill_web_workers
from tests.faults.oracle import assert_each_routed_once
from tests.faults.walker import BROKEN, Writing, write
from tests.journeys.processes import Portal, wait_until

DRAFTS, TENANTS, KILLS = 24, 3, 10
KEPT = "SELECT number FROM incidents_report WHERE draft_key = %s"
STUCK = "SELECT pid FROM pg_locks WHERE NOT granted AND relation = %s::regclass"


def kept(portal: Portal, writing: Writing) -> list[str]:
    return [number for (number,) in portal.query(KEPT, writing.draft)]


def press_until_killed(writing: Writing) -> None:
    with pytest.raises(BROKEN):
        writing.press()


def test_a_kill_halfway_the_transaction_leaves_nothing_and_pressing_again_files_it(portal: Portal) -> None:
    writing = write(portal.url)

    with ThreadPoolExecutor(1) as tenant, held(portal, "clock_deadline"):  # written after report and case
        pressed = tenant.submit(press_until_killed, writing)
        wait_until(lambda: portal.query(STUCK, "clock_deadline"))
        kill_web_workers(portal)
        pressed.result()
    kept_after_kill = kept(portal, writing)
    receipt = writing.send()

    assert kept_after_kill == []
    assert kept(portal, writing) == [receipt.number]
    assert_each_routed_once(portal, [receipt.number], within=10)


def test_a_kill_between_commit_and_answer_keeps_the_report_and_pressing_again_gives_its_number(
    portal: Portal,
) -> None:
    writing = write(portal.url)

    with ThreadPoolExecutor(1) as tenant, held(portal, "throttle_ratecounter"):  # written after the commit
        pressed = tenant.submit(press_until_killed, writing)
        kept_before_kill = wait_until(lambda: kept(portal, writing))
        kill_web_workers(portal)
        pressed.result()
    receipt = writing.send()

    assert kept_before_kill == kept(portal, writing) == [receipt.number]
    assert receipt.code
    assert_each_routed_once(portal, [receipt.number], within=10)


def test_every_receipt_stands_for_one_report_while_web_processes_are_killed(portal: Portal) -> None:
    with ThreadPoolExecutor(TENANTS) as tenants:
        writings = list(
            tenants.map(lambda house: write(portal.url, house=house), [2, 4, 6, 8] * (DRAFTS // 4))
        )
        lost_answers: list[bool] = []
        over = threading.Event()
        killer = threading.Thread(target=kill_now_and_then, args=(portal, over))
        killer.start()

        def send(writing: Writing) -> str:
            for _ in range(2 * KILLS):
                try:
                    return writing.send().number
                except BROKEN:
                    lost_answers.append(bool(kept(portal, writing)))
            raise AssertionError("killed too often")

        try:
            numbers = list(tenants.map(send, writings))
        finally:
            over.set()
            killer.join()
    again = [writing.send().number for writing in writings]

    assert again == numbers
    assert [kept(portal, writing) for writing in writings] == [[number] for number in numbers]
    assert {True, False} <= set(lost_answers), "the kills hit nobody before, or nobody after the commit"
    assert_each_routed_once(portal, numbers, within=20)


def kill_now_and_then(portal: Portal, over: threading.Event) -> None:
    """Half of the kills at the very commit of a report, which the bell tells; the others at random."""
    random = Random("web")
    with psycopg.connect(portal.environment["DATABASE_URL"], autocommit=True) as bell:
        bell.execute(f"LISTEN {CHANNEL}")
        for number in range(KILLS):
            if number % 2:
                over.wait(random.uniform(0, 0.3))
            else:
                wait_until(lambda: over.is_set() or "route" in heard(bell))
            if over.is_set():
                return
            kill_web_workers(portal)
            wait_until(lambda: answers(portal.url))
            heard(bell)  # what rang meanwhile is past


def heard(bell: psycopg.Connection) -> set[str]:
    return {note.payload for note in bell.notifies(timeout=0.1, stop_after=1)}
