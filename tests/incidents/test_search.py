"""Who finds which case by which words: through the index as the relay keeps it, for real people."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from incidents import timeline
from incidents.following import disclosing, reporter_links
from incidents.handling import casework, changing
from incidents.intake.filing import Place, Reporter
from incidents.models import Case, CaseWords, IndexOrder, Kind, Report, TimelineEntry
from incidents.rules.answers import Mode, PlaceKind
from incidents.search import asking, finding, indexing, looking, marks
from safetyportal.desk import search
from tests.incidents.evidence.sending import sent_photo
from tests.incidents.searching import find, found, keep_up
from tests.world import anonymous, at_home, file, filing, home, in_stairwell, person

RESTRICTED = "AGR-HUIS"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def reasons(typed: str, by: str = "noord@") -> str:
    keep_up()
    (row,) = search.page(actor=person(by), asked=asking.read(typed), before=None).rows
    return row["found_in"].removeprefix("gevonden in: ")


def who(**changes: Any) -> Reporter:
    return replace(filing("GEL-MUZ").reporter, **changes)


def note(case: Case, text: str) -> None:
    casework.note(case=case, text=text, by=person("noord@"), at=timezone.now())


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("bouzian", "naam"),
        ("AISHA", "naam"),
        ("van Bouzian", "naam"),
        ("0600001234", "telefoonnummer"),
        ("+31 6 0000 1234", "telefoonnummer"),
        ("06-00001234", "telefoonnummer"),
        ("Aisha@Example.nl", "e-mailadres"),
        ("rommel", "tekst"),
        ("rommel trap", "tekst"),
        ("ROMMEL de trap", "tekst"),
        ("romm", "tekst"),
        ('"rommel achter"', "tekst"),
        ("de esdoorn", "adres"),
        ("esdoornlaan", "adres"),
        ("esdoornl", "adres"),
        ("9990 AA", "adres"),
        ("9990aa", "adres"),
        ("noorderhof", "adres"),
        ("trappenhuis", "adres"),
        ("bouzian esdoornlaan rommel", "adres, naam, tekst"),
        ("Esdoornlaan 2", "adres"),
        ("9990 AA 2", "adres van de melder"),
    ],
)
def test_a_case_is_found_by(typed: str, why: str) -> None:
    case = file("GEL-MUZ").case

    assert found(typed) == [case]
    assert why in reasons(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "bouz",
        "achter rommel xy",
        '"achter rommel"',
        "Esdoornlaan 4",
        "0600001235",
        "bouzian havenkade",
        "1234AB",
    ],
)
def test_a_case_is_not_found_by(typed: str) -> None:
    file("GEL-MUZ")

    assert found(typed) == []


def test_a_number_finds_its_case_before_it_is_indexed() -> None:
    report = file("GEL-MUZ")
    actor = person("noord@")

    for number in (report.number, report.case.number):
        for typed in (number, number[2:], number.replace("-", " "), number.lower(), number.replace("-", "")):
            assert finding.by_number(actor=actor, asked=asking.read(typed)) == report.case, typed
    assert not CaseWords.objects.exists()


@pytest.mark.parametrize("kind", ["case", "report"])
def test_the_beginning_of_a_number_finds_its_cases(kind: str) -> None:
    has_digit = re.compile("..[A-Z]*[0-9]")
    reports = [file("GEL-MUZ") for _ in range(12)]
    report = next(one for one in reports if has_digit.match(one.number) and has_digit.match(one.case.number))
    number = report.number if kind == "report" else report.case.number

    assert report.case in found(number[:8])
    assert report.case in found(number[2:8])
    assert reasons(number[:11]) == "nummer"


def test_a_number_that_begins_with_a_letter_of_ours_is_read_as_it_was_typed() -> None:
    assert asking.read("M39D-D").fragment == "M39D-D"
    assert asking.read("M-39DD-4").fragment == "39DD-4"


def test_a_file_is_found_by_the_name_it_was_handed_out_under() -> None:
    report = file("GEL-MUZ")
    photo = sent_photo(report)
    indexing.ask(case=report.case, at=timezone.now())

    assert found(str(photo.pk)[:8]) == [report.case]
    assert reasons(str(photo.pk)[:8].upper()) == "bestand"


def test_the_home_it_is_about_is_found_by_its_address() -> None:
    case = file("GEL-MUZ", reporter=anonymous()).case
    casework.name_home(case=case, home=home(6), by=person("noord@"), at=timezone.now())

    for typed in ("Esdoornlaan 6", "9990AA 6", "esdoornlaan 6"):
        assert found(typed) == [case], typed
    assert found("Esdoornlaan 8") == []


def test_where_a_reporter_lives_is_found_by_the_whole_address_alone() -> None:
    elsewhere = home(26)
    case = file("GEL-MUZ", reporter=who(home=elsewhere)).case

    assert found(f"{elsewhere.street} {elsewhere.number}{elsewhere.addition}") == [case]
    assert found("Esdoornlaan 24") == found("26") == []


def test_a_protected_home_of_a_reporter_is_found_by_nobody() -> None:
    file("GEL-MUZ", reporter=who(home=home(30)))

    assert found("Esdoornlaan 30", by="triage@") == []
    assert found("9990AA 30", by="triage@") == []


def test_a_protected_home_it_is_about_is_found_by_its_whole_address_alone() -> None:
    case = file("GEL-MUZ", reporter=anonymous()).case
    casework.name_home(case=case, home=home(30), by=person("noord@"), at=timezone.now())

    assert found("Esdoornlaan 30") == [case]
    assert found("30") == []


def test_the_words_of_a_new_note_are_found() -> None:
    case = file("GEL-MUZ").case
    assert found("kwartelkooi") == []

    note(case, "Op het balkon staat een kwartelkooi.")

    assert found("kwartelkooi") == [case]


def test_the_words_of_a_message_and_of_a_reporter_are_found() -> None:
    report = file("GEL-MUZ")
    casework.send_message(
        case=report.case, text="Wij komen vrijdagavond.", by=person("noord@"), at=timezone.now()
    )
    for sort, text in (
        (TimelineEntry.Sort.REPLY, "Het was Sinterklaas."),
        (TimelineEntry.Sort.AGAIN, "Trommels."),
    ):
        timeline.write(
            case=report.case,
            report=report,
            sort=sort,
            at=timezone.now(),
            text=text,
            by_label=timeline.REPORTER,
        )

    assert all(found(word) == [report.case] for word in ("vrijdagavond", "sinterklaas", "trommels"))


def test_what_a_place_was_called_is_found_where_it_is_not_known() -> None:
    case = file("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="achter de oude zwaluwloods")).case

    assert found("zwaluwloods", by="triage@") == [case]


def test_a_changed_place_name_and_address_are_followed() -> None:
    report = file("GEL-MUZ")
    keep_up()
    at = timezone.now()

    changing.change_place(
        case=report.case, place=at_home(18), reason="Andere kant.", by=person("noord@"), at=at
    )
    reporter_links.change_contact(report=report, name="Wilma Zonderland", phone="0600009999", at=at)

    assert found("18 t/m 26") == [report.case]
    assert found("zonderland") == found("0600009999") == [report.case]
    assert found("bouzian") == found("0600001234") == []


def test_who_tells_later_who_he_is_is_found_from_then_on() -> None:
    report = file("GEL-MUZ", reporter=anonymous())
    assert found("lindqvist") == []

    disclosing.disclose(
        report=report, mode=Mode.CONFIDENTIAL, name="Pär Lindqvist", phone="", email="", at=timezone.now()
    )

    assert found("lindqvist") == found("par") == [report.case]


def test_the_newest_come_first_and_pages_follow() -> None:
    cases = [file("GEL-MUZ").case for _ in range(finding.SHOWN + 5)]
    keep_up()

    first = find("rommel")
    second = find("rommel", before=first.ids[-1])

    assert first.number == len(cases) and first.next_before == first.ids[-1]
    assert [*first.ids, *second.ids] == [case.pk for case in reversed(cases)]
    assert second.next_before is None


@pytest.mark.parametrize("crowded", [2, 3, 100])
@pytest.mark.parametrize("read_on", [0, 2, 100])
def test_every_case_is_found_once_however_long_the_stretches(
    monkeypatch: pytest.MonkeyPatch, crowded: int, read_on: int
) -> None:
    """So short that eleven cases lie in many, and are asked for by sight and by the index, at once and in parts."""
    short = (1, 2, 3, 20)
    monkeypatch.setattr(marks, "STRETCHES", short)
    monkeypatch.setattr(looking, "LOOK", looking.statement(short, crowded=crowded, read_on=read_on))
    cases = [file("GEL-MUZ").case.pk for _ in range(11)]
    for case in Case.objects.filter(pk__in=cases[::2]):
        note(case, "Een zilverfazant.")
    note(Case.objects.get(pk=cases[1]), "Een goudplevier.")

    assert [case.pk for case in found("rommel")] == cases[::-1]
    assert [case.pk for case in found("zilverfazant")] == cases[::2][::-1]
    assert [case.pk for case in found("goudplevier")] == [cases[1]]
    assert found("bosruiter") == []


def test_there_is_an_end_to_how_much_is_looked_at_and_the_next_page_goes_on_from_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marks, "STRETCHES", (1, 2))
    monkeypatch.setattr(looking, "LOOK", looking.statement((1, 2), crowded=2, read_on=99, most_seen=4))
    cases = [file("GEL-MUZ").case.pk for _ in range(11)]
    keep_up()
    ids: list[int] = []
    pages, before = 0, looking.LAST

    while before:
        page = find("rommel", before=before)
        ids, pages, before = [*ids, *page.ids], pages + 1, page.next_before or 0
        assert page.reached == before

    assert ids == cases[::-1]
    assert pages > 1


@pytest.mark.parametrize("by", ["noord@", "zuid@", "triage@", "teamleider@", "beschermd@"])
def test_whoever_may_open_a_case_finds_it(by: str) -> None:
    """The index is narrowed to somebody's desks; it must never leave out what the scope lets in."""
    said = {"reporter": who(name="Zwaantje Overal")}
    for kind, place in (
        ("GEL-MUZ", in_stairwell()),
        (RESTRICTED, in_stairwell()),
        ("DRU-GEB", in_stairwell(18)),
    ):
        file(kind, place=place, **said)
    file("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="ergens"), **said)
    Case.objects.filter(kind="DRU-GEB").update(team=person("zuid@").role_grants.exclude(team=None)[0].team)
    mine = Case.objects.for_(person(by), "case.search").values_list("pk", flat=True)

    assert {case.pk for case in found("zwaantje", by)} == set(mine)
    assert mine


MARKS = {
    "story": "merelveld",
    "name": "Ottelien",
    "phone": "0611122233",
    "mail": "ottelien@example.nl",
    "note": "koekoeksklok",
}


def marked(kind: str = "GEL-MUZ", **changes: Any) -> Report:
    report = file(
        kind,
        story=changes.pop("story", f"Het gaat over {MARKS['story']}."),
        reporter=who(name=MARKS["name"], phone=MARKS["phone"], email=MARKS["mail"]),
        **changes,
    )
    note(report.case, f"Gezien: {MARKS['note']}.")
    return report


@pytest.mark.parametrize("word", MARKS.values(), ids=MARKS.keys())
def test_nothing_of_a_case_out_of_scope_is_found(word: str) -> None:
    case = marked().case

    assert found(word) == [case]  # it is there
    assert found(word, by="zuid@") == []


@pytest.mark.parametrize("word", MARKS.values(), ids=MARKS.keys())
def test_nothing_of_a_restricted_case_is_found_without_that_right(word: str) -> None:
    marked(RESTRICTED)

    for by in ("noord@", "triage@", "teamleider@"):
        assert found(word, by=by) == []


def test_of_a_restricted_case_only_people_and_place_are_found_by_who_may() -> None:
    case = marked(RESTRICTED).case
    by = "beschermd@"

    assert (
        found(MARKS["name"], by=by) == found(MARKS["phone"], by=by) == found("esdoornlaan", by=by) == [case]
    )
    assert found(MARKS["story"], by=by) == found(MARKS["note"], by=by) == []


def test_a_case_that_becomes_restricted_loses_its_words() -> None:
    case = marked().case
    keep_up()

    changing.change_kind(
        case=case,
        kind=Kind.objects.get(pk=RESTRICTED),
        reason="Blijkt zo.",
        by=person("noord@"),
        at=timezone.now(),
    )
    keep_up()

    words = CaseWords.objects.get(pk=case.pk).words
    assert MARKS["story"] not in words and MARKS["note"] not in words


def test_sensitive_texts_are_found_by_nobody() -> None:
    report = marked(story="Mijn buurman is dement en woont bij het merelveld.")
    note(report.case, "Hij is verslaafd, zegt de koekoeksbloem.")
    assert report.story_sensitive

    for word in ("merelveld", "dement", "koekoeksbloem", "verslaafd"):
        assert found(word, by="triage@") == []
    assert found(MARKS["note"]) == [report.case]


def test_a_personal_note_is_found_by_nobody() -> None:
    case = file("GEL-MUZ").case
    timeline.write(
        case=case, sort=TimelineEntry.Sort.NOTE, at=timezone.now(), by=person("noord@"),
        text="Ik twijfel over spreeuwenpot.", visibility=TimelineEntry.Visibility.PERSONAL,
    )  # fmt: skip

    assert found("spreeuwenpot") == []


def test_the_index_holds_no_name_number_or_address_of_a_person() -> None:
    case = marked().case
    keep_up()
    words = CaseWords.objects.get(pk=case.pk).words.lower()

    for one in ("ottelien", "0611122233", "11122233", "example"):
        assert one not in words


def test_what_is_written_while_the_index_is_made_is_indexed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked once more after the words were read: the order stays."""
    case = file("GEL-MUZ").case
    gather = indexing.gather

    def slowly(case_id: int) -> Any:
        read = gather(case_id)
        monkeypatch.undo()
        note(case, "Op het balkon staat een kwartelkooi.")
        return read

    monkeypatch.setattr(indexing, "gather", slowly)
    keep_up()

    assert IndexOrder.objects.filter(case=case).exists()
    assert found("kwartelkooi") == [case]
    assert not IndexOrder.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "'",
        '"',
        "a & b | !c:*",
        "'); DROP TABLE incidents_case; --",
        "\\",
        "%_%",
        "<->",
        "()",
        ":*",
        "!!",
        "et  of",
    ],
)
def test_signs_of_a_query_are_words_or_nothing(typed: str) -> None:
    file("GEL-MUZ")

    assert found(f"{typed} zwaluwstaart") == []
    assert found(typed) == [] or typed == "et  of"


def test_cases_from_before_there_was_an_index_are_indexed() -> None:
    """What the migration leaves behind for those that were there already."""
    cases = [file("GEL-MUZ").case for _ in range(3)]
    IndexOrder.objects.all().delete()
    assert found("rommel") == []

    import_module("incidents.migrations.0046_filled").fill(connection)

    assert found("rommel") == cases[::-1]


def test_cases_indexed_before_there_were_stretches_are_found_in_them() -> None:
    cases = [file("GEL-MUZ").case for _ in range(3)]
    keep_up()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE incidents_casewords SET words = (SELECT array_to_tsvector(array_agg(word)) "
            "FROM unnest(tsvector_to_array(words) || ('part:' || (case_id >> 12))) AS word "
            "WHERE word NOT LIKE 'stretch%')"
        )
    assert found("rommel") == []

    import_module("incidents.migrations.0048_stretches").mark(None, None)

    assert found("rommel") == cases[::-1]
    assert not any("part:" in words for words in CaseWords.objects.values_list("words", flat=True))
