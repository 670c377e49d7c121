"""Proof of work in a real browser: computed while the page is read, and never in the way."""

from __future__ import annotations

import base64
import json
import statistics
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from safetyportal.embedded import portal as processes
from safetyportal.embedded.supervisor import answers
from tests.journeys import pages
from tests.journeys.people import People
from tests.journeys.processes import Portal, free_port, wait_until

pytestmark = pytest.mark.usefixtures("own_street")


@pytest.fixture(scope="module")
def asking(running_portal: Portal) -> Iterator[str]:
    """A second web server on the same database, with the switch on; its address."""
    port = free_port()
    url = f"http://localhost:{port}"
    environment = running_portal.environment | {"PROOF_OF_WORK": "1", "PUBLIC_URL": url, "DATABASE_POOL": "1"}
    command = processes.commands(port=port, state=running_portal.state)["web"]
    web = processes.Child("web-asking", command, running_portal.state, environment)
    web.start()
    try:
        wait_until(lambda: answers(url), 60)
        yield url
    finally:
        web.stop()


@pytest.fixture
def people(browser, asking: str, sessions, quiet_street, own_limits) -> Iterator[People]:
    everybody = People(browser, asking, sessions)
    yield everybody
    everybody.leave()


def write(page: Page) -> None:
    """Everything up to the check page."""
    pages.write_report(page, reporter=pages.Reporter(mode="anonymous"))


def proof(page: Page) -> str:
    return page.locator('input[name="proof"]').input_value()


def computed(page: Page) -> str:
    """The proof, once there is one."""
    expect(page.locator('input[name="proof"]')).not_to_have_value("")
    return proof(page)


def send(page: Page, portal: Portal) -> list[str]:
    """The signs that the report was marked with."""
    pages.press(page, "Melding versturen")
    number = pages.NUMBER.search(pages.words(page))
    assert number
    [(signs, marked)] = portal.query(
        "SELECT signs, looks_automatic FROM incidents_report WHERE number = %s", number.group()
    )
    assert marked == bool(signs)
    return list(signs)


def test_what_the_browser_computed_while_the_page_was_read_counts(people, portal):
    page = people.somebody(scripts=True)
    write(page)
    computed(page)

    assert send(page, portal) == []


def test_without_javascript_the_report_is_marked_and_not_lost(people, portal):
    page = people.somebody()
    write(page)

    assert send(page, portal) == ["no_proof"]


def test_the_button_waits_for_nothing(people, portal):
    page = people.somebody(scripts=True)
    page.add_init_script("crypto.subtle.importKey = () => new Promise(() => {})")  # a very slow telephone
    write(page)

    assert proof(page) == ""
    assert send(page, portal) == ["no_proof"]


def test_a_proof_used_again_marks_the_second_report(people, portal):
    page = people.somebody(scripts=True)
    write(page)
    used = computed(page)
    assert send(page, portal) == []
    page.add_init_script("crypto.subtle.importKey = () => new Promise(() => {})")
    write(page)
    page.evaluate("used => { document.querySelector('input[name=proof]').value = used }", used)

    assert send(page, portal) == ["no_proof"]


def test_computing_takes_under_a_second_or_two_here(people, capsys):
    page = people.somebody(scripts=True)
    write(page)
    took = []
    for _ in range(9):
        page.reload()
        took.append(json.loads(base64.b64decode(computed(page)))["solution"]["time"])
    with capsys.disabled():
        print("\nproof of work, ms:", sorted(took), "median", statistics.median(took))

    assert statistics.median(took) < 2000
