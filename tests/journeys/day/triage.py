"""The morning: what came in is judged, given to who does it, and taken up."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.day.hands import Hands

ROWS = ".portal-inbox > li"
NO_PLACE = "Plek niet bekend"
REASON = "Bel de melder eerst, en kijk of het vaker is."


def newest(hands: Hands) -> None:
    """From wherever one is to the list of what is new."""
    hands.go("Inbox", hands.page.locator("nav.portal-nav"))
    hands.go("Nieuw", hands.page.locator(".portal-tiles"))


def numbers(hands: Hands) -> list[str]:
    found: list[str] = hands.page.locator("[name=case]").evaluate_all("all => all.map(one => one.value)")
    return found


def colleague(hands: Hands) -> str:
    """The first colleague who can be chosen: not nobody, and not oneself."""
    options = hands.page.locator("select[name=to] option")
    return options.nth(options.count() - 1).inner_text()


def judge(hands: Hands, *, worse: bool = False, own: bool = False, other_kind: str = "") -> tuple[str, str]:
    """One case of the list, and back in that list without it; its number and who has it now."""
    # Of a place that is not known there is no team, and so no colleague to give it to.
    rows = hands.page.locator(ROWS)
    row = (
        rows.filter(has_text=NO_PLACE)
        if own and unknown_places(hands)
        else rows.filter(has_not_text=NO_PLACE)
    ).first
    case = str(row.locator("[name=case]").get_attribute("value"))
    hands.go_to(row.locator("h2 a"))
    if other_kind:
        hands.go("De soort klopt niet")
        hands.select(hands.main, "kind", other_kind)
        hands.type(hands.main, "reason", "De melder beschrijft iets anders.")
        hands.go("Soort veranderen en opnieuw routeren")
    hands.go("Beoordelen of aan een collega geven")
    if worse:
        hands.choose(hands.main, "band", "S4")
    who = "Ikzelf" if own else colleague(hands)
    hands.select(hands.main, "to", who)
    if worse or not own:
        hands.type(hands.main, "reason", REASON)
    hands.go("Beoordeling bewaren")
    said = "U behandelt" if own else f"{case} is nu van {who}."
    expect(hands.page.get_by_role("status").first).to_contain_text(said)
    assert "list=new" in hands.page.url, "not back in the list of what is new"
    assert case not in numbers(hands)
    return case, who


def unknown_places(hands: Hands) -> int:
    return hands.page.locator(ROWS).filter(has_text=NO_PLACE).count()


def give_by_keys(hands: Hands) -> str:
    """One line of the list, ticked without the mouse and given from the list itself."""
    row = hands.page.locator(ROWS).filter(has_not_text=NO_PLACE).first
    case = str(row.locator("[name=case]").get_attribute("value"))
    row.locator("[name=case]").focus()
    hands.key("x")
    hands.go("Geef aan")
    hands.select(hands.main, "to", colleague(hands))
    hands.type(hands.main, "reason", REASON)
    hands.go("Geef deze zaken")
    assert case not in numbers(hands)
    return case


def take_by_keys(hands: Hands, count: int) -> list[str]:
    """Several at once without the mouse: from the first line down, ticked, and taken."""
    cases = numbers(hands)[:count]
    hands.page.locator("[name=case]").first.focus()
    for nth in range(count):
        hands.key("x")
        if nth + 1 < count:
            hands.key("j")
    hands.go("Neem")
    expect(hands.page.get_by_role("status").first).to_contain_text(f"{count} zaken zijn nu van u.")
    assert not set(cases) & set(numbers(hands))
    return cases


def accept(hands: Hands, case: str) -> None:
    """Who was given a case finds it among their own, and takes it on."""
    hands.go("Inbox", hands.page.locator("nav.portal-nav"))
    hands.go("Van mij", hands.page.locator(".portal-tiles"))
    hands.go_to(hands.page.locator(ROWS).filter(has_text=case).locator("h2 a"))
    hands.go("Ja, ik pak deze zaak op")
    expect(hands.page.locator("main")).to_contain_text("Onderzoek")
