from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from incidents.following import codes
from incidents.rules.numbers import ALPHABET, check_symbol, make_code, make_number, read_number

bodies = some.text(alphabet=ALPHABET, min_size=7, max_size=7)


@given(bodies, some.integers(0, 6), some.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_always_noticed(body: str, place: int, other: str) -> None:
    wrong = body[:place] + other + body[place + 1 :]
    # The sum is taken modulo 31, so the first and the last of the 32 symbols count the same.
    alike = {body[place], other} == {ALPHABET[0], ALPHABET[31]}

    assert wrong == body or alike or check_symbol(wrong) != check_symbol(body)


@given(some.text(max_size=40))
def test_reading_a_number_never_fails(typed: str) -> None:
    assert read_number(typed, "M") is None or len(typed) >= 8


def test_a_number_is_read_however_it_is_typed() -> None:
    number = make_number("M")

    assert read_number(number, "M") == number
    assert read_number(number.lower().replace("-", " "), "M") == number
    assert read_number(number[2:], "M") == number
    assert read_number(number.replace("0", "O").replace("1", "l"), "M") == number


def test_a_code_is_long_and_never_the_same() -> None:
    made = {make_code() for _number in range(1000)}

    assert len(made) == 1000
    assert {len(code.replace("-", "")) for code in made} == {16}


def test_only_the_right_code_matches_and_it_is_not_kept() -> None:
    code = make_code()
    hashed = codes.hash_code(code)

    assert codes.matches(code.lower().replace("-", " "), hashed)
    assert not codes.matches(make_code(), hashed)
    assert not codes.matches(code, None)
    assert code not in hashed


@pytest.mark.parametrize("typed", ["", "\x00", "é" * 5000, "🙂"])
def test_a_strange_code_is_just_wrong(typed: str) -> None:
    assert not codes.matches(typed, codes.hash_code(make_code()))
