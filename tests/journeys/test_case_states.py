"""Every page of a case, in every state it can be in: for everybody, on every screen, by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import close_all
from tests.journeys.looking import Eyes
from tests.journeys.people import People
from tests.journeys.processes import Portal

TABS = ("", "betrokkenen/", "aanpak/", "taken/", "samenwerken/", "verwant/")
# Beside the tabs, where they hold something.
BESIDE = ("brieven/", "bericht-maken/")
FULL = "approach"


@pytest.fixture(scope="module")
def states(running_portal: Portal) -> Iterator[dict[str, str]]:
    """Made once for all that look at them; nothing of before looks like theirs, nor theirs like anything after."""
    close_all(running_portal)
    said = running_portal.manage("shell", "-c", "from tests.journeys.case_states import make; make()")
    yield json.loads(said.strip().splitlines()[-1])
    close_all(running_portal)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_a_case_is_for_everybody_in_every_state(
    people: People, states: dict[str, str], language: str
) -> None:
    people.language = language
    ordinary, protected = people("noord", scripts=True), people("beschermd", scripts=True)
    eyes: list[Eyes] = []

    for state, number in states.items():
        page = protected if state == "restricted" else ordinary
        widths = (320, 1280) if state == FULL and language == "nl" else (320,)
        eyes.append(Eyes(page, widths))
        for part in (*TABS, *(BESIDE if state == FULL else ())):
            eyes[-1].open(f"/werk/zaken/{number}/{part}", f"{state}, {part or 'zaak'}")
        if state == FULL:
            page.goto(f"/werk/zaken/{number}/betrokkenen/")
            page.get_by_role("link", name="Willem Overlaat").click()
            eyes[-1].look(f"{state}, a person")
        if state == "merged":
            eyes[-1].open(f"/werk/zaken/{number}/apart/", "merged, to set apart")

    for one in eyes:
        one.report()


def test_the_tabs_of_a_case_are_walked_by_keyboard_and_say_where_one_is(
    people: People, states: dict[str, str]
) -> None:
    people.language = "nl"
    page = people("noord")
    page.goto(f"/werk/zaken/{states[FULL]}/")
    tabs = page.get_by_role("navigation", name=f"Zaak {states[FULL]}")

    tabs.get_by_role("link").first.focus()
    for name in ("Betrokkenen", "Aanpak", "Brieven", "Taken"):
        page.keyboard.press("Tab")
        expect(tabs.get_by_role("link", name=name)).to_be_focused()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{people.url}/werk/zaken/{states[FULL]}/taken/")
    expect(tabs.locator("[aria-current=page]")).to_have_text("Taken")
