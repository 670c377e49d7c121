"""Staff see what a partner will see while they tick and type, mask a name, and release; the partner gets just that."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys import pages
from tests.journeys.looking import Eyes

pytestmark = pytest.mark.usefixtures("own_street")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_is_masked_before_sharing_never_reaches_the_partner(people, routed, scripts):
    case = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=10, where=pages.STAIRS))
    staff = people("noord", scripts=scripts)
    eyes = Eyes(staff, widths=(320, 1280)) if scripts else None
    staff.goto(f"/werk/zaken/{case}/doorverwijzen/")
    staff.get_by_label("Gemeente Lindestad").first.check()
    pages.press(staff, "Verder")

    summary = pages.textbox(staff, "Samenvatting voor de partner")
    summary.fill("Elke avond rook op de trap, zegt Karel Buurman.")
    pages.choose(staff, "ground", "interest")
    pages.textbox(staff, "Leg de grond uit").fill("Zonder hulp stopt het niet.")
    if not scripts:
        pages.press(staff, "Eerst bekijken")
    theirs = staff.get_by_role("region", name="Wat Gemeente Lindestad")
    expect(theirs).to_contain_text("Elke avond rook op de trap, zegt Karel Buurman.")
    expect(theirs).to_contain_text("Dit kan een naam zijn: Karel Buurman.")
    if eyes:
        eyes.look("sharing with something to look at")
        eyes.report()

    theirs.get_by_role("button", name="Maskeer").click()
    expect(summary).to_have_value("Elke avond rook op de trap, zegt [weggelaten].")
    expect(pages.textbox(staff, "Leg de grond uit")).to_have_value("Zonder hulp stopt het niet.")
    pages.press(staff, "Vrijgeven voor Gemeente")

    assert "Doorverwezen." in pages.words(staff)
    partner = people("veiligheid@lindestad.example.nl")
    pages.open_referral(partner, case)
    assert "zegt [weggelaten]." in pages.words(partner)
    assert "Karel" not in pages.words(partner)
