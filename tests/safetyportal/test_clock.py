from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from safetyportal.accounts.models import Team
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import (
    AMSTERDAM,
    add_working_days,
    add_working_time,
    is_office_time,
    is_working_day,
    next_office_moment,
    working_time_between,
)
from safetyportal.clock.deadlines import Name
from safetyportal.clock.heartbeat import beat, silence
from safetyportal.clock.jobs import once_a_day
from safetyportal.clock.models import Deadline
from safetyportal.clock.urgency import Urgency


def dutch(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-04-06",
        "2026-04-27",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2025-04-26",
        "2025-05-05",
    ],
)
def test_nobody_works_on_an_official_day_off(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-04-03", "2026-05-05", "2026-12-24", "2026-12-31"])
def test_good_friday_and_an_ordinary_liberation_day_are_working_days(day: str) -> None:
    assert is_working_day(date.fromisoformat(day))


def test_an_association_can_close_on_more_days(settings) -> None:
    settings.OFFICE_CLOSED_ON_GOOD_FRIDAY = True
    settings.OFFICE_ALSO_CLOSED = ["2026-05-15"]
    office.keep(office.defaults())

    assert not is_working_day(date(2026, 4, 3))
    assert not is_working_day(date(2026, 5, 15))


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("2026-12-01T10:00", 1, "2026-12-02T17:00"),
        ("2026-12-01T10:00", 0, "2026-12-01T17:00"),
        ("2026-12-01T06:00", 1, "2026-12-02T17:00"),
        ("2026-12-01T17:00", 1, "2026-12-02T17:00"),
        ("2026-12-01T17:01", 1, "2026-12-03T17:00"),
        ("2026-12-04T12:00", 1, "2026-12-07T17:00"),
        ("2026-12-05T12:00", 1, "2026-12-08T17:00"),
        ("2026-12-24T12:00", 1, "2026-12-28T17:00"),
        ("2026-12-31T23:30", 1, "2027-01-05T17:00"),
        ("2026-05-13T12:00", 5, "2026-05-21T17:00"),
        # the two nights in which the clock is changed
        ("2026-03-28T23:00", 1, "2026-03-31T17:00"),
        ("2026-03-27T12:00", 1, "2026-03-30T17:00"),
        ("2026-10-25T02:30", 1, "2026-10-27T17:00"),
        ("2026-10-23T12:00", 1, "2026-10-26T17:00"),
    ],
)
def test_a_term_ends_with_the_office_hours_of_its_last_working_day(
    received: str, days: int, due: str
) -> None:
    answer = add_working_days(dutch(received), days)

    assert answer == dutch(due)
    assert answer.tzinfo is UTC


def test_the_hour_in_utc_moves_with_summer_time() -> None:
    assert add_working_days(dutch("2026-03-27T12:00"), 0).hour == 16
    assert add_working_days(dutch("2026-03-27T12:00"), 1).hour == 15


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        add_working_days(datetime(2026, 12, 1, 10), 1)


@pytest.mark.parametrize(
    ("at", "open_now", "next_open"),
    [
        ("2026-12-01T08:29", False, "2026-12-01T08:30"),
        ("2026-12-01T08:30", True, "2026-12-01T08:30"),
        ("2026-12-01T16:59", True, "2026-12-01T16:59"),
        ("2026-12-01T17:00", False, "2026-12-02T08:30"),
        ("2026-12-05T12:00", False, "2026-12-07T08:30"),
        ("2026-12-24T20:00", False, "2026-12-28T08:30"),
        ("2026-03-29T02:30", False, "2026-03-30T08:30"),
    ],
)
def test_the_office_knows_when_it_is_open(at: str, open_now: bool, next_open: str) -> None:
    assert is_office_time(dutch(at)) is open_now
    assert next_office_moment(dutch(at)) == dutch(next_open)


def test_working_time_skips_nights_weekends_and_the_change_of_the_clock() -> None:
    friday, monday = dutch("2026-03-27T16:00"), dutch("2026-03-30T09:30")

    assert working_time_between(friday, monday) == timedelta(hours=2)
    assert add_working_time(friday, timedelta(hours=2)) == monday
    assert working_time_between(monday, friday) == timedelta(0)


@pytest.mark.parametrize(("urgency", "days"), [("U0", 1), ("U1", 1), ("U2", 2), ("U3", 5), ("U4", 10)])
def test_each_urgency_has_its_term_for_first_contact(urgency: str, days: int) -> None:
    assert Urgency(urgency).working_days == days


