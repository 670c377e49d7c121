"""What monitors ask, and the invariants: each is seen when it is broken, and only then."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, DutyAlert, Ending, Hearing, Report, RoutingOrder
from partners.models import Referral
from partners.models.referral_words import State
from partners.routing.routing import route_report
from safetyportal import health
from safetyportal.clock.heartbeat import beat
from safetyportal.notices.models import Alarm, Notice
from safetyportal.notices.outbox import tell_all
from tests.incidents import parties as people
from tests.world import file, person, routed

MINUTE = timedelta(minutes=1)
Break = Callable[[Report, datetime], Any]


def everyone_lives(at: datetime) -> None:
    beat(name="relay", at=at)
    beat(name="worker", at=at)


def codes(at: datetime) -> list[str]:
    return [found.code for found in health.check_invariants(at=at)]


def open_alarms() -> set[str]:
    return set(
        Alarm.objects.filter(code=Alarm.Code.INVARIANT, cleared_at=None).values_list("subject", flat=True)
    )


def ask(name: str) -> tuple[int, dict[str, Any]]:
    answer = Client().get(reverse(name))
    return answer.status_code, json.loads(answer.content)


# What a monitor asks


@pytest.mark.django_db
def test_the_process_says_it_is_up_without_asking_the_database(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        answer = Client().get(reverse("healthz"))

    assert answer.status_code == 200
    assert answer.content == b"ok\n"


@pytest.mark.django_db
def test_ready_names_the_age_of_what_waits_longest(association: None) -> None:
    report = file("DRU-GEB", at=timezone.now() - timedelta(seconds=40))
    everyone_lives(timezone.now())

    status, told = ask("readyz")

    assert status == 200
    assert told["ready"] is True
    assert 40 <= told["oldest_waiting_seconds"] <= 60
    assert 0 <= told["relay_silent_seconds"] <= 20
    assert report.number not in json.dumps(told)


@pytest.mark.django_db
def test_nothing_waits_and_nobody_ever_lived() -> None:
    status, told = ask("readyz")

    assert status == 200
    assert told["oldest_waiting_seconds"] is None
    assert told["worker_silent_seconds"] is None


@pytest.mark.django_db
def test_a_migration_that_is_missing_makes_it_unready() -> None:
    MigrationRecorder.Migration.objects.filter(app="partners", name="0001_initial").delete()

    status, told = ask("readyz")

    assert status == 503
    assert (told["database"], told["migrations"]) == (True, False)


@pytest.mark.django_db
def test_a_database_that_is_away_makes_it_unready(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(connection.introspection, "table_names", away)

    status, told = ask("readyz")

    assert status == 503
    assert told["database"] is False


# The invariants


@pytest.mark.django_db
def test_a_portal_at_work_breaks_none(association: None) -> None:
    now = timezone.now()
    routed("DRU-GEB")
    routed("GEL-MUZ", consent=False)
    everyone_lives(now)

    assert codes(now + MINUTE) == []
    assert open_alarms() == set()


def twice_open(report: Report, now: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX referral_open_once")
    referral = Referral.objects.filter(case=report.case, state=State.RELEASED).first()
    assert referral is not None
    referral.pk = uuid4()
    referral.save(force_insert=True)


def done_without_decision(report: Report, now: datetime) -> None:
    """Past the triggers, as a hand in the database could."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE partners_referral SET decision_id = NULL WHERE case_id = %s", [report.case_id])
        cursor.execute("DELETE FROM partners_routingdecision")
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def waiting_order(report: Report, now: datetime) -> None:
    RoutingOrder.objects.create(report=report, round=2, asked_at=now - 2 * MINUTE, next_at=now - 2 * MINUTE)


def failing_order(report: Report, now: datetime) -> None:
    RoutingOrder.objects.create(
        report=report, round=2, asked_at=now - 2 * MINUTE, next_at=now + 5 * MINUTE, attempts=4
    )


def old_lease(report: Report, now: datetime) -> None:
    Notice.objects.create(
        template="partner_new", user=person("boa@"), dedupe_key="lease", leased_until=now - 2 * MINUTE
    )


def mail_that_nobody_sends(report: Report, now: datetime) -> None:
    tell_all(template="partner_new", key="forgotten", users=[person("boa@")], at=now - 11 * MINUTE)


def dead_order(report: Report, now: datetime) -> None:
    RoutingOrder.objects.create(report=report, round=2, asked_at=now, next_at=now, dead_at=now)


def silent_worker(report: Report, now: datetime) -> None:
    beat(name="worker", at=now - 3 * MINUTE)


def forgotten_alert(report: Report, now: datetime) -> None:
    DutyAlert.objects.create(case=report.case, raised_at=now - 2 * MINUTE, next_at=now - 2 * MINUTE)


