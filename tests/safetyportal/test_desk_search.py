"""The search page, as somebody at a desk uses it."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, CaseWords
from incidents.search import finding, looking, marks
from safetyportal.audit.models import AuditEvent
from safetyportal.logs import JsonFormatter
from safetyportal.wake import REGISTRY, claim
from tests.world import file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def desk(email: str = "noord@") -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def cases(number: int) -> list[Case]:
    found = [file("GEL-MUZ").case for _ in range(number)]
    for order in claim(REGISTRY["index"], at=timezone.now(), limit=200):
        REGISTRY["index"].do(work_id=order.pk, at=timezone.now())
    return found


def ask(client: Client, words: str, *, follow: bool = True) -> HttpResponse:
    answer = client.post(reverse("staff_search"), {"words": words}, follow=follow)
    return answer  # type: ignore[return-value]


def read(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_a_result_says_which_case_where_how_far_and_why() -> None:
    (case,) = cases(1)

    page = read(ask(desk(), "Bouzian"))

    assert "1 zaak gevonden" in page
    for word in (case.number, "De Esdoorn", "Ontvangen", "gevonden in: naam", case.kind.label_nl):
        assert word in page, word
    assert "Elke week zitten" not in page


def test_no_word_stands_in_an_address() -> None:
    cases(1)
    answer = desk().post(reverse("staff_search"), {"words": "Bouzian"})

    assert answer.status_code == 302
    assert "bouzian" not in answer["Location"].lower()


def test_a_whole_number_leads_straight_to_its_case() -> None:
    report = file("GEL-MUZ")

    for number in (report.number, report.case.number.replace("-", "").lower()):
        answer = ask(desk(), number, follow=False)
        assert answer["Location"] == reverse("case_page", args=[report.case.number])


def test_a_number_out_of_scope_and_one_that_does_not_exist_are_the_same() -> None:
    report = file("GEL-MUZ")
    client = desk("zuid@")

    there, not_there = (read(ask(client, number)) for number in (report.case.number, "Z-0000-0000"))

    assert "Niets gevonden" in there and "Niets gevonden" in not_there
    assert report.case.kind.label_nl not in there


def test_a_search_is_of_one_session_alone() -> None:
    cases(1)
    mine, other = desk(), desk("teamleider@")
    address = ask(mine, "Bouzian", follow=False)["Location"]

    assert "1 zaak gevonden" in read(mine.get(address))
    page = read(other.get(address))
    assert "gevonden in" not in page and "Bouzian" not in page and "Typ het nog een keer" in page


def test_what_was_searched_for_lies_nowhere_in_plain_text() -> None:
    client = desk()
    ask(client, "Bouzian 0600001234")

    with connection.cursor() as cursor:
        cursor.execute("SELECT session_data FROM django_session")
        from django.contrib.sessions.backends.db import SessionStore

        kept = [str(SessionStore().decode(data)) for (data,) in cursor.fetchall()]
    assert kept and not any("Bouzian" in one or "0600001234" in one for one in kept)


def test_a_search_is_written_down_without_its_words() -> None:
    ask(desk(), "Bouzian 0600001234 ik@example.nl")

    event = AuditEvent.objects.get(action="case.search")
    assert event.actor == person("noord@")
    assert event.detail == {"words": 3, "phone": True, "mail": True}
    assert "bouzian" not in f"{event.object_id} {event.detail} {event.ground}".lower()


def test_fifty_a_page_and_more_than_a_hundred_is_not_counted() -> None:
    found = cases(finding.COUNTED + 1)
    client = desk()

    first = ask(client, "rommel")
    page = read(first)

    assert "Meer dan 100 zaken gevonden" in page
    assert page.count("gevonden in:") == 50
    after = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    second = read(client.get(reverse("staff_search") + after))
    assert second.count("gevonden in:") == 50
    assert found[-51].number in second and found[-50].number not in second


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Typ waar u naar zoekt."),
        ("   ", "Typ waar u naar zoekt."),
        ("x", "Typ minstens twee letters of cijfers."),
        ("!? &", "Typ minstens twee letters of cijfers."),
        ("woord " * 2000, "Uw tekst is te lang."),
        ("aa bb cc dd ee ff gg hh ii jj kk ll mm", "Zoek op hoogstens 12 woorden tegelijk."),
        ("Z-7K2P-9QXX", "Dit nummer bestaat niet."),
        ("z" * 10_000, "Uw tekst is te lang."),
        (" ".join(f"w{n}" for n in range(200)), "Uw tekst is te lang."),
        ("😀 🚪🔊", "Typ minstens twee letters of cijfers."),
        ("%__%", "Typ minstens twee letters of cijfers."),
        ("\u0301\u0308", "Typ minstens twee letters of cijfers."),
        ("bou\x00zian", "Er stond een teken in uw tekst"),
        ("bou\u202ezian", "Er stond een teken in uw tekst"),
    ],
)
def test_what_cannot_be_searched_for_is_told_and_stays(typed: str, said: str) -> None:
    answer = ask(desk(), typed)
    page = read(answer)

    assert answer.status_code == 422
    assert said in page
    kept = typed.replace("\x00", "").replace("\u202e", "")
    assert f'value="{kept}"'.replace("&", "&amp;") in page or not kept.strip()


@pytest.mark.parametrize(
    "typed", ["'; DROP TABLE x; --", "a | !b:* <-> c", '"', "\\' %s", "<script>alert(1)</script>"]
)
def test_hostile_words_find_nothing_and_come_back_as_typed(typed: str) -> None:
    cases(1)
    answer = ask(desk(), f"{typed} zwaluwstaart")

    assert answer.status_code == 200
    assert "Niets gevonden" in read(answer)
    assert "<script>alert" not in read(answer)


@pytest.mark.parametrize(
    "typed",
    [
        "de het een",
        "niet",
        "ضوضاء في الدرج",
        "שכנים",
        "噪音 楼梯",
        "😀 zwaluwstaart",
        "zwaluw_staart",
        "%",
        "rom%mel",
        "_ommel",
        "' OR 1=1",
        "z" * 200,
        "a1 " * 12,
        "(" * 99 + "ab" + ")" * 99,
        '"' * 99 + "ab",
        "1" * 25,
        "+" * 24 + "1",
        "ﷺ" * 8,
        "@@ ab@",
        "9" * 199,
        "İıŁø ß",
        "file:aaaaaaaa team:1",
    ],
)
def test_whatever_is_typed_the_answer_is_a_page(typed: str) -> None:
    cases(1)

    page = read(answer := ask(desk(), typed))

    assert answer.status_code in (200, 422)
    assert "Niets gevonden" in page or "utrecht-form-field-error-message" in page


def test_a_mark_of_the_index_is_no_word_to_search_for() -> None:
    (case,) = cases(1)

    for mark in CaseWords.objects.get(pk=case.pk).words.replace("'", "").split():
        if ":" in mark.rpartition(":")[0]:
            assert "Niets gevonden" in read(ask(desk(), mark.rpartition(":")[0])), mark


def test_when_there_is_an_end_to_looking_the_page_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marks, "STRETCHES", (1, 2))
    monkeypatch.setattr(looking, "LOOK", looking.statement((1, 2), crowded=2, read_on=99, most_seen=4))
    found = cases(6)
    client = desk()

    page = read(ask(client, "rommel"))

    assert re.search(r"Tot nu toe \d zaken gevonden", page) and "nog niet gezocht" in page
    seen = page
    while next_page := re.search(r'href="([^"]+)" rel="next"', page):
        page = read(client.get(reverse("staff_search") + next_page[1].replace("&amp;", "&")))  # type: ignore[arg-type]
        seen += page
    assert all(case.number in seen for case in found)
    assert "Terug naar de nieuwste zaken" in page or "Oudere zaken" in page


def test_a_search_that_finds_nothing_before_its_end_can_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that each case has, and never beside each other."""
    monkeypatch.setattr(marks, "STRETCHES", (1, 2))
    monkeypatch.setattr(looking, "LOOK", looking.statement((1, 2), crowded=2, read_on=1, most_seen=2))
    cases(6)

    page = read(ask(desk(), '"trap zitten"'))

    assert "Nog niets gevonden" in page and "Zoek verder in oudere zaken" in page


