"""Hearing the other side: invited, held or not, twice at most, and before any warning."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from incidents.acts import NotNow
from incidents.handling import casework, holding
from incidents.models import Case, Hearing, Party
from incidents.pages import followup
from incidents.rules.workflow import CloseReason
from incidents.sides import both_sides, hearings
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.clock.models import Deadline
from tests.incidents import parties as people
from tests.incidents.tenant import errors, words
from tests.partners.partner_side import client_of
from tests.world import NOON, at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
TYPED = {
    "day": "2026-11-25",
    "hour": "14:00",
    "way": "office",
    "place": "Kantoor, Dorpsplein 1",
    "needs_interpreter": "on",
}


@pytest.fixture
def case() -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=case.pk)


def verb(party: Party, slug: str, typed: dict[str, Any], email: str = "noord@") -> Any:
    return client_of(email).post(reverse("party_act", args=[party.case.number, party.pk, slug]), typed)


def standing(case: Case, at: datetime | None = None) -> bool:
    return bool(both_sides.heard(case=case, at=at or timezone.now()))


def test_an_invitation_says_when_how_and_by_whom_and_opens_a_term() -> None:
    with time_machine.travel(NOON, tick=False):
        case = routed("GEL-MUZ", place=at_home(4), consent=False)
        casework.take(case=case, by=person("noord@"), at=NOON)
        party = people.accused(case)

        answer = verb(
            party, "uitnodigen", TYPED | {"held_by": person("noord@").pk, "second": person("noord2@").pk}
        )

    assert answer.status_code == 302, errors(answer)
    case.refresh_from_db()
    talk = party.hearings.get()
    assert case.status == "hearing"
    assert (talk.round, talk.way, talk.second, talk.needs_interpreter) == (
        1,
        "office",
        person("noord2@"),
        True,
    )
    assert talk.takes_place_at == datetime.fromisoformat("2026-11-25T13:00:00+00:00")
    term = Deadline.objects.get(name=Name.HEARING)
    assert (term.due, term.about, term.met_at) == (talk.takes_place_at, str(party.pk), None)
    said = case.timeline.get(sort="invited").text
    assert (
        "1e uitnodiging" in said
        and "Op kantoor" in said
        and "25 november" in said
        and "Bilal Chaouki" in said
    )
    assert people.NAME not in said and "Dorpsplein" not in said


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"day": "2026-11-17"}, "day"),
        ({"day": "31-02-2027"}, "day"),
        ({"hour": "25:00"}, "hour"),
        ({"way": "dream"}, "way"),
        ({"held_by": "999999"}, "held_by"),
        ({"second": "999999"}, "second"),
        ({"place": "x" * 201}, "place"),
    ],
)
def test_what_cannot_be_is_refused_and_comes_back(case: Case, typed: dict[str, str], field: str) -> None:
    party = people.accused(case)
    with time_machine.travel(NOON, tick=False):
        answer = verb(party, "uitnodigen", {**TYPED, "held_by": str(person("noord@").pk), **typed})

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Hearing.objects.exists()


def test_a_visit_with_two_needs_two_people(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(mark_aggression_risk=True)
    party = people.accused(Case.objects.get(pk=case.pk))
    me = person("noord@").pk
    with time_machine.travel(NOON, tick=False):
        alone = verb(party, "uitnodigen", TYPED | {"held_by": me})
        twice_me = verb(party, "uitnodigen", TYPED | {"held_by": me, "second": me})

    assert "Bij deze zaak hoort bezoek met twee. Kies wie er meegaat." in errors(alone)
    assert "Kies twee verschillende collega's." in errors(twice_me)


def test_what_was_said_stands_in_the_timeline_once_and_meets_the_term(case: Case) -> None:
    party = people.accused(case)
    people.invite(party)

    answer = verb(
        party,
        "gehoord",
        {"in_writing": "no", "stance": "partly", "said": "Het was een feest. Hij gebruikt medicijnen."},
    )

    assert answer.status_code == 302
    case.refresh_from_db()
    line = case.timeline.get(sort="heard")
    assert case.status == "investigation"
    assert line.text == "Gesproken. Herkent een deel.\nHet was een feest. Hij gebruikt medicijnen."
    assert line.sensitive and line.visibility == "team"
    assert not open_for(subject_kind="case", subject_id=case.pk).filter(name=Name.HEARING).exists()
    assert standing(case)
    page = words(client_of("noord@").get(reverse("party_page", args=[case.number, party.pk])))
    assert "Het was een feest." in page and "Gehoord" in page


def test_a_written_reaction_counts_as_heard(case: Case) -> None:
    party = people.accused(case)
    people.invite(party)

    verb(party, "gehoord", {"in_writing": "yes", "stance": "denies", "said": "Ik was op vakantie."})

    assert party.hearings.get().state == "written"
    assert standing(case)


def test_who_does_not_come_is_invited_once_more_and_then_had_the_chance(case: Case) -> None:
    party = people.accused(case)
    people.invite(party)
    verb(party, "niet-verschenen", {"note": "Gebeld."})
    case.refresh_from_db()
    after_one = (standing(case), case.status)
    again = open_for(subject_kind="case", subject_id=case.pk).get(name=Name.HEARING)

    second = people.invite(Party.objects.get(pk=party.pk))
    verb(party, "niet-verschenen", {})
    case.refresh_from_db()

    assert after_one == (False, "hearing")
    assert again.due > timezone.now()
    assert second.round == 2
    assert standing(case) and case.status == "investigation"
    assert "Kreeg twee keer de kans." in case.timeline.filter(sort="no_show").first().text
    assert "Kreeg twee keer de kans" in words(
        client_of("noord@").get(reverse("case_people", args=[case.number]))
    )


def test_moving_is_not_a_second_invitation(case: Case) -> None:
    party = people.accused(case)
    talk = people.invite(party)

    with time_machine.travel(timezone.now()):
        day = (timezone.localdate() + timedelta(days=20)).isoformat()
        verb(party, "verzetten", {"day": day, "hour": "10:30", "reason": "Ziek."})

    talk.refresh_from_db()
    moved = party.hearings.get(state="invited")
    assert (talk.state, moved.round) == ("moved", 1)
    assert Deadline.objects.get(name=Name.HEARING, met_at=None).due == moved.takes_place_at
    assert not standing(case)


def test_a_talk_that_was_called_off_counts_for_nothing(case: Case) -> None:
    party = people.accused(case)
    people.invite(party)

    verb(party, "vervallen", {"reason": "De melding was fout."})

    case.refresh_from_db()
    assert not standing(case) and case.status == "investigation"
    assert people.invite(Party.objects.get(pk=party.pk)).round == 1


def test_everybody_the_case_is_about_must_be_heard(case: Case) -> None:
    one, other = people.accused(case), people.accused(case, name="Ria Ruis")
    nobody = both_sides.heard(case=case, at=timezone.now())
    people.hear(people.invite(one))
    half = both_sides.heard(case=case, at=timezone.now())
    case.refresh_from_db()

    assert nobody.why == "Nog niet gehoord: 2 van de 2 bewoners over wie gemeld is."
    assert half.why == "Nog niet gehoord: 1 van de 2 bewoners over wie gemeld is."
    assert both_sides.heard(case=case, at=timezone.now(), party=one)
    assert not both_sides.heard(case=case, at=timezone.now(), party=other)
    people.hear(people.invite(other))
    assert standing(case)


def test_while_another_must_still_come_the_case_goes_on_hearing(case: Case) -> None:
    one, other = people.accused(case), people.accused(case, name="Ria Ruis")
    first = people.invite(one)
    people.invite(other)

    people.hear(first)

    case.refresh_from_db()
    assert case.status == "hearing"


def test_a_case_about_nobody_we_know_is_never_heard(case: Case) -> None:
    empty = both_sides.heard(case=case, at=timezone.now())
    group = people.accused(case, sort=Party.Sort.GROUP, name="jongeren")

    assert (
        not empty and empty.why == "Er staat nog niemand bij de zaak die u kunt horen. Voeg de bewoner toe."
    )
    assert not standing(case)
    with pytest.raises(hearings.CannotBeHeard):
        people.invite(group)


def test_an_old_hearing_and_one_of_before_the_reopening_do_not_count(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(opened_at=timezone.now() - timedelta(days=800))
    case.refresh_from_db()
    party, now = people.accused(case), timezone.now()
    people.hear(people.invite(party))

    assert standing(case, now + timedelta(days=364))
    assert not standing(case, now + timedelta(days=367))

    reason = CloseReason.SOLVED
    casework.close(
        case=case,
        status=reason.status,
        reason=reason,
        message="Klaar.",
        by=person("noord@"),
        at=timezone.now(),
    )
    holding.reopen(case=case, reason="Weer.", message="Wij kijken.", by=person("noord@"), at=timezone.now())
    assert not standing(case)


def test_an_invitation_that_nobody_closed_does_not_stand_in_the_way_after_reopening(case: Case) -> None:
    party = people.accused(case)
    people.invite(party)
    reason = CloseReason.SOLVED
    casework.close(
        case=case,
        status=reason.status,
        reason=reason,
        message="Klaar.",
        by=person("noord@"),
        at=timezone.now(),
    )
    holding.reopen(case=case, reason="Weer.", message="Wij kijken.", by=person("noord@"), at=timezone.now())

    again = people.invite(Party.objects.get(pk=party.pk))

    assert again.round == 1
    assert party.hearings.filter(state="cancelled").count() == 1


def test_one_invitation_at_a_time_and_no_second_report_of_one_talk(case: Case) -> None:
    party = people.accused(case)
    talk = people.invite(party)
    with pytest.raises(hearings.AlreadyInvited):
        people.invite(party)
    people.hear(talk)

    late = verb(party, "gehoord", {"in_writing": "no", "stance": "denies", "said": "Nog een verslag."})

    assert late.status_code == 409
    assert "Nog een verslag." in late.content.decode()
    assert case.timeline.filter(sort="heard").count() == 1


@pytest.mark.parametrize("status", ["received", "triage"])
def test_before_somebody_took_the_case_nobody_is_invited(case: Case, status: str) -> None:
    party = people.accused(case)
    Case.objects.filter(pk=case.pk).update(status=status)

    with pytest.raises(NotNow):
        people.invite(party)


def test_the_reporter_never_sees_that_there_is_a_hearing(case: Case) -> None:
    before = followup.progress(report=case.reports.get())
    party = people.accused(case)
    talk = people.invite(party)
    during = followup.progress(report=case.reports.get())
    people.hear(talk, said="UNIEKE-WOORDEN")
    after = followup.progress(report=case.reports.get())

    assert before.status == during.status == after.status == "Wij onderzoeken"
    assert before.messages == during.messages == after.messages
    assert "UNIEKE-WOORDEN" not in repr(after) and before.next_what == during.next_what


def test_what_the_accused_reads_of_the_place_never_names_a_reporter(case: Case) -> None:
    party = people.accused(case)

    with time_machine.travel(NOON, tick=False):
        answer = verb(
            party, "uitnodigen", TYPED | {"held_by": person("noord@").pk, "place": "Bij Aisha Bouzian thuis"}
        )

    assert answer.status_code == 409
    assert "In uw tekst staat een naam, nummer of adres van een melder, of een dag" in words(answer)
    assert not Hearing.objects.exists()
