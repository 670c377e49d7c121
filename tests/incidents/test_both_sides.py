"""The rule that both sides are heard, asked of one case and of many: the same answer."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from complexes.models import Resident
from incidents.models import Case, Hearing, Party, TimelineEntry
from incidents.sides import both_sides
from tests.incidents import parties as people
from tests.world import file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
NOW = timezone.now()
OPENED, REOPENED = NOW - timedelta(days=500), NOW - timedelta(days=100)
ENDED = {"before": REOPENED - timedelta(days=1), "after": REOPENED + timedelta(days=1)}
OVER = sorted(set(Hearing.State) - {Hearing.State.INVITED})


@pytest.fixture
def case() -> Case:
    case = file("GEL-MUZ").case
    Case.objects.filter(pk=case.pk).update(opened_at=OPENED)
    return Case.objects.get(pk=case.pk)


def talk(party: Party, state: str, at: datetime, round: int = 1) -> None:
    made = people.talk_row(party, at - timedelta(days=2), round)
    stance = "agrees" if state in ("held", "written") else ""
    Hearing.objects.filter(pk=made.pk).update(state=state, ended_at=at, stance=stance)


def among(case: Case) -> bool:
    return not both_sides.not_heard(Case.objects.filter(pk=case.pk), at=NOW).exists()


def reopened(case: Case) -> None:
    TimelineEntry.objects.create(case=case, at=REOPENED, sort=TimelineEntry.Sort.REOPENED, by_label="M.")


@pytest.mark.parametrize("state", OVER)
@pytest.mark.parametrize("round", [1, 2])
@pytest.mark.parametrize("when", ENDED)
@pytest.mark.parametrize("again", [True, False])
def test_one_case_many_cases_and_the_page_of_people_agree(
    case: Case, state: str, round: int, when: str, again: bool
) -> None:
    party = people.row(case, OPENED)
    talk(party, state, ENDED[when], round)
    if again:
        reopened(case)

    one = bool(both_sides.heard(case=case, at=NOW))
    shown = both_sides.standing(party.hearings.all(), both_sides.counts_since(case, NOW)) in both_sides.ENOUGH
    meant = state in ("held", "written") or (state == "no_show" and round == 2)

    assert one == among(case) == shown == (meant and not (again and when == "before"))


@pytest.mark.parametrize(("ago", "counts"), [(364, True), (366, False)])
def test_a_talk_counts_for_a_year_also_among_many(case: Case, ago: int, counts: bool) -> None:
    talk(people.row(case, OPENED), "held", NOW - timedelta(days=ago))

    assert (bool(both_sides.heard(case=case, at=NOW)), among(case)) == (counts, counts)


def test_a_talk_of_before_the_case_says_nothing(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(opened_at=REOPENED)
    talk(people.row(case, OPENED), "held", ENDED["before"])

    assert not among(case)


def test_of_a_tenant_who_stands_there_twice_one_talk_counts(case: Case) -> None:
    tenant = Resident.objects.create(name="Willem Overlaat")
    people.row(case, OPENED, resident=tenant)
    twin = people.row(case, OPENED, resident=tenant, came_from=file("GEL-MUZ").case)
    talk(twin, "held", ENDED["after"])

    assert both_sides.heard(case=case, at=NOW) and among(case)


def test_who_was_taken_off_nor_a_group_is_asked_after(case: Case) -> None:
    people.row(case, OPENED, sort="group", name="jongeren")
    gone = people.row(case, OPENED)
    Party.objects.filter(pk=gone.pk).update(ended_at=NOW, ended_by=gone.added_by)
    nobody = (bool(both_sides.heard(case=case, at=NOW)), among(case))
    talk(people.row(case, OPENED), "held", ENDED["after"])

    assert (nobody, among(case)) == ((False, False), True)
