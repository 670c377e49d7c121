"""What people do in the portal, in their own words. Works with JavaScript off, on a page whose context has a base_url."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

from safetyportal.demo.people import DEMO_PASSWORD
from safetyportal.demo.plans import DEMO_POSTCODE
from tests.journeys.tongue import said

NUMBER = re.compile(r"M-[0-9A-Z]{4}-[0-9A-Z]{4}")
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
LAST_OF_POSTCODE, NEXT_POSTCODE = 60, "9990AB"
STAIRS, AT_HOME = "Trappenhuis", "Bij mij thuis"
STORY = "Elke week zitten er onbekenden bij de trap met blikjes."


@dataclass(frozen=True)
class Receipt:
    number: str
    code: str


@dataclass(frozen=True)
class Reporter:
    mode: str = "named"
    name: str = "Aisha Bouzian"
    phone: str = "06-00001234"
    email: str = "aisha@example.nl"
    consent: str = ""


def press(page: Page, words: str, within: Locator | None = None) -> None:
    """Press the button or link with these words, and wait for the page it leads to."""
    where, words = within or page.locator("body"), said(page, words)
    button = where.get_by_role("button", name=words).or_(where.get_by_role("link", name=words))
    with page.expect_navigation():
        button.first.click()


def choose(page: Page, field: str, value: str) -> None:
    page.locator(f'[name="{field}"][value="{value}"]').check()


def textbox(page: Page | Locator, label: str) -> Locator:
    return page.get_by_role("textbox", name=said(page if isinstance(page, Page) else page.page, label))


def words(page: Page) -> str:
    """What the page says, without what is folded away."""
    return re.sub(r"\s+", " ", page.inner_text("body"))


def visit(page: Page, path: str) -> int:
    """Open a page by its address; the status that came back."""
    answer = page.goto(path)
    assert answer is not None
    return answer.status


# A tenant


def begin(page: Page) -> str:
    """Start a report; the address of its draft, without the step."""
    page.goto("/")
    press(page, "Iets melden", page.get_by_role("main"))
    return page.url.removesuffix("gevaar/")


def choose_kind(page: Page, kind: str) -> None:
    choose(page, "danger", "no")
    press(page, "Verder")
    look_up(page, kind)
    press(page, "Verder")


def look_up(page: Page, kind: str) -> None:
    """Choose a kind from the list, in its group."""
    listed = page.locator(f"details:has(#id_listed_{kind})")
    if listed.get_attribute("open") is None:
        listed.locator("summary").click()
    page.locator(f"#id_listed_{kind}").check()


def give_place(page: Page, *, house: int | None, where: str, postcode: str = "") -> None:
    """At a house number, of the demonstration street unless said; without one the address is not in our list."""
    if house is None:
        press(page, "Het adres staat er niet bij")
        textbox(page, "Waar is het?").fill(where)
    else:
        street = DEMO_POSTCODE if house <= LAST_OF_POSTCODE else NEXT_POSTCODE
        textbox(page, "Postcode").fill(postcode or street)
        textbox(page, "Huisnummer").fill(str(house))
        choose(page, "lives_here", "yes")
        press(page, "Verder")
        page.get_by_label(said(page, where)).check()
    press(page, "Verder")


def answer_questions(page: Page) -> None:
    answer_questions_on(page)
    press(page, "Verder")


def answer_questions_on(page: Page) -> None:
    """Every week, for one to three months, sleeps badly: with most kinds that is S2. Of the rest nothing is known."""
    said = {
        "day_part": "night",
        "frequency": "weekly",
        "since": "1_3m",
        "impact": "sleep",
        "child_involved": "no",
    }
    own = page.locator('input[type="radio"][name^="q"][value="unknown"]:visible')
    for name in own.evaluate_all("boxes => boxes.map(box => box.name)"):
        choose(page, name, "unknown")
    for field, value in said.items():
        if page.locator(f'[name="{field}"]').count():
            choose(page, field, value)


def tell_story(page: Page, story: str = STORY) -> None:
    page.locator("[name=story]").fill(story)  # its question differs with the kind
    choose(page, "names_person", "no")
    press(page, "Verder")


def say_who(page: Page, reporter: Reporter) -> None:
    choose(page, "mode", reporter.mode)
    if reporter.mode != "anonymous":
        textbox(page, "Uw naam").fill(reporter.name)
        textbox(page, "Telefoonnummer").fill(reporter.phone)
        textbox(page, "E-mailadres").fill(reporter.email)
    if reporter.consent:
        choose(page, "consent", reporter.consent)
    choose(page, "minor", "no")
    press(page, "Verder")


def write_report(
    page: Page,
    *,
    kind: str = "VUI-ALG",
    house: int | None = 6,
    where: str = STAIRS,
    story: str = STORY,
    reporter: Reporter | None = None,
    postcode: str = "",
) -> str:
    """All pages up to the check page; the address of the draft."""
    draft = begin(page)
    choose_kind(page, kind)
    if page.url.endswith("/bellen/"):
        press(page, "Ik wil melden waar ik zelf last van heb")
    if page.url.endswith("/advies/"):
        press(page, "Ik wil het melden")
    give_place(page, house=house, where=where, postcode=postcode)
    answer_questions(page)
    tell_story(page, story)
    say_who(page, reporter or Reporter())
    assert page.url == f"{draft}controle/", words(page)
    return draft


def read_receipt(page: Page) -> Receipt:
    said = words(page)
    number, code = NUMBER.search(said), CODE.search(said)
    assert number and code, said
    return Receipt(number.group(), code.group())


def file_report(page: Page, **told: Any) -> Receipt:
    write_report(page, **told)
    press(page, "Melding versturen")
    return read_receipt(page)


def follow(page: Page, receipt: Receipt) -> None:
    """Come back with number and code."""
    page.goto("/volgen/")
    textbox(page, "Uw meldingsnummer").fill(receipt.number)
    textbox(page, "Uw code").fill(receipt.code)
    press(page, "Bekijk mijn melding")


def enter_letter(page: Page, letter: Receipt) -> None:
    """Who was reported about comes in with the number and code of our letter."""
    page.goto("/reactie/")
    textbox(page, "Het nummer in uw brief").fill(letter.number)
    textbox(page, "De code in uw brief").fill(letter.code)
    press(page, "Open mijn pagina")


# Staff and partners


def sign_in(page: Page, email: str, password: str = DEMO_PASSWORD) -> None:
    page.goto("/inloggen/")
    textbox(page, "E-mailadres").fill(email)
    page.get_by_label(said(page, "Wachtwoord")).fill(password)
    press(page, "Inloggen", page.get_by_role("main"))


def inbox_line(page: Page, case: str) -> Locator:
    page.goto("/werk/")
    return page.get_by_role("listitem").filter(has_text=case)


def open_case(page: Page, case: str) -> None:
    assert visit(page, f"/werk/zaken/{case}/") == 200


def verb(page: Page, name: str) -> Locator:
    """Unfold one of the things staff can do with a case; its form."""
    form = page.locator(f"#{name}")
    form.locator("summary").click()
    return form


def letter_to_accused(page: Page, case: str, *, name: str, house: int, rule: str = "") -> Receipt:
    """Staff take the case, put somebody on it, invite them, write down what they tell and print the letter with a code."""
    open_case(page, case)
    press(page, "Neem deze zaak")
    page.goto(f"/werk/zaken/{case}/betrokkenen/")
    form = verb(page, "party_add")
    choose(page, "role", "accused")
    textbox(form, "Naam").fill(name)
    textbox(form, "Huisnummer in dit complex").fill(str(house))
    press(page, "Toevoegen", form)
    form = verb(page, "uitnodigen")
    form.get_by_label("Dag", exact=True).fill("2030-01-14")
    form.get_by_label("Tijd", exact=True).fill("14:00")
    form.locator("[name=way][value=office]").check()
    textbox(form, "Waar?").fill("Kantoor, Dorpsplein 1")
    press(page, "Uitnodiging vastleggen", form)
    form = verb(page, "informeren")
    form.locator("[name=how][value=brief]").check()
    textbox(form, "Om welke huisregel gaat het?").fill(rule)
    press(page, "Bewaren", form)
    press(page, "Brief met een code maken")
    letter = page.locator(".portal-letter").inner_text()
    found = re.search(r"R-[0-9A-Z]{4}-[0-9A-Z]{4}", letter), CODE.search(letter)
    assert found[0] and found[1]
    return Receipt(found[0].group(), found[1].group())


def timeline(page: Page) -> str:
    return page.get_by_role("region", name="Tijdlijn").inner_text()


def share(page: Page, button: str, *, summary: str, ground: str = "") -> None:
    """Fill in on which ground and with what summary, and share. Our own desks need no ground."""
    if ground:
        choose(page, "ground", ground)
        textbox(page, "Leg de grond uit").fill("Zonder hulp van deze partner stopt het niet.")
    textbox(page, "Samenvatting voor de").fill(summary)
    press(page, button)


def queue_line(page: Page, case: str) -> Locator:
    page.goto("/partner/")
    return page.get_by_role("listitem").filter(has_text=case)


def open_referral(page: Page, case: str) -> str:
    """Open the one line of this case in the queue; its path."""
    line = queue_line(page, case)
    with page.expect_navigation():
        line.get_by_role("link").click()
    return page.url.partition("/partner/")[2].join(("/partner/", ""))


def answer(page: Page, button: str, text: str) -> None:
    """Give a referral back, or finish it, with a few words."""
    press(page, button)
    page.get_by_role("textbox").fill(text)
    press(page, button, page.get_by_role("main"))
