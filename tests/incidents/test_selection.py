"""Several cases at once."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework, holding
from incidents.models import Case, Conflict, IndexOrder, Party, TimelineEntry
from incidents.rules.workflow import CloseReason, Status
from incidents.sides import parties
from incidents.sides.parties import Known
from incidents.staffing import conflicts
from safetyportal.accounts.models import Team
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import open_for
from safetyportal.notices.models import Notice
from safetyportal.people.absence import set_absence
from safetyportal.people.mail_wishes import choose
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

    assert words == (
        f"2 zaken zijn nu van u. {own.number} was al van u. {taken.number} was al van Bilal Chaouki. "
        f"{closed.number} is gesloten."
    )
    assert holders(one, two, taken) == ["Marieke Korenaar", "Marieke Korenaar", "Bilal Chaouki"]
    assert TimelineEntry.objects.filter(sort=Sort.TAKEN, by=noord).count() == 3
    assert AuditEvent.objects.filter(action="case.take", actor=noord).count() == 3


def test_forged_and_foreign_numbers_are_not_found_and_nothing_happens_to_them() -> None:
    own, foreign, hidden = cases(3)
    Case.objects.filter(pk=foreign.pk).update(team=Team.objects.exclude(pk=own.team_id).first())
    Case.objects.filter(pk=hidden.pk).update(restricted=True)
    numbers = [own.number, foreign.number, hidden.number, "Z-0000-0000", "' OR 1=1", own.number]

    words = said(client_of("noord@"), "selection_take", case=numbers)

    named = ", ".join([foreign.number, hidden.number, "Z-0000-0000", "een nummer dat niet klopt"])
    assert words == f"1 zaak is nu van u. {named} zijn niet gevonden."
    assert holders(foreign, hidden) == ["", ""]


def test_nothing_ticked_is_said() -> None:
    assert said(client_of("noord@"), "selection_take") == "Kies eerst een of meer zaken."
    assert said(client_of("noord@"), "selection_give") == "Kies eerst een of meer zaken."


@pytest.mark.parametrize("verb", ["selection_take", "selection_give"])
def test_more_than_fifty_are_refused_and_nothing_is_done(verb: str) -> None:
    (case,) = cases(1)
    numbers = [case.number, *(f"Z-{nth:04d}-0000" for nth in range(50))]

    words = said(client_of("noord@"), verb, case=numbers)

    assert words == "U koos 51 zaken. Kies er hoogstens 50 tegelijk. Er is niets veranderd."
    assert holders(case) == [""]


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
    assert words == f"2 zaken zijn nu van Bilal Chaouki. {his.number} was al van Bilal Chaouki."
    assert holders(one, two, his) == ["Bilal Chaouki"] * 3
    assert TimelineEntry.objects.filter(sort=Sort.HANDED_OVER, text__contains="een week niet").count() == 2


def test_what_somebody_took_meanwhile_is_not_taken_away_again() -> None:
    one, two = cases(2)
    client = client_of("noord@")
    page = client.get(reverse("selection_give"), {"case": [one.number, two.number]}).content.decode()
    casework.take(case=two, by=person("teamleider@"), at=timezone.now())

    words = give(client, page, to=str(person("noord2@").pk), reason="Neem jij deze?")

    assert words.startswith(f"1 zaak is nu van Bilal Chaouki. {two.number} is net veranderd door")
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


def statements(verb: str, *some: Case, **data: object) -> int:
    client = client_of("noord@")
    client.get(reverse("staff_inbox"))
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(reverse(verb), {"case": [case.number for case in some], **data})
    assert answer.status_code == 302
    return len(asked)


@pytest.mark.parametrize("verb", ["selection_take", "selection_give"])
def test_fifty_cost_as_many_statements_as_two_and_each_has_its_line_and_record(verb: str) -> None:
    two, forty = cases(2), [file("GEL-MUZ", place=at_home(2)).case for _ in range(40)]
    data = {"to": str(person("noord2@").pk), "reason": "Vakantie."} if verb == "selection_give" else {}

    few, many = statements(verb, *two, **data), statements(verb, *forty, **data)

    assert few == many <= 30
    sort, action = (
        (Sort.TAKEN, "case.take") if verb == "selection_take" else (Sort.HANDED_OVER, "case.hand_over")
    )
    for case in (*two, *forty):
        assert case.timeline.filter(sort=sort, by=person("noord@")).count() == 1
        assert AuditEvent.objects.filter(action=action, object_id=str(case.pk)).count() == 1
        assert IndexOrder.objects.filter(case=case).exists()


def test_taken_together_each_is_as_if_it_was_taken_alone() -> None:
    one, other = cases(2)
    casework.take(case=one, by=person("noord@"), at=timezone.now())

    said(client_of("noord@"), "selection_take", case=[other.number])

    kept = [
        (
            Case.objects.values_list("status", "holder", "close_reason").get(pk=case.pk),
            list(case.timeline.values_list("sort", "by_label", "text", "visibility", "sensitive")),
            list(open_for(subject_kind="case", subject_id=case.pk).values_list("name", flat=True)),
            list(
                AuditEvent.objects.filter(object_id=str(case.pk), action="case.take").values_list(
                    "actor_kind", "detail"
                )
            ),
        )
        for case in (one, other)
    ]
    assert kept[0] == kept[1]


def test_nobody_is_offered_who_is_away_or_may_have_nothing_to_do_with_any_of_them() -> None:
    (case,) = cases(1)
    page = reverse("selection_give")
    client, bilal, today = client_of("noord@"), person("noord2@"), timezone.localdate()
    assert bilal.name in client.get(page, {"case": case.number}).content.decode()

    conflicts.state(person=bilal, sort=Conflict.Sort.NEAR, case=case, by=bilal, at=timezone.now())
    assert bilal.name not in client.get(page, {"case": case.number}).content.decode()

    lead = person("teamleider@")
    assert lead.name in client.get(page, {"case": case.number}).content.decode()
    set_absence(user=lead, from_on=today, until_on=today, cover=None, by=lead, at=timezone.now())
    assert lead.name not in client.get(page, {"case": case.number}).content.decode()


def test_of_several_only_those_go_that_the_colleague_may_have() -> None:
    one, two = cases(2)
    bilal = person("noord2@")
    conflicts.state(person=bilal, sort=Conflict.Sort.NEAR, case=two, by=bilal, at=timezone.now())

    words = said(
        client_of("noord@"), "selection_give", case=[one.number, two.number], to=str(bilal.pk), reason="Vakantie."
    )  # fmt: skip

    assert words.startswith(f"1 zaak is nu van Bilal Chaouki. {two.number} kan niet naar deze collega")
    assert holders(one, two) == ["Bilal Chaouki", ""]


@pytest.mark.parametrize("role", [Party.Role.ACCUSED, Party.Role.WITNESS])
def test_who_stands_in_a_case_with_the_own_address_is_not_offered_it(role: str) -> None:
    (case,) = cases(1)
    bilal = person("noord2@")
    known = Known(role=role, name="Iemand", email=bilal.email)
    parties.add(case=case, known=known, by=person("noord@"), at=timezone.now())

    assert bilal not in holding.takers(cases=[case], at=timezone.now())
    assert bilal not in holding.colleagues(team=case.team, case=case, at=timezone.now())
    assert person("noord@") in holding.takers(cases=[case], at=timezone.now())


def test_who_gets_several_hears_of_it_once() -> None:
    some, bilal = cases(3), person("noord2@")
    choose(user=bilal, digest=True, handed_over=True, at=timezone.now())

    said(
        client_of("noord@"), "selection_give", case=[one.number for one in some], to=str(bilal.pk), reason="x"
    )

    assert Notice.objects.filter(template="staff_handed_over", user=bilal).count() == 1
