"""A new code takes the place of the old one, also for whoever came in with the old one and is still there."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db.models import F
from django.test import Client
from django.urls import reverse

from incidents.following import codes
from incidents.models import AccessCode, Case, Party, PartyCode, Report
from incidents.pages import accused_page, followup
from incidents.sides import accused_letters
from tests.incidents import parties as people
from tests.world import CODE, NOON, at_home, file, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
PAGE = "/reactie/pagina/"


def in_with(report: Report, code: str = CODE) -> Client:
    client = Client()
    client.post(reverse("follow_enter"), {"number": report.number, "code": code})
    return client


def renewed(party: Party, inside: Client, clock: time_machine.Coordinates) -> str:
    """After the ten minutes in which a code is not made twice, with somebody inside who does not sit still."""
    for _ in range(2):
        clock.shift(timedelta(minutes=6))
        assert inside.get(PAGE).status_code == 200
    by, at = person("noord@"), NOON + timedelta(minutes=12)
    return accused_letters.write(party=Party.objects.get(pk=party.pk), by=by, at=at).code


def test_who_came_in_with_the_old_code_of_a_letter_is_out_at_once() -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    with time_machine.travel(NOON, tick=False) as clock:
        party, inside = people.at_own_page(case)
        was = inside.get(PAGE).status_code
        code = renewed(party, inside, clock)
        read, wrote = inside.get(PAGE), inside.post(f"{PAGE}verklaring/", {"text": "Ik was er nog."})
        anew = people.let_in(party.access_code.number, code).get(PAGE)

    assert was == 200
    assert read.status_code == wrote.status_code == 302
    assert read["Location"] == wrote["Location"] == reverse("reply_enter")
    assert not party.words.exists()
    assert anew.status_code == 200


def test_a_code_that_is_renewed_while_somebody_comes_in_with_it_opens_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The check takes its time; the letter is made in between."""
    case: Case = routed("GEL-MUZ", place=at_home(4), consent=False)
    party, _inside = people.at_own_page(case)
    number, report = party.access_code.number, case.reports.get()
    code = "7K2P-9QXD-4M1N-8RTV"
    PartyCode.objects.filter(party=party).update(hash=codes.hash_code(code))
    matches = codes.matches

    def slowly(*given: str | None) -> bool:
        PartyCode.objects.filter(party=party).update(made_at=NOON)
        AccessCode.objects.filter(report=report).update(made_at=F("made_at") + timedelta(minutes=1))
        return matches(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(codes, "matches", slowly)

    assert accused_page.enter(number=number, code=code, client="x", at=NOON) is None
    assert followup.enter(number=report.number, code=CODE, client="x", at=NOON) is None


def test_who_came_in_with_the_old_code_of_a_report_is_out_at_once() -> None:
    report = file("GEL-MUZ", place=at_home(4))
    other, own = in_with(report), in_with(report)
    page = reverse("follow_report")

    answer = own.post(reverse("follow_code"))

    assert answer.status_code == 200
    assert own.get(page).status_code == 200
    gone = other.get(page, follow=True)
    assert gone.redirect_chain[-1][0] == reverse("follow_enter")
    assert "nieuwe code" in gone.content.decode()
    assert other.post(reverse("follow_act", args=["bericht"]), {"text": "Nog iets."}).status_code == 302
    assert not report.case.timeline.filter(text="Nog iets.").exists()
