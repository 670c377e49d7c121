from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone

from complexes.models import Complex, Space
from incidents.models import DutyAlert
from incidents.rules.answers import Frequency, Impact, Mode, Since, YesNo
from incidents.taxonomy import KINDS_BY_CODE
from safetyportal.demo import duty, plans
from safetyportal.demo.association import build
from safetyportal.demo.partners import partners
from safetyportal.demo.people import DEMO_ACCOUNTS, PEOPLE
from safetyportal.demo.specs import Association
from safetyportal.demo.stories import STORIES
from safetyportal.demo.story import Story
from safetyportal.duty.roster import on_duty
from safetyportal.notices.models import Alarm
from tests.world import file

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def large() -> Association:
    return build(today=TODAY)


@pytest.fixture(scope="module")
def small() -> Association:
    return build(today=TODAY, small=True)


def test_the_association_has_a_realistic_size(large: Association) -> None:
    assert len(large.complexes) == 40
    assert 7_800 <= len(large.homes) <= 8_200
    assert {one.form for one in large.complexes} == set(Complex.Form.values)
    assert {one.sort for one in large.spaces} <= set(Space.Sort.values)


def test_the_same_day_gives_the_same_association(large: Association) -> None:
    assert build(today=TODAY) == large


def test_the_small_association_is_a_part_of_the_large_one(large: Association, small: Association) -> None:
    assert len(small.complexes) == 3
    assert set(small.homes) <= set(large.homes)
    assert set(small.tenancies) <= set(large.tenancies)


def test_the_demonstration_stairwells_have_eight_and_five_homes(small: Association) -> None:
    for entrance, numbers in (plans.DEMO_EIGHT, plans.DEMO_FIVE):
        homes = [home for home in small.homes if home.entrance == entrance]

        assert tuple(home.number for home in homes) == numbers
        assert {(home.street, home.postcode) for home in homes} == {(plans.DEMO_STREET, plans.DEMO_POSTCODE)}


def test_every_home_has_its_own_address_and_every_resident_one_number(large: Association) -> None:
    addresses = Counter((home.postcode, home.number, home.addition) for home in large.homes)
    residents = Counter(resident.external_id for resident in large.residents)

    assert addresses.most_common(1)[0][1] == residents.most_common(1)[0][1] == 1


def test_the_protected_addresses_exist(large: Association) -> None:
    secret = {(home.street, home.number) for home in large.homes if home.is_secret_address}
    shelter = {(home.street, home.number) for home in large.homes if home.is_shelter}

    assert (secret, shelter) == (plans.SECRET_ADDRESSES, plans.SHELTERS)


def test_all_mail_addresses_are_invented(large: Association) -> None:
    mails = [resident.email for resident in large.residents if resident.email] + [one.email for one in PEOPLE]

    assert all(mail.endswith(("@example.nl", ".example.nl")) for mail in mails)


def test_one_covenant_has_expired_and_one_partner_has_none() -> None:
    outside = [one for one in partners(today=TODAY) if not one.type.is_internal]

    assert [one.code for one in outside if one.covenant is None] == ["buurtbemiddeling-vaartdorp"]
    assert [one.code for one in outside if one.covenant and one.covenant.ends_on < TODAY] == [
        "jongerenwerk-zuid"
    ]


def test_the_village_has_no_enforcement_and_no_youth_work() -> None:
    here = {
        one.type.code
        for one in partners(today=TODAY)
        if plans.VILLAGE in {area.municipality for area in one.areas}
    }

    assert {"POL", "GEM", "BB"} <= here
    assert not {"BOA", "JON"} & here


def test_every_place_has_a_desk_of_housing_officers() -> None:
    covered = {
        (area.municipality, area.neighbourhood)
        for one in partners(today=TODAY)
        if one.type.code == "WC"
        for area in one.areas
    }

    assert {(plan.municipality, plan.neighbourhood) for plan in plans.PLANS} == covered


def test_people_work_at_partners_that_exist_and_accounts_are_people() -> None:
    codes = {one.code for one in partners(today=TODAY)}
    mails = {one.email for one in PEOPLE}

    assert len(mails) == len(PEOPLE)
    assert {code for one in PEOPLE for code in one.partners} <= codes
    assert {account.email for account in DEMO_ACCOUNTS} <= mails


def test_every_desk_has_somebody() -> None:
    staffed = {code for one in PEOPLE for code in one.partners}

    assert {one.code for one in partners(today=TODAY) if one.type.is_internal} <= staffed


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.kind}-{story.days_ago}")
def test_a_story_could_have_been_filed(story: Story) -> None:
    kind = KINDS_BY_CODE[story.kind]

    assert kind.intake in ("open", "call_first")
    assert story.place in {"home", "unknown", *Space.Sort.values}
    assert story.frequency in Frequency.values
    assert story.since in Since.values
    assert set(story.impact) <= set(Impact.values)
    assert story.mode in Mode.values
    assert {story.names_person, story.child_involved} <= set(YesNo.values)
    assert (story.consent is None) == (kind.share != "T" or story.mode == "anonymous")


def test_stories_play_in_spaces_that_exist(large: Association) -> None:
    spaces = {space.sort for space in large.spaces}

    assert {story.place for story in STORIES} - {"home", "unknown"} <= spaces


@pytest.mark.django_db
def test_somebody_looks_at_each_urgent_case_and_the_roster_runs_on(association: None) -> None:
    now = timezone.now()
    duty.load_roster(at=now)
    for kind in ("AGR-BED", "AGR-HUIS", "GEL-MUZ"):
        file(kind, at=now - timedelta(days=20))

    duty.look(at=now - timedelta(days=20))

    assert DutyAlert.objects.exclude(acknowledged_at=None).count() == 2
    assert not DutyAlert.objects.filter(acknowledged_at=None).exists()
    assert len(on_duty(now)) == len(on_duty(now + timedelta(weeks=4))) == 2
    assert not Alarm.objects.exists()