def sleeping_alert(report: Report, now: datetime) -> None:
    DutyAlert.objects.create(case=report.case, raised_at=now, next_at=now + timedelta(hours=5))


def nobody_called(report: Report, now: datetime) -> None:
    Case.objects.filter(pk=report.case_id).update(urgency="U1", opened_at=now - 2 * MINUTE)


def left_behind(report: Report, now: datetime) -> None:
    """A case that was merged and kept its report."""
    Case.objects.filter(pk=report.case_id).update(
        status="merged", closed_at=now, merged_into=file("DRU-GEB", at=now).case
    )


def merged_twice(report: Report, now: datetime) -> None:
    left_behind(report, now)
    target = Case.objects.get(merged=report.case)
    Report.objects.filter(case=report.case).update(case=target)
    further = file("DRU-GEB", at=now).case
    Case.objects.filter(pk=target.pk).update(status="merged", closed_at=now, merged_into=further)
    Report.objects.filter(case=target).update(case=further)


def heard_without_a_line(report: Report, now: datetime) -> None:
    talk = people.talk_row(people.row(report.case, now), now)
    Hearing.objects.filter(pk=talk.pk).update(state="held", ended_at=now)


def ending_forgotten(report: Report, now: datetime) -> None:
    Ending.objects.create(case=report.case, at=now - 2 * MINUTE, next_at=now - 2 * MINUTE)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "breaks"),
    [
        ("I2", twice_open),
        ("I3", done_without_decision),
        ("I4", waiting_order),
        ("I4", failing_order),
        ("I5", old_lease),
        ("I6", dead_order),
        ("I7", silent_worker),
        ("I8", forgotten_alert),
        ("I8", sleeping_alert),
        ("I9", nobody_called),
        ("I10", left_behind),
        ("I10", merged_twice),
        ("I11", heard_without_a_line),
        ("I12", ending_forgotten),
        ("I13", mail_that_nobody_sends),
    ],
)
def test_a_broken_invariant_is_seen(association: None, code: str, breaks: Break) -> None:
    now = timezone.now()
    report = file("DRU-GEB", at=now)
    route_report(work_id=RoutingOrder.objects.get(report=report).pk, at=now)
    everyone_lives(now)

    breaks(report, now)

    assert code in codes(now)
    assert code in open_alarms()


@pytest.mark.django_db
def test_a_pile_behind_a_slow_server_is_no_fault_of_ours(association: None) -> None:
    now = timezone.now()
    everyone_lives(now)
    mail_that_nobody_sends(file("DRU-GEB", at=now), now)
    route_report(work_id=RoutingOrder.objects.get().pk, at=now)

    Notice.objects.create(
        template="partner_new", user=person("boa@"), dedupe_key="under way", leased_until=now + MINUTE
    )

    assert codes(now) == []


@pytest.mark.django_db
def test_a_report_that_nobody_routed_is_seen(association: None) -> None:
    now = timezone.now()
    file("DRU-GEB", at=now - 2 * MINUTE)
    everyone_lives(now)

    assert codes(now) == ["I1", "I4"]


@pytest.mark.django_db
def test_an_order_that_is_planned_for_later_does_not_wait_yet(association: None) -> None:
    now = timezone.now()
    case = routed("DRU-GEB")
    everyone_lives(now)
    report = Report.objects.get(case=case)
    RoutingOrder.objects.create(
        report=report, round=2, asked_at=now - 5 * MINUTE, next_at=now + timedelta(days=3)
    )

    assert codes(now) == []


@pytest.mark.django_db
def test_a_dead_order_that_somebody_took_up_is_no_alarm(association: None) -> None:
    now = timezone.now()
    case = routed("DRU-GEB")
    everyone_lives(now)
    dead_order(Report.objects.get(case=case), now)

    Case.objects.filter(pk=case.pk).update(holder=person("noord@"))

    assert codes(now) == []


@pytest.mark.django_db
def test_an_alarm_is_raised_once_and_settled_when_it_is_mended(association: None) -> None:
    now = timezone.now()
    everyone_lives(now - 3 * MINUTE)
    health.check_invariants(at=now)
    health.check_invariants(at=now)
    raised = Alarm.objects.filter(code=Alarm.Code.INVARIANT).count()

    everyone_lives(now)
    health.check_invariants(at=now)

    assert raised == 1
    assert open_alarms() == set()


@pytest.mark.django_db
def test_what_is_still_broken_stays_an_alarm_when_something_else_is_mended(association: None) -> None:
    now = timezone.now()
    file("DRU-GEB", at=now - 2 * MINUTE)
    health.check_invariants(at=now)
    assert open_alarms() == {"I1", "I4", "I7"}

    everyone_lives(now)
    health.check_invariants(at=now)

    assert open_alarms() == {"I1", "I4"}
