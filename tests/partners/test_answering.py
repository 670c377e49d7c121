"""The verbs of a partner: one of several wins, each leaves its trace, and the staff hear of it without content."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from incidents.models import Case, TimelineEntry
from incidents.rules.workflow import Status
from partners.at_work import answering
from partners.models import Partner, Referral
from partners.models.referral_words import State
from partners.sharing.release_checks import NotPossible
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines
from safetyportal.notices.models import Notice
from tests.world import at_home, person, referral, routed, types

Sort = TimelineEntry.Sort
RACERS = 8


@pytest.fixture
def found(association: None) -> Referral:
    return referral(routed("DRU-GEB"), "BOA")


def accept(found: Referral) -> None:
    answering.accept(referral=found, by=person("boa@"), at=timezone.now())


def decline(found: Referral) -> None:
    answering.decline(referral=found, reason="Niet aan ons.", by=person("boa@"), at=timezone.now())


def finish(found: Referral) -> None:
    answering.finish(referral=found, outcome="Met bewoners gesproken.", by=person("boa@"), at=timezone.now())


def trace(found: Referral, sort: str) -> TimelineEntry:
    return TimelineEntry.objects.get(case=found.case, sort=sort)


def owes_an_answer(found: Referral) -> bool:
    waiting = deadlines.open_for(subject_kind="case", subject_id=found.case_id)
    return waiting.filter(about=str(found.pk)).exists()


@pytest.mark.django_db
def test_accepting_moves_the_case_to_the_partner_and_leaves_a_trace(found: Referral) -> None:
    accept(found)

    fresh = Referral.objects.get(pk=found.pk)
    assert (fresh.state, fresh.answered_by) == (State.ACCEPTED, person("boa@"))
    assert Case.objects.get(pk=found.case_id).status == Status.AT_PARTNER
    assert trace(found, Sort.ACCEPTED).by_label == f"{person('boa@').name}, {found.partner.name}"


@pytest.mark.django_db
def test_declining_brings_it_to_triage_with_the_reason(found: Referral) -> None:
    accept(found)

    decline(found)

    assert Referral.objects.get(pk=found.pk).state == State.DECLINED
    assert "TRIAGE" in types(found.case, State.RELEASED)
    assert trace(found, Sort.DECLINED).text == "Niet aan ons."
    assert Case.objects.get(pk=found.case_id).status == Status.TRIAGE
    assert not owes_an_answer(found)


@pytest.mark.django_db
def test_finishing_keeps_the_outcome_and_meets_the_deadline(found: Referral) -> None:
    accept(found)
    assert owes_an_answer(found)

    finish(found)

    assert Referral.objects.get(pk=found.pk).outcome == "Met bewoners gesproken."
    assert trace(found, Sort.FINISHED).text == "Met bewoners gesproken."
    assert Case.objects.get(pk=found.case_id).status == Status.APPROACH
    assert not owes_an_answer(found)


@pytest.mark.django_db
@pytest.mark.parametrize("last", [decline, finish])
@pytest.mark.parametrize("again", [accept, decline, finish])
def test_what_is_over_cannot_be_answered_again(
    found: Referral, last: Callable[[Referral], None], again: Callable[[Referral], None]
) -> None:
    last(found)
    entries = TimelineEntry.objects.count()

    with pytest.raises(NotPossible):
        again(found)

    assert TimelineEntry.objects.count() == entries


@pytest.mark.django_db
def test_health_in_an_answer_is_marked(found: Referral) -> None:
    answering.finish(
        referral=found, outcome="Hij is psychotisch en verslaafd.", by=person("boa@"), at=timezone.now()
    )

    assert trace(found, Sort.FINISHED).sensitive


@pytest.mark.django_db
def test_the_staff_hear_of_an_answer_once_and_without_content(found: Referral) -> None:
    decline(found)

    told = Notice.objects.filter(template="staff_answer")
    assert {notice.user for notice in told} == {person("teamleider@")}


@pytest.mark.django_db
def test_the_longest_names_fit(found: Referral) -> None:
    User.objects.filter(email__startswith="boa@").update(name="n" * 120)
    Partner.objects.filter(pk=found.partner_id).update(name="p" * 100)

    accept(found)

    assert len(trace(found, Sort.ACCEPTED).by_label) == 120


@pytest.mark.django_db
def test_triage_cannot_give_back(association: None) -> None:
    found = referral(routed("DRU-GEB"), "BOA")
    decline(found)

    with pytest.raises(NotPossible):
        decline(referral(found.case, "TRIAGE"))


@pytest.mark.django_db
def test_a_restricted_case_gives_no_mail(association: None) -> None:
    found = referral(routed("AGR-HUIS", place=at_home(4)), "BESCHERMD")
    before = Notice.objects.count()

    accept(found)
    finish(found)

    assert Notice.objects.count() == before


def race(act: Callable[[Referral], None], found: Referral) -> list[str]:
    """Eight at once; what became of each."""
    barrier, outcomes = threading.Barrier(RACERS), []

    def run() -> None:
        try:
            barrier.wait()
            act(found)
            outcomes.append("done")
        except NotPossible as refusal:
            outcomes.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.parametrize(
    ("act", "state", "sort"),
    [(accept, State.ACCEPTED, Sort.ACCEPTED), (decline, State.DECLINED, Sort.DECLINED), (finish, State.FINISHED, Sort.FINISHED)],
)  # fmt: skip
def test_of_eight_at_once_one_wins(
    committed_association: None, act: Callable[[Referral], None], state: State, sort: str
) -> None:
    found = referral(routed("DRU-GEB"), "BOA")

    outcomes = race(act, found)

    assert outcomes == sorted(["done", *[state.value] * (RACERS - 1)])
    assert TimelineEntry.objects.filter(case=found.case, sort=sort).count() == 1
