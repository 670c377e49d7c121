"""A case goes up to the municipality and comes back: one proposes, a lead agrees, the municipality answers, ours have it again."""

from __future__ import annotations

import pytest

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.pages import choose, press, words

pytestmark = pytest.mark.usefixtures("own_street")
MUNICIPALITY = "veiligheid@lindestad.example.nl"
QUESTION = "Kan de burgemeester een gedragsaanwijzing geven?"


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_a_case_goes_up_when_two_people_agree_and_comes_back(people, routed, referrals, scripts):
    case = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=10, where=pages.STAIRS))
    staff, lead = people("noord", scripts=scripts), people("teamleider", scripts=scripts)
    partner = people(MUNICIPALITY, scripts=scripts)
    eyes = [Eyes(one) for one in (staff, lead, partner)] if scripts else []

    def look(which: int, what: str) -> None:
        if eyes:
            eyes[which].look(what)

    pages.open_case(staff, case)
    staff.goto(f"{staff.url.split('?')[0]}samenwerken/")
    look(0, "working together")
    press(staff, "Opschalen", staff.get_by_role("main"))
    look(0, "to whom")
    choose(staff, "to", "gemeente-lindestad")
    with staff.expect_navigation():
        staff.locator("main form [type=submit]").click()
    look(0, "going up")
    press(staff, "Voorleggen aan een tweede persoon")
    assert "Kruis minstens één kenmerk aan." in words(staff)
    look(0, "going up, empty")
    staff.locator("[name=criteria]").first.check()
    staff.locator("[name=tried]").fill("Gesprek, brief, overleg met de wijkagent.")
    staff.locator("[name=question]").fill(QUESTION)
    staff.locator("[name=expected]").fill("Een besluit, of een gesprek erover.")
    choose(staff, "lead", "ours")
    choose(staff, "ground", "interest")
    staff.locator("[name=ground_text]").fill("Alleen de burgemeester kan dit.")
    staff.locator("[name=summary]").fill("Elke avond wordt hier gehandeld. Gesprekken hielpen niet.")
    press(staff, "Voorleggen aan een tweede persoon")
    assert "Voorgelegd." in words(staff)
    look(0, "proposed")
    page = staff.url
    not_yet = partner.goto("/partner/") and words(partner)

    lead.goto(page)
    look(1, "looking along")
    assert QUESTION in words(lead)
    press(lead, "Ik ben het eens: opschalen")
    assert "Gemeente Lindestad" in words(lead) and "ziet de zaak nu" in words(lead)
    look(1, "gone up")

    partner.goto(referrals(case)["gemeente-lindestad"][1])
    read = words(partner)
    look(2, "at the municipality")

    staff.goto(page)
    staff.locator("[name=result]").fill("De burgemeester waarschuwt eerst schriftelijk.")
    staff.locator("[name=leads]").select_option(label="Marieke Korenaar")
    look(0, "coming back")
    press(staff, "Afschalen")
    look(0, "back again")
    taken = partner.goto(referrals(case)["gemeente-lindestad"][1])

    assert case not in not_yet
    assert QUESTION in read and "Gesprekken hielpen niet." in read
    assert "Gesprek, brief, overleg" not in read and "Kenmerk" not in read
    assert "Afgeschaald. Marieke Korenaar heeft weer de regie." in words(staff)
    assert QUESTION not in words(partner) and taken.status in (200, 404, 410)
    for one in eyes:
        one.report()
