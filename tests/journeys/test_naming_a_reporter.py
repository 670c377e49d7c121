"""Who reported in confidence: one asks, another agrees, the police know, the reporter reads it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.pages import press

pytestmark = pytest.mark.usefixtures("own_street")
POLICE = "wijkagent-noord@politie.example.nl"
NAME = "Aisha Bouzian"


def to_police(staff, case):
    pages.open_case(staff, case)
    staff.goto(f"{staff.url.split('?')[0]}doorverwijzen/?to=politie-noord")
    pages.choose(staff, "ground", "interest")
    staff.locator("[name=ground_text]").fill("De wijkagent kent deze plek.")
    staff.locator("[name=summary]").fill("Elke avond wordt hier gehandeld.")
    press(staff, "Vrijgeven voor Politie Lindestad-Noord")


@pytest.mark.parametrize("scripts", [False, True], ids=["without-scripts", "with-scripts"])
def test_the_police_know_when_two_people_agree_and_the_reporter_reads_it(people, routed, referrals, scripts):
    tenant = people.somebody(scripts=scripts)
    receipt = pages.file_report(tenant, reporter=pages.Reporter(mode="confidential"))
    case = routed(receipt)
    staff, lead = people("noord", scripts=scripts), people("teamleider", scripts=scripts)
    eyes = [Eyes(one) for one in (staff, lead)] if scripts else []

    def look(which, what):
        if eyes:
            eyes[which].look(what)

    to_police(staff, case)
    partner = people(POLICE)
    partner.goto(referrals(case)["politie-noord"][1])
    expect(partner.locator("main")).not_to_contain_text(NAME)

    staff.goto(f"{staff.url}samenwerken/")
    press(staff, "Melder noemen bij Politie Lindestad-Noord")
    look(0, "asking")
    press(staff, "Vraag een tweede persoon")
    expect(staff.locator(".utrecht-alert--summary")).to_contain_text("Kies een grond.")
    look(0, "asking, with faults")
    staff.locator("[name=report]").first.check()
    pages.choose(staff, "ground", "vital")
    staff.locator("[name=motive]").fill("De wijkagent vraagt het na een bedreiging.")
    press(staff, "Vraag een tweede persoon")
    look(0, "asked")
    partner.reload()
    expect(partner.locator("main")).not_to_contain_text(NAME)

    lead.goto("/werk/")
    press(lead, "Melder noemen")
    look(1, "what waits")
    press(lead, receipt.number)
    look(1, "deciding")
    expect(lead.locator("main")).not_to_contain_text(NAME)
    pages.choose(lead, "telling", "tell")
    press(lead, "Bevestigen: Politie Lindestad-Noord ziet de naam")
    expect(lead.locator("body")).to_contain_text("ziet nu wie meldde")

    partner.reload()
    expect(partner.locator("main")).to_contain_text(NAME)
    pages.follow(tenant, receipt)
    expect(tenant.locator("main")).to_contain_text(
        "Wij hebben uw naam en contactgegevens gedeeld met de politie."
    )
    for one in eyes:
        one.report()
