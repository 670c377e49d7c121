"""What a text for a partner may give away, and taking a word out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetyportal.privacy.masking import (
    LEFT_OUT,
    Known,
    findings,
    leave_out,
    left_out,
    mask,
    names_in,
    words_in,
)

KNOWN = Known(
    names=names_in("Aisha Bouzian", "Willem van der Overlaat"),
    numbers=frozenset({"8", "739"}),
    places=words_in("Lindehof", "Noorderhof Lindestad", "Politie"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel 06-0000 1234 terug.", [("phone", "06-0000 1234")]),
        ("Bel +31 6 00 00 12 34.", [("phone", "+31 6 00 00 12 34")]),
        ("Schrijf naar jan@example.nl.", [("email", "jan@example.nl")]),
        ("Het komt van Esdoornlaan 12a.", [("house", "Esdoornlaan 12a")]),
        ("Het is op nummer 14.", [("house", "nummer 14")]),
        ("De muziek komt van 8.", [("house", "8")]),
        ("De muziek komt van 739, zegt men.", [("house", "739")]),
        ("aisha hoort het elke nacht", [("name", "aisha")]),
        ("Aisha hoort het.", [("name", "Aisha")]),
        ("Wij spraken Aisha Bouzian.", [("name", "Aisha Bouzian")]),
        ("Daar woont ook Pietersen.", [("name", "Pietersen")]),
        ("Hij is verslaafd.", [("sensitive", "verslaafd")]),
        ("Er is gevochten door Kees.", [("sensitive", "gevochten"), ("name", "Kees")]),
    ],
)
def test_it_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.sort.value, one.word) for one in findings(text, KNOWN)] == found


@pytest.mark.parametrize(
    "text",
    [
        "", "Elke week mensen op de trap.", "Om 8 uur, 8:30, 8.30 en 8 keer per week.", "Sinds 8 maart.",
        "Wij belden de Politie in Lindestad.", "Het is laat. Muziek en geschreeuw.", "Op de trap:\nRommel.",
        "De BOA kwam langs.", "Van de buurt kwam niets.",
    ],
)  # fmt: skip
def test_what_says_nothing_of_anybody_is_not_found(text: str) -> None:
    assert findings(text, KNOWN) == []


def test_masking_takes_out_just_that_word() -> None:
    text = "Aisha belt Kees op 06-00001234."

    first, *_others = findings(text, KNOWN)

    assert mask(text, first) == "[weggelaten] belt Kees op 06-00001234."


def test_words_are_left_out_wherever_they_stand_and_parts_of_words_are_not() -> None:
    text = "Kees en kees, niet Keesje; Jan  de Wit ook."

    assert leave_out(text, ["kees", "Jan de Wit", " "]) == (
        "[weggelaten] en [weggelaten], niet Keesje; [weggelaten] ook."
    )
    assert leave_out(text, []) == text


@pytest.mark.parametrize("typed", ["(((", ".*", "a" * 3000, "\\", "[weggelaten]"])
def test_whatever_is_typed_is_a_word_and_no_pattern(typed: str) -> None:
    assert leave_out(f"voor {typed} na", [typed]).startswith("voor ")
    assert isinstance(findings(typed * 3, KNOWN), list)


def test_however_many_there_are_all_are_found() -> None:
    text = "wij zagen " + " en ".join(["Xander"] * 40) + " en bel 06-00001234 of mail jan@example.nl"

    found = findings(text, KNOWN)

    assert len(found) == 42
    assert [one.sort.value for one in found[-2:]] == ["phone", "email"]


# However it is written


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("José Çelik", "ik zag jose celik op de trap", "jose celik"),
        ("Jose Celik", "ik zag josé çelik op de trap", "josé çelik"),
        ("Müller", "weer die muller", "muller"),
        ("Şahin", "de jongen van sahin", "sahin"),
        ("İbrahim", "ook ibrahim was er", "ibrahim"),
        ("Søren Dąbrowski", "ook soren dabrowski", "soren dabrowski"),
        ("Nuñez", unicodedata.normalize("NFD", "ook nuñez was er"), unicodedata.normalize("NFD", "nuñez")),
        ("Jan-Willem Smit", "toen kwam jan willem", "jan willem"),
        ("Jan Willem Smit", "toen kwam jan-willem", "jan-willem"),
        ("Jan-Willem Smit", "toen kwam janwillem", "janwillem"),
        ("Ahmed", "ahmeds fiets", "ahmeds"),
        ("Ahmed", "dat is ahmed’s fiets", "ahmed’s"),
        ("O'Brien", "van o’brien", "o’brien"),
        ("O’Brien", "van obrien", "obrien"),
        ("Ahmed", "_ahmed_ was er", "ahmed"),
        ("Jansen", "Jan\u00adsen was er", "Jansen"),
    ],
)  # fmt: skip
def test_a_name_of_the_case_is_found_however_it_is_written(name: str, text: str, word: str) -> None:
    found = findings(text, Known(names=names_in(name)))

    assert [(one.sort.value, one.word) for one in found] == [("name", word)]


@pytest.mark.parametrize(
    "text", ["een hond blaft", "de smidse is dicht", "van't dak", "elke dag weer", "het is ahmedabad"]
)
def test_a_word_that_only_begins_alike_is_no_name_of_the_case(text: str) -> None:
    assert findings(text, Known(names=names_in("Van ’t Hon", "Ahmed", "Smid", "Elk van't Da"))) == []


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("Ik zag José weer", ["jose"], "Ik zag [weggelaten] weer"),
        (unicodedata.normalize("NFD", "Ik zag José weer"), ["José"], "Ik zag [weggelaten] weer"),
        ("Ik zag José weer", [unicodedata.normalize("NFD", "José")], "Ik zag [weggelaten] weer"),
        ("İbrahim en ibrahim", ["İbrahim"], "[weggelaten] en [weggelaten]"),
        ("Bij Straßer thuis", ["strasser"], "Bij [weggelaten] thuis"),
        ("van o’brien", ["O'Brien"], "van [weggelaten]"),
        ("_Ahmed_ en Ahmed2", ["Ahmed"], "_[weggelaten]_ en [weggelaten]2"),
        ("Jan\u00adsen, Jan\u00a0de\nVries", ["Jansen", "Jan de Vries"], "[weggelaten], [weggelaten]"),
        ("op 12, niet op 12a", ["12"], "op [weggelaten], niet op 12a"),
        ("½ kilo", ["1", "2", "1⁄2"], "[weggelaten] kilo"),
    ],
)
def test_words_are_left_out_however_they_are_written(text: str, words: list[str], rest: str) -> None:
    assert leave_out(text, words) == rest


names = st.lists(st.text("abeiklmnorstç éüşñİıłøß", min_size=1, max_size=8), min_size=1, max_size=3)
around = st.text("ab éß½ \u0301\u00ad.,'’-_\n8JK@…", max_size=12)
typing = st.sampled_from(
    [
        str, str.lower, str.upper, str.title, lambda one: unicodedata.normalize("NFD", one),
        lambda one: unicodedata.normalize("NFC", one), lambda one: "\u00ad".join(one), lambda one: f"{one}s",
        lambda one: f"{one}’s",
    ]
)  # fmt: skip


@given(names, typing, around, around)
def test_a_name_in_any_dress_is_found_and_both_ways_of_taking_it_out_do(
    said: list[str], dress: Callable[[str], str], before: str, after: str
) -> None:
    name = "-".join(" ".join(said).split())
    known = Known(names=names_in(name))
    text = f"{before} {dress(name)} {after}"

    found = findings(text, known)

    if known.names:
        assert [one for one in found if one.start <= len(before) + 1 < one.end]
    ends = 0
    for one in found:
        assert ends <= one.start < one.end <= len(text)
        ends = one.end
        # As the box for words to leave out keeps it.
        rest = leave_out(text, [" ".join(one.word.split())])
        assert rest.startswith(leave_out(text[: one.start], [one.word]) + LEFT_OUT)
        assert mask(text, one) == text[: one.start] + LEFT_OUT + text[one.end :]


@given(st.lists(around, max_size=3), around)
def test_what_was_left_out_is_told_back(words: list[str], text: str) -> None:
    shown = leave_out(text, words)

    # What stood side by side may be left out as one.
    once = f"(?:{re.escape(LEFT_OUT)})+"
    assert re.sub(once, LEFT_OUT, leave_out(text, left_out(text, shown))) == re.sub(once, LEFT_OUT, shown)
