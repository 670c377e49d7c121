"""The registers of partners, covenants and processing: worked in by people, and looked at on every screen, in both languages."""

from __future__ import annotations

import re

import pytest

from tests.incidents.evidence import making
from tests.journeys.looking import Eyes
from tests.journeys.pages import press
from tests.journeys.test_administration import in_language, send
from tests.journeys.test_evidence import choose

PARTNERS, COVENANTS = "/werk/beheer/ketenpartners/", "/werk/beheer/convenanten/"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_administrator_looks_after_partners(people, language):
    page = people("beheer", scripts=True)
    in_language(page, language)
    eyes = Eyes(page)

    for which in ("partners", "afdelingen", "gestopt"):
        eyes.open(f"{PARTNERS}?lijst={which}", f"register, {which}")
    eyes.open(f"{PARTNERS}nieuw/", "a new partner")
    send(page)
    eyes.look("a new partner, nothing filled in")
    eyes.open(f"{PARTNERS}politie-noord/", "a partner")
    eyes.open("/werk/beheer/instellingen/ketenpartners/politie-noord/", "change a partner")
    page.locator("[name=answer_days]").fill("0")
    send(page)
    eyes.look("change a partner, wrong")
    eyes.report()


def test_a_partner_made_by_mistake_is_removed_again(people):
    page = people("beheer")
    page.goto(f"{PARTNERS}nieuw/")
    page.locator("[name=name]").fill("Straathoekwerk Vaartdorp")
    for field, value in (("type_code", "JON"), ("category", "welfare"), ("profile", "enforcement")):
        page.locator(f"[name={field}]").select_option(value)
    page.get_by_label("Vaartdorp", exact=True).check()
    page.locator("[name=reason]").fill("Nieuw team.")
    press(page, "Toevoegen")
    assert "geen geldig convenant" in page.inner_text("main")

    page.locator("[name=reason]").fill("Dubbel.")
    press(page, "Verwijderen")
    page.goto(f"{PARTNERS}?lijst=gestopt")

    assert "Straathoekwerk Vaartdorp" in page.inner_text("main") and "Dubbel." in page.inner_text("main")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_privacy_officer_keeps_covenants_and_the_register_of_processing(people, portal, language):
    page = people("privacy", scripts=True)
    in_language(page, language)
    eyes = Eyes(page)
    key = portal.query(
        "SELECT c.id FROM partners_covenant c JOIN partners_partner p ON p.id = c.partner_id WHERE p.code = 'ggd-meldpunt'"
    )[0][0]

    for which in ("nu", "afgelopen"):
        eyes.open(f"{COVENANTS}?lijst={which}", f"covenants, {which}")
    eyes.open(f"{COVENANTS}nieuw/", "a new covenant")
    send(page)
    eyes.look("a new covenant, nothing filled in")
    eyes.open(f"{COVENANTS}nieuw/?verleng={key}", "renew")
    eyes.open(f"{COVENANTS}{key}/", "a covenant")
    send(page, "form[action$='/stuk/'] [type=submit]")
    eyes.look("a covenant, no paper chosen")
    choose(page, "paper", "getekend.pdf", making.pdf(), "application/pdf")
    send(page, "form[action$='/stuk/'] [type=submit]")
    eyes.look("a covenant with its paper")
    with page.expect_download() as got:
        page.locator("main a[href*='/stuk/']").first.click()
    assert got.value.suggested_filename.startswith("convenant-ggd-meldpunt-")
    eyes.open(f"/werk/beheer/instellingen/convenanten/{key}/", "change a covenant")
    eyes.open("/werk/beheer/verwerkingen/", "register of processing")
    with page.expect_download() as got:
        page.locator("main a[href$='/csv/']").click()
    assert re.fullmatch(r"verwerkingsregister-\d{4}-\d\d-\d\d\.csv", got.value.suggested_filename)
    eyes.report()
