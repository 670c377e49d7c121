"""Every page of the three audiences, empty, filled and with errors: for everybody, on every screen, and in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.pages import press
from tests.journeys.people import People
from tests.journeys.tenant_states import LONG, STORY, everything
from tests.journeys.tenant_walk import Walk


@pytest.fixture(params=["nl", "en"])
def eyes(request: pytest.FixtureRequest, people: People) -> Iterator[Callable[[Page], Eyes]]:
    """Eyes for any page; what they saw is told when the walk is over. In English on the small screen alone."""
    opened: list[Eyes] = []
    people.language = request.param
    widths = (320, 1280) if request.param == "nl" else (320,)

    def on(page: Page) -> Eyes:
        opened.append(Eyes(page, widths))
        return opened[-1]

    yield on
    for one in opened:
        one.report()


def test_tenants_can_use_every_page(people, portal, routed, mails, eyes):
    page = people.somebody(scripts=True)
    walk = Walk(page, eyes(page).look)

    everything(walk, people, portal, routed, mails)

    assert not walk.missing()


def test_staff_can_use_every_page(people, routed, referrals, eyes):
    case = routed(
        pages.file_report(
            people.somebody(),
            kind="ZRG-VERW",
            house=64 if people.language == "nl" else 68,
            where=pages.AT_HOME,
            story=STORY,
        )
    )
    unknown = routed(pages.file_report(people.somebody(), kind="VUI-ALG", house=None, where=LONG))
    state, path = referrals(case)["ggd-meldpunt"]
    assert state == "proposed"
    eyes(people("centrum", scripts=True)).open("/werk/", "inbox, empty")
    page = people("noord", scripts=True)
    seen = eyes(page)

    seen.open("/werk/", "inbox")
    seen.open("/werk/?list=proposal&holder=nobody", "inbox filtered")
    seen.open("/werk/?urgency=U9", "inbox with a filter that does not exist")
    seen.open("/werk/?holder=me&urgency=U0", "inbox, nothing at these filters")
    seen.open("/werk/zoeken/", "search")
    _look_with_errors(seen, "search for nothing", "Zoeken")
    for typed, where in (("Bouzian", "results"), (LONG[:150], "no results")):
        page.get_by_role("main").get_by_role("textbox").fill(typed)
        press(page, "Zoeken", page.get_by_role("main"))
        seen.look(f"search, {where}")
    seen.open(f"/werk/zaken/{case}/", "case")
    press(page, "Neem deze zaak")
    for form in page.locator("details > summary").all():
        form.click()
    seen.look("case with everything unfolded")
    for button in (
        "Contact bewaren",
        "Bericht versturen",
        "Notitie bewaren",
        "Ernst bewaren",
        "Zaak sluiten en",
    ):
        pages.open_case(page, case)
        for form in page.locator("details > summary").all():
            form.click()
        press(page, button)
        seen.look(f"{button} without words")
    pages.open_case(page, case)
    press(page, "Toon gegevens van de melder")
    seen.look("reporter")

    proposal = path.replace("partner/doorverwijzingen", "werk/voorstellen")
    seen.open(proposal, "proposal")
    press(page, "Vrijgeven voor GGD")
    seen.look("proposal with errors")
    page.goto(f"/werk/zaken/{case}/doorverwijzen/")
    _look_with_errors(seen, "choose a partner", "Verder")
    page.get_by_label("Sociaal wijkteam Noord").check()
    press(page, "Verder")
    _look_with_errors(seen, "share by hand", "Vrijgeven voor")

    triage = people("triage", scripts=True)
    seen = eyes(triage)
    seen.open("/werk/", "inbox of triage")
    seen.open(f"/werk/zaken/{unknown}/", "case without a place")
    seen.open(f"/werk/zaken/{unknown}/doorverwijzen/", "choose a desk")
    seen.open("/werk/routering/", "routing")
    seen.open("/partner/", "queue of a desk")
    pages.open_referral(triage, unknown)
    seen.look("referral at a desk")
    seen.open("/werk/zaken/Z-0000-0000/", "case not found", 404)


def test_partners_can_use_every_page(people, routed, eyes):
    receipt = pages.file_report(
        people.somebody(),
        kind="VEI-SLAAP" if people.language == "nl" else "DRU-GEB",
        house=100,
        where=pages.STAIRS,
        story=STORY,
    )
    case = routed(receipt)
    eyes(people("intake@dekade.example.nl", scripts=True)).open("/partner/", "queue, empty")
    page = people("boa@lindestad.example.nl", scripts=True)
    seen = eyes(page)

    seen.open("/partner/", "queue")
    path = pages.open_referral(page, case)
    seen.look("referral, new")
    press(page, "Teruggeven")
    _look_with_errors(seen, "decline", "Teruggeven")
    page.goto(path)
    press(page, "Aannemen")
    seen.look("referral, accepted")
    press(page, "Afronden")
    _look_with_errors(seen, "finish", "Afronden")
    page.get_by_role("textbox").fill(LONG)
    press(page, "Afronden", page.get_by_role("main"))
    seen.look("queue after finishing")
    seen.open(path, "referral, finished")
    seen.open("/werk/", "refused", 403)


def test_everybody_can_sign_in_and_out(people, eyes):
    page = people.somebody(scripts=True)
    seen = eyes(page)

    page.goto("/inloggen/")
    _look_with_errors(seen, "sign in", "Inloggen")
    pages.sign_in(page, "noord@delinde.example.nl", "verkeerd")
    seen.look("sign in, wrong password")
    seen.open("/inloggen/wachtwoord/", "forgotten password")
    seen.open("/inloggen/uitgezet/", "account switched off")
    pages.sign_in(page, "privacy@delinde.example.nl")
    seen.look("no work here")
    seen.open("/account/2fa/", "second factor")
    seen.open("/uitloggen/", "sign out")
    eyes(people("systeem", scripts=True)).open("/werk/routering/", "routing of a system administrator")
    seen.open("/demo/mails/", "mails of the demo")


def _look_with_errors(seen: Eyes, what: str, button: str = "Verder") -> None:
    """The page as it is, and again after sending it with nothing filled in."""
    seen.look(what)
    press(seen.page, button, seen.page.get_by_role("main"))
    seen.look(f"{what} with errors")
