"""A letter to somebody in the case: begun from their page, and once sent it keeps what was owed to that person and to no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case, Letter, Party, PartyWord
from incidents.sides import parties, rights
from incidents.sides.accused_words import request_about, said_about
from incidents.standard_texts.values import said_day
from incidents.writing import letters
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, open_for
from tests.incidents import parties as people
from tests.incidents.tenant import words
from tests.incidents.test_letters import PLAIN, sent
from tests.partners.partner_side import client_of
from tests.world import at_home, home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = Letter.Sort


@pytest.fixture
def case() -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    Case.objects.filter(pk=case.pk).update(about_home=home(6))
    return Case.objects.get(pk=case.pk)


def letter_to(party: Party | None, sort: str, case: Case) -> Letter:
    content = replace(PLAIN, sort=sort)
    return letters.write(
        case=case, content=content, text=None, by=person("noord@"), at=timezone.now(), party=party
    )


def owed(case: Case) -> set[tuple[str, str]]:
    ours = (Name.INFORM, Name.HEARING, Name.OBJECTION, Name.ANSWER_ACCUSED)
    return set(
        open_for(subject_kind="case", subject_id=case.pk).filter(name__in=ours).values_list("name", "about")
    )


def page(name: str, *of: Any, query: str = "") -> str:
    answer = client_of("noord@").get(reverse(name, args=of) + query)
    assert answer.status_code == 200
    return answer.content.decode()


# Beginning one


def test_from_their_page_one_comes_to_a_letter_with_their_name_and_address_on_it(case: Case) -> None:
    party = people.accused(case, language="tr")
    to_start = f"{reverse('case_letters', args=[case.number])}?aan={party.pk}#schrijven"
    start = page("case_letters", case.number, query=f"?aan={party.pk}")
    form = page("case_letter_new", case.number, query=f"?aan={party.pk}&tekst=uitnodiging")

    assert to_start in page("party_page", case.number, party.pk) and to_start in page(
        "case_people", case.number
    )
    assert f'<option value="{party.pk}" selected>{people.NAME}</option>' in start
    assert '<option value="tr" selected>' in start
    assert f'value="{people.NAME}"' in form and home(6).address in form and f"Beste {people.NAME}" not in form
    shown = AuditEvent.objects.get(action="party.contact")
    assert shown.detail == {"party": party.pk, "for": "letter"}


def test_a_letter_begun_so_belongs_to_them_and_stands_on_their_page(case: Case) -> None:
    party = people.accused(case)
    typed = {
        "sort": "other",
        "to_name": "W. Overlaat",
        "to_address": "Esdoornlaan 6",
        "heading": "Muziek",
        "body": "Dag.",
    }
    address = reverse("case_letter_new", args=[case.number]) + f"?aan={party.pk}"

    answer = client_of("noord@").post(address, typed)

    letter = Letter.objects.get()
    assert (answer.status_code, letter.party) == (302, party)
    assert reverse("case_letter", args=[case.number, letter.pk]) in page("party_page", case.number, party.pk)


def test_the_day_and_place_of_their_talk_stand_in_the_invitation(case: Case) -> None:
    party = people.accused(case)
    people.invite(party, place="Kantoor aan het Dorpsplein")

    form = page("case_letter_new", case.number, query=f"?aan={party.pk}&tekst=uitnodiging")

    assert "Het gesprek is op deze plek: Kantoor aan het Dorpsplein." in form
    assert "datum_gesprek" not in form


def test_agreements_name_the_day_that_was_talked_and_not_one_to_come(case: Case) -> None:
    party = people.accused(case)
    held = people.invite(party)
    people.hear(held)
    people.invite(Party.objects.get(pk=party.pk), takes_place_at=timezone.now() + timedelta(days=90))

    form = page("case_letter_new", case.number, query=f"?aan={party.pk}&tekst=afspraken")

    assert f"Op {said_day(timezone.localdate(held.takes_place_at))} hebben wij met elkaar gepraat." in form


def test_a_witness_is_called_by_a_number_where_one_chooses(case: Case) -> None:
    known = parties.Known(role=Party.Role.WITNESS, name="Gerda Getuige", home=home(8))
    witness = parties.add(case=case, known=known, by=person("noord@"), at=timezone.now())
    group = people.accused(case, sort="group", name="jongeren")

    start = page("case_letters", case.number)

    assert f'<option value="{witness.pk}">Getuige 1</option>' in start
    assert "Gerda" not in start and f'value="{group.pk}"' not in start


@pytest.mark.parametrize("asked", ["", "x", "0", "999999999999999999", "9" * 30, "-1"])
def test_who_is_not_there_gets_no_letter_and_the_page_still_opens(case: Case, asked: str) -> None:
    other = people.accused(routed("GEL-MUZ", place=at_home(6), consent=False))

    for code in (asked, str(other.pk)):
        form = page("case_letter_new", case.number, query=f"?aan={code}")
        assert people.NAME not in form


# Sending one


def test_the_letter_of_article_14_tells_them_with_one_line_and_one_record(case: Case) -> None:
    party, other = people.accused(case), people.accused(case, name="Ria Ruis")
    letter = letter_to(party, Sort.ART14, case)
    lines, records = case.timeline.count(), AuditEvent.objects.count()

    sent(letter)

    party.refresh_from_db()
    assert party.informed_at is not None and party.told_kind == case.kind and party.told_from is not None
    assert owed(case) == {(Name.INFORM, str(other.pk))}
    assert (case.timeline.count() - lines, AuditEvent.objects.count() - records) == (1, 1)
    assert AuditEvent.objects.filter(action="case.send_letter").latest("pk").detail["party"] == party.pk


def test_what_was_told_before_the_letter_stays(case: Case) -> None:
    party = people.accused(case)
    people.inform(party, rule="Na tien uur is het stil.")
    before = Party.objects.get(pk=party.pk).informed_at

    sent(letter_to(party, Sort.ART14, case))

    party.refresh_from_db()
    assert (party.informed_at, party.told_rule) == (before, "Na tien uur is het stil.")


def test_an_invitation_goes_only_when_a_talk_was_arranged_and_leaves_its_term(case: Case) -> None:
    party = people.accused(case)
    letter = letter_to(party, Sort.INVITATION, case)
    with pytest.raises(letters.MayNot):
        sent(letter)
    shown = words(client_of("noord@").get(reverse("case_letter", args=[case.number, letter.pk])))
    people.invite(party)

    sent(letter)

    assert "Leg eerst bij deze persoon vast wanneer het gesprek is, en waar." in shown
    assert (Name.HEARING, str(party.pk)) in owed(case)


def test_an_answer_by_letter_meets_the_objection_of_that_person_alone(case: Case) -> None:
    party, inside = people.at_own_page(case)
    other = people.accused(case, name="Ria Ruis")
    for one in (party, other):
        rights.put_in_objection(party=one, text="Nee.", by=person("noord@"), at=timezone.now())

    sent(letter_to(party, Sort.OBJECTION, case))

    about = request_about(other, PartyWord.Sort.OBJECTION)
    assert {what for what in owed(case) if what[0] == Name.OBJECTION} == {(Name.OBJECTION, about)}
    assert "Antwoord op bezwaar verstuurd." in words(inside.get(reverse("reply_page")))


def test_an_answer_to_what_they_wrote_decides_on_no_request(case: Case) -> None:
    party, inside = people.at_own_page(case)
    inside.post(reverse("reply_act", args=["wanneer"]), {"text": "Op dinsdag."})
    inside.post(reverse("reply_act", args=["verbeteren"]), {"text": "Het was nummer acht."})
    before = owed(case)

    sent(letter_to(party, Sort.REPLY, case))

    assert before - owed(case) == {(Name.ANSWER_ACCUSED, said_about(party))}
    assert (Name.OBJECTION, request_about(party, PartyWord.Sort.CORRECTION)) in owed(case)


@pytest.mark.parametrize("sort", [Sort.ART14, Sort.OBJECTION, Sort.REPLY])
def test_a_letter_to_nobody_in_the_case_meets_nothing(case: Case, sort: str) -> None:
    party = people.accused(case)
    rights.put_in_objection(party=party, text="Nee.", by=person("noord@"), at=timezone.now())
    before = owed(case)

    sent(letter_to(None, sort, case))

    assert owed(case) == before and len(before) == 2


def test_a_letter_to_a_witness_tells_nobody_anything(case: Case) -> None:
    known = parties.Known(role=Party.Role.WITNESS, name="Gerda Getuige", home=home(8))
    witness = parties.add(case=case, known=known, by=person("noord@"), at=timezone.now())

    sent(letter_to(witness, Sort.ART14, case))

    assert Party.objects.get(pk=witness.pk).informed_at is None


def test_who_gets_a_warning_must_be_heard_and_not_the_others(case: Case) -> None:
    party, other = people.accused(case), people.accused(case, name="Ria Ruis")
    people.hear(people.invite(party))

    with pytest.raises(letters.MayNot):
        sent(letter_to(other, Sort.WARNING, case))
    with pytest.raises(letters.MayNot):
        sent(letter_to(None, Sort.WARNING, case))

    assert sent(letter_to(party, Sort.WARNING, case)).is_sent