@pytest.fixture
def at() -> datetime:
    return dutch("2026-12-01T10:00").astimezone(UTC)


def opened(at: datetime, name: Name = Name.PARTNER_ANSWER, **more) -> Deadline:
    due = add_working_days(at, 2)
    deadlines.open_deadline(subject_kind="case", subject_id=7, name=name, due=due, at=at, **more)
    return deadlines.open_for(subject_kind="case", subject_id=7).get(name=name, about=more.get("about", ""))


@pytest.mark.django_db
def test_a_case_gets_its_first_terms(at: datetime) -> None:
    team = Team.objects.create(name="Oost")

    deadlines.open_for_case(
        case_id=7, urgency="U2", team_id=team.pk, at=at, names=(Name.FIRST_CONTACT, Name.DECIDE)
    )

    dues = {row.name: row.due for row in deadlines.open_for(subject_kind="case", subject_id=7)}
    assert dues == {"first_contact": dutch("2026-12-03T17:00"), "decide": dutch("2026-12-08T17:00")}
    assert Deadline.objects.filter(team=team).count() == 2


@pytest.mark.django_db
def test_a_deadline_that_is_open_is_not_opened_twice(at: datetime) -> None:
    first = opened(at)
    again = opened(at + timedelta(days=3))

    assert again == first
    assert again.due == first.due
    with pytest.raises(IntegrityError), transaction.atomic():
        Deadline.objects.create(
            subject_kind="case", subject_id="7", name=Name.PARTNER_ANSWER, due=at, created_at=at
        )


@pytest.mark.django_db
def test_two_partners_of_one_case_owe_their_answers_apart(at: datetime) -> None:
    opened(at, about="ref-a", bars_closing=True)
    opened(at, about="ref-b", bars_closing=True)

    met = deadlines.meet(subject_kind="case", subject_id=7, name=Name.PARTNER_ANSWER, about="ref-a", at=at)

    assert met
    assert deadlines.bars_closing(subject_kind="case", subject_id=7)
    assert [row.about for row in deadlines.open_for(subject_kind="case", subject_id="7")] == ["ref-b"]


@pytest.mark.django_db
def test_what_is_met_bars_nothing_and_may_be_opened_again(at: datetime) -> None:
    first = opened(at, bars_closing=True)
    deadlines.meet_all(subject_kind="case", subject_id=7, at=at)

    assert not deadlines.bars_closing(subject_kind="case", subject_id=7)
    assert not deadlines.meet(subject_kind="case", subject_id=7, name=Name.PARTNER_ANSWER, at=at)
    assert opened(at) != first


@pytest.mark.django_db
def test_a_pause_moves_the_due_moment_by_the_office_time_it_took(at: datetime) -> None:
    deadline = opened(at)
    assert deadline.due == dutch("2026-12-03T17:00")

    deadlines.pause(deadline=deadline, at=dutch("2026-12-02T10:00"))
    assert not Deadline.objects.late(dutch("2026-12-09T10:00")).exists()
    deadlines.resume(deadline=deadline, at=dutch("2026-12-04T10:00"))
    deadlines.resume(deadline=deadline, at=dutch("2026-12-11T10:00"))

    deadline.refresh_from_db()
    assert deadline.due == dutch("2026-12-07T17:00")
    assert deadline.paused_since is None
    assert Deadline.objects.late(dutch("2026-12-09T10:00")).exists()


@pytest.mark.django_db
def test_a_second_pause_does_not_begin_anew(at: datetime) -> None:
    deadline = opened(at)
    deadlines.pause(deadline=deadline, at=at)
    deadlines.pause(deadline=deadline, at=at + timedelta(hours=3))

    deadline.refresh_from_db()
    assert deadline.paused_since == at


@pytest.mark.django_db
def test_a_daily_job_is_taken_on_once_a_dutch_day() -> None:
    late_evening = dutch("2026-07-01T23:59").astimezone(UTC)

    assert once_a_day(name="purge", at=late_evening)
    assert not once_a_day(name="purge", at=late_evening - timedelta(hours=12))
    assert once_a_day(name="purge", at=late_evening + timedelta(minutes=1))
    assert once_a_day(name="remind", at=late_evening)


@pytest.mark.django_db
def test_a_heartbeat_tells_how_long_a_process_is_silent(at: datetime) -> None:
    assert silence(name="relay", at=at) is None

    beat(name="relay", at=at - timedelta(minutes=9))
    beat(name="relay", at=at - timedelta(minutes=2))

    assert silence(name="relay", at=at) == timedelta(minutes=2)
