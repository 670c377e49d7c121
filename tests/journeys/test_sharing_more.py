"""A partner that has a case is told more of it, and a case goes up: staff see first what they wrote too much."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys import pages
from tests.journeys.looking import Eyes

pytestmark = pytest.mark.usefixtures("own_street")
POLICE = "Politie Lindestad-Noord"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_police_get_more_of_a_case_they_have(people, routed, scripts):
    case = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=10, where=pages.STAIRS))
    staff = people("noord", scripts=scripts)
    eyes = Eyes(staff, widths=(320, 360, 1280)) if scripts else None
    staff.goto(f"/werk/zaken/{case}/doorverwijzen/?to=politie-noord")
    _fill(staff, "Elke avond rook op de trap.")
    pages.press(staff, f"Vrijgeven voor {POLICE}")

    staff.goto(f"/werk/zaken/{case}/samenwerken/")
    if eyes:
        eyes.look("working together, with a partner to tell more")
    staff.get_by_role("link", name=f"Meer delen met {POLICE}").click()
    expect(pages.textbox(staff, "Samenvatting voor de partner")).to_have_value("Elke avond rook op de trap.")
    if eyes:
        eyes.look("telling more")
    pages.textbox(staff, "Samenvatting voor de partner").fill("Elke avond rook, ook op zondag.")
    pages.press(staff, f"Vrijgeven voor {POLICE}")

    assert "ziet nu wat u koos" in pages.words(staff)
    partner = people("wijkagent-noord@politie.example.nl")
    pages.open_referral(partner, case)
    assert "ook op zondag" in pages.words(partner)
    if eyes:
        eyes.report()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_goes_up_is_looked_at_by_both(people, routed, scripts):
    case = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=10, where=pages.STAIRS))
    staff = people("noord", scripts=scripts)
    eyes = Eyes(staff, widths=(320, 360, 1280)) if scripts else None
    staff.goto(f"/werk/zaken/{case}/opschalen/?to=zorg-en-veiligheidshuis")
    staff.get_by_role("checkbox").first.check()
    pages.textbox(staff, "Wat is al geprobeerd?").fill("Twee gesprekken.")
    pages.textbox(staff, "Wat vraagt u?").fill("Wilt u bellen met Karel Buurman?")
    pages.textbox(staff, "Wat verwacht u terug?").fill("Een plan.")
    pages.choose(staff, "lead", "theirs")
    _fill(staff, "Elke avond rook op de trap.")
    pages.press(staff, "Voorleggen aan een tweede persoon")

    expect(staff.get_by_role("alert")).to_contain_text("Er is nog niets gedeeld.")
    assert "Dit kan een naam zijn: Karel Buurman." in pages.words(staff)
    if eyes:
        eyes.look("a scale-up with something to look at")
    pages.press(staff, "Voorleggen aan een tweede persoon")
    assert "Voorgelegd." in pages.words(staff)

    lead = people("teamleider", scripts=scripts)
    lead.goto(staff.url)
    assert "Dit kan een naam zijn: Karel Buurman." in pages.words(lead)
    if eyes:
        others = Eyes(lead, widths=(320, 360, 1280))
        others.look("a scale-up to decide about, with something to look at")
        others.report()
        eyes.report()
    pages.press(lead, "Ik ben het eens: opschalen")
    assert "Opgeschaald." in pages.words(lead)


def _fill(staff, summary):
    pages.choose(staff, "ground", "interest")
    pages.textbox(staff, "Leg de grond uit").fill("Zonder hulp stopt het niet.")
    pages.textbox(staff, "Samenvatting voor de partner").fill(summary)
