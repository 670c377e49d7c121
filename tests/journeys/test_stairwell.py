"""Weekly drug use in a stairwell: to enforcement at once with the minimum, unless the place points at somebody."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys import pages

ENFORCEMENT = "boa@lindestad.example.nl"
OTHERS = ("wijkagent-zuid@politie.example.nl", "bemiddeling@lindestad.example.nl")
PRIVATE = ("Aisha", "Bouzian", "00001234", "aisha@", "Esdoornlaan 10", "9990AA", "onbekenden", "blikjes")


def test_enforcement_sees_the_minimum_at_once_and_the_reporter_hears_how_it_ends(
    people, routed, referrals, mails
):
    tenant = people.somebody()
    receipt = pages.file_report(tenant, kind="DRU-GEB", house=10, where=pages.STAIRS)
    case = routed(receipt)

    # Enforcement finds it in its queue, with what it needs and nothing about who reported.
    officer = people(ENFORCEMENT)
    line = pages.queue_line(officer, case)
    expect(line).to_contain_text("Drank of drugs gebruiken in portiek")
    expect(line).to_contain_text("De Esdoorn")
    queue = officer.content()
    path = pages.open_referral(officer, case)
    page = officer.content()
    expect(officer.locator("main")).to_contain_text("Trappenhuis, Esdoornlaan 2 t/m 16")
    expect(officer.locator("main")).to_contain_text("elke week", ignore_case=True)
    expect(officer.locator("main")).to_contain_text("U ziet alleen het minimum")
    for shown in (queue, page):
        assert not [secret for secret in (*PRIVATE, receipt.number, receipt.code) if secret in shown]

    # Another partner sees nothing, also with the address of the page.
    assert referrals(case) == {"handhaving-lindestad": ("released", path)}
    for other in OTHERS:
        neighbour = people(other)
        expect(pages.queue_line(neighbour, case)).to_have_count(0)
        assert pages.visit(neighbour, path) == 404
        assert pages.visit(neighbour, f"{path}afronden/") == 404

    # Until it is accepted the reporter reads that it was received.
    pages.follow(tenant, receipt)
    expect(tenant.locator("main strong").first).to_have_text("Ontvangen")
    pages.press(officer, "Aannemen")
    pages.follow(tenant, receipt)
    expect(tenant.locator("main strong").first).to_have_text("In behandeling met een partner")
    pages.answer(officer, "Afronden", "Drie avonden gelopen, twee mensen weggestuurd.")
    expect(officer.get_by_role("status")).to_contain_text("Afgerond")
    pages.follow(tenant, receipt)
    expect(tenant.locator("main strong").first).to_have_text("In behandeling")
    assert "Handhaving" not in tenant.content()

    # The case holds every step, with what came of it.
    staff = people("noord")
    pages.open_case(staff, case)
    told = pages.timeline(staff)
    steps = ("Melding ontvangen", "Aangenomen door ketenpartner", "Afgerond door ketenpartner")
    assert [told.count(step) for step in steps] == [1, 1, 1]
    assert "twee mensen weggestuurd" in told
    assert "Carla Rietveldt" in told

    # Mails went out, and say nothing.
    sent = [*mails(ENFORCEMENT), *mails("aisha@example.nl")]
    assert {mail.to for mail in sent} == {ENFORCEMENT, "aisha@example.nl"}
    telling = ("drugs", "portiek", "overlast", "esdoorn", "handhaving", case.lower(), receipt.number.lower())
    silent = (*telling, receipt.code.lower(), *(secret.lower() for secret in PRIVATE))
    for mail in sent:
        text = f"{mail.subject}\n{mail.body}".lower()
        assert not [secret for secret in silent if secret in text]
        assert re.search(r"http://localhost:\d+/(partner|volgen)/\n", text)


def test_with_five_homes_on_the_entrance_it_waits_for_a_member_of_staff(people, routed, referrals):
    receipt = pages.file_report(people.somebody(), kind="DRU-GEB", house=20, where=pages.STAIRS)
    case = routed(receipt)

    [(partner, (state, path))] = referrals(case).items()
    officer = people(ENFORCEMENT)
    staff = people("noord")

    assert (partner, state) == ("handhaving-lindestad", "proposed")
    expect(pages.queue_line(officer, case)).to_have_count(0)
    assert pages.visit(officer, path) == 404
    expect(pages.inbox_line(staff, case)).to_contain_text("Voorstel wacht")
    pages.open_case(staff, case)
    expect(staff.locator("main")).to_contain_text("minder dan 6 woningen aan het portiek", ignore_case=True)


def test_what_a_partner_gives_back_goes_to_triage_and_on_to_another_partner(people, routed, referrals):
    case = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=90, where=pages.STAIRS))
    officer = people(ENFORCEMENT)
    path = pages.open_referral(officer, case)

    pages.answer(officer, "Teruggeven", "Wij lopen deze maand niet in deze buurt.")

    expect(pages.queue_line(officer, case)).to_have_count(0)
    assert pages.visit(officer, path) == 404
    triage = people("triage")
    expect(pages.queue_line(triage, case)).to_have_count(1)
    pages.open_case(triage, case)
    assert "Teruggegeven door ketenpartner" in pages.timeline(triage)
    assert "niet in deze buurt" in pages.timeline(triage)

    # Triage chooses the police, on a ground, and tells what matters.
    pages.press(triage, "Zelf doorverwijzen")
    triage.get_by_label("Politie Lindestad-Noord").check()
    pages.press(triage, "Verder")
    pages.share(
        triage,
        "Vrijgeven voor Politie",
        summary="Er wordt elke week gebruikt bij de trap.",
        ground="interest",
    )
    police = people("wijkagent-noord@politie.example.nl")
    pages.open_referral(police, case)

    expect(police.locator("main")).to_contain_text("Er wordt elke week gebruikt bij de trap.")
    assert not [secret for secret in PRIVATE if secret in police.content()]
    assert referrals(case)["politie-noord"][0] == "released"
