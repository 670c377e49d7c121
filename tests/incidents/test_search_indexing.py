"""Whatever is done with a case, what it is found by is asked anew in that same moment: nothing old stays behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from complexes.models import Complex
from incidents.act_table import TABLE
from incidents.acts import Act
from incidents.handling import casework
from incidents.joining import merging, splitting
from incidents.models import Case, CaseWords, IndexOrder
from incidents.rules.workflow import CloseReason, Status
from incidents.search import indexing
from incidents.staffing import on_call, teams
from safetyportal.accounts.models import Team
from safetyportal.duty.models import Shift
from tests.incidents.doing import HOW
from tests.incidents.searching import found, keep_up
from tests.incidents.test_acts import case_in
from tests.incidents.test_search import who
from tests.world import at_home, file, in_stairwell, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def words() -> dict[str, str]:
    return dict(CaseWords.objects.values_list("case__number", "words"))


@pytest.mark.parametrize("act", list(Act))
def test_after_each_act_a_case_is_found_by_what_it_holds_now(act: Act) -> None:
    status = next(one for one in Status if one in TABLE[act].when)
    HOW[act](case_in(status, act), person("noord@"), timezone.now())
    keep_up()
    kept = words()

    for case in Case.objects.all():
        indexing.ask(case=case, at=timezone.now())
    keep_up()

    assert kept == words()


def test_what_is_taken_back_asks_for_nothing_and_what_is_kept_asks_at_once() -> None:
    case = file("GEL-MUZ").case
    keep_up()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        casework.note(case=case, text="Een kwartelkooi.", by=person("noord@"), at=timezone.now())
        assert IndexOrder.objects.get().case == case
        raise ZeroDivisionError

    assert not IndexOrder.objects.exists()


def close(case: Case) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    Case.objects.filter(pk=case.pk).update(
        status=Status.CLOSED, closed_at=timezone.now(), close_reason=CloseReason.SOLVED
    )


def test_closed_cases_too_are_found_by_the_team_to_which_their_complex_goes() -> None:
    case = file("GEL-MUZ").case
    close(case)
    assert found("rommel") == [case]
    south = Team.objects.get(pk=next(iter(person("zuid@").teams_as(person("zuid@").roles))))

    teams.move_complex(
        place=Complex.objects.get(pk=case.complex_id), team=south, by=person("beheer@"), at=timezone.now()
    )

    assert found("rommel", by="zuid@") == [case]
    assert found("rommel") == []


def two() -> tuple[Case, Case]:
    first = file("GEL-MUZ", place=at_home(4)).case
    second = file(
        "GEL-MUZ", place=at_home(4), story="Het is de merelveldmuziek.", reporter=who(name="Ottelien")
    ).case
    return first, second


@pytest.mark.parametrize("is_closed", [False, True])
def test_who_goes_along_into_another_case_and_back_is_found_where_they_are(is_closed: bool) -> None:
    first, second = two()
    by = person("noord@")
    assert found("ottelien") == found("merelveldmuziek") == [second]

    merging.merge(cases=[second], into=first, reason="", message="", by=by, at=timezone.now())
    assert found("ottelien") == found("merelveldmuziek") == [first]

    if is_closed:
        close(first)
    keep_up()
    merging.unmerge(case=Case.objects.get(pk=second.pk), reason="Toch niet.", by=by, at=timezone.now())
    assert found("ottelien") == found("merelveldmuziek") == [second]


def test_who_is_split_off_is_found_in_the_new_case_alone() -> None:
    first, second = two()
    by = person("noord@")
    report = second.reports.get()
    merging.merge(cases=[second], into=first, reason="", message="", by=by, at=timezone.now())

    made = splitting.split(
        case=Case.objects.get(pk=first.pk), reports=[report], reason="Anders.", by=by, at=timezone.now()
    )

    assert found("ottelien") == found("merelveldmuziek") == [made]


def test_of_what_is_merged_with_a_protected_case_no_text_is_found() -> None:
    case = file("GEL-MUZ", place=at_home(4), story="Het is de merelveldmuziek.").case
    hidden = file("AGR-HUIS", place=at_home(4)).case
    assert found("merelveldmuziek", by="triage@") == [case]
    by = person("beschermd@")

    merging.merge(cases=[case], into=hidden, reason="", message="", by=by, at=timezone.now())
    keep_up()

    assert not any("merelveld" in one for one in words().values())


def test_who_is_called_about_a_case_of_another_team_finds_it_for_as_long_as_they_may_open_it() -> None:
    case = file("AGR-BED", place=in_stairwell(), reporter=who(name="Ottelien")).case
    later = file("GEL-MUZ", place=in_stairwell(), reporter=who(name="Ottelien")).case
    at, day = timezone.now(), timedelta(days=1)
    assert found("ottelien", by="zuid@") == []
    Shift.objects.create(
        person=person("zuid@"), rank=1, starts_at=at - day, ends_at=at + day, made_by=person("teamleider@"), made_at=at
    )  # fmt: skip

    for alert in on_call.waiting().filter(next_at__lte=at):
        on_call.call_next(work_id=alert.pk, at=at)

    assert found("ottelien", by="zuid@") == [case]
    assert found("ottelien") == [later, case]
