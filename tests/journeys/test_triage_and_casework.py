"""What staff do: find a place for what has none, and bring a case to its end."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys import pages


def test_an_unknown_place_comes_to_triage_and_is_sent_on_by_hand(people, routed, referrals):
    where = "Achter het oude station in Lindestad, bij de fietsen"
    case = routed(pages.file_report(people.somebody(), kind="VUI-ALG", house=None, where=where))
    triage = people("triage")

    assert set(referrals(case)) == {"afdeling-triage"}
    expect(pages.queue_line(triage, case)).to_have_count(1)
    expect(pages.inbox_line(triage, case)).to_contain_text("Plek niet bekend")
    pages.open_case(triage, case)
    expect(triage.locator("main")).to_contain_text(where)

    desk = people("wijkbeheer")
    expect(pages.queue_line(desk, case)).to_have_count(0)
    pages.open_case(triage, case)
    pages.press(triage, "Zelf doorverwijzen")
    expect(triage.locator("main")).to_contain_text("De plek is niet bekend")
    triage.get_by_label("Wijkbeheer").check()
    pages.press(triage, "Verder")
    pages.share(triage, "Vrijgeven voor Wijkbeheer", summary="Grofvuil achter het station.")

    pages.open_referral(desk, case)
    expect(desk.locator("main")).to_contain_text("Grofvuil achter het station.")
    assert where not in desk.content()
    pages.press(desk, "Aannemen")
    pages.open_case(triage, case)
    assert "Aangenomen" in pages.timeline(triage)


def test_staff_take_a_case_write_to_the_reporter_and_close_it(people, routed, mails):
    tenant = people.somebody()
    reporter = pages.Reporter(mode="anonymous")
    receipt = pages.file_report(
        tenant,
        kind="VEI-DEUR",
        house=34,
        where=pages.STAIRS,
        story="De voordeur valt niet in het slot.",
        reporter=reporter,
    )
    case = routed(receipt)
    staff = people("noord")

    pages.open_case(staff, case)
    pages.press(staff, "Neem deze zaak")
    expect(staff.get_by_role("status")).to_contain_text("U behandelt deze zaak nu.")
    form = pages.verb(staff, "case_message")
    pages.textbox(form, "Uw bericht").fill("Wij laten het slot deze week maken.")
    pages.press(staff, "Bericht versturen", form)

    pages.follow(tenant, receipt)
    expect(tenant.locator("main strong").first).to_have_text("Wij onderzoeken")
    expect(tenant.locator(".tenant-message")).to_have_text("Wij laten het slot deze week maken.")

    # A note is for colleagues; the reporter reads the message that closes the case.
    form = pages.verb(staff, "case_note")
    pages.textbox(form, "Notitie").fill("Monteur komt donderdag.")
    pages.press(staff, "Notitie bewaren", form)
    form = pages.verb(staff, "case_close")
    form.get_by_label("Hoe eindigt de zaak?").select_option("solved")
    pages.textbox(form, "Bericht aan de melder").fill("Het slot is gemaakt.")
    pages.press(staff, "Zaak sluiten en bericht versturen", form)
    expect(staff.locator("main")).to_contain_text("Deze zaak is gesloten.")

    pages.follow(tenant, receipt)
    expect(tenant.locator("main strong").first).to_have_text("Afgerond")
    messages = tenant.locator(".tenant-message")
    assert sorted(messages.all_inner_texts()) == [
        "Het slot is gemaakt.",
        "Wij laten het slot deze week maken.",
    ]
    assert not [inside for inside in ("Monteur", "Marieke") if inside in tenant.content()]
    expect(pages.inbox_line(staff, case)).to_have_count(0)


def test_a_colleague_of_another_district_does_not_see_the_case(people, routed):
    case = routed(pages.file_report(people.somebody(), kind="VEI-DEUR", house=50, where=pages.STAIRS))
    colleague = people("zuid")

    expect(pages.inbox_line(people("noord"), case)).to_have_count(1)
    expect(pages.inbox_line(colleague, case)).to_have_count(0)
    assert pages.visit(colleague, f"/werk/zaken/{case}/") == 404
