"""A partner that has a case in hand is told more of it: the way there, and that it gets what was shown before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import dialogue
from incidents.joining import merging
from incidents.models import Case
from partners.at_work import asking
from partners.disclosing.disclosure import Disclosure, disclose
from partners.models import Referral
from partners.models.referral_words import Delivery, State
from safetyportal.notices.models import Alarm, Notice
from tests.incidents import parties as people
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import at_home, file, home, person

pytestmark = pytest.mark.django_db
POLICE, OFFICER = "politie-noord", "wijkagent-noord@"
PLAIN = {"ground": "interest", "ground_text": "Nodig.", "summary": "Elke nacht muziek."}


@pytest.fixture
def case(association: None) -> Case:
    report = file("GEL-MUZ", place=at_home(6))
    Case.objects.filter(pk=report.case_id).update(about_home=home(8))
    dialogue.say(report=report, sort="again", text="Weer muziek, zegt Aisha.", at=timezone.now())
    return Case.objects.get(pk=report.case_id)


@pytest.fixture
def police(case: Case) -> Referral:
    """Has the accused and one line of the diary, without a name."""
    return by_hand(case, POLICE, fields=["accused", "about_home"], summary="Elke nacht muziek.")


@pytest.fixture
def staff() -> Client:
    return client_of("noord@")


def address(referral: Referral) -> str:
    return reverse("referral_anew", args=[referral.pk])


def gets(referral: Referral) -> Disclosure:
    """What the partner's page is made of."""
    return disclose(referral=Referral.objects.with_cells().get(pk=referral.pk))


def share(client: Client, referral: Referral, **typed: Any) -> tuple[Disclosure, Any]:
    """What the page showed beforehand, and what came of sending the same."""
    said = PLAIN | typed
    before = client.post(address(referral), said | {"preview": "1"})
    return before.context["shown"], client.post(address(referral), said | {"seen": before.context["seen"]})


def line(case: Case, words: str) -> str:
    return f"line_{case.timeline.get(sort='again', text__contains=words).pk}"


# Preview and page


def test_who_came_into_the_case_since_is_shown_before_and_told_then(
    case: Case, police: Referral, staff: Client
) -> None:
    people.accused(case, name="Wim Kanarievogel", home=home(8))
    assert gets(police).accused == (), "not known when it was released"

    shown, done = share(staff, police, fields_shown=["accused", "about_home"])

    assert done.status_code == 302 and shown.accused == ("Wim Kanarievogel",)
    assert gets(police) == shown
    assert "Wim Kanarievogel" in client_of(OFFICER).get(page_of(police)).content.decode()


def test_lines_and_reports_of_a_case_merged_in_since_are_shown_before_and_told_then(
    case: Case, police: Referral, staff: Client
) -> None:
    other = file("GEL-MUZ", place=at_home(12))
    merging.merge(
        cases=[other.case], into=case, reason="Hetzelfde.", message="", by=person("noord@"), at=timezone.now()
    )
    other.refresh_from_db()
    dialogue.say(report=other, sort="again", text="Ook hier muziek.", at=timezone.now())

    shown, done = share(staff, police, **{line(case, "Ook hier"): "on"})

    assert done.status_code == 302 and [one.text for one in shown.diary] == ["Ook hier muziek."]
    assert gets(police) == shown


@pytest.mark.parametrize("fields", [[], ["about_home"], ["accused", "others", "reporter"]])
def test_what_was_shown_is_exactly_what_the_partner_gets(
    case: Case, police: Referral, staff: Client, fields: list[str]
) -> None:
    people.accused(case, name="Wim Kanarievogel", home=home(8))
    by_hand(case, "gemeente-lindestad")

    shown, done = share(staff, police, fields_shown=fields, ground="vital")

    assert done.status_code == 302
    assert replace(gets(police), reporter=None) == replace(shown, reporter=None)
    assert bool(gets(police).reporter) == bool(shown.reporter) == ("reporter" in fields)


def test_a_secret_address_shown_to_the_second_person_is_what_the_partner_gets(
    case: Case, police: Referral
) -> None:
    type(home(8)).objects.filter(pk=home(8).pk).update(is_secret_address=True)
    lead = client_of("teamleider@")

    shown, done = share(lead, police, fields_shown=["about_home"], ground="vital")

    assert done.status_code == 302 and shown.about_home
    assert gets(police) == shown


# The way there


def test_a_partner_that_sees_the_case_can_be_told_more(case: Case, police: Referral, staff: Client) -> None:
    overview = staff.get(reverse("case_sharing", args=[case.number])).content.decode()
    page = staff.get(address(police)).content.decode()

    assert "Meer delen met Politie Lindestad-Noord" in overview and address(police) in overview
    assert "Meer delen met Politie Lindestad-Noord" in page and "ziet de zaak dan weer" not in page
    assert "Elke nacht muziek." in page


def test_not_of_our_own_desks_nor_of_what_it_handed_back(case: Case, police: Referral, staff: Client) -> None:
    Referral.objects.filter(pk=police.pk).update(state=State.DECLINED, answer="Nee.", answered_at=timezone.now(), answered_by=person(OFFICER))  # fmt: skip

    assert "Meer delen" not in staff.get(reverse("case_sharing", args=[case.number])).content.decode()


def test_a_line_of_the_diary_on_request_and_what_it_had_stays(
    case: Case, police: Referral, staff: Client
) -> None:
    typed = {line(case, "Aisha"): "on", f"left_out_{line(case, 'Aisha')[5:]}": "Aisha"}
    share(staff, police, fields_shown=["about_home"], **typed)
    dialogue.say(report=case.reports.get(), sort="again", text="Nog eens.", at=timezone.now())

    page = staff.get(address(police))
    begun = page.context["form"].initial
    share(staff, police, **begun, **{line(case, "Nog eens"): "on"})

    assert [one.text for one in page.context["shown"].diary] == ["Weer muziek, zegt [weggelaten]."]
    assert [one.text for one in gets(police).diary] == ["Weer muziek, zegt [weggelaten].", "Nog eens."]
    assert gets(police).about_home and begun["ground"] == "interest"


def test_its_question_its_term_and_its_answer_stay_as_they_are(
    case: Case, police: Referral, staff: Client
) -> None:
    asking.ask(referral=police, text="Wie woont er?", by=person(OFFICER), at=timezone.now())
    before = Referral.objects.get(pk=police.pk)

    share(staff, police)

    after = Referral.objects.get(pk=police.pk)
    assert (after.state, after.due_at) == (State.ASKED, before.due_at)
    assert [one.text for one in gets(police).questions] == ["Wie woont er?"]


# Telling its people


def test_its_people_are_mailed_and_staff_read_that_they_were(
    case: Case, police: Referral, staff: Client
) -> None:
    share(staff, police)

    kept = Referral.objects.get(pk=police.pk)
    assert kept.delivery == Delivery.TOLD and kept.delivered_at == kept.released_at
    assert Notice.objects.filter(about=str(police.pk), template="partner_new").exists()


def test_where_nobody_works_there_is_an_alarm(case: Case, police: Referral, staff: Client) -> None:
    police.partner.memberships.all().delete()

    share(staff, police)

    assert Referral.objects.get(pk=police.pk).delivery == Delivery.NOBODY
    assert Alarm.objects.filter(code=Alarm.Code.PARTNER_EMPTY, subject=POLICE).exists()
