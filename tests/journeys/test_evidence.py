"""Photos and sound with a report on a telephone, with and without JavaScript, to the member of staff who looks at them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.incidents.evidence import making
from tests.journeys import pages
from tests.journeys.pages import press

pytestmark = pytest.mark.usefixtures("own_street")


def phone_of(people, scripts):
    page = people.somebody(scripts=scripts)
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def choose(page, field, name, body, media_type):
    page.locator(f'input[type="file"][name="{field}"]').set_input_files(
        [{"name": name, "mimeType": media_type, "buffer": body}]
    )


def to_evidence(page):
    """All pages up to the one for photos."""
    draft = pages.begin(page)
    pages.choose_kind(page, "VUI-ALG")
    pages.give_place(page, house=6, where=pages.STAIRS)
    pages.answer_questions(page)
    page.locator("[name=story]").fill(pages.STORY)
    pages.choose(page, "names_person", "no")
    press(page, "Foto of geluid toevoegen")
    assert page.url == f"{draft}bewijs/"
    return draft


@pytest.mark.parametrize("scripts", [False, True], ids=["without-scripts", "with-scripts"])
def test_two_photos_and_a_sound_in_confidence(people, routed, scripts):
    page = phone_of(people, scripts)
    draft = to_evidence(page)

    choose(page, "camera", "IMG_0001.jpg", making.jpeg(), "image/jpeg")
    press(page, "Voeg toe")
    expect(page.locator("main")).to_contain_text("Foto 1")
    choose(page, "file", "Jan Jansen kamer.exe", b"MZ" + bytes(50), "application/octet-stream")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.locator("main")).to_contain_text("Jan Jansen kamer.exe: Dit bestand kunnen wij niet lezen.")
    expect(page.locator("main")).to_contain_text("Foto 1")
    choose(page, "file", "IMG_0002.heic", making.heic(), "image/heic")
    press(page, "Voeg toe")
    expect(page.locator("main")).to_contain_text("Foto 2")
    if scripts:
        record(page)
    else:
        choose(page, "file", "opname.m4a", making.mp4(pictures=False, brand=b"M4A "), "audio/mp4")
    press(page, "Voeg toe")
    expect(page.locator("main")).to_contain_text("Geluid 1")
    press(page, "Verder")
    pages.say_who(page, pages.Reporter(mode="confidential"))
    assert page.url == f"{draft}controle/"
    expect(page.locator("main")).to_contain_text("2 foto’s, 1 geluid")
    press(page, "Melding versturen")
    receipt = pages.read_receipt(page)

    pages.follow(page, receipt)
    expect(page.locator(".tenant-evidence img")).to_have_count(2)
    staff = people("noord")
    pages.open_case(staff, routed(receipt))
    expect(staff.locator(".portal-evidence img")).to_have_count(2)
    answer = staff.request.get(staff.get_by_role("link", name="Foto 2").get_attribute("href"))
    assert answer.status == 200 and answer.body()[:2] == b"\xff\xd8"
    with staff.expect_download() as saved:
        staff.get_by_role("link", name="Geluid 1").click()
    assert "Jansen" not in saved.value.suggested_filename


def record(page):
    """Two seconds with the microphone of the telephone."""
    page.get_by_role("button", name="Neem geluid op").click()
    page.wait_for_timeout(2000)
    page.get_by_role("button", name="Stop de opname").click()
    expect(page.get_by_text("De opname is klaar")).to_be_visible()


def test_the_progress_of_a_large_file_shows_and_the_message_after_it_is_read(people, routed):
    page = phone_of(people, True)
    receipt = pages.file_report(page)
    routed(receipt)
    pages.follow(page, receipt)
    press(page, "Een bericht sturen")
    pages.textbox(page, "Uw bericht").fill("Hier is een foto.")
    choose(page, "file", "film.mp4", making.mp4() + making.box(b"free", bytes(3_000_000)), "video/mp4")
    seen = page.evaluate(
        "new Promise(done => { new MutationObserver(() => { const bar = document.querySelector('progress');"
        " if (bar) done(bar.getAttribute('aria-label')); }).observe(document.body, {childList: true, subtree: true});"
        " document.querySelector('button.utrecht-button--primary-action').click(); })"
    )

    assert seen.startswith("Uw bestand wordt verstuurd")
    expect(page.locator("main")).to_contain_text("Hier is een foto.")
    expect(page.locator("body")).to_contain_text("Wij hebben uw bericht.")
    expect(page.locator("main")).to_contain_text("Filmpje 1")


@pytest.mark.parametrize("scripts", [False, True], ids=["without-scripts", "with-scripts"])
def test_a_question_is_answered_with_a_photo(people, routed, scripts):
    page = phone_of(people, scripts)
    receipt = pages.file_report(page)
    case = routed(receipt)
    staff = people("noord")
    pages.open_case(staff, case)
    ask = pages.verb(staff, "reporter_ask")
    ask.get_by_role("textbox").fill("Kunt u een foto van de deur sturen?")
    press(staff, "Vraag versturen", ask)

    pages.follow(page, receipt)
    press(page, "Beantwoord de vraag")
    choose(page, "camera", "IMG_0003.jpg", making.jpeg(orientation=6), "image/jpeg")
    press(page, "Antwoord versturen")
    expect(page.locator("main")).to_contain_text("Foto 1")

    pages.open_case(staff, case)
    expect(staff.locator(".portal-evidence")).to_contain_text("bij een bericht")
