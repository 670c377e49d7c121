"""A partner asks, staff answer; a case that is something else, or somewhere else, finds its way again. JavaScript off, a real worker."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys import pages
from tests.journeys.processes import wait_until

pytestmark = pytest.mark.usefixtures("own_street")

ENFORCEMENT = "boa@lindestad.example.nl"
QUESTION = "Op welke verdieping zitten zij meestal?"
ANSWER = "Op de tweede, bij de lift."
UNCOUNTED = pages.Reporter(mode="anonymous")  # another address would make the next report here graver


def test_a_partner_asks_and_goes_on_with_the_answer(people, routed, mails):
    receipt = pages.file_report(
        people.somebody(), kind="DRU-GEB", house=12, where=pages.STAIRS, reporter=UNCOUNTED
    )
    case = routed(receipt)
    officer, staff = people(ENFORCEMENT), people("noord")

    # The officer asks; its term stands still.
    pages.open_referral(officer, case)
    pages.press(officer, "Vraag stellen")
    pages.textbox(officer, "Wat wilt u weten?").fill(QUESTION)
    pages.press(officer, "Vraag versturen")
    expect(officer.locator("main")).to_contain_text("Uw termijn staat zolang stil")
    expect(pages.queue_line(officer, case)).to_contain_text("Vraag gesteld")

    # Staff see it first, and answer on a ground.
    staff.goto("/werk/?list=question")
    expect(staff.get_by_role("listitem").filter(has_text=case)).to_have_count(1)
    pages.open_case(staff, case)
    pages.press(staff, "Neem deze zaak")
    expect(staff.get_by_role("region", name="Eerst doen")).to_contain_text("wacht op uw antwoord")
    pages.press(staff, "Beantwoord de vraag van")
    expect(staff.locator("main")).to_contain_text(QUESTION)
    pages.textbox(staff, "Uw antwoord").fill(ANSWER)
    pages.choose(staff, "ground", "interest")
    pages.textbox(staff, "Leg de grond uit").fill("Anders zoeken zij vergeefs.")
    pages.press(staff, "Antwoord versturen")

    # The officer reads it, takes it on and finishes. The reporter never reads of question or answer.
    assert any("antwoord op uw vraag" in mail.subject.lower() for mail in mails(ENFORCEMENT))
    pages.open_referral(officer, case)
    expect(officer.locator("main")).to_contain_text(ANSWER)
    pages.press(officer, "Aannemen")
    pages.answer(officer, "Afronden", "Aangesproken.")
    tenant = people.somebody()
    pages.follow(tenant, receipt)
    said = pages.words(tenant)
    assert QUESTION not in said and ANSWER not in said


def test_what_was_filed_as_rubbish_and_is_drug_use_goes_to_enforcement(people, routed, referrals):
    case = routed(pages.file_report(people.somebody(), kind="VUI-ALG", house=14, where=pages.STAIRS))
    assert set(referrals(case)) == {"wb"} or len(referrals(case)) == 1
    (desk,) = referrals(case)
    staff = people("noord")

    pages.open_case(staff, case)
    pages.press(staff, "De soort klopt niet")
    staff.get_by_label("Wat is het wel?").select_option(label="Drank of drugs gebruiken in portiek")
    pages.textbox(staff, "Waarom?").fill("De melder belde: het gaat om gebruikers op de trap.")
    pages.press(staff, "Soort veranderen en opnieuw routeren")

    wait_until(lambda: referrals(case).get("handhaving-lindestad", ("",))[0] == "released", 20)
    assert referrals(case)[desk][0] == "withdrawn"
    expect(pages.queue_line(people(ENFORCEMENT), case)).to_contain_text("Drank of drugs")
    pages.open_case(staff, case)
    staff.get_by_role("link", name="Samenwerken").first.click()
    expect(staff.locator("main")).to_contain_text("dit is ronde 2")


def test_an_unknown_place_that_becomes_known_leaves_triage(people, routed, referrals):
    receipt = pages.file_report(
        people.somebody(), kind="DRU-GEB", house=None, where="De hoge flat bij het water, in de hal"
    )
    case = routed(receipt)
    triage = people("triage")

    pages.open_case(triage, case)
    pages.press(triage, "De plek klopt niet")
    pages.textbox(triage, "Postcode").fill("9990 AA")
    pages.textbox(triage, "Huisnummer").fill("8")
    triage.get_by_label("Waar daar?").select_option(label="Trappenhuis")
    pages.textbox(triage, "Waarom?").fill("Nagevraagd bij de melder.")
    pages.press(triage, "Plek veranderen en opnieuw routeren")

    wait_until(lambda: "handhaving-lindestad" in referrals(case), 20)
    expect(people("noord").locator("body")).to_be_attached()
    assert pages.visit(people("noord"), f"/werk/zaken/{case}/") == 200


def test_a_case_that_was_closed_is_opened_again(people, routed):
    receipt = pages.file_report(
        people.somebody(),
        kind="GEL-LEEF",
        house=16,
        where=pages.AT_HOME,
        reporter=pages.Reporter(consent="no"),
    )
    case = routed(receipt)
    staff = people("noord")
    pages.open_case(staff, case)
    form = pages.verb(staff, "case_close")
    form.get_by_label("Hoe eindigt de zaak?").select_option("solved")
    pages.textbox(form, "Bericht aan de melder").fill("Het is nu stil.")
    pages.press(staff, "Zaak sluiten en bericht versturen", form)

    pages.press(staff, "Zaak heropenen")
    pages.textbox(staff, "Waarom opnieuw?").fill("De melder belde: het begon opnieuw.")
    pages.textbox(staff, "Bericht aan de melder").fill("Wij kijken er weer naar.")
    pages.press(staff, "Heropenen en bericht versturen")

    expect(staff.get_by_role("status")).to_contain_text("weer open")
    tenant = people.somebody()
    pages.follow(tenant, receipt)
    assert "Wij kijken er weer naar." in pages.words(tenant)
