"""A photo for the police with a face masked, with and without JavaScript, by mouse and by keyboard, to the partner's own page."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.incidents.evidence.test_masking import colours, pointed_at
from tests.journeys import pages
from tests.journeys.keyboard import Keys
from tests.journeys.looking import Eyes
from tests.journeys.pages import press

pytestmark = pytest.mark.usefixtures("own_street")
POLICE = "wijkagent-noord@politie.example.nl"
CAPTION = "De auto bij de deur, van achteren"


def street_photo():
    """Something to look at: sky, a wall, a door and a car with a plate."""
    made = Image.new("RGB", (1200, 900), (170, 200, 225))
    for colour, box in (
        ((150, 110, 90), (0, 250, 1200, 640)), ((90, 90, 95), (0, 640, 1200, 900)), ((60, 80, 60), (120, 330, 300, 640)),
        ((180, 30, 35), (480, 470, 1050, 760)), ((240, 200, 40), (690, 640, 860, 690)), ((225, 180, 150), (200, 380, 260, 450)),
    ):  # fmt: skip
        made.paste(colour, box)
    out = BytesIO()
    made.save(out, "JPEG", quality=90)
    return out.getvalue()


def send_photo(people, routed):
    tenant = people.somebody()
    receipt = pages.file_report(tenant)
    case = routed(receipt)
    pages.follow(tenant, receipt)
    press(tenant, "Een bericht sturen")
    pages.textbox(tenant, "Uw bericht").fill("Dit is de auto.")
    tenant.locator('input[type="file"][name="camera"]').set_input_files(
        [{"name": "IMG_0007.jpg", "mimeType": "image/jpeg", "buffer": street_photo()}]
    )
    press(tenant, "Bericht versturen")
    return case


def release_to_police(staff, case):
    """By hand, and on to the files."""
    pages.open_case(staff, case)
    staff.goto(f"{staff.url.split('?')[0]}doorverwijzen/?to=politie-noord")
    pages.choose(staff, "ground", "interest")
    staff.locator("[name=ground_text]").fill("De wijkagent zoekt deze auto.")
    staff.locator("[name=summary]").fill("Elke avond staat hier een auto waaruit gehandeld wordt.")
    press(staff, "Vrijgeven en bestanden kiezen")
    press(staff, "Foto 1 kiezen")


def cell(page, row, column):
    return page.get_by_role("checkbox", name=f"Rij {row}, vak {column}", exact=True)


def tick(page):
    """The plate with two boxes, and a face with the keys."""
    cell(page, 7, 8).check()
    cell(page, 7, 9).check()
    cell(page, 4, 3).focus()
    page.keyboard.press("Space")


def drag(page):
    """Over the plate with the mouse; to the face with the arrows."""
    first, last = cell(page, 7, 8).bounding_box(), cell(page, 7, 9).bounding_box()
    page.mouse.move(first["x"] + 5, first["y"] + 5)
    page.mouse.down()
    page.mouse.move(last["x"] + 60, last["y"] - 60)  # too high, and back
    expect(cell(page, 6, 9)).to_be_checked()
    page.mouse.move(last["x"] + 5, last["y"] + 5)
    page.mouse.up()
    expect(cell(page, 6, 9)).not_to_be_checked()
    expect(page.locator("[data-mask-count]")).to_have_text("Gekozen vakken: 2")
    expect(page.locator("[name=how][value=masked]")).to_be_checked()
    cell(page, 3, 2).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator("[data-mask-count]")).to_have_text("Gekozen vakken: 3")


@pytest.mark.parametrize("scripts", [False, True], ids=["without-scripts", "with-scripts"])
def test_the_police_see_the_car_and_neither_plate_nor_face(people, routed, referrals, scripts):
    case = send_photo(people, routed)
    staff = people("noord", scripts=scripts)
    staff.set_viewport_size({"width": 1280, "height": 900})
    release_to_police(staff, case)

    pages.textbox(staff, "Bijschrift voor de partner").fill(CAPTION)
    pages.choose(staff, "how", "masked")
    press(staff, "Delen met Politie Lindestad-Noord")
    expect(staff.locator(".utrecht-alert--summary")).to_contain_text("U koos geen vakken.")
    expect(pages.textbox(staff, "Bijschrift voor de partner")).to_have_value(CAPTION)
    (drag if scripts else tick)(staff)
    press(staff, "Delen met Politie Lindestad-Noord")
    expect(staff.locator("main")).to_contain_text("Deels afgedekt.")

    partner = people(POLICE, scripts=scripts)
    partner.goto(referrals(case)["politie-noord"][1])
    link = partner.get_by_role("link", name=CAPTION)
    expect(link.locator("img")).to_be_visible()
    answer = partner.request.get(link.get_attribute("href"))
    body = answer.body()
    for row, column in ((7, 8), (7, 9), (4, 3)):
        assert colours(body, pointed_at((row - 1) * 12 + column - 1, 1200, 900)) == {(0, 0, 0)}
    assert (0, 0, 0) not in colours(body, (500, 480, 660, 560))  # the car itself

    press(staff, "Weghalen")
    assert partner.request.get(link.get_attribute("href")).status == 404
    partner.reload()
    expect(partner.locator("main")).not_to_contain_text(CAPTION)


def test_every_page_of_it_can_be_read_by_everybody(people, routed, referrals):
    case = send_photo(people, routed)
    staff = people("noord", scripts=True)
    eyes = Eyes(staff, widths=(320, 1280))
    release_to_police(staff, case)
    eyes.look("choosing what is masked")

    cell(staff, 2, 2).check()
    pages.choose(staff, "how", "whole")
    press(staff, "Delen met Politie Lindestad-Noord")
    eyes.look("with faults")
    pages.choose(staff, "how", "masked")
    pages.textbox(staff, "Bijschrift voor de partner").fill(CAPTION)
    press(staff, "Delen met Politie Lindestad-Noord")
    eyes.look("what the partner has")

    partner = people(POLICE, scripts=True)
    theirs = Eyes(partner, widths=(320, 1280))
    theirs.open(referrals(case)["politie-noord"][1], "the partner's page")

    eyes.report()
    theirs.report()


def test_the_keys_alone_reach_the_squares_and_what_comes_after(people, routed):
    case = send_photo(people, routed)
    staff = people("noord")
    staff.set_viewport_size({"width": 1280, "height": 900})
    release_to_police(staff, case)
    keys = Keys(staff)

    keys.to("Sla de vakken over")
    keys.to("Rij 1, vak 1")
    staff.keyboard.press("Space")
    expect(cell(staff, 1, 1)).to_be_checked()
    # Back to the way past them.
    staff.keyboard.press("Shift+Tab")
    staff.keyboard.press("Enter")
    keys.stops = []
    staff.evaluate("document.querySelector('[data-had-focus]')?.removeAttribute('data-had-focus')")
    keys.to(field="how")
