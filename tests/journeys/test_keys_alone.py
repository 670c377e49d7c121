"""Without a mouse: each audience does its main work with the keys alone."""

from __future__ import annotations

import pytest

from safetyportal.demo.plans import DEMO_POSTCODE
from tests.journeys import pages
from tests.journeys.keyboard import Keys

STORY = "Elke nacht harde muziek, de muren trillen ervan."


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tenant_files_a_report_with_the_keys_alone(people, width):
    page = people.somebody()
    page.set_viewport_size({"width": width, "height": 740})
    keys = Keys(page)
    page.goto("/")

    keys.skip()
    keys.enter("Iets melden")
    keys.choose("danger", "no")
    keys.enter("Verder")
    keys.type("words", "vuilniszakken in de hal")
    page.keyboard.press("Enter")  # looks, as a search box does
    page.wait_for_selector("#gevonden")
    keys.stops = []
    keys.choose("kind", "VUI-ALG")
    keys.enter("Verder")
    keys.type("postcode", DEMO_POSTCODE)
    keys.type("number", "12")
    keys.choose("lives_here", "yes")
    page.keyboard.press("Enter")  # in a field: the form goes on, whatever stands in the bar above
    page.wait_for_url("**/plek/")
    keys.stops = []
    keys.to(field="where")
    page.keyboard.press("Space")
    keys.enter("Verder")
    keys.tick("q1", "1")
    for field, value in {"q2": "yes", "frequency": "weekly", "since": "1_3m"}.items():
        keys.choose(field, value)
    keys.enter("Verder")
    keys.type("story", STORY)
    keys.choose("names_person", "no")
    keys.enter("Verder")
    keys.choose("mode", "anonymous")
    keys.choose("minor", "no")
    keys.enter("Verder")
    assert STORY in pages.words(page)
    keys.enter("Melding versturen")

    assert pages.read_receipt(page).code
    assert "Mijn melding volgen" in keys.walk()


def test_a_mistake_takes_the_keys_to_the_field_that_has_it(people):
    page = people.somebody()
    keys = Keys(page)
    pages.begin(page)

    keys.enter("Verder")

    assert page.evaluate("document.activeElement.className").startswith("utrecht-alert")
    keys.to("Kies ja of nee")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") in ("danger", "")
    keys.stops = []
    page.evaluate("document.querySelector('[data-had-focus]')?.removeAttribute('data-had-focus')")
    assert keys.tab()["inMain"]


def test_a_tenant_leaves_at_once_with_the_keys(people):
    page = people.somebody()
    keys = Keys(page)
    pages.begin(page)
    pages.choose_kind(page, "AGR-HUIS")

    stops = keys.walk()

    assert any(one.startswith("Snel weg") for one in stops)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reporter_comes_back_and_adds_with_the_keys_alone(people, width):
    page = people.somebody()
    page.set_viewport_size({"width": width, "height": 740})
    receipt = pages.file_report(page, reporter=pages.Reporter(mode="anonymous"))
    keys = Keys(page)
    page.goto("/volgen/")

    keys.skip()
    keys.type("number", receipt.number)
    keys.type("code", receipt.code)
    keys.enter("Bekijk mijn melding")
    keys.enter("Een bericht sturen")
    keys.type("text", "Ik ben alleen overdag thuis.")
    keys.enter("Bericht versturen")
    assert "Ik ben alleen overdag thuis." in pages.words(page)
    keys.enter("Het gebeurde weer")
    keys.type("day", "gisteren")
    keys.choose("day_part", "night")
    keys.type("text", "Weer tot drie uur.")
    keys.enter("Bewaren")
    assert "Weer tot drie uur." in pages.words(page)
    keys.enter("Zeggen wie u bent")
    keys.choose("mode", "confidential")
    keys.type("name", "Yara Idrissi")
    keys.type("phone", "06-00001234")
    keys.enter("Ik zeg wie ik ben")
    keys.enter("Mijn melding intrekken")
    keys.type("text", "Het is opgelost.")
    keys.enter("Trek mijn melding in")
    assert "Wij weten dat u de melding intrekt." in pages.words(page)
    keys.enter("Klaar, sluit mijn melding")
    assert "gesloten" in pages.words(page)


def test_staff_release_a_proposal_with_the_keys_alone(people, routed, referrals):
    case = routed(pages.file_report(people.somebody(), kind="ZRG-VERW", house=72, where=pages.AT_HOME))
    page = people("noord")
    keys = Keys(page)
    page.goto("/werk/?list=proposal")

    keys.skip()
    keys.enter(href=f"/werk/zaken/{case}/")
    keys.enter("Neem deze zaak")
    keys.enter("Beslis: delen met GGD")
    keys.type("summary", "Iemand loopt elke nacht roepend over de galerij.")
    keys.choose("ground", "covenant")
    keys.type("ground_text", "Zonder hulp van deze partner stopt het niet.")
    keys.enter("Vrijgeven voor")

    assert referrals(case)["ggd-meldpunt"][0] == "released"
    assert keys.walk()


def test_a_partner_accepts_and_finishes_with_the_keys_alone(people, routed, referrals):
    case = routed(pages.file_report(people.somebody(), kind="VEI-SLAAP", house=80, where=pages.STAIRS))
    page = people("boa@lindestad.example.nl")
    page.set_viewport_size({"width": 360, "height": 740})
    keys = Keys(page)
    path = referrals(case)["handhaving-lindestad"][1]
    page.goto("/partner/")

    keys.skip()
    keys.enter(href=path)
    keys.enter("Aannemen")
    keys.enter("Afronden")
    keys.type("text", "Gesproken, hij slaapt nu in de opvang.")
    keys.enter("Afronden")

    assert referrals(case)["handhaving-lindestad"][0] == "finished"
    assert keys.walk()
