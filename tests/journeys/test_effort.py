"""What a report asks of somebody on a telephone: pages, taps, letters, and words to read at 130 a minute."""

from __future__ import annotations

import re

import pytest

from safetyportal.demo.plans import DEMO_POSTCODE

WORDS_A_MINUTE = 130
STORY = "Elke vrijdag harde muziek tot drie uur."


class Counting:
    """Walks as somebody in a hurry does: answers what must be answered, reads what is on the page."""

    def __init__(self, page) -> None:
        self.page = page
        self.pages = self.taps = self.letters = self.words = 0
        self.by_page: list[tuple[str, int]] = []

    def look(self) -> None:
        read = len(re.findall(r"\w+", self.page.inner_text("main")))
        self.pages += 1
        self.words += read
        self.by_page.append((self.page.url.rsplit("/", 2)[-2], read))

    def choose(self, name: str, value: str) -> None:
        self.page.locator(f'[name="{name}"][value="{value}"]:visible').first.check()
        self.taps += 1

    def type(self, name: str, text: str) -> None:
        self.page.locator(f'[name="{name}"]').fill(text)
        self.taps += 1
        self.letters += len(text)

    def on(self, words: str = "Verder") -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words).first.click()
        self.taps += 1
        self.look()


@pytest.mark.usefixtures("own_street")
def test_the_commonest_report_takes_nine_pages_and_three_minutes(people, capsys):
    page = people.somebody()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/")
    walk = Counting(page)

    with page.expect_navigation():
        page.get_by_role("button", name="Iets melden").click()
    walk.look()
    walk.choose("danger", "no")
    walk.on()
    walk.type("words", "harde muziek")
    walk.on("Zoek")
    walk.pages -= 1  # the same page, with what it found
    walk.choose("kind", "GEL-MUZ")
    walk.on()
    walk.type("postcode", DEMO_POSTCODE)
    walk.type("number", "12")
    walk.choose("lives_here", "yes")
    walk.on()
    walk.choose("where", "home")
    walk.on()
    for name, value in {
        "q1": "no",
        "q2": "1",
        "q3": "no",
        "q5": "no",
        "frequency": "weekly",
        "since": "1_3m",
    }.items():
        walk.choose(name, value)
    walk.choose("child_involved", "no")
    walk.on()
    walk.type("story", STORY)
    walk.choose("names_person", "no")
    walk.on()
    walk.choose("minor", "no")
    walk.on()
    walk.on("Melding versturen")

    minutes = walk.words / WORDS_A_MINUTE
    told = f"{walk.pages} pages, {walk.taps} taps, {walk.letters} letters, {walk.words} words ({minutes:.1f} min): {walk.by_page}"
    with capsys.disabled():
        print(f"\n{told}")
    assert walk.pages <= 9, told
