"""Neighbours report one thing, each on their own: their cases become one, and each keeps a number and a thread."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.journeys import pages
from tests.journeys.day.hands import Hands
from tests.journeys.day.office import Stairwell
from tests.journeys.pages import Receipt, Reporter

NAMES = (
    "Aisha Bouzian", "Jeroen Kuiper", "Fatma Yildiz", "Wim Hoekstra", "Lotte Smeets", "Samuel Osei", "Ria de Groot",
)  # fmt: skip


@dataclass(frozen=True)
class Neighbour:
    name: str
    receipt: Receipt
    story: str


def reports(page: Page, where: Stairwell, count: int) -> list[Neighbour]:
    found = []
    for nth, name in enumerate(NAMES[:count]):
        story = f"Elke vrijdag bonkt de muziek door het hele trappenhuis. Ik tel het voor de {nth + 1}e keer."
        reporter = Reporter(
            name=name, phone=f"06-0000{nth + 10:04d}", email=f"buur{nth}@example.nl", consent="yes"
        )
        receipt = pages.file_report(
            page, kind="GEL-MUZ", house=where.numbers[nth], postcode=where.postcode, where=pages.AT_HOME,
            story=story, reporter=reporter,
        )  # fmt: skip
        found.append(Neighbour(name, receipt, story))
    return found


def find(hands: Hands, words: str) -> None:
    """By the box that is on every page; a number leads straight to its case."""
    hands.page.locator("#bar-search").fill(words)
    hands.now.clicks += 1
    hands.now.fields += 1
    hands.now.letters += len(words)
    hands.key("Enter", leads=True)


def merge(hands: Hands, count: int) -> None:
    """From the page of one case all that belong to it, by what the portal suggests."""
    hands.go(f"{count} andere open zaken")
    assert "Dit lijkt één probleem" in hands.words()
    hands.go(f"Bekijk die {count} zaken naast deze")
    hands.type(hands.main, "reason", "Allemaal over dezelfde woning.")
    hands.go("Samenvoegen", hands.main)
    assert f"{count} zaken horen nu bij deze zaak." in hands.words()
