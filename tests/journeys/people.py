"""Fixtures of the journeys: everybody in front of a screen, and what happened behind it (imported by conftest)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from safetyportal.demo.mails import Mail, newest
from tests.journeys import pages
from tests.journeys.processes import Portal, wait_until

WAITING = """
SELECT (SELECT count(*) FROM incidents_routingorder WHERE done_at IS NULL AND dead_at IS NULL)
     + (SELECT count(*) FROM partners_referral WHERE released_at IS NOT NULL AND delivered_at IS NULL AND state <> 'withdrawn')
     + (SELECT count(*) FROM notices_notice WHERE sent_at IS NULL AND dead_at IS NULL)
"""


class People:
    """Each has a browser of their own, without JavaScript unless told otherwise."""

    def __init__(self, browser: Browser, url: str, sessions: dict[str, Any]) -> None:
        self.browser = browser
        self.url = url
        self.sessions = sessions
        self.contexts: list[BrowserContext] = []
        self.language = ""  # as the browser asks, which is Dutch

    def somebody(self, *, scripts: bool = False, session: Any = None) -> Page:
        """Somebody who was never here before."""
        context = self.browser.new_context(
            base_url=self.url, locale="nl-NL", java_script_enabled=scripts, storage_state=session
        )
        context.set_default_timeout(10_000)
        if self.language:
            context.add_cookies([{"name": "taal", "value": self.language, "url": self.url}])
        self.contexts.append(context)
        return context.new_page()

    def __call__(self, email: str, *, scripts: bool = False) -> Page:
        """Somebody with a demo account, signed in; of our own staff what stands before the @ is enough."""
        address = email if "@" in email else f"{email}@delinde.example.nl"
        if address not in self.sessions:
            page = self.somebody()
            pages.sign_in(page, address)
            self.sessions[address] = page.context.storage_state()
        return self.somebody(scripts=scripts, session=self.sessions[address])

    def leave(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture(scope="session")
def sessions() -> dict[str, Any]:
    """One sign-in a person for all journeys."""
    return {}


@pytest.fixture(scope="session")
def quiet_street(running_portal: Portal) -> None:
    """Nothing open of earlier tests: a report of the same kind would look like a duplicate, a full queue has pages."""
    running_portal.query("UPDATE partners_referral SET state = 'withdrawn'")
    running_portal.query(
        "UPDATE incidents_case SET status = 'closed', close_reason = 'solved', closed_at = now()"
        " WHERE closed_at IS NULL"
    )


@pytest.fixture
def own_limits(portal: Portal) -> None:
    """All people of all journeys sit behind one address: what one used up is not the next one's."""
    portal.query("DELETE FROM throttle_ratecounter")
    portal.query("DELETE FROM portal_cache")


@pytest.fixture
def people(
    browser: Browser, portal: Portal, sessions: dict[str, Any], quiet_street: None, own_limits: None
) -> Iterator[People]:
    everybody = People(browser, portal.url, sessions)
    yield everybody
    everybody.leave()


@pytest.fixture
def routed(portal: Portal) -> Callable[[pages.Receipt], str]:
    """The case number of a report, once the worker routed it."""

    def wait(receipt: pages.Receipt) -> str:
        found = wait_until(
            lambda: portal.query(
                "SELECT c.number FROM incidents_case c JOIN incidents_report r ON r.case_id = c.id"
                " JOIN incidents_routingorder o ON o.report_id = r.id"
                " WHERE r.number = %s AND o.done_at IS NOT NULL",
                receipt.number,
            ),
            otherwise=lambda: portal.last_words("worker"),
        )
        return str(found[0][0])

    return wait


@pytest.fixture
def referrals(portal: Portal) -> Callable[[str], dict[str, tuple[str, str]]]:
    """Of a case: partner code -> state and the path of the partner's page."""

    def look(case: str) -> dict[str, tuple[str, str]]:
        rows = portal.query(
            "SELECT p.code, f.state, f.id FROM partners_referral f JOIN partners_partner p ON p.id = f.partner_id"
            " JOIN incidents_case c ON c.id = f.case_id WHERE c.number = %s",
            case,
        )
        return {code: (state, f"/partner/doorverwijzingen/{pk}/") for code, state, pk in rows}

    return look


@pytest.fixture
def mails(portal: Portal) -> Callable[..., list[Mail]]:
    """The mails to an address, or all of them, when nothing waits to be done any more."""

    def read(address: str = "") -> list[Mail]:
        wait_until(lambda: portal.query(WAITING) == [(0,)], otherwise=lambda: portal.last_words("worker"))
        everything = newest(portal.state.folder / "mail")
        return [mail for mail in everything if not address or mail.to == address]

    return read
