"""The inbox as a day's work: by keys alone with and without scripts, and quiet about what comes in."""

from __future__ import annotations

import pytest

from tests.journeys import pages
from tests.journeys.keyboard import Keys

FOCUS = "document.activeElement.closest('li')?.querySelector('[name=case]')?.value"


@pytest.fixture
def two_cases(people, routed, own_street) -> list[str]:
    return [
        routed(pages.file_report(people.somebody(), kind="VUI-ALG", house=house, where=pages.STAIRS))
        for house in (8, 64)
    ]


def test_staff_take_several_cases_with_the_keys_alone(people, two_cases):
    page = people("noord")
    keys = Keys(page)
    page.goto("/werk/")

    keys.skip()
    for case in two_cases:
        keys.tick("case", case)
    keys.enter("Neem")

    assert "2 zaken zijn nu van u." in pages.words(page)


def test_enter_in_a_tick_box_takes_nothing(people, two_cases):
    page = people("noord")
    page.goto("/werk/")

    page.locator("[name=case]").first.check()
    with page.expect_navigation():
        page.locator("[name=case]").first.press("Enter")

    assert "1 zaak aan een collega geven" in pages.words(page)
    assert "nog niemand" in pages.words(page)


def test_letters_move_tick_and_open_only_while_the_list_has_the_focus(people, two_cases):
    page = people("noord", scripts=True)
    page.goto("/werk/")
    first, second = page.locator("[name=case]").evaluate_all("all => all.map(one => one.value)")

    page.keyboard.press("x")
    page.keyboard.press("j")
    outside = page.evaluate(FOCUS), page.locator("[name=case]:checked").count()
    page.locator("[name=case]").first.focus()
    places = []
    for key in ("j", "j", "k", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        places.append(page.evaluate(FOCUS))
    page.keyboard.press("x")
    ticked = page.locator("[name=case]:checked").evaluate_all("all => all.map(one => one.value)")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert outside == (None, 0)
    assert places == [second, second, first, second, first]
    assert ticked == [first]
    assert first in page.url


def test_a_question_mark_in_the_list_shows_the_keys_and_escape_leads_back(people, two_cases):
    page = people("noord", scripts=True)
    page.goto("/werk/")
    keys = page.locator("[data-keys]")

    page.keyboard.press("?")
    elsewhere = keys.evaluate("one => one.open")
    page.locator("[name=case]").first.focus()
    page.keyboard.press("j")
    at = page.evaluate(FOCUS)
    page.keyboard.press("?")
    shown = keys.evaluate("one => one.open"), page.evaluate("document.activeElement.tagName")
    page.keyboard.press("Escape")

    assert elsewhere is False
    assert shown == (True, "SUMMARY")
    assert page.evaluate(FOCUS) == at


def test_news_is_said_without_moving_the_list(people, routed, two_cases):
    page = people("noord", scripts=True)
    page.clock.install()
    page.goto("/werk/")
    before = page.locator("[data-list]").bounding_box()
    page.clock.fast_forward(61_000)
    quiet = page.locator("[data-news]").inner_text()

    routed(pages.file_report(people.somebody(), kind="VUI-ALG", house=10, where=pages.STAIRS))
    page.clock.fast_forward(61_000)
    page.locator("[data-news] a").wait_for()

    assert quiet == ""
    assert page.locator("[data-news]").inner_text() == "1 nieuwe melding: toon ze"
    assert page.locator("[data-list]").bounding_box() == before
    page.locator("[data-news] a").click()
    assert page.locator("[name=case]").count() == 3
