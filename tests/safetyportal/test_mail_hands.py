"""How many mails of a queue are under way at once, and how long one may take."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.utils import timezone

from safetyportal.notices import hands, outbox, tasks
from safetyportal.notices.models import Alarm, Notice, Trouble
from safetyportal.notices.outbox import MAX_ATTEMPTS, Way, tell_all
from safetyportal.notices.patient_smtp import PATIENCE, PatientBackend
from safetyportal.queues import ALERTS, MAIL_HANDS, MAIL_QUEUES, deliver_to
from tests.mail_server import MailServer
from tests.world import person

CARE, POLICE = deliver_to("care"), deliver_to("police")


def told(key: str, *, queue: str = CARE, lane: str = "", at: datetime | None = None) -> Notice:
    """One mail that waits, on its way to a partner."""
    user = person("boa@")
    way = Way(queue=queue, lane=lane)
    with transaction.atomic():
        tell_all(template="partner_new", key=key, users=[user], at=at or timezone.now(), way=way)
    return Notice.objects.get(dedupe_key=f"{key}:{user.pk}")


def test_a_queue_has_no_more_under_way_than_its_hands(association: None) -> None:
    now = timezone.now()
    mails = [told(f"{number}", lane=f"partner-{number}") for number in range(MAIL_HANDS[CARE] + 1)]
    other = told("other", queue=POLICE)

    leased = [hands.lease(work_id=one.pk, at=now) for one in mails]

    assert [one is not None for one in leased] == [True] * MAIL_HANDS[CARE] + [False]
    assert hands.lease(work_id=other.pk, at=now) is not None


def test_a_partner_has_one_under_way_and_leaves_a_hand_for_another(association: None) -> None:
    first, second, other = told("1", lane="slow"), told("2", lane="slow"), told("3", lane="quick")
    now = timezone.now()

    assert hands.lease(work_id=first.pk, at=now) is not None
    assert hands.lease(work_id=second.pk, at=now) is None
    assert hands.lease_next(queue=CARE, at=now) == other


def timed_out(*mails: Notice) -> None:
    Notice.objects.filter(pk__in=[one.pk for one in mails]).update(attempts=1, trouble=Trouble.SLOW)


def test_partners_that_are_slow_share_a_hand_and_leave_one_for_who_answers(association: None) -> None:
    slow, slower = told("1", lane="slow"), told("2", lane="slower")
    timed_out(slow, slower)
    quick = told("3", lane="quick")
    now = timezone.now()

    leased = [hands.lease(work_id=one.pk, at=now) is not None for one in (slow, slower, quick)]

    assert leased == [True, False, True]
    assert hands.lease_next(queue=CARE, at=now) is None


def test_whose_turn_is_next_passes_over_a_second_slow_partner_and_comes_back_to_it(association: None) -> None:
    slow, slower, quick = told("1", lane="slow"), told("2", lane="slower"), told("3", lane="quick")
    timed_out(slow, slower)
    now = timezone.now()
    first = hands.lease(work_id=slow.pk, at=now)
    assert first is not None

    hands.ring_on(queue=CARE, at=now)
    after = hands.lease_next(queue=CARE, at=now)
    outbox.note(notice=first, error=TimeoutError(), at=now)
    then = hands.lease_next(queue=CARE, at=now)

    assert (after, then) == (quick, slower)


def test_who_answers_again_has_hands_as_any_other(association: None) -> None:
    now = timezone.now()
    slow, other = told("1", lane="slow"), told("2", lane="slower")
    timed_out(slow, other)
    outbox.note(notice=slow, error=None, at=now)
    again = told("4", lane="slow")

    leased = [hands.lease(work_id=one.pk, at=now) is not None for one in (again, other)]

    assert leased == [True, True]


def test_a_mail_without_a_hand_is_not_rung_for_again_while_those_at_work_come_for_it(
    association: None,
) -> None:
    now = timezone.now()
    first, second = told("1", lane="slow"), told("2", lane="slow")
    hands.lease(work_id=first.pk, at=now)

    hands.lease(work_id=second.pk, at=now)

    second.refresh_from_db()
    assert second.rung_at == now + hands.ASIDE


def test_a_hand_that_died_is_free_when_its_lease_is_over(association: None) -> None:
    now = timezone.now()
    first, second = told("1", lane="slow", at=now), told("2", lane="slow", at=now)
    hands.lease(work_id=first.pk, at=now)

    after = now + hands.LEASE + timedelta(seconds=1)

    assert hands.lease(work_id=second.pk, at=after) == second


def test_who_is_done_takes_what_waits_in_the_same_queue_and_no_other(association: None) -> None:
    mine = [told(f"{number}", lane=f"partner-{number}") for number in range(4)]
    other = told("other", queue=POLICE)

    tasks.send(work_id=str(mine[2].pk))

    left = Notice.objects.filter(pk__in=[*(one.pk for one in mine), other.pk], sent_at=None)
    assert list(left) == [other]


def test_who_has_sent_for_long_enough_rings_for_the_next(
    association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = told("1"), told("2")
    Notice.objects.update(rung_at=timezone.now())
    monkeypatch.setattr(tasks, "TURN_SECONDS", -1)

    tasks.send(work_id=str(first.pk))

    second.refresh_from_db()
    assert second.sent_at is None and second.rung_at is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_racing_workers_hold_no_more_than_there_are_hands() -> None:
    mails = [told(f"{number}", lane=f"partner-{number % 6}") for number in range(12)]
    now, start = timezone.now(), threading.Barrier(len(mails))

    def lease(one: Notice) -> Notice | None:
        start.wait()
        try:
            return hands.lease(work_id=one.pk, at=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(mails)) as workers:
        held = [one for one in workers.map(lease, mails) if one]

    assert len(held) == MAIL_HANDS[CARE]
    assert len({one.lane for one in held}) == len(held)


def test_urgent_mail_has_hands_of_its_own(association: None) -> None:
    tell_all(template="duty_alert", key="alert", users=[person("noord@")], at=timezone.now())

    assert Notice.objects.get(template="duty_alert").queue == ALERTS == MAIL_QUEUES[0]


def test_no_mail_takes_longer_than_its_lease() -> None:
    assert PATIENCE + tasks.TURN_SECONDS < tasks.send.soft_time_limit < 60
    assert hands.LEASE.total_seconds() > PATIENCE


def test_a_server_that_answers_a_byte_at_a_time_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PatientBackend, "patience", 0.6)
    began = time.monotonic()

    with MailServer(drip=0.1) as server, pytest.raises(TimeoutError):
        _through(server)

    assert time.monotonic() - began < 3


def test_a_slow_server_is_waited_for() -> None:
    with MailServer(usual=0.5) as server:
        assert _through(server) == 1

    assert [address for address, _when in server.taken] == ["boa@example.nl"]


def _through(server: MailServer) -> int:
    backend = PatientBackend(host="127.0.0.1", port=server.port, timeout=5)
    letter = EmailMessage("Onderwerp", "Tekst", "a@example.nl", ["boa@example.nl"])
    return backend.send_messages([letter])


@pytest.mark.parametrize("trouble", [Trouble.ADDRESS, Trouble.AWAY, Trouble.SLOW])
def test_what_went_wrong_is_kept_in_a_word(
    association: None, settings: Any, monkeypatch: pytest.MonkeyPatch, trouble: Trouble
) -> None:
    one = told("1", lane="boa")
    monkeypatch.setattr(PatientBackend, "patience", 0.3)
    settings.EMAIL_BACKEND = "safetyportal.notices.patient_smtp.PatientBackend"
    with MailServer(usual=5) as server:
        server.refused = {person("boa@").email} if trouble == Trouble.ADDRESS else set()
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port if trouble != Trouble.AWAY else 1
        outbox.send(work_id=one.pk, at=timezone.now())

    one.refresh_from_db()
    assert (one.trouble, one.attempts, one.leased_until) == (trouble, 1, None)


def test_of_all_that_dies_on_its_way_to_one_partner_there_is_one_alarm(
    association: None, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "no.such.backend"
    dying = [told("1", lane="boa"), told("2", lane="boa")]
    Notice.objects.update(attempts=MAX_ATTEMPTS - 1)

    for one in dying:
        outbox.send(work_id=one.pk, at=timezone.now())

    assert [alarm.subject for alarm in Alarm.objects.filter(code=Alarm.Code.NOTICE_DEAD)] == ["boa"]
    assert Notice.objects.filter(dead_at__isnull=False).count() == 2
    assert mail.outbox == []
