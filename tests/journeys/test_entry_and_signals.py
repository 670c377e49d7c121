"""A colleague writes down a telephone call in two steps, and passes on what was seen on a telephone in the street."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, expect

from safetyportal.demo.plans import DEMO_POSTCODE
from tests.incidents.evidence import making
from tests.journeys import pages
from tests.journeys.looking import Eyes

WIDTHS = (360, 1280)


@dataclass
class Hands:
    """What one presses and in which boxes one types, counted."""

    page: Page
    clicks: int = 0
    typed: list[str] = field(default_factory=list)

    def choose(self, name: str, value: str) -> None:
        self.clicks += 1
        pages.choose(self.page, name, value)

    def type(self, name: str, text: str) -> None:
        self.typed.append(name)
        self.page.locator(f'main [name="{name}"]').fill(text)

    def press(self, words: str) -> None:
        self.clicks += 1
        pages.press(self.page, words)


@pytest.mark.parametrize("scripts", [False, True], ids=["without JavaScript", "with JavaScript"])
def test_a_telephone_call_is_a_report_in_two_steps_and_at_most_sixteen_clicks(people, routed, scripts):
    page = people("noord", scripts=scripts)
    page.goto("/werk/")
    hands = Hands(page)

    hands.press("Invoeren")
    hands.type("story", "Elke week harde muziek tot twee uur in de nacht.")
    hands.choose("names_person", "no")
    hands.type("words", "harde muziek")
    hands.type("postcode", DEMO_POSTCODE)
    hands.type("number", "22" if scripts else "24")
    hands.type("name", "Aisha Bouzian")
    hands.type("phone", "06-00001234")
    hands.press("Verder met de vragen")
    expect(page.locator("h2#vragen")).to_contain_text("Harde muziek")
    own = page.locator('input[type="radio"][name^="q"][value="unknown"]:visible')
    for name in own.evaluate_all("boxes => boxes.map(box => box.name)"):
        hands.choose(name, "unknown")
    for name, value in (
        ("day_part", "night"),
        ("frequency", "weekly"),
        ("since", "1_3m"),
        ("impact", "sleep"),
        ("child_involved", "no"),
    ):
        hands.choose(name, value)
    hands.press("Melding bewaren")

    receipt = pages.read_receipt(page)
    assert hands.clicks <= 16, hands
    assert len(hands.typed) == 6
    case = routed(receipt)
    pages.open_case(page, case)
    expect(page.locator("main")).to_contain_text("Telefoon")
    tenant = people.somebody()
    pages.follow(tenant, receipt)
    expect(tenant.locator("main")).to_contain_text(receipt.number)


def test_everybody_can_use_the_pages_for_entering(people):
    page = people("noord", scripts=True)
    seen = Eyes(page, WIDTHS)

    seen.open("/werk/melding-invoeren/", "entry page")
    pages.press(page, "Verder met de vragen")
    seen.look("entry page with errors")
    page.locator("main [name=words]").fill("muziek")
    pages.press(page, "Zoek de soort")
    seen.look("entry page with a kind found")
    page.locator("[name=story]").fill("Harde muziek.")
    pages.choose(page, "names_person", "no")
    page.locator("[name=postcode]").fill(DEMO_POSTCODE)
    page.locator("[name=number]").fill("26")
    pages.choose(page, "mode", "anonymous")
    pages.press(page, "Verder met de vragen")
    seen.look("entry page with questions")
    pages.press(page, "Melding bewaren")
    seen.look("questions with errors")
    while (folded := page.locator("main details:not([open]) > summary")).count():
        folded.first.click()
    seen.look("entry page unfolded")
    pages.answer_questions_on(page)
    pages.press(page, "Melding bewaren")
    seen.look("receipt for staff")
    seen.report()


def test_everybody_can_bring_in_an_e_mail(people):
    page = people("noord", scripts=True)
    seen = Eyes(page, WIDTHS)
    mail = (
        b"From: Aisha <aisha@example.nl>\nSubject: Rommel op de trap\n\nElke week ligt er afval op de trap."
    )

    seen.open("/werk/e-mail/", "e-mail")
    pages.press(page, "Verder")
    seen.look("e-mail, nothing chosen")
    page.locator("[name=file]").set_input_files(
        {"name": "mail.eml", "mimeType": "message/rfc822", "buffer": mail}
    )
    pages.press(page, "Verder")
    seen.look("what to do with an e-mail")
    pages.press(page, "Zet in de tijdlijn")
    seen.look("what to do with an e-mail, with errors")
    pages.press(page, "Maak er een melding van")
    expect(page.locator("[name=story]")).to_have_value(
        "Rommel op de trap\n\nElke week ligt er afval op de trap."
    )
    seen.look("entry page from an e-mail")
    seen.report()


@pytest.mark.parametrize("scripts", [False, True], ids=["without JavaScript", "with JavaScript"])
def test_what_was_seen_is_passed_on_from_a_telephone_and_a_second_one_asks_for_a_look(people, scripts):
    house = "30" if scripts else "28"
    for email in ("noord", "noord2"):
        page = people(email, scripts=scripts)
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto("/werk/signaal/")
        hands = Hands(page)
        hands.type("postcode", DEMO_POSTCODE)
        hands.type("number", house)
        hands.choose("seen", "mail")
        hands.choose("seen", "no_access")
        hands.choose("worry", "2")
        page.locator("[name=camera]").set_input_files(
            {"name": "plek.jpg", "mimeType": "image/jpeg", "buffer": making.jpeg()}
        )
        hands.press("Geef door")
        expect(page.locator("h1")).to_have_text("Doorgegeven")
        expect(page.locator("main img")).to_have_count(1)
        assert hands.clicks == 4

    lead = people("teamleider", scripts=scripts)
    lead.goto("/werk/signalen/")
    card = lead.get_by_role("listitem").filter(has_text=f"Esdoornlaan {house}").first
    expect(card).to_contain_text("2 collega’s, zelfde woning, in 1 week")
    with lead.expect_navigation():
        card.get_by_role("link").click()
    pages.press(lead, "Maak er een zaak van")
    expect(lead.locator("main")).to_contain_text("Er is een zaak van gemaakt.")
    expect(lead.locator("main")).to_contain_text("Post stapelt zich op")


def test_everybody_can_use_the_pages_of_signals(people):
    page = people("noord", scripts=True)
    seen = Eyes(page, WIDTHS)

    seen.open("/werk/signaal/", "signal form")
    for one in page.locator("main .portal-option").all():
        box = one.bounding_box()
        assert box is not None and box["height"] >= 44
    pages.press(page, "Geef door")
    seen.look("signal form with errors")
    page.locator("[name=postcode]").fill(DEMO_POSTCODE)
    page.locator("[name=number]").fill("32")
    page.locator("[name=text]").fill("Ladder tegen de gevel.")
    pages.choose(page, "worry", "1")
    pages.press(page, "Geef door")
    seen.look("signal passed on")
    seen.open("/werk/signalen/", "signals")
    with page.expect_navigation():
        page.locator(".portal-card__title a").last.click()
    seen.look("signal")
    page.locator("details > summary").click()
    pages.press(page, "Leg terzijde")
    seen.look("set aside without a reason")
    page.locator("[name=reason]").fill("De schilder was bezig.")
    pages.press(page, "Leg terzijde")
    seen.open("/werk/signalen/?state=settled", "signals dealt with")
    seen.report()
