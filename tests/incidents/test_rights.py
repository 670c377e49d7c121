"""The rights of who was reported about: told in time, an own statement, an objection, and data that are only kept."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework, changing
from incidents.models import Case, Kind, Party, PartyWord
from incidents.sides import rights
from incidents.sides.parties import StillOwed, end
from partners.models import Referral
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.clock.models import Deadline
from tests.incidents import parties as people
from tests.incidents.tenant import errors, words
from tests.partners.partner_side import client_of
from tests.world import NOON, at_home, person, reroute, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


@pytest.fixture
def case() -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=case.pk)


def verb(party: Party, slug: str, typed: dict[str, Any], email: str = "noord@") -> Any:
    return client_of(email).post(reverse("party_act", args=[party.case.number, party.pk, slug]), typed)


def owed(case: Case, name: Name) -> list[str]:
    return list(
        open_for(subject_kind="case", subject_id=case.pk).filter(name=name).values_list("about", flat=True)
    )


def test_telling_the_accused_keeps_what_was_told_and_meets_the_term(case: Case) -> None:
    party = people.accused(case)

    verb(
        party,
        "informeren",
        {"how": "brief", "rule": "Na tien uur is het stil.", "text": "Wij horen u graag."},
    )
    changing.change_kind(
        case=case,
        kind=Kind.objects.get(code="GEL-NACHT"),
        reason="Nacht.",
        by=person("noord@"),
        at=timezone.now(),
    )

    party.refresh_from_db()
    assert party.told_kind_id == "GEL-MUZ"
    assert party.told_from is not None and party.told_from.day == 1
    assert owed(case, Name.INFORM) == []
    said = case.timeline.get(sort="informed").text
    assert said == "De bewoner is geïnformeerd: brief.\nNa tien uur is het stil.\nWij horen u graag."


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw Bouzian klaagde.",
        "Bel 06 0000 1234.",
        "Zie aisha@example.nl",
        "Esdoornlaan 2 heeft last.",
        "{number}",
    ],
)
def test_a_text_that_points_at_a_reporter_is_refused_and_nothing_is_kept(case: Case, text: str) -> None:
    party = people.accused(case)
    typed = text.format(number=case.reports.get().number)

    answer = verb(party, "informeren", {"how": "gesprek", "rule": "", "text": typed})

    party.refresh_from_db()
    assert answer.status_code == 409
    assert "In uw tekst staat een naam, nummer of adres van een melder, of een dag" in words(answer)
    assert typed in answer.content.decode()
    assert party.informed_at is None and owed(case, Name.INFORM) == [str(party.pk)]


def test_putting_it_off_is_written_down_with_a_reason_and_a_day(case: Case) -> None:
    with time_machine.travel(NOON, tick=False):
        party = people.accused(case)
        too_late = verb(party, "uitstellen", {"until": "2027-06-01", "reason": "Gevaar."})
        past = verb(party, "uitstellen", {"until": "2026-11-18", "reason": "Gevaar."})
        verb(party, "uitstellen", {"until": "2027-01-15", "reason": "De melder is bang."})

    assert (too_late.status_code, past.status_code) == (422, 422)
    line = case.timeline.get(sort="informed")
    assert line.text == "Informeren uitgesteld tot en met 15-01-2027. De melder is bang."
    assert Deadline.objects.get(name=Name.INFORM).due.date().isoformat() == "2027-01-15"
    people.inform(party)
    with pytest.raises(rights.AlreadyTold):
        rights.delay_inform(
            party=party, until=NOON.date(), reason="x", by=person("noord@"), at=timezone.now()
        )


def test_a_statement_on_paper_is_kept_word_for_word(case: Case) -> None:
    party = people.accused(case)
    text = "Ik ben het er niet mee eens!\n\n  «Nooit» gedaan. <b>Nee</b>"

    verb(party, "verklaring", {"text": text})

    word = PartyWord.objects.get(party=party)
    assert (word.sort, word.entry.text) == ("statement", text.strip())
    page = client_of("noord@").get(reverse("party_page", args=[case.number, party.pk])).content.decode()
    assert "«Nooit» gedaan. &lt;b&gt;Nee&lt;/b&gt;" in page


def test_an_objection_wants_an_answer_within_a_month_and_before_the_case_closes(case: Case) -> None:
    with time_machine.travel(NOON, tick=False):
        party = people.accused(case)
        verb(party, "bezwaar", {"text": "Dit mag u niet bewaren."})
    term = Deadline.objects.get(name=Name.OBJECTION)
    closing = client_of("noord@").post(
        reverse("case_close", args=[case.number]), {"reason": "solved", "message": "Klaar."}
    )
    silent = verb(party, "antwoorden", {"about": "objection", "text": ""})
    with pytest.raises(StillOwed):
        end(party=party, reason="Weg.", by=person("noord@"), at=timezone.now())

    verb(party, "antwoorden", {"about": "objection", "text": "Wij bewaren het voor de rechter."})
    twice = verb(party, "antwoorden", {"about": "objection", "text": "Nog eens."})

    assert (term.due, term.bars_closing) == (NOON.replace(month=12), True)
    assert closing.status_code == 409
    assert silent.status_code == 422
    assert twice.status_code == 422 and "Hierop is al geantwoord. Kies opnieuw." in errors(twice)
    assert owed(case, Name.OBJECTION) == []
    answer = PartyWord.objects.get(party=party, sort="answer")
    assert answer.entry.text == "Antwoord op: bezwaar.\nWij bewaren het voor de rechter."


def test_while_data_are_only_kept_nothing_goes_out_of_the_house() -> None:
    shared = routed("GEL-MUZ", place=at_home(4), consent=False)
    party = people.accused(shared)
    verb(party, "beperken", {"reason": "Vraagt om beperking."})
    client = client_of("teamleider@")

    by_choice = _share(client, shared)
    page = words(client.get(reverse("case_people", args=[shared.number])))

    assert by_choice.status_code == 409
    assert "Een bewoner vroeg om de gegevens alleen te bewaren." in words(by_choice)
    assert "De gegevens mogen nu alleen bewaard worden" in page
    assert not Referral.objects.filter(case=shared, partner__is_internal=False).exists()
    in_danger = _share(client, shared, partner="politie-noord", ground="vital")
    assert in_danger.status_code == 302
    verb(party, "beperking-opheffen", {"text": "Wij gaan verder met de zaak."})
    assert not rights.use_is_restricted(shared)
    assert _share(client, shared).status_code == 302
    assert PartyWord.objects.get(party=party, sort="answer").entry.text.endswith(
        "Wij gaan verder met de zaak."
    )


def test_nothing_goes_out_by_itself_either_while_data_are_only_kept() -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    party = people.accused(case)
    rights.restrict(party=party, reason="Bezwaar.", by=person("noord@"), at=timezone.now())

    changing.change_kind(
        case=case,
        kind=Kind.objects.get(code="DRU-GEB"),
        reason="Toch drugs.",
        by=person("noord@"),
        at=timezone.now(),
    )
    reroute(Case.objects.get(pk=case.pk))

    outside = Referral.objects.filter(case=case, partner__is_internal=False)
    assert outside.exists()
    assert set(outside.values_list("state", flat=True)) == {"proposed"}


def test_only_somebody_we_know_and_the_case_is_about_has_these_rights(case: Case) -> None:
    witness = people.accused(case, role=Party.Role.WITNESS, name="Tilly Traphal")
    group = people.accused(case, sort=Party.Sort.GROUP, name="jongeren")

    for party in (witness, group):
        for slug, typed in {
            "informeren": {"how": "brief"},
            "verklaring": {"text": "Ik."},
            "bezwaar": {"text": "Nee."},
            "beperken": {"reason": "Nee."},
        }.items():
            assert verb(party, slug, typed).status_code == 409, (party.role, slug)
    assert not PartyWord.objects.exists()


def _share(
    client: Client, case: Case, partner: str = "handhaving-lindestad", ground: str = "interest"
) -> Any:
    return client.post(
        reverse("route_by_hand", args=[case.number]) + f"?to={partner}",
        {"ground": ground, "ground_text": "Nodig.", "summary": "Kort."},
    )
