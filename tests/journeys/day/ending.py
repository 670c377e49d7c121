"""Closing with reason, result and message; and opened again because the reporter asks."""

from __future__ import annotations

from tests.journeys.day.hands import Hands
from tests.journeys.day.triage import ROWS


def close(hands: Hands, reason: str, message: str) -> None:
    hands.go("Zaak", hands.page.locator("nav.portal-tabs"))
    form = hands.unfold("case_close")
    hands.select(form, "reason", reason)
    hands.type(form, "message", message)
    hands.go("Zaak sluiten en bericht versturen", form)


def reopen(hands: Hands, case: str, reason: str, message: str) -> None:
    """From the list of what reporters asked for."""
    hands.go("Inbox", hands.page.locator("nav.portal-nav"))
    hands.main.get_by_text("Andere lijsten", exact=True).click()
    hands.now.clicks += 1
    hands.go("Heropening gevraagd", hands.main)
    hands.go_to(hands.page.locator(ROWS).filter(has_text=case).locator("h2 a"))
    hands.go("Zaak heropenen", hands.main)
    hands.type(hands.main, "reason", reason)
    hands.type(hands.main, "message", message)
    hands.go("Heropenen en bericht versturen", hands.main)
