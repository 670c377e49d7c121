"""What cannot wait calls who is on duty, one after the other, and says nothing about it in a mail."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework, changing
from incidents.models import Case, DutyAlert, DutyCall, Kind, TimelineEntry
from incidents.models.case import Band
from incidents.rules.workflow import CloseReason, Status
from incidents.staffing import on_call
from safetyportal.accounts.models import RoleGrant
from safetyportal.audit.models import AuditEvent
from safetyportal.clock import office
from safetyportal.duty.models import Rank, Shift
from safetyportal.notices.models import Alarm, Notice
from safetyportal.notices.outbox import send
from safetyportal.people.models import Absence
from safetyportal.relay import Relay
from tests.partners.partner_side import client_of
from tests.world import file, in_stairwell, person

pytestmark = pytest.mark.django_db

URGENT, CALM, PROTECTED = "AGR-BED", "GEL-MUZ", "AGR-HUIS"
HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture
def now() -> datetime:
    return timezone.now()


def on_duty(email: str, rank: int, at: datetime) -> None:
    day = timedelta(days=1)
    Shift.objects.create(
        person=person(email), rank=rank, starts_at=at - day, ends_at=at + day, made_by=person("teamleider@"),
        made_at=at,
    )  # fmt: skip


def look(at: datetime) -> None:
    """As the relay would at this moment."""
    for alert in on_call.waiting().filter(next_at__lte=at):
        on_call.call_next(work_id=alert.pk, at=at)


def called() -> list[str]:
    return [call.user.email.partition("@")[0] for call in DutyCall.objects.select_related("user")]


def mailed() -> set[str]:
    found = Notice.objects.filter(template="duty_alert").values_list("user__email", flat=True)
    return {email.partition("@")[0] for email in found}


# Who is called


def test_an_urgent_report_calls_who_is_on_duty_at_once_and_a_calm_one_nobody(
    association: None, now: datetime
) -> None:
    on_duty("zuid@", Rank.FIRST, now)

    file(CALM, at=now)
    calm = called()
    file(URGENT, at=now)
    look(now)

    assert calm == []
    assert called() == ["zuid"]
    assert mailed() == {"zuid"}


def test_a_very_severe_report_calls_though_it_is_not_urgent(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    grave = Kind.objects.filter(nature=1, restricted=False).exclude(urgency__in=["U0", "U1"])[0]

    report = file(grave.pk, at=now, frequency="daily", since="gt6m", impact=("afraid",), child_involved="yes")
    look(now)

    assert report.case.severity_band == Band.S4
    assert called() == ["zuid"]


def test_a_case_that_becomes_very_severe_calls_too_and_only_once(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case, lead = file(CALM, at=now).case, person("teamleider@")

    casework.override_severity(case=case, band=Band.S3, reason="Erger.", by=lead, at=now)
    mild = DutyAlert.objects.count()
    casework.override_severity(case=case, band=Band.S4, reason="Zeer ernstig.", by=lead, at=now)
    casework.override_severity(case=case, band=Band.S4, reason="Nog steeds.", by=lead, at=now)
    look(now)
    look(now)

    assert mild == 0
    assert called() == ["zuid"]


def test_a_case_that_becomes_urgent_by_another_kind_calls_too(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case = file(CALM, at=now).case

    changing.change_kind(
        case=case, kind=Kind.objects.get(pk=URGENT), reason="Hij dreigt.", by=person("noord@"), at=now
    )
    look(now)

    assert called() == ["zuid"]


def test_who_does_not_react_is_followed_by_the_next_and_then_by_the_leads(
    association: None, now: datetime
) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    case = file(URGENT, at=now).case
    look(now)

    look(now + HALF_AN_HOUR - timedelta(seconds=1))
    too_early = called()
    look(now + HALF_AN_HOUR)
    second = called()
    look(now + 2 * HALF_AN_HOUR)
    leads = called()
    look(now + 3 * HALF_AN_HOUR)
    look(now + 4 * HALF_AN_HOUR)

    assert too_early == ["zuid"]
    assert second == ["zuid", "zuid2"]
    assert leads == called() == ["zuid", "zuid2", "teamleider"]
    assert Notice.objects.filter(template="duty_alert").count() == 3
    assert [one.text for one in case.timeline.filter(sort="alerted").order_by("pk")] == [
        "Glenn Pinasie", "Petra Oosterweg", "Jeroen Haverkort",
    ]  # fmt: skip
    assert Alarm.objects.get().code == Alarm.Code.DUTY_SILENT


def test_the_association_sets_how_long_the_next_one_waits(association: None, now: datetime) -> None:
    office.keep(office.from_values({"duty_minutes": 10}))
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    file(URGENT, at=now)
    look(now)

    look(now + timedelta(minutes=10))

    assert called() == ["zuid", "zuid2"]


def test_with_nobody_on_duty_the_leads_are_called_at_once_and_an_alarm_says_so(
    association: None, now: datetime
) -> None:
    case = file(URGENT, at=now).case

    look(now)

    assert called() == ["teamleider"]
    assert Alarm.objects.get().code == Alarm.Code.DUTY_EMPTY
    assert Alarm.objects.get().subject == case.number


def test_who_is_away_or_put_out_is_passed_over(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    on_duty("centrum@", Rank.THIRD, now)
    today = timezone.localdate(now)
    Absence.objects.create(
        user=person("zuid@"), from_on=today, until_on=today, set_by=person("zuid@"), set_at=now
    )
    type(person("zuid2@")).objects.filter(pk=person("zuid2@").pk).update(is_active=False)
    file(URGENT, at=now)

    look(now)

    assert called() == ["centrum"]


def test_a_shift_that_begins_meanwhile_is_called_before_the_leads(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    file(URGENT, at=now)
    look(now)
    Shift.objects.update(ends_at=now + timedelta(minutes=20))
    Shift.objects.create(
        person=person("zuid2@"), rank=Rank.FIRST, starts_at=now + timedelta(minutes=20),
        ends_at=now + timedelta(days=1), made_by=person("teamleider@"), made_at=now,
    )  # fmt: skip

    look(now + HALF_AN_HOUR)

    assert called() == ["zuid", "zuid2"]


def test_a_protected_case_calls_only_who_works_with_those(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case = file(PROTECTED, at=now).case

    look(now)

    assert called() == ["beschermd"]
    assert not Case.objects.for_(person("zuid@"), "case.read").filter(pk=case.pk).exists()


def test_on_duty_with_the_right_a_protected_case_calls_that_person(association: None, now: datetime) -> None:
    RoleGrant.objects.create(user=person("zuid2@"), role="restricted")
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    file(PROTECTED, at=now)

    look(now)

    assert called() == ["zuid2"]


# Saying that one looks


def test_who_looks_stops_the_calling_and_the_case_says_who(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    case = file(URGENT, at=now).case
    look(now)
    alert = DutyAlert.objects.get()

    answer = client_of("zuid@").post(reverse("duty_acknowledge", args=[alert.pk]))
    look(now + HALF_AN_HOUR)

    assert answer.headers["Location"] == reverse("case_page", args=[case.number])
    assert called() == ["zuid"]
    line = case.timeline.get(sort="acknowledged")
    assert (line.by, line.text) == (person("zuid@"), "")
    assert AuditEvent.objects.filter(action="case.acknowledge", object_id=str(case.pk)).count() == 1


def test_the_second_who_looks_is_told_who_was_first(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case = file(URGENT, at=now).case
    look(now)
    alert = DutyAlert.objects.get()
    on_call.acknowledge(alert=alert, by=person("zuid@"), at=now)

    answer = client_of("noord@").post(reverse("duty_acknowledge", args=[alert.pk]), follow=True)

    assert "Glenn Pinasie kijkt er al naar." in answer.content.decode()
    assert case.timeline.filter(sort="acknowledged").count() == 1


def test_taking_the_case_says_as_much(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    case = file(URGENT, at=now).case
    look(now)

    casework.take(case=case, by=person("noord@"), at=now)
    look(now + HALF_AN_HOUR)

    assert called() == ["zuid"]
    assert DutyAlert.objects.get().acknowledged_by == person("noord@")


def test_a_case_that_is_closed_calls_nobody_any_more(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    case = file(URGENT, at=now).case
    look(now)
    casework.close(
        case=case,
        status=Status.CLOSED,
        reason=CloseReason.SOLVED,
        message="Klaar.",
        by=person("noord@"),
        at=now,
    )

    look(now + HALF_AN_HOUR)
    answer = client_of("zuid@").post(reverse("duty_acknowledge", args=[DutyAlert.objects.get().pk]))

    assert called() == ["zuid"]
    assert not on_call.waiting().exists()
    assert answer.status_code == 404


def test_looking_clears_the_alarm_that_nobody_did(association: None, now: datetime) -> None:
    file(URGENT, at=now)
    look(now)

    on_call.acknowledge(alert=DutyAlert.objects.get(), by=person("teamleider@"), at=now)

    assert Alarm.objects.get().cleared_by == person("teamleider@")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_of_many_who_look_at_once_one_wins(now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case = file(URGENT, at=now).case
    look(now)
    alert, start = DutyAlert.objects.get(), Barrier(6)
    people = [person(f"{name}@") for name in ("zuid", "zuid2", "noord", "noord2", "teamleider", "triage")]

    def press(who: Any) -> str:
        start.wait()
        try:
            on_call.acknowledge(alert=alert, by=who, at=now)
        except on_call.AlreadyLookedAt as other:
            return str(other)
        finally:
            connection.close()
        return "won"

    with ThreadPoolExecutor(6) as threads:
        outcomes = list(threads.map(press, people))

    won = DutyAlert.objects.get().acknowledged_by.name
    assert sorted(outcomes) == sorted([won] * 5 + ["won"])
    assert TimelineEntry.objects.filter(case=case, sort="acknowledged").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_of_many_workers_at_once_one_calls(now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    file(URGENT, at=now)
    alert, start = DutyAlert.objects.get(), Barrier(6)

    def work(_: int) -> bool:
        start.wait()
        try:
            return on_call.call_next(work_id=alert.pk, at=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        outcomes = list(threads.map(work, range(6)))

    assert sum(outcomes) == 1
    assert called() == ["zuid"]
    assert Notice.objects.filter(template="duty_alert").count() == 1


# What the person sees


def test_the_mail_says_nothing_and_leads_to_a_page_behind_sign_in(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case = file(URGENT, at=now).case
    look(now)

    send(work_id=Notice.objects.get(template="duty_alert").pk, at=now)

    (letter,) = mail.outbox
    told = f"{letter.subject}\n{letter.body}"
    for secret in (
        case.number,
        case.reports.get().number,
        case.kind.label_nl,
        "Esdoornlaan",
        "Noord",
        "Aisha",
    ):
        assert secret not in told
    assert "/werk/dienst/" in letter.body
    assert reverse("account_login") in Client().get("/werk/dienst/").headers["Location"]


def test_on_duty_one_sees_just_that_case_of_another_team_until_it_is_over(
    association: None, now: datetime
) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    case, other = file(URGENT, at=now).case, file(CALM, at=now, place=in_stairwell(2)).case
    before = client_of("zuid@").get(reverse("case_page", args=[case.number])).status_code
    look(now)

    page = client_of("zuid@").get(reverse("case_page", args=[case.number]))
    beside = client_of("zuid@").get(reverse("case_page", args=[other.number])).status_code
    not_called = client_of("zuid2@").get(reverse("case_page", args=[case.number])).status_code
    inbox = client_of("zuid@").get(reverse("staff_inbox")).content.decode()

    assert (before, page.status_code, beside, not_called) == (404, 200, 404, 404)
    assert case.number in inbox and other.number not in inbox

    on_call.acknowledge(alert=DutyAlert.objects.get(), by=person("noord@"), at=timezone.now())

    assert client_of("zuid@").get(reverse("case_page", args=[case.number])).status_code == 404


def test_who_looked_keeps_the_case_until_the_end_of_the_next_working_day(
    association: None, now: datetime
) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case = file(URGENT, at=now).case
    look(now)

    on_call.acknowledge(alert=DutyAlert.objects.get(), by=person("zuid@"), at=now)

    assert Case.objects.for_(person("zuid@"), "case.read").filter(pk=case.pk).exists()
    DutyCall.objects.update(called_at=now - timedelta(days=9), ends_at=now - timedelta(minutes=1))
    assert not Case.objects.for_(person("zuid@"), "case.read").filter(pk=case.pk).exists()


def test_a_case_that_became_protected_is_out_of_sight_again(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    case = file(URGENT, at=now).case
    look(now)

    Case.objects.filter(pk=case.pk).update(restricted=True)

    assert client_of("zuid@").get(reverse("case_page", args=[case.number])).status_code == 404
    assert case.number not in client_of("zuid@").get(reverse("duty_page")).content.decode()


def test_the_page_lists_the_alerts_that_are_mine_to_see_and_no_others(
    association: None, now: datetime
) -> None:
    on_duty("noord@", Rank.FIRST, now)
    case = file(URGENT, at=now).case
    hidden = file(PROTECTED, at=now).case
    look(now)

    own = client_of("noord@").get(reverse("duty_page")).content.decode()
    elsewhere = client_of("zuid@").get(reverse("duty_page")).content.decode()

    assert case.number in own and "Ik kijk ernaar" in own and "Marieke Korenaar" in own
    assert hidden.number not in own
    assert case.number not in elsewhere and "Er zijn er nu geen." in elsewhere


def test_somebody_who_may_not_see_the_alert_cannot_answer_it(association: None, now: datetime) -> None:
    file(URGENT, at=now)
    look(now)

    answer = client_of("zuid@").post(reverse("duty_acknowledge", args=[DutyAlert.objects.get().pk]))

    assert answer.status_code == 404
    assert DutyAlert.objects.get().acknowledged_at is None


# How it survives


def test_without_a_broker_the_relay_calls_by_itself(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    file(URGENT, at=now)

    def broken(*_: Any) -> None:
        raise ConnectionError("no broker")

    Relay(send=broken).look({"duty"})

    assert called() == ["zuid"]


def test_an_alert_left_over_by_a_restart_is_found_when_its_time_comes(
    association: None, now: datetime
) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    on_duty("zuid2@", Rank.SECOND, now)
    file(URGENT, at=now - HALF_AN_HOUR)
    look(now - HALF_AN_HOUR)

    sent: list[tuple[str, Any, str]] = []
    Relay(send=lambda task, work_id, queue: sent.append((task, work_id, queue))).look({"duty"})

    assert sent == [("incidents.tasks.call_duty", DutyAlert.objects.get().pk, "chores")]


def test_the_mail_goes_before_a_pile_of_others(association: None, now: datetime) -> None:
    on_duty("zuid@", Rank.FIRST, now)
    file(URGENT, at=now)
    look(now)
    sent: list[tuple[str, Any, str]] = []

    Relay(send=lambda task, work_id, queue: sent.append((task, work_id, queue))).look({"notices"})

    queue_of = {work_id: queue for _task, work_id, queue in sent}
    assert queue_of[Notice.objects.get(template="duty_alert").pk] == "alerts"
    assert queue_of[Notice.objects.get(template="reporter_received").pk] == "notices"
