"""A covenant ends, or a partner stops: the partner's people see, hear and do nothing of it any more, from that day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case
from partners.at_work import answering, asking
from partners.mailing import delivering
from partners.models import Covenant, Partner, Question, Referral
from partners.models.referral_words import Ground, State
from partners.sharing import release_checks, releasing
from safetyportal.notices.models import Notice
from tests.partners.partner_side import VERBS, by_hand, client_of, page_of, post, queue_of
from tests.world import days, in_stairwell, person, referral, routed

pytestmark = pytest.mark.django_db
ANSWER = "De portier ziet ze meestal na elven."


@pytest.fixture
def found(association: None) -> Referral:
    """At once with enforcement, under its covenant."""
    return referral(routed("DRU-GEB"), "BOA")


def covenant_ends() -> None:
    Covenant.objects.update(ends_on=timezone.localdate() - days(1))


def partner_stops() -> None:
    Partner.objects.filter(is_internal=False).update(active_to=timezone.localdate() - days(1))


ENDS = pytest.mark.parametrize("end", [covenant_ends, partner_stops], ids=["covenant", "partner"])


def told(template: str) -> int:
    return Notice.objects.filter(template=template, user=person("boa@")).count()


def ask(found: Referral) -> Question:
    return asking.ask(referral=found, text="Hoe laat?", by=person("boa@"), at=timezone.now())


def answer(question: Question, ground: Ground = Ground.INTEREST) -> None:
    asking.answer(
        question=question, text=ANSWER, ground=ground, ground_text="Nodig.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip


def test_on_its_last_day_a_covenant_still_opens_and_the_day_after_it_does_not(found: Referral) -> None:
    last = timezone.localdate() + days(5)
    Covenant.objects.update(ends_on=last)
    client = client_of("boa@")

    seen = {}
    for name, day in (("last", last), ("after", last + days(1))):
        with time_machine.travel(datetime(day.year, day.month, day.day, 12), tick=False):
            client.force_login(person("boa@"))
            in_queue = found.case.number in client.get(reverse("partner_queue")).content.decode()
            seen[name] = (in_queue, client.get(page_of(found)).status_code)

    assert seen == {"last": (True, 200), "after": (False, 404)}


@ENDS
def test_list_page_and_every_act_are_gone(found: Referral, end: Callable[[], None]) -> None:
    client = client_of("boa@")
    assert found.case.number in queue_of("boa@")

    end()

    assert found.case.number not in queue_of("boa@")
    assert client.get(page_of(found)).status_code == 404
    answers = [post(client, verb, found) for verb in VERBS]
    assert {one.status_code for one in answers} == {409}
    assert not [one for one in answers if found.case.number in one.content.decode()]
    assert Referral.objects.get(pk=found.pk).state == State.RELEASED


@ENDS
def test_what_was_finished_under_it_is_gone_too(found: Referral, end: Callable[[], None]) -> None:
    answering.finish(referral=found, outcome="Gesproken.", by=person("boa@"), at=timezone.now())
    client = client_of("boa@")
    assert found.case.number in queue_of("boa@") and client.get(page_of(found)).status_code == 200

    end()

    assert found.case.number not in queue_of("boa@")
    assert client.get(page_of(found)).status_code == 404


@ENDS
def test_an_answer_that_was_given_is_read_no_more(found: Referral, end: Callable[[], None]) -> None:
    answer(ask(found))
    client = client_of("boa@")
    assert ANSWER in client.get(page_of(found)).content.decode()

    end()

    shown = [client.get(page_of(found)), client.get(reverse("referral_ask", args=[found.pk]))]
    assert {one.status_code for one in shown} == {404}
    assert not [one for one in shown if ANSWER in one.content.decode()]


@ENDS
@pytest.mark.parametrize("verb", ["accept", "decline", "finish", "ask", "take_back"])
def test_a_verb_that_was_under_way_comes_too_late(
    found: Referral, end: Callable[[], None], verb: str
) -> None:
    """Who fetched the page just before: the verb looks again."""
    if verb == "take_back":
        ask(found)
    by, now = person("boa@"), timezone.now()
    acts: dict[str, Callable[[], object]] = {
        "accept": lambda: answering.accept(referral=found, by=by, at=now),
        "decline": lambda: answering.decline(referral=found, reason="Nee.", by=by, at=now),
        "finish": lambda: answering.finish(referral=found, outcome="Ja.", by=by, at=now),
        "ask": lambda: asking.ask(referral=found, text="Hoe?", by=by, at=now),
        "take_back": lambda: asking.take_back(referral=found, by=by, at=now),
    }
    before = Referral.objects.get(pk=found.pk).state
    end()

    with pytest.raises(release_checks.NotPossible):
        acts[verb]()

    assert Referral.objects.get(pk=found.pk).state == before


@ENDS
def test_a_question_that_waits_gets_no_answer_and_staff_hear_what_to_do(
    found: Referral, end: Callable[[], None]
) -> None:
    question = ask(found)
    end()

    said = client_of("noord@").post(
        reverse("question_page", args=[question.pk]),
        {"ground": "interest", "ground_text": "Nodig.", "text": ANSWER},
    )

    question.refresh_from_db()
    assert said.status_code == 409 and ANSWER in said.content.decode()
    assert question.answered_at is None
    assert told("partner_answer") == 0


def test_the_message_says_where_to_look_what_can_be_done(found: Referral) -> None:
    question = ask(found)
    covenant_ends()

    said = client_of("noord@").post(
        reverse("question_page", args=[question.pk]),
        {"ground": "interest", "ground_text": "Nodig.", "text": ANSWER},
    )

    assert "Kijk bij Samenwerken waarom, en wat u kunt doen." in said.content.decode()


@ENDS
def test_nobody_is_reminded_of_what_is_out_of_sight(found: Referral, end: Callable[[], None]) -> None:
    late = found.due_at + timedelta(hours=1)
    end()

    assert delivering.remind(at=late) == 0
    assert told("partner_reminder") == 0


@ENDS
def test_no_mail_calls_to_what_is_out_of_sight(found: Referral, end: Callable[[], None]) -> None:
    end()

    delivering.deliver(work_id=found.pk, at=timezone.now())

    assert told("partner_new") == 0
    assert Referral.objects.get(pk=found.pk).delivered_at is not None


def test_a_reminder_after_the_end_is_not_sent_however_the_clock_came_there(found: Referral) -> None:
    """Nobody changed a row: the day went by."""
    Covenant.objects.update(ends_on=timezone.localdate(found.due_at) - days(1))

    assert delivering.remind(at=found.due_at + timedelta(hours=1)) == 0


@pytest.mark.parametrize("ground", [one for one in Ground if one != Ground.COVENANT])
def test_another_ground_of_a_person_carries_on_after_the_covenant(found: Referral, ground: Ground) -> None:
    other = by_hand(found.case, "politie-noord", ground=ground)
    covenant_ends()

    assert client_of("wijkagent-noord@").get(page_of(other)).status_code == 200


# Every way out


def proposal() -> Referral:
    return referral(routed("DRU-GEB", place=in_stairwell(18)), "BOA")


def case_at(kind: str = "DRU-GEB") -> Case:
    return routed(kind, place=in_stairwell(18))


@pytest.mark.parametrize("begun", [timedelta(days=-400), timedelta(days=3)], ids=["ended", "not yet begun"])
def test_without_a_covenant_in_force_nothing_is_released_on_that_ground(
    association: None, begun: timedelta
) -> None:
    waiting, case = proposal(), case_at()
    starts = timezone.localdate() + begun
    Covenant.objects.update(starts_on=starts, ends_on=starts + days(30))
    said = {"ground": Ground.COVENANT, "ground_text": "Nodig.", "fields": [], "summary": "Overlast."}

    with pytest.raises(release_checks.NotPossible, match="covenant"):
        releasing.release(referral=waiting, **said, by=person("noord@"), at=timezone.now())
    with pytest.raises(release_checks.NotPossible, match="covenant"):
        by_hand(case, "politie-noord", ground=Ground.COVENANT)

    assert Referral.objects.get(pk=waiting.pk).state == State.PROPOSED
    assert not Referral.objects.filter(case=case, partner__code="politie-noord").exists()


def test_without_a_covenant_routing_proposes_where_it_shared_at_once(association: None) -> None:
    covenant_ends()

    waiting = referral(routed("DRU-GEB"), "BOA")

    assert (waiting.state, waiting.mode) == (State.PROPOSED, "H")
    assert "geldig convenant" in waiting.why


def test_no_question_is_answered_on_a_covenant_that_ended(association: None) -> None:
    """What a person released on another ground goes on; the answer needs a ground that holds today."""
    other = by_hand(case_at(), "politie-noord")
    question = asking.ask(referral=other, text="Hoe laat?", by=person("wijkagent-noord@"), at=timezone.now())
    covenant_ends()

    with pytest.raises(release_checks.NotPossible, match="covenant"):
        answer(question, Ground.COVENANT)
    answer(question, Ground.INTEREST)

    assert ANSWER in client_of("wijkagent-noord@").get(page_of(other)).content.decode()


def test_nobody_releases_to_a_partner_that_stopped(association: None) -> None:
    waiting, case = proposal(), case_at()
    partner_stops()

    with pytest.raises(release_checks.NotPossible):
        releasing.release(
            referral=waiting, ground=Ground.INTEREST, ground_text="x", fields=[], summary="x", by=person("noord@"),
            at=timezone.now(),
        )  # fmt: skip
    with pytest.raises(release_checks.NotPossible):
        by_hand(case, "politie-noord")
