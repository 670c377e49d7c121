from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from complexes.models import Complex
from incidents.handling import casework
from incidents.models import Case
from incidents.rules.numbers import make_number
from safetyportal.clock.deadlines import Name
from safetyportal.clock.models import Deadline
from safetyportal.desk import filters, keyset
from safetyportal.desk.orders import BY_URGENCY
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from tests.world import at_home, file, in_stairwell, person, routed

pytestmark = pytest.mark.django_db


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def show(email: str, query: str = "") -> str:
    answer = client_of(email).get(reverse("staff_inbox") + query)
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"/zaken/(Z-[0-9A-Z-]+)/", page)))


def code_of(case: Case) -> str:
    assert case.complex is not None
    return quote(case.complex.code)


def two_places() -> tuple[Case, Case]:
    """Two cases of one team in different complexes."""
    case, elsewhere = file("GEL-MUZ").case, file("GEL-MUZ", place=in_stairwell(18)).case
    other = Complex.objects.exclude(pk=case.complex_id).earliest("pk")
    Case.objects.filter(pk=elsewhere.pk).update(complex=other, entrance=None, space=None)
    return case, Case.objects.get(pk=elsewhere.pk)


def many(amount: int) -> None:
    """Copies of one case, at other moments and urgencies, each with a term."""
    model = Case.objects.get(pk=file("GEL-MUZ").case_id)
    now = timezone.now()
    copies = []
    for index in range(amount):
        copy = Case.objects.get(pk=model.pk)
        copy.pk, copy.number = None, make_number("Z")
        copy.urgency, copy.opened_at = f"U{index % 4 + 1}", now - timedelta(minutes=index // 7)
        copies.append(copy)
    for case in Case.objects.bulk_create(copies):
        Deadline.objects.create(
            subject_kind="case",
            subject_id=str(case.pk),
            name=Name.DECIDE,
            due=now,
            created_at=now,
            about=uuid4().hex,
        )


def test_urgent_cases_come_first_and_then_what_waits_longest(association: None) -> None:
    now = timezone.now()
    late = file("GEL-MUZ", at=now - timedelta(hours=1)).case
    early = file("GEL-MUZ", place=at_home(6), at=now - timedelta(hours=5)).case
    urgent = file("AGR-BED", place=at_home(4), at=now).case

    page = show("noord@")

    assert numbers(page) == [urgent.number, early.number, late.number]


def test_everybody_sees_the_cases_of_their_own_teams(association: None) -> None:
    case = file("GEL-MUZ").case

    assert numbers(show("noord@")) == [case.number]
    assert numbers(show("triage@")) == [case.number]
    assert numbers(show("zuid@")) == []


def test_restricted_cases_are_only_for_who_has_that_right(association: None) -> None:
    hidden = file("AGR-HUIS", place=at_home(4)).case

    for email in ("noord@", "teamleider@", "triage@"):
        assert numbers(show(email)) == []
    assert numbers(show("beschermd@")) == [hidden.number]


@pytest.mark.parametrize("email", ["beheer@", "systeem@", "privacy@", "techniek@", "boa@"])
def test_who_does_no_casework_has_no_inbox(association: None, email: str) -> None:
    assert client_of(email).get(reverse("staff_inbox")).status_code == 403


def test_closed_cases_are_gone(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.close(
        case=case, status="closed", reason="solved", message="Klaar.", by=person("noord@"), at=timezone.now()
    )

    assert numbers(show("noord@")) == []


def test_each_filter_narrows_the_list(association: None) -> None:
    mine, other = file("GEL-MUZ").case, file("AGR-BED", place=at_home(4)).case
    proposal = routed("DRU-GEB", place=in_stairwell(18))
    casework.take(case=mine, by=person("noord@"), at=timezone.now())

    assert numbers(show("noord@", "?holder=me")) == [mine.number]
    assert set(numbers(show("noord@", "?holder=nobody"))) == {other.number, proposal.number}
    assert numbers(show("noord@", "?group=AGR")) == [other.number]
    assert numbers(show("noord@", "?list=proposal")) == [proposal.number]
    assert numbers(show("noord@", f"?complex={code_of(mine)}&urgency={other.urgency}")) == [other.number]


def test_a_chosen_filter_is_a_chip_that_can_be_taken_away(association: None) -> None:
    file("GEL-MUZ")

    page = show("noord@", "?group=GEL&holder=nobody")

    assert 'href="?holder=nobody"' in page
    assert 'href="?group=GEL"' in page


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?urgency=U9", "Kies iets uit de lijst."),
        ("?group=GEL%22", "Kies iets uit de lijst."),
        ("?holder=you", "Kies iets uit de lijst."),
        ("?complex=%27;--", "Er is geen complex met deze naam of code."),
        ("?complex=999999", "Er is geen complex met deze naam of code."),
    ],
)
def test_a_forged_filter_is_told_and_filters_nothing(association: None, query: str, told: str) -> None:
    case = file("GEL-MUZ").case

    page = show("noord@", query)

    assert told in page and "Fout:" in page
    assert numbers(page) == [case.number]


