"""Both sides of one case in a browser: staff invite and tell, who was reported about answers, staff hear them; no script needed."""

from __future__ import annotations

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.pages import Reporter, press, textbox, verb, words
from tests.journeys.people import People


def test_who_was_reported_about_is_told_answers_and_is_heard(people: People, routed):
    receipt = pages.file_report(people.somebody(), house=62, reporter=Reporter())
    case = routed(receipt)
    staff = people("noord")
    letter = pages.letter_to_accused(
        staff, case, name="Willem Overlaat", house=58, rule="Na tien uur is het stil."
    )

    tenant = people.somebody()
    pages.enter_letter(tenant, letter)
    told = words(tenant)
    press(tenant, "Bezwaar maken")
    tenant.get_by_role("main").get_by_role("textbox").fill("Ik was er niet bij.")
    press(tenant, "Bezwaar versturen")
    after = words(tenant)
    press(tenant, "Klaar, sluit mijn pagina")

    staff.goto(f"/werk/zaken/{case}/betrokkenen/")
    waiting = words(staff)
    press(staff, "Willem Overlaat")
    form = verb(staff, "antwoorden")
    textbox(form, "Uw antwoord").fill("Wij kijken er opnieuw naar.")
    press(staff, "Antwoord bewaren", form)
    form = verb(staff, "gehoord")
    form.locator("[name=stance][value=denies]").check()
    textbox(form, "Verslag").fill("Zegt dat hij er niet was.")
    press(staff, "Verslag bewaren", form)

    assert "Na tien uur is het stil." in told and "14 januari 2030" in told
    assert "Aisha" not in told + after and receipt.number not in told + after
    assert "Ik was er niet bij." in after
    assert "Wacht op uw antwoord" in waiting
    assert "Gehoord" in words(staff)
    pages.enter_letter(tenant, letter)
    assert "Wij kijken er opnieuw naar." in words(tenant)


def test_staff_can_use_the_pages_about_people(people: People, routed):
    case = routed(pages.file_report(people.somebody(), house=60, reporter=Reporter()))
    page = people("noord", scripts=True)
    seen = Eyes(page, (320, 1280))
    pages.letter_to_accused(page, case, name="Willem Overlaat", house=54)

    seen.look("letter with a code")
    seen.open(f"/werk/zaken/{case}/betrokkenen/", "people")
    press(page, "Toevoegen", verb(page, "party_add"))
    seen.look("adding somebody with errors")
    page.goto(f"/werk/zaken/{case}/betrokkenen/")
    press(page, "Willem Overlaat")
    for form in page.locator("details > summary").all():
        form.click()
    seen.look("a party with everything unfolded")
    press(page, "Verslag bewaren")
    seen.look("a report of a talk with errors")
    page.go_back()
    press(page, "Toon naam en contactgegevens")
    verb(page, "wijzigen")
    seen.look("contact data")
    seen.report()
