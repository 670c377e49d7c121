"""The police get the minimum, answer, and see nothing of who was reported about or who reported."""

from __future__ import annotations

from tests.journeys import pages
from tests.journeys.day.hands import Hands
from tests.journeys.people import People

SUMMARY = "Harde muziek op vrijdag. Kunt u langsgaan als er weer gebeld wordt?"
GROUND = "Zonder de politie houdt het op vrijdag niet op."


def share(hands: Hands) -> str:
    """What the portal proposed, released on a ground; the name of the partner."""
    line = (
        hands.page.get_by_role("region", name="Samenwerken")
        .get_by_role("listitem")
        .filter(has_text="Politie")
    )
    name = line.get_by_role("link").first.inner_text()
    hands.go("Beslis over dit voorstel", line)
    hands.choose(hands.main, "ground", "interest")
    hands.type(hands.main, "ground_text", GROUND)
    hands.type(hands.main, "summary", SUMMARY)
    hands.go(f"Vrijgeven voor {name}", hands.main)
    return name


def answers(people: People, email: str, case: str) -> str:
    """Somebody there takes it on and finishes it; what their page said before."""
    page = people(email)
    pages.open_referral(page, case)
    shown = pages.words(page)
    pages.press(page, "Aannemen")
    pages.answer(page, "Afronden", "Wij zijn twee keer langs geweest.")
    return shown