@pytest.mark.django_db(transaction=True)
def test_no_word_stands_in_a_log_also_when_the_database_breaks_off(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = desk()
    caplog.set_level("DEBUG", logger="django.db.backends")
    asleep = looking.LOOK.replace("SELECT LEAST(%s", "SELECT length(pg_sleep(9)::text) + LEAST(%s")

    with CaptureQueriesContext(connection):  # then each statement is logged
        pages = [read(ask(client, "Bouzian 0600001234"))]
        monkeypatch.setattr(looking, "LOOK", f"SET statement_timeout = '200ms'; {asleep}")
        pages.append(read(ask(client, "Bouzian 0600001234")))

    assert "Niets gevonden" in pages[0]
    assert "Zoeken duurde te lang" in pages[1]
    said = "\n".join(JsonFormatter().format(record) for record in caplog.records).lower()
    assert said and "bouzian" not in said and "0600001234" not in said


def test_a_position_or_key_that_cannot_be_read_is_the_beginning() -> None:
    cases(1)
    client = desk()
    address = ask(client, "rommel", follow=False)["Location"]

    assert "1 zaak gevonden" in read(client.get(f"{address}&na=٣x"))
    assert client.get(f"{reverse('staff_search')}?vraag=x%27").status_code == 200


@pytest.mark.parametrize("rows", [1, 50])
def test_searching_has_a_budget(rows: int) -> None:
    cases(rows)
    client = desk()
    ask(client, "begin")

    with CaptureQueriesContext(connection) as posted:
        address = ask(client, "rommel", follow=False)["Location"]
    with CaptureQueriesContext(connection) as shown:
        page = read(client.get(address))

    assert page.count("gevonden in:") == rows
    assert len(posted) <= 12, [one["sql"][:90] for one in posted]
    assert len(shown) <= 8, [one["sql"][:90] for one in shown]


def test_the_box_is_on_every_page_of_staff_who_may_search_and_of_nobody_else() -> None:
    box = 'id="bar-search"'

    assert box in read(desk().get(reverse("staff_inbox")))  # type: ignore[arg-type]
    assert box not in read(desk("beheer@").get(reverse("routing_overview")))  # type: ignore[arg-type]
