"""What a text for a partner may give away, and taking a word out of it."""

from __future__ import annotations

import pytest

from safetyportal.privacy.masking import Known, findings, leave_out, mask, names_in

KNOWN = Known(
    names=names_in("Aisha Bouzian", "Willem van der Overlaat"),
    numbers=frozenset({"8", "739"}),
    places=names_in("Lindehof", "Noorderhof Lindestad", "Politie"),
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
