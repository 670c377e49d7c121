"""Leaving at once, for who may be watched: what is left behind in the browser, with and without JavaScript, Back included."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import pages
from tests.journeys.people import People
from tests.journeys.processes import wait_until

ELSEWHERE = "https://www.startpagina.nl/"
STORY = "Ik hoor elke week gebons."
TELLS = re.compile(r"geweld|veilig thuis|kind|gebons|0800-2000", re.IGNORECASE)
both = pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])


@pytest.fixture
def people(browser_type, browser_type_launch_args, people):
    """In a browser that keeps whole pages for Back, as people's own do; the test tool switches that off."""
    browser = browser_type.launch(
        **browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"]
    )
    everybody = People(browser, people.url, people.sessions)
    yield everybody
    everybody.leave()
    browser.close()


@pytest.fixture
def phone(people, scripts):
    page = people.somebody(scripts=scripts)
    page.route(
        f"{ELSEWHERE}**",
        lambda route: route.fulfill(body="<title>Ergens anders</title>", content_type="text/html"),
    )
    return page


def leave(page):
    page.get_by_role("button", name="Snel weg van deze pagina").click()
    page.wait_for_url(ELSEWHERE)
    # The script does not wait for our answer; the session goes with it, and with the session what it had opened.
    wait_until(lambda: not [one for one in page.context.cookies() if one["name"] == "portal"], patience=5)


def goes_back_and_sees_nothing(page, *steps):
    for _step in steps:
        page.go_back()
        kept = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]), textarea')].map(one => one.value)"
        )
        # Not the source: a token in it is letters at random.
        shown = " ".join([page.title(), page.url, page.inner_text("body"), *kept])
        assert not TELLS.search(shown), shown
        if page.url.rstrip("/") == ELSEWHERE.rstrip("/"):
            return


def wrote(page, kind):
    """Up to the page after the story, with the quick exit on each from the kind on; the draft's id."""
    draft = pages.begin(page)
    pages.choose_kind(page, kind)
    seen = [page.url]
    expect(page.get_by_role("button", name="Snel weg van deze pagina")).to_be_visible()
    pages.press(page, "Ik wil melden waar ik zelf last van heb")
    for go in (
        lambda: pages.give_place(page, house=8, where=pages.AT_HOME),
        lambda: pages.answer_questions(page),
        lambda: pages.tell_story(page, STORY),
    ):
        expect(page.get_by_role("button", name="Snel weg van deze pagina")).to_be_visible()
        assert not TELLS.search(page.title()), page.title()
        go()
        seen.append(page.url)
    assert not any(TELLS.search(url) or kind.lower() in url.lower() for url in seen)
    return draft.rstrip("/").rpartition("/")[2]


@both
@pytest.mark.parametrize("kind", ["AGR-HUIS", "ZRG-KIND"])
def test_back_shows_nothing_of_what_was_being_written(phone, portal, kind):
    draft = wrote(phone, kind)

    leave(phone)

    assert phone.title() == "Ergens anders"
    assert portal.query("SELECT count(*) FROM incidents_draft WHERE id = %s", draft) == [(0,)]
    goes_back_and_sees_nothing(phone, *range(6))
    assert "begonnen" not in phone.goto("/").text()


@both
def test_back_shows_nothing_of_a_report_that_was_opened(phone):
    receipt = pages.file_report(phone, kind="AGR-HUIS", house=8, where=pages.AT_HOME, story=STORY)
    pages.follow(phone, receipt)
    assert not TELLS.search(phone.title())
    pages.press(phone, "Een bericht sturen")
    phone.locator("textarea").fill(STORY)

    leave(phone)

    goes_back_and_sees_nothing(phone, *range(8))
    phone.goto("/volgen/melding/")
    assert phone.url.endswith("/volgen/")


@pytest.mark.parametrize("scripts", [True])
def test_the_keys_lead_away_too(phone):
    pages.begin(phone)
    pages.choose_kind(phone, "ZRG-KIND")
    expect(phone.get_by_text("Of druk drie keer op Shift.")).to_be_visible()

    for _time in range(3):
        phone.keyboard.press("Shift")

    phone.wait_for_url(ELSEWHERE)


@pytest.mark.parametrize("scripts", [False])
@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        *((kind, True) for kind in ("BUR-TREI", "AGR-BED", "AGR-SEKS", "DRU-DEA", "DRU-GEB")),
        *((kind, False) for kind in ("GEL-MUZ", "VUI-ALG")),
    ],
)
def test_it_is_offered_where_neighbours_may_pay_it_back(phone, kind, offered):
    pages.begin(phone)
    pages.choose_kind(phone, kind)

    quiet = phone.locator(".portal-quick-exit--quiet")

    expect(quiet).to_have_count(int(offered))
    if offered:
        leave(phone)
