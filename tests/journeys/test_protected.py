"""Suspected violence at home: call first, leave at once when needed, and only the protected desk reads it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import pages
from tests.journeys.processes import wait_until

ELSEWHERE = "https://www.startpagina.nl/"

MAILS = "SELECT count(*) FROM notices_notice WHERE template <> 'duty_alert'"


@pytest.fixture
def elsewhere(people):
    """Another site, without going out on the network."""

    def at(page: Page) -> Page:
        page.route(
            f"{ELSEWHERE}**",
            lambda route: route.fulfill(body="<h1>Een andere site</h1>", content_type="text/html"),
        )
        return page

    return at


def test_it_goes_to_the_protected_desk_alone_and_gives_no_mail(people, portal, routed, referrals, mails):
    mails()
    before = portal.query(MAILS)
    tenant = people.somebody()
    pages.begin(tenant)
    pages.choose_kind(tenant, "AGR-HUIS")

    # Whom to call comes first, and only then what the reporter notices himself.
    expect(tenant.get_by_role("link", name="0800-2000").first).to_be_visible()
    expect(tenant.locator("main")).to_contain_text("Veilig Thuis")
    expect(tenant.get_by_role("button", name="Snel weg van deze pagina")).to_be_visible()
    pages.press(tenant, "Ik wil melden waar ik zelf last van heb")
    pages.give_place(tenant, house=8, where=pages.AT_HOME)
    pages.answer_questions(tenant)
    expect(tenant.get_by_role("textbox", name="Waar hebt u zelf last van?")).to_be_visible()
    pages.tell_story(tenant, "Ik hoor elke week gebons en word er wakker van.")
    pages.say_who(tenant, pages.Reporter(email="stil@example.nl"))
    pages.press(tenant, "Melding versturen")
    receipt = pages.read_receipt(tenant)
    case = routed(receipt)

    # The protected desk, in its queue and its inbox.
    [(partner, (state, path))] = referrals(case).items()
    assert (partner, state) == ("afdeling-beschermd", "released")
    desk = people("beschermd")
    expect(pages.queue_line(desk, case)).to_have_count(1)
    expect(pages.inbox_line(desk, case)).to_have_count(1)
    pages.open_case(desk, case)
    expect(desk.locator("main")).to_contain_text("gebons")

    # Nobody else, not by list and not by address.
    for colleague in ("noord", "teamleider", "triage"):
        page = people(colleague)
        expect(pages.inbox_line(page, case)).to_have_count(0)
        assert pages.visit(page, f"/werk/zaken/{case}/") == 404
        assert pages.visit(page, path) in (403, 404)
    for partner_person in ("wijkagent-noord@politie.example.nl", "wijkteam-noord@lindestad.example.nl"):
        page = people(partner_person)
        expect(pages.queue_line(page, case)).to_have_count(0)
        assert pages.visit(page, path) == 404

    # The reporter can follow it; no mail was written but the call to who is on duty, which says nothing of it.
    pages.open_referral(desk, case)
    pages.press(desk, "Aannemen")
    pages.follow(tenant, receipt)
    expect(tenant.get_by_role("heading", name=receipt.number)).to_be_visible()
    assert mails("stil@example.nl") == []
    assert portal.query(MAILS) == before


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_one_press_leaves_the_page_and_takes_what_was_written_along(people, portal, elsewhere, scripts):
    tenant = elsewhere(people.somebody(scripts=scripts))
    draft = pages.begin(tenant)
    pages.choose_kind(tenant, "AGR-HUIS")
    pages.press(tenant, "Ik wil melden waar ik zelf last van heb")

    tenant.get_by_role("button", name="Snel weg van deze pagina").click()
    tenant.wait_for_url(ELSEWHERE)

    # With scripts nobody waits for the answer: what deletes it is on its way while the other site opens already.
    number = draft.rstrip("/").rpartition("/")[2]
    kept = "SELECT count(*) FROM incidents_draft WHERE id = %s"
    wait_until(lambda: portal.query(kept, number) == [(0,)])
    assert pages.visit(tenant, f"{draft}adres/") == 404
    expect(tenant.locator("main")).to_contain_text("is er niet meer")
