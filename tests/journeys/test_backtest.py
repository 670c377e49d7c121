"""A functional administrator tries other rules on what was reported: asks, sees how far it is, reads what it found."""

from __future__ import annotations

import pytest

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.test_administration import in_language, send

DRAFT = """
from django.utils import timezone
from partners.rules import rule_sets
from safetyportal.accounts.models import User
draft = rule_sets.draft() or rule_sets.start_draft(by=User.objects.get(email__startswith="beheer@"), at=timezone.now())
draft.rules.filter(slug="gebruik-slaper-s2").update(targets=[["WC", "A"]])
"""
PAGES = "/werk/beheer/regels/terugtoetsen/"


@pytest.fixture
def no_worker(portal):
    """For a moment, so that there is something to see of the progress."""
    portal.worker.stop()
    yield
    if portal.worker.ended() is not None:
        portal.worker.start()


@pytest.fixture
def no_draft(portal):
    """The draft is everybody's: nothing of it is left for who makes one after this."""
    yield
    portal.manage(
        "shell",
        "-v",
        "0",
        "-c",
        "from partners.models import RuleSet; RuleSet.objects.filter(state='draft').delete()",
    )


@pytest.mark.usefixtures("own_street", "no_draft")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_other_rules_are_tried_on_what_was_reported(people, routed, portal, language):
    routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=10, where=pages.STAIRS))
    portal.manage("shell", "-v", "0", "-c", DRAFT)
    page = people("beheer", scripts=True)
    in_language(page, language)
    eyes = Eyes(page, widths=(320, 360, 1280))
    eyes.open(PAGES, "backtests")
    send(page, f"main a[href='{PAGES}nieuw/']")
    page.locator("[name=to_day]").fill("")
    send(page)
    eyes.look("a new one, without a day")
    page.locator("[name=to_day]").fill(page.evaluate("new Date().toLocaleDateString('sv')"))
    page.locator("[name=rule_set]").select_option(index=0)

    portal.worker.stop()
    try:
        send(page)
        eyes.look("progress")
        waiting = page.locator("progress").get_attribute("value")
        # Without JavaScript it refreshes by itself for who asks.
        plain = people("beheer")
        plain.goto(page.url)
        with plain.expect_navigation():
            plain.locator("a[href$='?vanzelf']").click()
        refreshed = plain.locator("noscript a, main a").count()
    finally:
        portal.worker.start()

    # follow.js sees that it is over.
    page.locator("#result-title").wait_for(timeout=60_000)
    plain.locator("#result-title").wait_for(timeout=60_000)
    eyes.look("outcome")
    assert waiting == "0" and refreshed
    assert page.locator("svg.portal-plot").count() == 2
    assert page.locator("#partners-title ~ .utrecht-table-container tbody tr").count() > 1
    eyes.open(PAGES, "backtests, one of them")
    eyes.report()


@pytest.mark.usefixtures("no_worker", "no_draft")
def test_one_that_runs_can_be_stopped(people, portal):
    portal.manage("shell", "-v", "0", "-c", DRAFT)
    page = people("beheer")
    page.goto(f"{PAGES}nieuw/")
    page.locator("[name=rule_set]").select_option(index=0)
    send(page)

    send(page, "main form[action$='/stoppen/'] [type=submit]")

    assert "De terugtoets is gestopt." in page.content()
    assert portal.query("SELECT count(*) FROM partners_backtest WHERE state = 'running'")[0][0] == 0
