"""One draft is one report, and only of the browser that wrote it; number and code open one report, and only together."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys import pages

MISMATCH = "Dit nummer en deze code horen niet bij elkaar."


@pytest.fixture
def count(portal):
    """How many reports with this story there are."""

    def look(story: str) -> int:
        return int(portal.query("SELECT count(*) FROM incidents_report WHERE story = %s", story)[0][0])

    return look


def test_a_double_click_gives_one_report(people, count):
    tenant = people.somebody()
    story = "Dubbel geklikt over de trap."
    draft = pages.write_report(tenant, story=story)

    tenant.get_by_role("button", name="Melding versturen").dblclick()
    tenant.wait_for_url(f"{draft}ontvangen/")

    pages.read_receipt(tenant)
    assert count(story) == 1


def test_going_back_and_sending_again_gives_the_same_report(people, count):
    tenant = people.somebody()
    story = "Terug gegaan en weer verstuurd."
    pages.write_report(tenant, story=story)
    pages.press(tenant, "Melding versturen")
    first = pages.read_receipt(tenant)

    tenant.go_back()
    button = tenant.get_by_role("button", name="Melding versturen")
    if button.count():  # some browsers show the page as it was
        pages.press(tenant, "Melding versturen")

    assert pages.read_receipt(tenant).number == first.number
    assert count(story) == 1


def test_two_tabs_of_one_draft_give_one_report(people, count):
    tenant = people.somebody()
    story = "In twee tabbladen verstuurd."
    draft = pages.write_report(tenant, story=story)
    second = tenant.context.new_page()
    second.goto(f"{draft}controle/")

    pages.press(tenant, "Melding versturen")
    pages.press(second, "Melding versturen")

    assert pages.read_receipt(tenant).number == pages.read_receipt(second).number
    assert count(story) == 1


def test_a_draft_does_not_open_in_another_browser(people):
    tenant, stranger = people.somebody(), people.somebody()
    story = "Alleen voor mijn eigen ogen."
    draft = pages.write_report(tenant, story=story)

    for step in ("controle", "verhaal", "contact", "ontvangen"):
        assert pages.visit(stranger, f"{draft}{step}/") == 404
        assert story not in stranger.content()

    pages.visit(tenant, f"{draft}controle/")
    expect(tenant.locator("main")).to_contain_text(story)


def test_a_wrong_code_and_an_unknown_number_get_the_same_answer(people):
    tenant = people.somebody()
    receipt = pages.file_report(tenant, story="Om later te volgen.")
    stranger = people.somebody()
    answers = []

    for number, code in ((receipt.number, "7K2P-9QXD-4M1N-8RTV"), ("M-7K2P-9QXD", receipt.code)):
        pages.follow(stranger, pages.Receipt(number, code))
        answers.append(pages.words(stranger))
        assert pages.visit(stranger, "/volgen/melding/") == 200
        assert "/volgen/melding/" not in stranger.url

    assert MISMATCH in answers[0]
    assert answers[0] == answers[1]
    pages.follow(stranger, pages.Receipt(receipt.number.lower(), receipt.code.replace("-", " ").lower()))
    expect(stranger.get_by_role("heading", name=receipt.number)).to_be_visible()


def test_whoever_leaves_closes_the_report_behind_them(people):
    tenant = people.somebody()
    receipt = pages.file_report(tenant, story="Bekeken in de bibliotheek.")
    pages.follow(tenant, receipt)

    pages.press(tenant, "Klaar, sluit mijn melding")

    pages.visit(tenant, "/volgen/melding/")
    assert tenant.url.endswith("/volgen/")
    assert "Bekeken" not in tenant.content()
