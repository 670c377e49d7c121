"""A reporter comes back with number and code, on a telephone, without JavaScript: answers, adds, tells a name, asks to look again."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys import pages
from tests.journeys.pages import press

pytestmark = pytest.mark.usefixtures("own_street")


@pytest.fixture
def phone(people):
    page = people.somebody()
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def open_report(page, receipt):
    pages.follow(page, receipt)
    expect(page.get_by_role("heading", name="Berichten")).to_be_visible()


def test_a_question_is_asked_answered_and_back_to_work(people, phone, routed):
    receipt = pages.file_report(phone, reporter=pages.Reporter(mode="anonymous"))
    case = routed(receipt)
    staff = people("noord")
    pages.open_case(staff, case)
    press(staff, "Neem deze zaak")
    ask = pages.verb(staff, "reporter_ask")
    ask.get_by_role("textbox").fill("Op welke dagen gebeurt het?")
    press(staff, "Vraag versturen", ask)

    open_report(phone, receipt)
    expect(phone.locator("main")).to_contain_text("Wij wachten op u")
    press(phone, "Beantwoord de vraag")
    expect(phone.locator("main")).to_contain_text("Op welke dagen gebeurt het?")
    pages.textbox(phone, "Uw antwoord").fill("Vooral op vrijdag.")
    press(phone, "Antwoord versturen")
    expect(phone.locator("main")).to_contain_text("Wij hebben uw antwoord.")
    expect(phone.locator("main")).to_contain_text("Wij onderzoeken")

    staff.goto(f"/werk/zaken/{case}/")
    expect(staff.locator("main")).to_contain_text("Vooral op vrijdag.")
    press(staff, "Bericht van de melder")
    staff.get_by_role("textbox").fill("Dank u, wij komen vrijdag kijken.")
    press(staff, "Bericht versturen en afhandelen")
    phone.reload()
    expect(phone.locator("main")).to_contain_text("wij komen vrijdag kijken")


def test_it_happened_again_and_a_name_is_told_later(people, phone, routed):
    receipt = pages.file_report(phone, reporter=pages.Reporter(mode="anonymous"))
    case = routed(receipt)
    open_report(phone, receipt)

    press(phone, "Het gebeurde weer")
    pages.textbox(phone, "Wanneer gebeurde het?").fill("gisteren")
    pages.choose(phone, "day_part", "night")
    pages.textbox(phone, "Wat gebeurde er?").fill("Weer tot drie uur.")
    press(phone, "Bewaren")
    expect(phone.locator("main")).to_contain_text("Weer tot drie uur.")
    press(phone, "Zeggen wie u bent")
    pages.choose(phone, "mode", "confidential")
    pages.textbox(phone, "Uw naam").fill("Yara Idrissi")
    pages.textbox(phone, "Telefoonnummer").fill("06-00001234")
    press(phone, "Ik zeg wie ik ben")
    expect(phone.get_by_role("link", name="Zeggen wie u bent")).to_have_count(0)

    staff = people("teamleider")
    pages.open_case(staff, case)
    press(staff, "Toon gegevens van de melder")
    expect(staff.locator("main")).to_contain_text("Yara Idrissi")
    expect(staff.locator("main")).to_contain_text("Vertrouwelijk gemeld")


def test_own_data_can_be_kept_as_a_file(phone):
    receipt = pages.file_report(
        phone,
    )
    open_report(phone, receipt)

    with phone.expect_download() as download:
        phone.get_by_role("link", name="Mijn gegevens bewaren").click()

    assert download.value.suggested_filename == f"{receipt.number}.txt"
    assert "Aisha Bouzian" in download.value.path().read_text()
