"""A partner asks, staff answer: one question at a time, only between the two, and no term runs against who waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case
from partners.at_work import answering, asking, withdrawing
from partners.disclosing.disclosure import disclose
from partners.models import Question, Referral
from partners.models.referral_words import Ground, State
from partners.sharing import release_checks, releasing
from partners.sharing.release_checks import NotPossible
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.notices.models import Notice
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import at_home, person, referral, routed

RACERS = 8
SECRET_WORDS = "De portier ziet ze meestal na elven."


@pytest.fixture
def found(association: None) -> Referral:
    return referral(routed("DRU-GEB"), "BOA")


def ask(found: Referral, text: str = "Op welke verdieping is het?") -> Question:
    return asking.ask(referral=found, text=text, by=person("boa@"), at=timezone.now())


def answer(question: Question, text: str = SECRET_WORDS, by: str = "noord@") -> None:
    asking.answer(
        question=question, text=text, ground=Ground.INTEREST, ground_text="Anders vinden zij het niet.",
        by=person(by), at=timezone.now(),
    )  # fmt: skip


def term(found: Referral, name: str = Name.PARTNER_ANSWER) -> object:
    return (
        open_for(subject_kind="case", subject_id=found.case_id).filter(name=name, about=str(found.pk)).first()
    )


@pytest.mark.django_db
def test_a_question_stops_the_partners_term_and_starts_ours(found: Referral) -> None:
    before = found.due_at
    with time_machine.travel(timezone.now() + timedelta(days=7)):
        question = ask(found)
        stood_still = term(found).paused_since
        ours = term(found, Name.QUESTION)
    with time_machine.travel(timezone.now() + timedelta(days=14)):
        answer(question)

    found.refresh_from_db()
    assert stood_still is not None and ours is not None
    assert found.state == State.RELEASED
    assert term(found).paused_since is None
    assert found.due_at == term(found).due > before + timedelta(days=5)
    assert term(found, Name.QUESTION) is None


@pytest.mark.django_db
def test_after_an_answer_the_partner_is_as_far_as_it_was(found: Referral) -> None:
    answering.accept(referral=found, by=person("boa@"), at=timezone.now())

    answer(ask(found))

    assert Referral.objects.get(pk=found.pk).state == State.ACCEPTED


@pytest.mark.django_db
def test_only_this_partner_reads_question_and_answer(found: Referral) -> None:
    other = by_hand(Case.objects.get(pk=found.case_id), "politie-noord")

    answer(ask(found))

    assert SECRET_WORDS in client_of("boa@").get(page_of(found)).content.decode()
    assert SECRET_WORDS not in client_of("wijkagent-noord@").get(page_of(other)).content.decode()
    assert disclose(referral=other).questions == ()
    assert not found.case.timeline.filter(text__contains=SECRET_WORDS, visibility="reporter").exists()


@pytest.mark.django_db
def test_the_reporter_hears_nothing_of_it(found: Referral) -> None:
    told = Notice.objects.filter(template="reporter_update").count()

    answer(ask(found))

    assert Notice.objects.filter(template="reporter_update").count() == told


@pytest.mark.django_db
def test_both_sides_are_told_without_content(found: Referral) -> None:
    casework.take(case=found.case, by=person("noord@"), at=timezone.now())

    answer(ask(found))

    assert Notice.objects.filter(template="staff_answer", user=person("noord@")).exists()
    assert Notice.objects.filter(template="partner_answer", user=person("boa@")).exists()
    logged = AuditEvent.objects.get(action="question.answer")
    assert (logged.ground, logged.actor) == (Ground.INTEREST, person("noord@"))


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["finish", "decline", "withdraw", "take_back"])
def test_a_question_lapses_when_nobody_waits_for_it(found: Referral, end: str) -> None:
    answering.accept(referral=found, by=person("boa@"), at=timezone.now())
    question, boa, now = ask(found), person("boa@"), timezone.now()

    ends: dict[str, Callable[[], None]] = {
        "finish": lambda: answering.finish(referral=found, outcome="Klaar.", by=boa, at=now),
        "decline": lambda: answering.decline(referral=found, reason="Niet aan ons.", by=boa, at=now),
        "withdraw": lambda: withdrawing.withdraw(referral=found, reason="Fout.", by=person("noord@"), at=now),
        "take_back": lambda: asking.take_back(referral=found, by=boa, at=now),
    }
    ends[end]()

    assert not Question.objects.waiting().exists()
    assert term(found, Name.QUESTION) is None
    with pytest.raises(NotPossible):
        answer(question)


@pytest.mark.django_db
def test_about_a_protected_address_a_second_person_answers(found: Referral) -> None:
    case = Case.objects.get(pk=found.case_id)
    home = case.complex.homes.filter(is_secret_address=False, is_shelter=False).first()
    home.is_secret_address = True
    home.save()
    casework.name_home(case=case, home=home, by=person("noord@"), at=timezone.now())
    question = ask(found)

    with pytest.raises(release_checks.NeedsSecondPerson):
        answer(question)
    answer(question, by="teamleider@")

    assert Question.objects.get(pk=question.pk).answered_by == person("teamleider@")


@pytest.mark.django_db
def test_an_outside_partner_gets_no_answer_without_a_ground(found: Referral) -> None:
    question = ask(found)

    refused = client_of("noord@").post(reverse("question_page", args=[question.pk]), {"text": SECRET_WORDS})

    assert refused.status_code == 422
    assert SECRET_WORDS in refused.content.decode()
    assert "Kies een grond." in refused.content.decode()
    with pytest.raises(NotPossible):
        asking.answer(
            question=question, text="x", ground=None, ground_text="", by=person("noord@"), at=timezone.now()
        )


@pytest.mark.django_db
def test_an_own_desk_needs_no_ground(association: None) -> None:
    desk = referral(routed("VUI-ALG"), "WB")
    question = asking.ask(referral=desk, text="Welke berging?", by=person("wijkbeheer@"), at=timezone.now())

    done = client_of("noord@").post(reverse("question_page", args=[question.pk]), {"text": "De tweede."})

    assert done.status_code == 302
    assert "De tweede." in client_of("wijkbeheer@").get(page_of(desk)).content.decode()


@pytest.mark.django_db
def test_a_colleague_who_comes_second_keeps_what_was_typed(found: Referral) -> None:
    question = ask(found)
    answer(question)

    late = client_of("noord2@").post(
        reverse("question_page", args=[question.pk]),
        {"text": "Mijn antwoord", "ground": "interest", "ground_text": "Nodig."},
    )

    assert late.status_code == 409
    assert "Mijn antwoord" in late.content.decode()
    assert "een collega was eerst" in late.content.decode()


@pytest.mark.django_db
def test_the_case_says_first_that_a_question_waits(found: Referral) -> None:
    casework.take(case=found.case, by=person("noord@"), at=timezone.now())
    question, client = ask(found), client_of("noord@")

    page = client.get(reverse("case_page", args=[found.case.number])).content.decode()
    inbox = client.get(reverse("staff_inbox"), {"question": "waits"}).content.decode()

    assert "Een ketenpartner heeft een vraag" in page
    assert reverse("question_page", args=[question.pk]) in page
    assert found.case.number in inbox


@pytest.mark.django_db
def test_what_waits_for_us_is_not_late_for_the_partner(found: Referral) -> None:
    ask(found)

    with time_machine.travel(timezone.now() + timedelta(days=60)):
        queue = client_of("boa@").get(reverse("partner_queue")).content.decode()

    assert "portal-tone--danger" not in queue.split(found.case.number)[0].rsplit("<li", 1)[1]


@pytest.mark.django_db
def test_worry_about_a_home_shows_the_question_of_care_to_its_own_staff_only(association: None) -> None:
    case = routed("ZRG-VERW", place=at_home(4))
    care = referral(case, "OGGZ")
    releasing.release(
        referral=care, ground=Ground.VITAL, ground_text="Gevaar.", fields=[], summary="Roept 's nachts.",
        by=person("noord@"), at=timezone.now(),
    )  # fmt: skip
    question = asking.ask(referral=care, text="Is er familie?", by=person("meldpunt@"), at=timezone.now())

    assert client_of("zuid@").get(reverse("question_page", args=[question.pk])).status_code == 404
    assert client_of("noord@").get(reverse("question_page", args=[question.pk])).status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("second", ["ask", "finish"])
def test_of_many_who_ask_at_once_one_question_is_left(committed_association: None, second: str) -> None:
    found = referral(routed("DRU-GEB"), "BOA")
    answering.accept(referral=found, by=person("boa@"), at=timezone.now())
    start, refused = threading.Barrier(RACERS), []

    def act(turn: int) -> None:
        start.wait()
        try:
            if second == "finish" and turn == 0:
                answering.finish(referral=found, outcome="Klaar.", by=person("boa@"), at=timezone.now())
            else:
                ask(found)
        except NotPossible:
            refused.append(turn)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(turn,)) for turn in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    state = Referral.objects.get(pk=found.pk).state
    assert Question.objects.count() <= 1
    assert Question.objects.waiting().count() == (1 if state == State.ASKED else 0)
    assert len(refused) >= RACERS - 2
