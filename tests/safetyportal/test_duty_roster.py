"""Who has duty when: on the wall clock, in the weeks of the clock change too."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from safetyportal.audit.models import AuditEvent
from safetyportal.clock.calendar import AMSTERDAM, NoSuchTime
from safetyportal.duty import roster
from safetyportal.duty.models import Rank, Shift
from tests.partners.partner_side import client_of
from tests.world import person

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def dutch(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def put(email: str, starts: str, ends: str, rank: Rank = Rank.FIRST, weeks: int = 1) -> list[Shift]:
    return roster.add(
        person=person(email), rank=rank, starts=wall(starts), ends=wall(ends), weeks=weeks,
        by=person("teamleider@"), at=NOW,
    )  # fmt: skip


def serving(at: datetime) -> list[str]:
    return [shift.person.email.partition("@")[0] for shift in roster.on_duty(at)]


# The clock change. In 2027 summer time begins on 28 March and ends on 31 October.


def test_a_night_in_which_the_clock_goes_forward_is_an_hour_shorter(association: None) -> None:
    (shift,) = put("noord@", "2027-03-27 17:00", "2027-03-28 09:00")

    assert shift.ends_at - shift.starts_at == timedelta(hours=15)
    assert serving(dutch("2027-03-28T08:59")) == ["noord"]
    assert serving(dutch("2027-03-28T09:00")) == []


def test_a_night_in_which_the_clock_goes_back_is_an_hour_longer(association: None) -> None:
    (shift,) = put("noord@", "2027-10-30 17:00", "2027-10-31 09:00")

    assert shift.ends_at - shift.starts_at == timedelta(hours=17)


def test_a_duty_that_returns_keeps_its_time_on_the_wall_past_both_changes(association: None) -> None:
    spring = put("noord@", "2027-03-22 17:00", "2027-03-23 08:30", weeks=2)
    autumn = put("noord@", "2027-10-25 17:00", "2027-10-26 08:30", weeks=2)

    for shift in spring + autumn:
        assert timezone.localtime(shift.starts_at).strftime("%H:%M") == "17:00"
        assert timezone.localtime(shift.ends_at).strftime("%H:%M") == "08:30"
    assert [shift.starts_at.hour for shift in spring + autumn] == [16, 15, 15, 16]


def test_the_hour_that_is_skipped_is_refused_wherever_it_falls(association: None) -> None:
    with pytest.raises(NoSuchTime):
        put("noord@", "2027-03-28 02:30", "2027-03-28 09:00")
    with pytest.raises(NoSuchTime):
        put("noord@", "2027-03-21 02:30", "2027-03-21 09:00", weeks=2)

    assert not Shift.objects.exists()


def test_two_duties_that_meet_in_the_hour_that_comes_twice_leave_no_gap(association: None) -> None:
    put("noord@", "2027-10-30 17:00", "2027-10-31 02:30")
    put("noord2@", "2027-10-31 02:30", "2027-10-31 09:00")

    first = datetime(2027, 10, 31, 0, 29, tzinfo=UTC)
    assert serving(first) == ["noord"]
    assert serving(first + timedelta(minutes=1)) == ["noord2"]
    assert serving(first + timedelta(hours=1)) == ["noord2"]


@time_machine.travel("2027-03-22T09:00:00Z", tick=False)
def test_the_page_refuses_the_skipped_hour_in_words(association: None) -> None:
    answer = client_of("teamleider@").post(
        reverse("shift_add"), posted(first_day="2027-03-28", starts="2:30")
    )

    assert answer.status_code == 422
    assert "die nacht gaat de klok een uur vooruit" in answer.content.decode()


# Overlaps and gaps


def test_two_people_serve_at_once_only_in_different_ranks(association: None) -> None:
    put("noord@", "2027-03-01 17:00", "2027-03-08 17:00")
    put("noord2@", "2027-03-01 17:00", "2027-03-08 17:00", rank=Rank.SECOND)

    with pytest.raises(roster.Taken) as taken:
        put("zuid@", "2027-03-08 16:59", "2027-03-09 17:00")
    with pytest.raises(roster.Taken):
        put("noord@", "2027-03-02 17:00", "2027-03-03 17:00", rank=Rank.THIRD)
    put("zuid@", "2027-03-08 17:00", "2027-03-09 17:00")

    assert taken.value.shift.person == person("noord@")
    assert serving(dutch("2027-03-05T12:00")) == ["noord", "noord2"]


def test_the_database_keeps_two_of_one_rank_apart_by_itself(association: None) -> None:
    (shift,) = put("noord@", "2027-03-01 17:00", "2027-03-08 17:00")

    for rank, broken in [(Rank.FIRST, True), (Rank.SECOND, False)]:
        shift.pk, shift.rank = None, rank
        try:
            with transaction.atomic():
                shift.save(force_insert=True)
            refused = False
        except IntegrityError:
            refused = True
        assert refused == broken


def test_of_a_duty_that_returns_all_weeks_are_kept_or_none(association: None) -> None:
    put("noord@", "2027-03-15 17:00", "2027-03-16 08:30")

    with pytest.raises(roster.Taken):
        put("zuid@", "2027-03-01 17:00", "2027-03-02 08:30", weeks=4)

    assert Shift.objects.count() == 1


def test_gaps_are_told_from_now_on(association: None) -> None:
    put("noord@", "2027-03-01 17:00", "2027-03-03 09:00")
    put("noord2@", "2027-03-03 12:00", "2027-03-08 00:00", rank=Rank.SECOND)

    week = roster.weeks(at=NOW)[0]

    assert week.begins_on == date(2027, 3, 1)
    assert week.gaps == [
        (NOW, dutch("2027-03-01T17:00")),
        (dutch("2027-03-03T09:00"), dutch("2027-03-03T12:00")),
    ]


def test_somebody_who_does_not_work_with_cases_cannot_serve(association: None) -> None:
    with pytest.raises(roster.CannotServe):
        put("beheer@", "2027-03-01 17:00", "2027-03-02 09:00")


# The page


def posted(**changes: object) -> dict[str, object]:
    plain = {
        "person": person("noord@").pk, "rank": "1", "first_day": "2027-03-27", "starts": "17:00",
        "last_day": "2027-03-28", "ends": "9:00", "weeks": "1",
    }  # fmt: skip
    return {**plain, **changes}


@time_machine.travel("2027-03-22T09:00:00Z", tick=False)
def test_a_lead_puts_somebody_on_and_takes_them_off(association: None) -> None:
    client = client_of("teamleider@")

    empty = client.get(reverse("duty_roster")).content.decode()
    added = client.post(reverse("shift_add"), posted())
    filled = client.get(reverse("duty_roster")).content.decode()
    again = client.post(reverse("shift_add"), posted(person=person("zuid@").pk))
    shift = Shift.objects.get()
    client.post(reverse("shift_remove", args=[shift.pk]))

    assert "Nu heeft niemand dienst." in empty and "Niemand heeft dienst" in empty
    assert added.status_code == 302
    assert "Marieke Korenaar" in filled and "zaterdag 27 maart 2027, 17.00 uur" in filled
    assert again.status_code == 409
    assert "Marieke Korenaar heeft dan al dienst als eerste" in again.content.decode()
    assert not Shift.objects.exists()
    assert set(AuditEvent.objects.values_list("action", flat=True)) >= {"shift.add", "shift.remove"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"last_day": "2027-03-27", "ends": "17:00"}, "eindigt na het begin"),
        ({"last_day": "2027-05-01"}, "hoogstens 31 dagen"),
        ({"weeks": "27"}, "van 1 tot en met 26"),
        ({"person": "999999"}, "Kies een collega uit de lijst."),
        ({"first_day": "morgen"}, "Vul een dag in zoals 15-5-2027."),
    ],
)
def test_what_is_filled_in_wrong_is_told_at_its_field(
    association: None, wrong: dict[str, object], words: str
) -> None:
    answer = client_of("teamleider@").post(reverse("shift_add"), posted(**wrong))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Shift.objects.exists()
