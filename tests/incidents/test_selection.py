"""Several cases at once."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents import casework
from incidents.models import Case, TimelineEntry
from incidents.workflow import CloseReason, Status
from safetyportal.accounts.models import Team
from safetyportal.audit.models import AuditEvent
from tests.safetyportal.test_desk_inbox import client_of, show
from tests.world import at_home, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort


def cases(number: int) -> list[Case]:
    return [file("GEL-MUZ", place=at_home(2 * nth)).case for nth in range(1, number + 1)]


def said(client: Client, name: str, **data: object) -> str:
    answer = client.post(reverse(name), data, follow=True)
    assert answer.status_code == 200
    return " ".join(str(one) for one in answer.context["messages"])


def holders(*some: Case) -> list[str]:
    return [
        Case.objects.get(pk=case.pk).holder.name if Case.objects.get(pk=case.pk).holder else ""
        for case in some
    ]


def test_ticked_cases_are_taken_and_the_outcome_is_said_in_words() -> None:
    one, two, taken, closed, own = cases(5)
    now, noord = timezone.now(), person("noord@")
    casework.take(case=taken, by=person("noord2@"), at=now)
    casework.take(case=own, by=noord, at=now)
    casework.close(
        case=closed, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Klaar.", by=noord, at=now
    )

    words = said(
        client_of("noord@"), "selection_take", case=[case.number for case in (one, two, taken, closed, own)]
    )

    assert words == "2 zaken zijn nu van u. 1 was al van u. 1 was al van Bilal Chaouki. 1 is gesloten."
    assert holders(one, two, taken) == ["Marieke Korenaar", "Marieke Korenaar", "Bilal Chaouki"]
    assert TimelineEntry.objects.filter(sort=Sort.TAKEN, by=noord).count() == 3
    assert AuditEvent.objects.filter(action="case.take", actor=noord).count() == 3


def test_forged_and_foreign_numbers_are_not_found_and_nothing_happens_to_them() -> None:
    own, foreign, hidden = cases(3)
    Case.objects.filter(pk=foreign.pk).update(team=Team.objects.exclude(pk=own.team_id).first())
    Case.objects.filter(pk=hidden.pk).update(restricted=True)
    numbers = [own.number, foreign.number, hidden.number, "Z-0000-0000", "' OR 1=1", own.number]

    words = said(client_of("noord@"), "selection_take", case=numbers)

    assert words == "1 zaak is nu van u. 4 zijn niet gevonden."
    assert holders(foreign, hidden) == ["", ""]


def test_nothing_ticked_is_said() -> None:
    assert said(client_of("noord@"), "selection_take") == "Kies eerst een of meer zaken."
    assert said(client_of("noord@"), "selection_give") == "Kies eerst een of meer zaken."


def test_only_fifty_at_a_time() -> None:
    numbers = [f"Z-{nth:04d}-0000" for nth in range(60)]

    assert said(client_of("noord@"), "selection_take", case=numbers) == "50 zijn niet gevonden."


def test_one_goes_back_to_the_list_one_came_from() -> None:
    (case,) = cases(1)
    client = client_of("noord@")

    answer = client.post(reverse("selection_take"), {"case": case.number, "back": "list=new&after=U3.1.1"})
    elsewhere = client.post(reverse("selection_take"), {"case": case.number, "back": "//example.nl/?x"})

    assert answer.headers["Location"] == "/werk/?list=new&after=U3.1.1"
    assert elsewhere.headers["Location"].startswith("/werk/?")


def give(client: Client, page: str, **data: object) -> str:
    ticked = re.findall(r'name="case" value="([^"]+)"', page)
    return said(client, "selection_give", case=ticked, **data)


def test_ticked_cases_go_to_a_colleague_of_the_team() -> None:
    one, two, his = cases(3)
    bilal = person("noord2@")
    casework.take(case=his, by=bilal, at=timezone.now())
    client = client_of("noord@")

    asks = client.post(reverse("selection_give"), {"case": [one.number, two.number, his.number]})
    page = client.get(asks.headers["Location"]).content.decode()
    words = give(client, page, to=str(bilal.pk), reason="Ik ben er een week niet.")

    assert "3 zaken aan een collega geven" in page and person("zuid@").name not in page
    assert words == "2 zaken zijn nu van Bilal Chaouki. 1 was al van Bilal Chaouki."
    assert holders(one, two, his) == ["Bilal Chaouki"] * 3
    assert TimelineEntry.objects.filter(sort=Sort.HANDED_OVER, text__contains="een week niet").count() == 2


def test_what_somebody_took_meanwhile_is_not_taken_away_again() -> None:
    one, two = cases(2)
    client = client_of("noord@")
    page = client.get(reverse("selection_give"), {"case": [one.number, two.number]}).content.decode()
    casework.take(case=two, by=person("teamleider@"), at=timezone.now())

    words = give(client, page, to=str(person("noord2@").pk), reason="Neem jij deze?")

    assert words.startswith("1 zaak is nu van Bilal Chaouki. 1 is net veranderd door")
    assert holders(two) == [person("teamleider@").name]


def test_without_a_colleague_or_a_word_the_form_comes_back_with_what_was_typed() -> None:
    (case,) = cases(1)
    client = client_of("noord@")

    answer = client.post(reverse("selection_give"), {"case": case.number, "to": "", "reason": "Vakantie."})
    stranger = client.post(
        reverse("selection_give"), {"case": case.number, "to": str(person("zuid@").pk), "reason": "x"}
    )

    assert answer.status_code == stranger.status_code == 422
    assert "Vakantie." in answer.content.decode() and "Kies een collega." in answer.content.decode()
    assert holders(case) == [""]


def test_the_list_offers_it_without_scripts() -> None:
    (case,) = cases(1)

    page = show("noord@", "?list=new")

    assert f'<input type="checkbox" name="case" value="{case.number}">' in page
    assert 'formaction="/werk/selectie/geven/"' in page
    assert '<input type="hidden" name="back" value="list=new">' in page
