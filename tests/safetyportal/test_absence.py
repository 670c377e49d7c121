"""Being away, and who looks at the cases meanwhile."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from safetyportal.accounts.models import RoleGrant
from safetyportal.audit.models import AuditEvent
from safetyportal.people import absence
from safetyportal.people.absence import covered_by, covers_for, set_absence
from safetyportal.people.models import Absence
from tests.partners.partner_side import client_of
from tests.world import NOON, person

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2026, 11, 18)
DAY = timedelta(days=1)


def away(who: str, cover: str | None, first: date = WEDNESDAY, last: date = WEDNESDAY) -> Absence:
    return set_absence(
        user=person(who), from_on=first, until_on=last, cover=person(cover) if cover else None, by=person(who),
        at=NOON,
    )  # fmt: skip


def covered(who: str, at: datetime = NOON) -> set[int]:
    return covered_by(person(who), at)


def test_a_cover_covers_from_the_first_day_to_the_last_and_not_outside(association: None) -> None:
    away("noord@", "noord2@", WEDNESDAY, WEDNESDAY + DAY)
    midnight = datetime(2026, 11, 20, tzinfo=timezone.get_default_timezone())

    assert covered("noord2@") == {person("noord@").pk}
    assert covered("noord2@", NOON - DAY) == set()
    assert covered("noord2@", midnight - timedelta(seconds=1)) == {person("noord@").pk}
    assert covered("noord2@", midnight) == set()
    assert covered("noord@") == set()


def test_who_left_the_team_covers_nobody_there_any_more(association: None) -> None:
    away("noord@", "noord2@")

    RoleGrant.objects.filter(user=person("noord2@")).delete()

    assert covered("noord2@") == set()


def test_only_a_colleague_of_a_team_of_theirs_can_cover(association: None) -> None:
    assert {one.email.partition("@")[0] for one in covers_for(person("noord@"))} == {"noord2", "teamleider"}
    with pytest.raises(absence.CannotCover):
        away("noord@", "zuid@")
    with pytest.raises(absence.CannotCover):
        away("noord@", "noord@")


def test_a_cover_who_is_away_too_is_refused_and_nobody_is_away_twice(association: None) -> None:
    away("noord2@", None, WEDNESDAY + DAY, WEDNESDAY + DAY)

    with pytest.raises(absence.CoverIsAway):
        away("noord@", "noord2@", WEDNESDAY, WEDNESDAY + DAY)
    away("noord@", "noord2@")
    with pytest.raises(absence.Overlaps):
        away("noord@", None)


def test_somebody_sets_it_and_takes_it_back_on_the_own_page(association: None) -> None:
    client, today = client_of("noord@"), timezone.localdate()
    page = reverse("own_absence")

    empty = client.get(page).content.decode()
    saved = client.post(page, {"from_on": today, "until_on": today + DAY, "cover": person("noord2@").pk})
    filled = client.get(page).content.decode()
    twice = client.post(page, {"from_on": today, "until_on": today, "cover": ""})
    found = Absence.objects.get()
    client.post(reverse("own_absence_end", args=[found.pk]))

    assert "Bilal Chaouki" in empty and "Glenn Pinasie" not in empty
    assert saved.status_code == 302
    assert "Vervanger: Bilal Chaouki" in filled
    assert twice.status_code == 409 and "staat al een afwezigheid" in twice.content.decode()
    assert not Absence.objects.exists()
    assert AuditEvent.objects.filter(action="person.away", object_id=str(person("noord@").pk)).exists()


def test_nobody_takes_back_the_absence_of_another(association: None) -> None:
    found = away("noord@", None)

    answer = client_of("noord2@").post(reverse("own_absence_end", args=[found.pk]))

    assert answer.status_code == 404
    assert Absence.objects.exists()


def test_a_lead_sets_it_for_somebody_of_the_team_and_for_nobody_else(association: None) -> None:
    client, today = client_of("teamleider@"), timezone.localdate()
    words = {"from_on": today, "until_on": today, "cover": person("noord2@").pk}

    own = client.post(reverse("person_absence", args=[person("noord@").pk]), words)
    other = client.post(reverse("person_absence", args=[person("zuid@").pk]), words)

    assert (own.status_code, other.status_code) == (302, 404)
    assert [(one.user, one.set_by) for one in Absence.objects.all()] == [
        (person("noord@"), person("teamleider@"))
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (0, -1, "Deze dag is al voorbij."),
        (3, 2, "kan niet voor de eerste liggen"),
        (0, 400, "Hoogstens een jaar"),
    ],
)
def test_days_in_the_wrong_order_are_told(association: None, first: int, last: int, words: str) -> None:
    today = timezone.localdate()

    answer = client_of("noord@").post(
        reverse("own_absence"), {"from_on": today + first * DAY, "until_on": today + last * DAY, "cover": ""}
    )

    assert answer.status_code == 422
    assert words in answer.content.decode()
