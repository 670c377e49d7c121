"""Up the ladder, a step at a time, each with a ground, what was agreed and a day to look; and what became of it."""

from __future__ import annotations

from tests.journeys.day.hands import Hands


def step(
    hands: Hands, level: str, *, ground: str, agreed: str, rule: str = "", reason: str = "Het stopte niet."
) -> None:
    """From any page of the case. The day to look again is filled in already: four weeks on."""
    hands.go("Aanpak", hands.page.locator("nav.portal-tabs"))
    form = hands.unfold("ladder_step")
    hands.select(form, "level", level)
    hands.select(form, "ground", ground)
    if rule:
        hands.type(form, "house_rule", rule)
    hands.type(form, "reason", reason)
    hands.type(form, "agreed", agreed)
    hands.go("Stap zetten", form)


def confirm(hands: Hands, case: str) -> None:
    """A second person, from the line above their own list."""
    _look_along(hands, case)
    hands.go("Ik ben het eens: stap zetten", hands.main)


def refuse(hands: Hands, case: str, why: str) -> None:
    _look_along(hands, case)
    panel = hands.page.locator("article[id^='stap-']").first
    panel.get_by_text("Niet doen", exact=True).click()
    hands.now.clicks += 1
    hands.type(panel, "reason", why)
    hands.go("Voorstel afwijzen", panel)


def _look_along(hands: Hands, case: str) -> None:
    hands.go("Kijk mee", hands.main)
    hands.go_to(hands.main.get_by_role("listitem").filter(has_text=case).get_by_role("link"))


def check(hands: Hands, outcome: str, how: str) -> None:
    """What became of the last step."""
    panel = hands.page.locator("article[id^='stap-']").first
    fold = panel.locator("details").first
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
        hands.now.clicks += 1
    hands.choose(panel, "outcome", outcome)
    hands.type(panel, "text", how)
    hands.go("Uitkomst bewaren", panel)
