"""The pages of administrators, and those of later verbs: for everybody, on every screen, in Dutch and in English."""

from __future__ import annotations

import pytest

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.pages import press


def in_language(page, language: str) -> None:
    if language == "en":
        page.goto("/")
        press(page, "English")


def send(page, what: str = "main form [type=submit]") -> None:
    """Press the first of these, and wait for the page it leads to."""
    with page.expect_navigation():
        page.locator(what).first.click()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_system_administrator_can_use_every_page(people, portal, language):
    page = people("systeem", scripts=True)
    in_language(page, language)
    eyes = Eyes(page)
    someone = portal.query("SELECT id FROM accounts_user WHERE email LIKE 'noord2@%%'")[0][0]

    eyes.open("/werk/beheer/mensen/", "people")
    page.locator("[name=words]").fill("xyzzy")
    send(page, "main form button, main form [type=submit]")
    eyes.look("nobody found")
    eyes.open("/werk/beheer/mensen/uitnodigen/", "invite")
    send(page)
    eyes.look("invite, empty")
    eyes.open(f"/werk/beheer/mensen/{someone}/", "a person")
    send(page, "main form[action$='/rol/'] [type=submit]")
    eyes.look("a role, none chosen")
    for act in ("uitzetten", "opnieuw"):
        eyes.open(f"/werk/beheer/mensen/{someone}/{act}/", act)
    eyes.open("/account/", "own account")
    eyes.open("/account/ingelogd/", "own sessions")
    eyes.open("/account/wachtwoord/", "own password")
    send(page)
    eyes.look("own password, empty")
    eyes.open("/werk/beheer/inrichten/", "checklist")
    eyes.report()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_functional_administrator_can_use_every_page(people, language):
    page = people("beheer", scripts=True)
    in_language(page, language)
    eyes = Eyes(page)
    settings = "/werk/beheer/instellingen/"

    eyes.open(settings, "settings")
    for name, code in (
        ("soorten", "gel-muz"),
        ("termijnen", "alles"),
        ("openingstijden", "alles"),
        ("corporatie", "alles"),
        ("kleuren", "alles"),
        ("nummers", "police"),
        ("briefpapier", "alles"),
        ("logo", "alles"),
        ("teams", "nieuw"),
    ):
        eyes.open(f"{settings}{name}/{code}/", name)
        eyes.open(f"{settings}{name}/{code}/geschiedenis/", f"history of {name}")
    eyes.open(f"{settings}soorten/", "kinds")
    for name in ("teams", "complexen"):
        eyes.open(f"{settings}{name}/", name)
    send(page, "main li a")
    page.locator("[name=team]").select_option(index=2)
    page.locator("[name=reason]").fill("Dichter bij de wijk.")
    send(page)
    eyes.look("what moves with a complex")
    page.goto(f"{settings}kleuren/alles/")
    page.locator("[name=tenant]").fill("#ffd54a")
    send(page)
    eyes.look("a colour without contrast")
    page.goto(f"{settings}termijnen/alles/")
    kept = page.locator("[name=question]").input_value()
    page.locator("[name=question]").fill("3" if kept == "2" else "2")
    send(page)
    eyes.look("a change without a reason")
    page.locator("[name=reason]").fill("Het kan sneller.")
    send(page)
    eyes.look("history, filled")
    send(page, "main a[href*='/terug/']")
    eyes.look("putting back")
    page.locator("[name=reason]").fill("Het kan toch niet.")
    send(page)
    page.goto(f"{settings}termijnen/alles/")
    assert page.locator("[name=question]").input_value() == kept
    eyes.report()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.usefixtures("own_street")
def test_the_pages_on_who_may_look_and_who_looked(people, routed, language):
    case = routed(pages.file_report(people.somebody(), kind="DRU-GEB", house=4, where=pages.STAIRS))
    staff, officer = people("noord", scripts=True), people("privacy", scripts=True)
    in_language(staff, language)
    in_language(officer, language)
    eyes, theirs = Eyes(staff), Eyes(officer)

    eyes.open(f"/werk/zaken/{case}/wie-meldde/", "why who reported")
    send(staff)
    eyes.look("why who reported, empty")
    eyes.open(f"/werk/zaken/{case}/ik-ken-iemand/", "stepping back")
    eyes.open("/werk/belangen/", "own conflicts")
    send(staff)
    eyes.look("own conflicts, empty")
    staff.goto(f"/werk/zaken/{case}/ik-ken-iemand/")
    pages.choose(staff, "sort", "near")
    send(staff)
    theirs.open("/werk/inzage-log/", "access log")
    send(officer)
    theirs.look("access log, empty")
    officer.locator("[name=number]").fill(case)
    send(officer)
    theirs.look("access log of a case")
    theirs.open("/werk/belangen/collegas/", "conflicts of colleagues")
    send(officer)
    theirs.look("conflicts of colleagues, empty")
    officer.locator("main a[href*='/belangen/collegas/']").first.click()
    theirs.look("letting in")
    send(officer)
    theirs.look("letting in, empty")
    officer.locator("[name=why]").fill("Verhuisd.")
    send(officer)
    eyes.report()
    theirs.report()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.usefixtures("own_street")
def test_the_forms_of_a_case_look_right(people, routed, language):
    case = routed(
        pages.file_report(
            people.somebody(),
            kind="DRU-GEB",
            house=4,
            where=pages.STAIRS,
            reporter=pages.Reporter(mode="anonymous"),
        )
    )
    staff, officer = people("noord", scripts=True), people("boa@lindestad.example.nl", scripts=True)
    in_language(staff, language)
    in_language(officer, language)
    eyes, theirs = Eyes(staff), Eyes(officer)

    for path in ("soort", "plek", "overdragen", "heropenen"):
        eyes.open(f"/werk/zaken/{case}/{path}/", path)
        send(staff)
        eyes.look(f"{path}, empty")
    path = pages.open_referral(officer, case)
    theirs.open(f"{path}vragen/", "asking")
    send(officer)
    theirs.look("asking, empty")
    officer.locator("[name=text]").fill("Hoe laat?")
    send(officer)
    theirs.look("asked")
    staff.goto(f"/werk/zaken/{case}/")
    eyes.look("a case with a question")
    send(staff, "main a[href*='/vragen/']")
    eyes.look("answering")
    send(staff)
    eyes.look("answering, empty")
    eyes.report()
    theirs.report()
