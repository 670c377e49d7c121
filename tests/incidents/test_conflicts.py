"""Whoever lives there, is a party or knows one: nothing of the case is left for them, and they hold nothing of it (trust F65)."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from complexes.models import Home
from incidents.following import disclosing
from incidents.handling import casework, changing, holding
from incidents.intake.filing import Place
from incidents.models import Case, Conflict, Evidence
from incidents.rules.answers import PlaceKind
from incidents.rules.workflow import CloseReason, Status
from incidents.staffing import conflicts
from partners.alarms import open_alarms
from partners.at_work.asking import ask
from partners.models import Partner, Question, Referral
from safetyportal.audit.models import AuditEvent
from safetyportal.desk import inbox
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from safetyportal.privacy.keys import blind_index
from tests.incidents.evidence.sending import sent_photo
from tests.partners.partner_side import by_hand, client_of
from tests.world import anonymous, at_home, file, in_stairwell, person, referral, routed

Sort = Conflict.Sort
STAFF = ("noord@", "teamleider@", "triage@")


def kept_out(email: str, *, case: Case | None = None, complex: Any = None, by: str = "") -> Conflict:
    who = person(email)
    conflicts.state(
        person=who,
        case=case,
        complex=complex,
        sort=Sort.NEAR,
        by=person(by) if by else who,
        at=timezone.now(),
    )
    return Conflict.objects.get(person=who, case=case, complex=complex, ended_at=None)


def desk_of(email: str) -> Partner:
    return Partner.objects.get(memberships__user=person(email))


@pytest.fixture
def case(association: None) -> Case:
    """With everything that hangs on a case: a proposal, a question, a photo, an alarm, work at a desk."""
    found = routed("DRU-GEB", place=in_stairwell(18))
    sent_photo(found.reports.get())
    raise_alarm(code=Alarm.Code.NO_RULE, subject=found.number, at=timezone.now())
    for email in ("noord@", "triage@"):
        by_hand(found, desk_of(email).code, ground=None)
    asked = by_hand(found, "politie-noord")
    ask(referral=asked, text="Hoe laat was het?", by=person("wijkagent-noord@"), at=timezone.now())
    return found


def pages_of(case: Case) -> list[tuple[str, str]]:
    """Every address that shows or changes something of the case."""
    number, report = case.number, case.reports.get()
    photo = Evidence.objects.get(report=report)
    asked = Question.objects.get(referral__case=case)
    proposal = referral(case, "BOA")
    return [
        *(
            ("GET", reverse(name, args=[number]))
            for name in (
                "case_page",
                "case_kind",
                "case_place",
                "case_hand_over",
                "route_by_hand",
                "case_step_back",
            )
        ),
        *(
            ("POST", reverse(name, args=[number]))
            for name in ("case_take", "case_note", "case_close", "case_severity", "reporter_identity")
        ),
        ("GET", reverse("case_evidence", args=[number, photo.pk])),
        ("GET", reverse("reporter_letter", args=[number, report.number])),
        ("GET", reverse("proposal_page", args=[proposal.pk])),
        ("POST", reverse("proposal_refuse", args=[proposal.pk])),
        ("GET", reverse("question_page", args=[asked.pk])),
        ("GET", reverse("referral_withdraw", args=[asked.referral_id])),
    ]


def answers(client: Client, pages: list[tuple[str, str]]) -> set[int]:
    found = set()
    for method, address in pages:
        with transaction.atomic():
            found.add(client.generic(method, address).status_code)
            transaction.set_rollback(True)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("email", STAFF)
@pytest.mark.parametrize("what", ["case", "complex"])
def test_every_address_of_the_case_is_gone(case: Case, email: str, what: str) -> None:
    pages, client = pages_of(case), client_of(email)
    before = answers(client, pages)

    kept_out(email, **({"case": case} if what == "case" else {"complex": case.complex}))

    assert 404 not in before
    assert answers(client, pages) == {404}


@pytest.mark.django_db
@pytest.mark.parametrize("email", STAFF)
def test_no_list_count_queue_or_alarm_has_it(case: Case, email: str) -> None:
    who, client = person(email), client_of(email)
    lists = [reverse("staff_inbox")]
    lists += [reverse("partner_queue")] if who.memberships.exists() else []
    lists += [reverse("routing_overview")] if email != "noord@" else []
    before = [client.get(address).content.decode().count(case.number) for address in lists]
    counted = inbox.headline(actor=who, tiles=[{}], at=timezone.now())

    kept_out(email, case=case)

    after = [client.get(address).content.decode().count(case.number) for address in lists]
    now = inbox.headline(actor=person(email), tiles=[{}], at=timezone.now())
    assert all(before)
    assert not any(after)
    assert now.proposals == counted.proposals - 1
    assert not open_alarms(person(email)).filter(subject=case.number).exists()


@pytest.mark.django_db
def test_the_work_of_the_own_desk_on_it_is_gone(case: Case) -> None:
    waits = Referral.objects.get(case=case, partner=desk_of("noord@"))
    client, colleague = client_of("noord@"), client_of("noord2@")
    address = reverse("partner_referral", args=[waits.pk])
    opened = client.get(address).status_code

    kept_out("noord@", case=case)

    assert opened == 200
    assert client.get(address).status_code == 404
    assert client.post(reverse("referral_accept", args=[waits.pk])).status_code == 404
    assert colleague.get(address).status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_a_protected_case_is_kept_from_who_works_with_those_too() -> None:
    hidden = routed("AGR-HUIS", place=at_home(4))
    client = client_of("beschermd@")
    opened = client.get(reverse("case_page", args=[hidden.number])).status_code

    kept_out("beschermd@", case=hidden)

    assert opened == 200
    assert client.get(reverse("case_page", args=[hidden.number])).status_code == 404


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_the_other_cases_stay() -> None:
    mine, other = routed("GEL-MUZ", place=at_home(2)), routed("GEL-LEEF", place=at_home(4))
    nowhere = file("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="Nergensstraat 1")).case

    kept_out("triage@", case=mine)

    seen = set(Case.objects.for_(person("triage@"), "case.read").values_list("number", flat=True))
    assert {other.number, nowhere.number} == seen


# Holding


@pytest.mark.django_db
def test_who_holds_the_case_lets_go_and_the_timeline_does_not_say_why(case: Case) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())

    kept_out("noord@", case=case)

    line = case.timeline.get(sort="conflict")
    assert Case.objects.get(pk=case.pk).holder is None
    assert line.text == "Marieke Korenaar doet niet mee aan deze zaak. De zaak heeft geen behandelaar meer."
    assert AuditEvent.objects.filter(action="case.keep_out", object_id=str(case.pk)).count() == 1


@pytest.mark.django_db
def test_of_a_complex_only_the_held_cases_are_let_go(case: Case) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    other, ended = routed("GEL-MUZ", place=at_home(18)), routed("GEL-LEEF", place=at_home(18))
    casework.take(case=ended, by=person("noord@"), at=timezone.now())
    casework.close(
        case=ended, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Stil.", by=person("noord@"),
        at=timezone.now(),
    )  # fmt: skip

    kept_out("noord@", complex=case.complex)

    assert not Case.objects.filter(holder=person("noord@")).exists()
    assert case.timeline.filter(sort="conflict").count() == 1
    assert not other.timeline.filter(sort="conflict").exists()
    assert AuditEvent.objects.filter(action="conflict.state", object_id=str(person("noord@").pk)).count() == 1


@pytest.mark.django_db
def test_nobody_hands_it_to_who_is_kept_out(case: Case) -> None:
    kept_out("noord2@", case=case)

    page = client_of("noord@").get(reverse("case_hand_over", args=[case.number])).content.decode()

    assert "Bilal Chaouki" not in page
    assert "Jeroen Haverkort" in page
    with pytest.raises(holding.CannotHold):
        holding.hand_over(case=case, to=person("noord2@"), reason="x", by=person("noord@"), at=timezone.now())


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_a_case_that_moves_to_where_its_holder_lives_is_let_go() -> None:
    case = routed("GEL-MUZ", place=at_home(2))
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    other = Home.objects.exclude(complex=case.complex).select_related("complex", "entrance")[0]
    other.complex.team = case.team
    other.complex.save()
    elsewhere = Place(PlaceKind.HOME, other.complex, other.entrance)
    kept_out("noord@", complex=elsewhere.complex)

    changing.change_place(case=case, place=elsewhere, reason="Daar.", by=person("triage@"), at=timezone.now())

    assert Case.objects.get(pk=case.pk).holder is None


@pytest.mark.django_db
def test_said_twice_it_is_there_once(case: Case) -> None:
    for _time in range(2):
        kept_out("noord@", case=case)

    assert Conflict.objects.filter(person=person("noord@")).count() == 1
    assert case.timeline.filter(sort="conflict").count() == 1


# The own mail address of somebody who works here


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_whose_own_address_is_that_of_the_reporter_is_a_party() -> None:
    report = file("GEL-MUZ", place=at_home(2))
    report.identity.email_index = blind_index(person("noord@").email.upper(), "email")
    report.identity.save()

    seen = Case.objects.for_(person("noord@"), "case.read")

    assert not seen.filter(pk=report.case_id).exists()
    assert person("noord@") not in holding.colleagues(
        team=report.case.team, case=report.case, at=timezone.now()
    )
    assert person("noord2@") in holding.colleagues(team=report.case.team, case=report.case, at=timezone.now())


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_a_holder_lets_go_when_the_reporter_turns_out_to_be_the_same_person() -> None:
    report = file("GEL-MUZ", place=at_home(2), reporter=anonymous())
    casework.take(case=report.case, by=person("noord@"), at=timezone.now())

    disclosing.disclose(
        report=report,
        mode="confidential",
        name="M",
        phone="",
        email=person("noord@").email,
        at=timezone.now(),
    )

    assert Case.objects.get(pk=report.case_id).holder is None
    assert report.case.timeline.filter(sort="conflict").exists()


# Ending


@pytest.mark.django_db
def test_let_in_again_by_another_it_is_all_there(case: Case) -> None:
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    stated = kept_out("noord@", case=case)

    conflicts.end(conflict=stated, why="Verhuisd.", by=person("teamleider@"), at=timezone.now())

    assert client_of("noord@").get(reverse("case_page", args=[case.number])).status_code == 200
    assert Case.objects.get(pk=case.pk).holder is None
    assert case.timeline.filter(sort="conflict").count() == 2
    assert not case.timeline.filter(sort="conflict", text__contains="Verhuisd").exists()
    assert AuditEvent.objects.filter(action="case.let_in").count() == 1
    with pytest.raises(conflicts.EndedAlready):
        conflicts.end(conflict=stated, why="Nog eens.", by=person("teamleider@"), at=timezone.now())


@pytest.mark.django_db
def test_nobody_lets_themselves_in(case: Case) -> None:
    stated = kept_out("noord@", case=case)

    with pytest.raises(conflicts.NotOneself):
        conflicts.end(conflict=stated, why="Kan best.", by=person("noord@"), at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Conflict.objects.filter(pk=stated.pk).update(
            ended_at=timezone.now(), ended_by=person("noord@"), ended_why="Kan best."
        )


@pytest.mark.django_db
def test_what_was_said_of_a_case_goes_with_it_into_another(case: Case) -> None:
    kept_out("noord@", case=case)
    target = routed("GEL-MUZ", place=at_home(2))

    conflicts.carry_over(source=case, target=target, by=person("teamleider@"), at=timezone.now())

    assert not Case.objects.for_(person("noord@"), "case.read").filter(pk=target.pk).exists()


# Together


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
@pytest.mark.parametrize("verb", ["take", "hand_over"])
def test_taking_it_while_the_conflict_is_being_stated_leaves_nobody_holding_it(verb: str) -> None:
    """The conflict is written and not committed yet when the other begins: it waits, looks again, and gets nothing."""
    case, who = routed("GEL-MUZ", place=at_home(2)), person("noord@")
    stated, outcome = threading.Event(), []

    def conflict() -> None:
        try:
            with transaction.atomic():
                conflicts.state(person=who, case=case, sort=Sort.NEAR, by=who, at=timezone.now())
                stated.set()
                time.sleep(0.5)
        finally:
            connection.close()

    def other() -> None:
        stated.wait()
        try:
            if verb == "take":
                casework.take(case=case, by=who, at=timezone.now())
            else:
                holding.hand_over(case=case, to=who, reason="x", by=person("noord2@"), at=timezone.now())
        except (conflicts.KeptOut, holding.CannotHold) as refusal:
            outcome.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=conflict), threading.Thread(target=other)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert outcome == ["KeptOut" if verb == "take" else "CannotHold"]
    assert Case.objects.get(pk=case.pk).holder is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_a_complex_stated_while_one_takes_a_case_there_leaves_nobody_holding_it() -> None:
    """The take is not committed yet when the conflict begins: it waits for it, and then lets go of that case too."""
    case, who = routed("GEL-MUZ", place=at_home(2)), person("noord@")
    taken = threading.Event()

    def take() -> None:
        try:
            with transaction.atomic():
                casework.take(case=case, by=who, at=timezone.now())
                taken.set()
                time.sleep(0.5)
        finally:
            connection.close()

    def conflict() -> None:
        taken.wait()
        try:
            conflicts.state(person=who, complex=case.complex, sort=Sort.LIVES, by=who, at=timezone.now())
        finally:
            connection.close()

    threads = [threading.Thread(target=take), threading.Thread(target=conflict)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert Case.objects.get(pk=case.pk).holder is None
    assert Conflict.objects.filter(person=who).count() == 1
