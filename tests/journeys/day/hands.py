"""Somebody of staff at a desk: works the pages by mouse and keys as a person would, and everything is counted.

A **click** is a press of the mouse on a link, a button, a fold or a choice; a list of options costs two, one to open it and one to choose. A **key** is one that
does something by itself (j, x, Enter). A **field** is a box that was typed in; going to it costs no click, Tab brings one there from the box before. **Letters** are those typed.
Nobody goes to an address: that is what `Hands` leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

# What the browser says of the page it shows: from the click until all of it was there, redirects included.
TOOK = "Math.round(performance.getEntriesByType('navigation')[0].responseEnd)"


@dataclass
class Once:
    """What doing it one time asked for."""

    clicks: int = 0
    keys: int = 0
    fields: int = 0
    letters: int = 0
    pages: int = 0


@dataclass
class Counted:
    """Everything that was done, by task; and how long each page took, by its shape."""

    tasks: dict[str, list[Once]] = field(default_factory=dict)
    took: dict[str, list[int]] = field(default_factory=dict)

    def slowest(self, count: int = 8) -> list[tuple[str, int, int]]:
        """Page, times it was shown, milliseconds of the slowest."""
        found = [(shape, len(all_of_it), max(all_of_it)) for shape, all_of_it in self.took.items()]
        return sorted(found, key=lambda one: -one[2])[:count]


class Hands:
    def __init__(self, page: Page, counted: Counted) -> None:
        self.page, self.counted = page, counted
        self.now = Once()

    @contextmanager
    def task(self, name: str) -> Iterator[None]:
        """One time of one task. What is done outside any task is the way there."""
        self.now = Once()
        yield
        self.counted.tasks.setdefault(name, []).append(self.now)
        self.now = Once()

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def words(self) -> str:
        return re.sub(r"\s+", " ", self.page.inner_text("body"))

    def go(self, words: str, within: Locator | None = None) -> None:
        """Press a link or button that leads to another page."""
        self.go_to(self._named(words, within or self.page.locator("body")))

    def go_to(self, what: Locator) -> None:
        with self.page.expect_navigation():
            what.click()
        self.now.clicks += 1
        self._came()

    def unfold(self, verb: str) -> Locator:
        """Open what lies folded; its form."""
        form = self.page.locator(f"#{verb}")
        form.locator("summary").click()
        self.now.clicks += 1
        return form

    def choose(self, within: Locator, name: str, value: str) -> None:
        within.locator(f'[name="{name}"][value="{value}"]').check()
        self.now.clicks += 1

    def select(self, within: Locator, name: str, label: str) -> None:
        box = within.locator(f'select[name="{name}"]')
        box.select_option(value=box.locator("option").filter(has_text=label).first.get_attribute("value"))
        self.now.clicks += 2

    def type(self, within: Locator, name: str, text: str) -> None:
        within.locator(f'[name="{name}"]').fill(text)
        self.now.fields += 1
        self.now.letters += len(text)

    def key(self, key: str, *, leads: bool = False) -> None:
        self.now.keys += 1
        if not leads:
            self.page.keyboard.press(key)
            return
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        self._came()

    def _named(self, words: str, within: Locator) -> Locator:
        return within.get_by_role("button", name=words).or_(within.get_by_role("link", name=words)).first

    def _came(self) -> None:
        self.now.pages += 1
        path = self.page.url.split("//", 1)[1].partition("/")[2].partition("?")[0].partition("#")[0]
        shape = re.sub(r"Z-[0-9A-Z-]+", "…", re.sub(r"/\d+/", "/…/", f"/{path}"))
        self.counted.took.setdefault(shape, []).append(self.page.evaluate(TOOK))
