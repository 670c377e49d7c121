from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from incidents.acts import NotNow
from incidents.handling import casework
from incidents.models import Case, TimelineEntry
from incidents.models.case import Band
from incidents.rules.workflow import Status
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.notices.models import Notice
from tests.world import anonymous, at_home, file, person, routed

pytestmark = pytest.mark.django_db
Sort = TimelineEntry.Sort


def open_names(case: Case) -> set[str]:
    return set(open_for(subject_kind="case", subject_id=case.pk).values_list("name", flat=True))


def handlers(number: int) -> list[User]:
    """Colleagues of the team of the demonstration street."""
    team = person("noord@").role_grants.get(role=Role.HANDLER).team
    people = []
    for index in range(number):
        user = User.objects.create_user(
            email=f"h{index}@example.nl", name=f"Collega {index}", audience=Audience.STAFF
        )
        RoleGrant.objects.create(user=user, role=Role.HANDLER, team=team)
        people.append(user)
    return people


def test_taking_a_case_makes_one_holder_and_starts_the_work(association: None) -> None:
    case, marieke = routed("GEL-MUZ"), person("noord@")

    casework.take(case=case, by=marieke, at=timezone.now())

    case.refresh_from_db()
    assert (case.holder, case.status) == (marieke, Status.INVESTIGATION)
    assert Name.DECIDE not in open_names(case)
    assert case.timeline.filter(sort=Sort.TAKEN, by=marieke).count() == 1


def test_taking_it_twice_yourself_is_no_mistake(association: None) -> None:
    case, marieke = routed("GEL-MUZ"), person("noord@")

    casework.take(case=case, by=marieke, at=timezone.now())
    casework.take(case=case, by=marieke, at=timezone.now())

    assert case.timeline.filter(sort=Sort.TAKEN).count() == 1


def test_of_eight_who_take_at_once_one_holds_the_case(committed_association: None) -> None:
    case = Case.objects.get(pk=file("GEL-MUZ").case_id)
    people = handlers(8)
    gate, lost = threading.Barrier(8), []

    def try_it(user: User) -> None:
        gate.wait()
        try:
            casework.take(case=case, by=user, at=timezone.now())
        except casework.AlreadyTaken as taken:
            lost.append(str(taken))
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it, args=(user,)) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    case.refresh_from_db()
    assert case.holder in people
    assert lost == [case.holder.name] * 7
    assert case.timeline.filter(sort=Sort.TAKEN).count() == 1


def test_contact_meets_the_first_term_and_promises_the_next(association: None) -> None:
    case = routed("GEL-MUZ")
    assert Name.FIRST_CONTACT in open_names(case)

    casework.log_contact(case=case, text="Gebeld, afspraak gemaakt.", by=person("noord@"), at=timezone.now())

    assert Name.FIRST_CONTACT not in open_names(case)
    assert Name.PROGRESS in open_names(case)


def test_contact_after_closing_promises_nothing(association: None) -> None:
    case, marieke, now = closed_case(), person("noord@"), timezone.now()

    casework.log_contact(case=case, text="Nog even gebeld.", by=marieke, at=now)

    assert open_names(case) == set()
    assert case.timeline.filter(sort=Sort.CONTACT).exists()


def test_a_note_about_illness_is_marked_sensitive(association: None) -> None:
    case, marieke = routed("GEL-MUZ"), person("noord@")

    casework.note(case=case, text="Zij noemde een verslaving.", by=marieke, at=timezone.now())
    casework.note(case=case, text="De deur stond open.", by=marieke, at=timezone.now())

    found = dict(case.timeline.filter(sort=Sort.NOTE).values_list("text", "sensitive"))
    assert found == {"Zij noemde een verslaving.": True, "De deur stond open.": False}


def test_marks_are_written_down_in_dutch_and_only_what_changed(association: None) -> None:
    case = routed("GEL-MUZ")

    casework.mark(
        case=case, marks={"mark_child": True, "mark_employee": None}, by=person("noord@"), at=timezone.now()
    )

    case.refresh_from_db()
    assert case.mark_child is True
    assert case.timeline.get(sort=Sort.MARKED).text == "Kind onder de 16 betrokken: ja"


def test_a_judgement_goes_before_the_score_and_leaves_it_in_sight(association: None) -> None:
    case = routed("GEL-MUZ")
    score, parts = case.severity_score, case.severity_parts

    casework.override_severity(
        case=case, band=Band.S4, reason="Er staat meer op het spel.", by=person("noord@"), at=timezone.now()
    )

    case.refresh_from_db()
    assert (case.severity_band, case.severity_reason) == ("S4", "Er staat meer op het spel.")
    assert (case.severity_score, case.severity_parts) == (score, parts)


def test_closing_needs_every_outside_answer(association: None) -> None:
    case = routed("DRU-GEB")

    with pytest.raises(casework.NotClosable):
        close(case)

    case.refresh_from_db()
    assert case.is_open


def test_closing_ends_every_term_and_tells_the_reporter(association: None) -> None:
    case = closed_case()

    assert case.status == Status.CLOSED
    assert open_names(case) == set()
    message = case.timeline.get(sort=Sort.MESSAGE)
    assert (message.text, message.visibility) == ("Het is opgelost.", "reporter")
    assert Notice.objects.filter(dedupe_key__startswith=f"closed:{case.pk}").count() == 1


def test_closing_twice_is_refused(association: None) -> None:
    case = closed_case()

    with pytest.raises(NotNow):
        close(case)


def test_an_anonymous_reporter_gets_no_mail_but_can_read_the_message(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), reporter=anonymous())

    with transaction.atomic():
        casework.send_message(case=case, text="Wij komen langs.", by=person("noord@"), at=timezone.now())

    assert case.timeline.filter(sort=Sort.MESSAGE, visibility="reporter").count() == 1
    assert not Notice.objects.filter(template="reporter_update").exists()


def test_a_restricted_case_mails_nobody(association: None) -> None:
    case = routed("AGR-HUIS", place=at_home(4))

    casework.send_message(case=case, text="Wij nemen contact op.", by=person("beschermd@"), at=timezone.now())

    assert not Notice.objects.filter(template="reporter_update").exists()


def close(case: Case) -> None:
    casework.close(
        case=case,
        status=Status.CLOSED,
        reason="solved",
        message="Het is opgelost.",
        by=person("noord@"),
        at=timezone.now(),
    )


def closed_case() -> Case:
    """Noise without consent stays inside, so that no partner bars closing."""
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    close(case)
    return Case.objects.get(pk=case.pk)
