"""What concerns a person waits for a person; what concerns neighbours goes on only with leave."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys import pages
from tests.journeys.pages import AT_HOME, Reporter

CARE = "meldpunt@ggd.example.nl"
MEDIATION = "bemiddeling@lindestad.example.nl"
MEDIATORS = "buurtbemiddeling-lindestad"
MUSIC = "Elke week staat de muziek tot diep in de nacht hard."


def test_worry_about_a_confused_neighbour_is_seen_by_care_only_when_staff_release_it(
    people, routed, referrals, mails
):
    story = "De buurman staat elke week midden in de nacht te roepen op de galerij."
    receipt = pages.file_report(people.somebody(), kind="ZRG-VERW", house=32, where=AT_HOME, story=story)
    case = routed(receipt)
    state, path = referrals(case)["ggd-meldpunt"]
    care = people(CARE)
    told = len(mails(CARE))

    # A proposal: the care desk knows nothing yet.
    assert state == "proposed"
    expect(pages.queue_line(care, case)).to_have_count(0)
    assert pages.visit(care, path) == 404

    # Staff take the case, name the home, and release it on a ground with a summary of their own.
    staff = people("noord")
    expect(pages.inbox_line(staff, case)).to_contain_text("Voorstel wacht")
    pages.open_case(staff, case)
    pages.press(staff, "Neem deze zaak")
    form = pages.verb(staff, "case_home")
    pages.textbox(form, "Huisnummer in dit complex").fill("34")
    pages.press(staff, "Woning bewaren", form)
    pages.press(staff, "Beslis: delen met GGD Meldpunt")
    expect(staff.locator("main")).to_contain_text("delen wij nooit vanzelf")
    staff.get_by_label("Huisnummer van de woning waarover is gemeld").check()
    pages.share(
        staff,
        "Vrijgeven voor GGD Meldpunt",
        summary="Een bewoner roept 's nachts en lijkt de weg kwijt.",
        ground="interest",
    )
    expect(staff.get_by_role("status")).to_contain_text("ziet de zaak nu")

    # Now it is in their queue, with the summary and the home, without the words and the address of the reporter.
    pages.open_referral(care, case)
    expect(care.locator("main")).to_contain_text("Esdoornlaan 34")
    expect(care.locator("main")).to_contain_text("Een bewoner roept 's nachts en lijkt de weg kwijt.")
    assert not [
        secret
        for secret in ("Aisha", "galerij", "Esdoornlaan 32", receipt.number)
        if secret in care.content()
    ]
    assert len(mails(CARE)) == told + 1
    pages.open_case(staff, case)
    assert "Doorverwijzing vrijgegeven" in pages.timeline(staff)


def test_without_a_ground_or_summary_nothing_is_released(people, routed, referrals):
    case = routed(pages.file_report(people.somebody(), kind="ZRG-VERW", house=12, where=AT_HOME))
    staff = people("noord2")

    pages.visit(
        staff, referrals(case)["ggd-meldpunt"][1].replace("partner/doorverwijzingen", "werk/voorstellen")
    )
    pages.press(staff, "Vrijgeven voor GGD Meldpunt")

    expect(staff.get_by_role("alert")).to_contain_text("Kies een grond.")
    expect(staff.get_by_role("alert")).to_contain_text("Schrijf een samenvatting voor de partner.")
    assert referrals(case)["ggd-meldpunt"][0] == "proposed"


def test_mediation_gets_the_contact_of_who_agreed_when_a_second_household_reports(people, routed, referrals):
    first = Reporter(mode="confidential", name="Bram Tinga", phone="", email="")
    routed(pages.file_report(people.somebody(), kind="GEL-LEEF", house=46, where=AT_HOME, reporter=first))
    second = Reporter(consent="yes")
    receipt = pages.file_report(
        people.somebody(), kind="GEL-MUZ", house=48, where=AT_HOME, story=MUSIC, reporter=second
    )
    case = routed(receipt)

    mediator = people(MEDIATION)
    pages.open_referral(mediator, case)

    main = mediator.locator("main")
    expect(main).to_contain_text("Aisha Bouzian")
    expect(main.get_by_role("link", name="06-00001234")).to_have_count(1)
    expect(main).to_contain_text("toestemming")
    assert not [secret for secret in (MUSIC, "Bram", "Esdoornlaan 48") if secret in mediator.content()]
    assert referrals(case)[MEDIATORS][0] == "released"


def test_mediation_gets_nothing_without_leave(people, routed, referrals):
    receipt = pages.file_report(
        people.somebody(), kind="GEL-MUZ", house=62, where=AT_HOME, reporter=Reporter(consent="no")
    )
    case = routed(receipt)

    assert [partner.startswith("afdeling-wc") for partner in referrals(case)] == [True]
    expect(pages.queue_line(people(MEDIATION), case)).to_have_count(0)
    expect(pages.queue_line(people("noord"), case)).to_have_count(1)


def test_noise_reported_confidentially_waits_for_a_member_of_staff(people, routed, referrals):
    reporter = Reporter(mode="confidential")
    receipt = pages.file_report(people.somebody(), kind="GEL-MUZ", house=78, where=AT_HOME, reporter=reporter)
    case = routed(receipt)
    mediator = people(MEDIATION)

    state, path = referrals(case)[MEDIATORS]

    assert state == "proposed"
    expect(pages.queue_line(mediator, case)).to_have_count(0)
    assert pages.visit(mediator, path) == 404
