"""A case comes to rest: what nobody decided about, and what our own desks still had open, ends with it."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework, changing, holding
from incidents.joining import merging
from incidents.models import Case, Ending, Kind
from incidents.rules.workflow import CloseReason, Status
from partners.at_work import answering, asking, withdrawing
from partners.models import Partner, Referral
from partners.models.referral_words import ENDED, State
from partners.sharing.release_checks import NotPossible
from safetyportal.notices.models import Notice
from safetyportal.wake import REGISTRY
from tests.partners.partner_side import client_of, page_of, queue_of
from tests.world import at_home, days, in_stairwell, person, referral, reroute, routed, types

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(association: None) -> Case:
    """Somebody tried to break in: two own desks look at it at once, and the police is a proposal."""
    return routed("VEI-INB", place=in_stairwell(18))


def close(case: Case) -> None:
    casework.close(
        case=case, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Het slot is vervangen.",
        by=person("noord@"), at=timezone.now(),
    )  # fmt: skip


def reopen(case: Case) -> None:
    holding.reopen(
        case=case, reason="Weer een poging.", message="Wij kijken er weer naar.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip


def carry_out() -> None:
    """What the relay or a worker does with what was rung for."""
    for ending in list(REGISTRY["end"].rows()):
        REGISTRY["end"].do(work_id=ending.pk, at=timezone.now())


def ended(case: Case) -> None:
    close(case)
    carry_out()
    case.refresh_from_db()


def test_nothing_of_a_closed_case_stays_open(case: Case) -> None:
    assert types(case, State.RELEASED) == {"TECH", "WC"} and types(case, State.PROPOSED) == {"POL"}

    ended(case)

    assert types(case, State.WITHDRAWN) == {"TECH", "WC", "POL"}
    assert client_of("techniek@").get(page_of(referral(case, "TECH"))).status_code == 404
    assert not Ending.objects.exists()


def test_nothing_of_a_merged_case_either_and_apart_again_it_is_routed_anew(association: None) -> None:
    first, case = routed("GEL-MUZ", place=at_home(4), consent=False), routed("GEL-INST")
    merging.merge(
        cases=[case], into=first, reason="Eén pomp.", message="", by=person("noord@"), at=timezone.now()
    )
    carry_out()
    assert types(case, State.WITHDRAWN) == {"TECH"} and types(first, State.RELEASED) == {"WC"}

    merging.unmerge(
        case=Case.objects.get(pk=case.pk), reason="Toch anders.", by=person("noord@"), at=timezone.now()
    )
    reroute(case)

    assert types(case, State.RELEASED) == {"TECH"}


def test_the_case_says_so_and_nobody_gets_a_mail(case: Case) -> None:
    close(case)
    mails = Notice.objects.count()

    carry_out()

    line = case.timeline.get(text__endswith=ENDED)
    assert "Technische dienst" in line.text and line.visibility == "team"
    assert ENDED in client_of("noord@").get(reverse("case_sharing", args=[case.number])).content.decode()
    assert Notice.objects.count() == mails


def test_a_question_of_an_own_desk_lapses(case: Case) -> None:
    asked = asking.ask(
        referral=referral(case, "TECH"), text="Welke deur?", by=person("techniek@"), at=timezone.now()
    )

    ended(case)

    asked.refresh_from_db()
    assert not asked.waits


def test_what_an_outside_partner_finished_stays_readable(association: None) -> None:
    case = routed("DRU-GEB")
    done = referral(case, "BOA")
    answering.finish(referral=done, outcome="Gesproken.", by=person("boa@"), at=timezone.now())

    ended(case)

    assert client_of("boa@").get(page_of(done)).status_code == 200
    assert Referral.objects.get(pk=done.pk).state == State.FINISHED


def test_taken_up_again_it_is_not_back_at_a_desk_by_itself(case: Case) -> None:
    answering.accept(referral=referral(case, "TECH"), by=person("techniek@"), at=timezone.now())
    ended(case)

    reopen(case)

    assert case.number not in queue_of("techniek@")
    assert not case.referrals.left_open().exists()


def test_taken_up_again_a_person_or_another_kind_brings_it_back(case: Case) -> None:
    answering.accept(referral=referral(case, "TECH"), by=person("techniek@"), at=timezone.now())
    ended(case)
    reopen(case)

    changing.change_kind(
        case=case, kind=Kind.objects.get(pk="VEI-DEUR"), reason="De deur klemt.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip
    reroute(case)

    assert case.number in queue_of("techniek@")


def test_what_a_person_withdrew_stays_withdrawn_in_a_later_round(case: Case) -> None:
    withdrawing.withdraw(
        referral=referral(case, "TECH"), reason="Niet technisch.", by=person("noord@"), at=timezone.now()
    )
    ended(case)
    reopen(case)

    changing.change_kind(
        case=case, kind=Kind.objects.get(pk="VEI-DEUR"), reason="De deur klemt.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip
    reroute(case)

    assert case.number not in queue_of("techniek@")


def test_of_a_case_that_is_open_again_already_nothing_is_taken_away(case: Case) -> None:
    """The relay was away meanwhile, so nobody at the desk saw it go."""
    close(case)
    reopen(Case.objects.get(pk=case.pk))

    carry_out()

    assert case.number in queue_of("techniek@")
    assert not Ending.objects.exists()


def test_a_refusal_to_take_it_up_again_ends_nothing_twice(case: Case) -> None:
    ended(case)
    Case.objects.filter(pk=case.pk).update(status=Status.REOPEN_ASKED)

    holding.refuse_reopening(
        case=case,
        reason="Opgelost.",
        message="Wij laten het hierbij.",
        by=person("noord@"),
        at=timezone.now(),
    )

    assert not Ending.objects.exists()


def test_what_closed_before_this_was_kept_is_ended_in_batches(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    still_open = routed("VEI-VAN", place=in_stairwell(18))
    asking.ask(referral=referral(case, "TECH"), text="Welke deur?", by=person("techniek@"), at=timezone.now())
    outside = Partner.objects.filter(is_internal=False).exclude(pk=referral(case, "POL").partner_id)[0]
    finished = Referral.objects.create(
        case=case, partner=outside, mode="M", state=State.FINISHED, created_at=timezone.now(), released_at=timezone.now(),
        due_at=timezone.now(), finished_at=timezone.now(), finished_by=person("boa@"),
    )  # fmt: skip
    Case.objects.filter(pk=case.pk).update(status=Status.CLOSED, closed_at=timezone.now() - days(900))
    migration: Any = import_module("partners.migrations.0005_ended_cases")
    monkeypatch.setattr(migration, "CASES_AT_ONCE", 1)
    told = case.timeline.count()

    migration.end_what_is_left(connection)

    assert types(case, State.WITHDRAWN) == {"TECH", "WC", "POL"}
    assert set(case.referrals.filter(state=State.WITHDRAWN).values_list("answer", flat=True)) == {ENDED}
    assert not any(one.waits for one in referral(case, "TECH").questions.all())
    assert Referral.objects.get(pk=finished.pk).state == State.FINISHED
    assert types(still_open, State.RELEASED) == {"TECH"} and types(still_open, State.PROPOSED) == {"POL"}
    assert case.timeline.count() == told


@pytest.mark.django_db(transaction=True)
def test_a_desk_that_finishes_at_that_moment_has_finished_or_comes_too_late(
    committed_association: None,
) -> None:
    case = routed("VEI-DEUR")
    desk = referral(case, "TECH")
    close(case)
    start, late = threading.Barrier(2), []

    def finish() -> None:
        start.wait()
        try:
            answering.finish(referral=desk, outcome="Gemaakt.", by=person("techniek@"), at=timezone.now())
        except NotPossible:
            late.append(True)
        finally:
            connection.close()

    def end() -> None:
        start.wait()
        try:
            carry_out()
        finally:
            connection.close()

    threads = [threading.Thread(target=finish), threading.Thread(target=end)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    desk.refresh_from_db()
    assert desk.state == (State.WITHDRAWN if late else State.FINISHED)
