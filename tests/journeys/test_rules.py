"""A functional administrator makes a rule, tries it, puts it in use, and the next report follows it; then everything is put back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys import pages
from tests.journeys.conftest import close_all
from tests.journeys.looking import Eyes
from tests.journeys.pages import choose, press, words

RULES = "/werk/beheer/regels/"
NAME = "Drugs in het portiek eerst naar jongerenwerk"


def send(page: Page, what: str = "main form button.utrecht-button--primary-action") -> None:
    with page.expect_navigation():
        page.locator(what).last.click()


def into_use(page: Page, reason: str) -> None:
    page.goto(f"{RULES}concept/in-gebruik/")
    if page.locator("[name=warned]").count():
        page.locator("[name=warned]").check()
    page.locator("[name=reason]").fill(reason)
    send(page)
    assert "In gebruik." in words(page)


def begin(page: Page) -> None:
    page.goto(RULES)
    press(page, "Concept maken")


def pick(page: Page, field: str, value: str) -> None:
    """A tick box in a part that is folded."""
    folded = page.locator("details").filter(has=page.locator(f'[name="{field}"][value="{value}"]'))
    if folded.get_attribute("open") is None:
        folded.locator("summary").click()
    choose(page, field, value)


@pytest.fixture
def rules_as_before(people, portal) -> Iterator[None]:
    """The rules are everybody's: whatever came of it, the set of before is in use afterwards."""
    before = portal.query("SELECT number FROM partners_ruleset WHERE state = 'active'")[0][0]
    yield
    page = people("beheer")
    if portal.query("SELECT 1 FROM partners_ruleset WHERE state = 'draft'"):
        page.goto(f"{RULES}concept/weg/")
        send(page, "main form button.utrecht-button--warning")
    if portal.query("SELECT number FROM partners_ruleset WHERE state = 'active'")[0][0] != before:
        page.goto(f"{RULES}geschiedenis/{before}/")
        press(page, "Zet terug als concept")
        into_use(page, "Terug na de proef.")
    page.goto(RULES)
    assert NAME not in words(page)


@pytest.mark.usefixtures("own_street", "rules_as_before")
@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_a_rule_is_made_tried_and_put_in_use_and_the_next_report_follows_it(
    people, routed, referrals, scripts, portal
):
    administrator, eyes = people("beheer", scripts=scripts), None
    if scripts:
        eyes = Eyes(administrator)

    def look(what: str) -> None:
        if eyes:
            eyes.look(what)

    before = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=10, where=pages.STAIRS))
    assert "jongerenwerk-noord" not in referrals(before)

    begin(administrator)
    look("draft")
    press(administrator, "Nieuwe regel")
    look("new rule")
    administrator.locator("[name=name]").fill(NAME)
    send(administrator)
    assert "Schrijf waarom u dit verandert." in words(administrator)
    look("new rule, empty")
    pick(administrator, "kinds", "DRU-GEB")
    press(administrator, "Verder: vragen bij deze soort")
    look("questions of a kind")
    assert administrator.locator("[name=name]").input_value() == NAME
    administrator.locator("[name=partner_1]").select_option("JON")
    administrator.locator("[name=mode_1]").select_option("M")
    administrator.locator("[name=days_1]").fill("3")
    press(administrator, "Partner erbij")
    administrator.locator("[name=partner_2]").select_option("WC")
    press(administrator, "Omhoog")
    assert administrator.locator("[name=partner_1]").input_value() == "WC"
    administrator.locator("[name=before]").select_option(index=0)
    administrator.locator("[name=reason]").fill("Afspraak met de gemeente.")
    send(administrator)
    if "Er is nog niets bewaard" in words(administrator):  # it takes all that a rule below it asks for
        look("warned")
        send(administrator)
    assert f"1. {NAME}" in words(administrator)
    look("draft with a rule")

    administrator.goto(f"{RULES}proberen/")
    look("trying")
    administrator.locator("[name=kind]").select_option("DRU-GEB")
    administrator.locator("[name=complex]").select_option(index=1)
    send(administrator)
    now, later = words(administrator).split("Straks, met het concept")
    assert "Jongerenwerk" in later.split("De melding")[0]
    assert "Jongerenwerk" not in now
    look("tried")

    administrator.goto(RULES)
    look("rules")
    assert "Het telt nog niet." in words(administrator)
    administrator.goto(f"{RULES}concept/in-gebruik/")
    look("put in use")
    into_use(administrator, "Afspraak met de gemeente.")

    close_all(portal)  # or the second looks like the first
    after = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=10, where=pages.STAIRS))
    assert referrals(after)["jongerenwerk-noord"][0] == "released"
    assert "handhaving-lindestad" not in referrals(after)

    administrator.goto(f"{RULES}geschiedenis/")
    look("history")
    with administrator.expect_navigation():
        administrator.locator("main h2 a").first.click()
    look("a set")
    assert NAME in words(administrator)
    if eyes:
        eyes.report()