def test_a_complex_is_found_by_its_code_its_name_and_a_part_of_that(association: None) -> None:
    case, elsewhere = two_places()
    mine = case.complex
    assert mine is not None and elsewhere.complex_id != mine.pk

    for typed in (mine.code, mine.code.lower(), mine.name, mine.name[1:-1].upper()):
        page = show("noord@", f"?complex={quote(typed)}")
        assert numbers(page) == [case.number]
        assert f"{typed} <span" in page  # its chip


def test_a_name_that_another_name_begins_with_is_that_complex_alone(association: None) -> None:
    case, elsewhere = two_places()
    Complex.objects.filter(pk=case.complex_id).update(name="Meidoorn 1")
    Complex.objects.filter(pk=elsewhere.complex_id).update(name="Meidoorn 12")

    assert numbers(show("noord@", "?complex=meidoorn+1")) == [case.number]
    assert set(numbers(show("noord@", "?complex=meidoorn"))) == {case.number, elsewhere.number}


@pytest.mark.parametrize(
    "after", ["x", "U1", "U1.9999999999999999.1", "U1.1.99999999999999999999", "U3.-1.-1"]
)
def test_a_forged_position_never_breaks_the_list(association: None, after: str) -> None:
    file("GEL-MUZ")

    show("noord@", f"?after={after}")
    show("noord@", f"?before={after}")


def test_walking_the_pages_forth_and_back_shows_every_case_once(association: None) -> None:
    many(119)
    everything = list(
        Case.objects.open().order_by("urgency", "opened_at", "id").values_list("number", flat=True)
    )

    seen, query, pages = [], "", []
    for _ in range(3):
        page = show("noord@", query)
        pages.append(numbers(page))
        seen += numbers(page)
        following = re.search(r'href="(\?after=[^"]+)" rel="next"', page)
        query = following.group(1) if following else ""
    back = re.search(r'href="(\?before=[^"]+)" rel="prev"', page)

    assert seen == everything
    assert [len(one) for one in pages] == [50, 50, 20]
    assert query == ""
    assert numbers(show("noord@", back.group(1))) == pages[1]


def test_a_late_term_is_loud_and_a_running_one_is_named(association: None) -> None:
    late = file("GEL-MUZ", at=timezone.now() - timedelta(days=60)).case
    file("AGR-BED", place=at_home(4))

    page = show("noord@")

    assert numbers(show("noord@", "?list=late")) == [late.number]
    assert page.count("(te laat)") == 1
    assert page.count("Eerste contact") == 2


def test_what_waits_stands_above_the_list(association: None) -> None:
    routed("DRU-GEB", place=in_stairwell(18))
    raise_alarm(code=Alarm.Code.RULE_BROKEN, subject="buren-s1", at=timezone.now())

    handler, lead = show("noord@"), show("teamleider@")

    assert "1 voorstel wacht" in handler
    assert "Een routeringsregel werkt niet" not in handler
    assert "Een routeringsregel werkt niet" in lead
    assert "voorstel wacht" not in show("zuid@").split("portal-views")[0]


def test_an_alarm_about_a_case_is_for_who_may_see_that_case(association: None) -> None:
    case = file("GEL-MUZ").case
    raise_alarm(code=Alarm.Code.NO_RULE, subject=case.number, at=timezone.now())

    assert "Geen regel past" in show("teamleider@")
    assert "Geen regel past" in show("triage@")
    assert "Geen regel past" not in show("teamleider-zuid@")


@pytest.mark.parametrize("email", ["noord@", "teamleider@", "triage@"])
def test_the_inbox_costs_eight_statements_at_any_size(association: None, email: str) -> None:
    many(24)
    client = client_of(email)
    client.get(reverse("staff_inbox"))

    with CaptureQueriesContext(
        connection,
    ) as small:
        shown_small = numbers(client.get(reverse("staff_inbox")).content.decode())
    many(60)
    with CaptureQueriesContext(connection) as large:
        shown_large = numbers(client.get(reverse("staff_inbox")).content.decode())

    assert (len(shown_small), len(shown_large)) == (25, 50)
    assert len(small) == len(large)
    assert len(large) <= 8, [one["sql"][:80] for one in large]


def test_no_statement_counts_or_skips(association: None) -> None:
    many(60)
    client = client_of("triage@")

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("staff_inbox") + "?after=U2.1700000000000000.1")

    assert not [one for one in asked if "COUNT(" in one["sql"] or "OFFSET" in one["sql"]]


def test_a_page_begins_where_the_last_one_ended(association: None) -> None:
    many(10)
    rows = filters.cases(actor=person("triage@"), chosen={}, at=timezone.now())

    def page(**where: str) -> keyset.Page:
        around = {"after": "", "before": "", **where}
        return keyset.page(rows, order=BY_URGENCY, size=4, show=lambda found: found.values(), **around)

    first = page()
    second = page(after=first.after)
    again = page(before=second.before)

    assert [row["id"] for row in again.rows] == [row["id"] for row in first.rows]
    assert first.before == again.before == ""
    assert not {row["id"] for row in first.rows} & {row["id"] for row in second.rows}
