"""Through every page a tenant can see, in every state it has, one after the other. What is looked for is up to who walks along."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from secrets import token_hex

from incidents.pages.accused_acts import ACTS as REPLIES
from incidents.pages.reporter_acts import BY_SLUG
from safetyportal.demo.plans import DEMO_POSTCODE
from tests.incidents.evidence import making
from tests.journeys import pages
from tests.journeys.pages import Receipt, Reporter, choose, press
from tests.journeys.people import People
from tests.journeys.processes import Portal, wait_until
from tests.journeys.tenant_walk import ASKED, Walk
from tests.journeys.tongue import said

LONG = "Onafgebrokenlangewoordenkomenvoorzoalsverhuurdersaansprakelijkheidsverzekeringspolisnummer"
STORY = f"Elke week rommel op de trap. {LONG} <script>alert(1)</script>\n\nEn weer. Hij had een mes."
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def everything(
    walk: Walk, people: People, portal: Portal, routed: Callable[[Receipt], str], mails: Callable[..., object]
) -> None:
    """All of it, in one browser."""
    around(walk)
    writing(walk)
    protected(walk)
    following(walk, portal)
    asked(walk, people, routed)
    by_link(walk, mails)
    replying(walk, people, routed)
    gone(walk)


def around(walk: Walk) -> None:
    for path in ("/", "/melden/", "/privacy/", "/toegankelijkheid/"):
        walk.open(path, path)
    walk.open("/bestaat-niet/", "not found", 404)
    walk.open(f"/melden/{UNKNOWN}/gevaar/", "unknown draft", 404)


def writing(walk: Walk) -> None:
    """Each step empty, then sent empty, then filled in."""
    page = walk.page
    pages.begin(page)
    walk.with_errors("gevaar")
    choose(page, "danger", "yes")
    press(page, "Verder")
    walk.look("bel-112")
    press(page, "Ik heb al gebeld")
    walk.with_errors("soort")
    for words in ("bonkende muziek", "qqqq"):
        page.locator("[name=words]").fill(words)
        press(page, "Zoek")
        walk.look(f"soort after looking for {words}")
    pages.look_up(page, "BUR-RUZ")
    press(page, "Verder")
    walk.look("advies")
    press(page, "Ik probeer dit eerst")
    walk.look("tried first")
    draft = pages.begin(page)
    pages.choose_kind(page, "GEL-MUZ")
    walk.with_errors("adres")
    pages.textbox(page, "Postcode").fill("9999 ZZ")
    pages.textbox(page, "Huisnummer").fill(LONG)
    press(page, "Verder")
    walk.look("adres not found")
    press(page, "Het adres staat er niet bij")
    walk.with_errors("plek in words")
    page.goto(f"{draft}adres/")
    pages.textbox(page, "Huisnummer").fill("6")
    pages.textbox(page, "Postcode").fill(DEMO_POSTCODE)
    choose(page, "lives_here", "yes")
    press(page, "Verder")
    walk.with_errors("plek")
    page.get_by_label(said(page, pages.STAIRS)).check()
    press(page, "Verder")
    walk.with_errors("vragen")
    pages.answer_questions(page)
    walk.with_errors("verhaal")
    pages.tell_story(page, STORY)
    evidence(walk, draft)
    walk.with_errors("contact")
    choose(page, "mode", "named")
    press(page, "Verder")
    walk.look("contact named with errors")
    pages.say_who(page, Reporter(name=LONG, consent="yes"))
    walk.look("controle")
    for step in ASKED:
        walk.open(f"{draft}{step}/", f"{step} filled")
    walk.open("/", "start with an unfinished report")
    walk.open("/melden/", "begin with an unfinished report")
    page.goto(f"{draft}controle/")
    press(page, "Melding versturen")
    walk.look("ontvangen")
    page.reload()
    walk.look("ontvangen, without the code")


def evidence(walk: Walk, draft: str) -> None:
    """The page aside for photos and files: empty, with what was added, with a file that is not taken."""
    page = walk.page
    page.goto(f"{draft}bewijs/")
    walk.with_errors("bewijs", "Voeg toe")
    box = page.locator('input[type="file"][name="file"]')
    box.set_input_files([{"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": making.jpeg()}])
    walk.look("bewijs with a file chosen")
    press(page, "Voeg toe")
    box.set_input_files([{"name": f"{LONG}.exe", "mimeType": "image/jpeg", "buffer": b"MZ" + bytes(50)}])
    page.get_by_role("button", name=said(page, "Voeg toe")).click()
    page.locator(".utrecht-alert--summary").wait_for()
    walk.look("bewijs with a photo and a file that is not taken")
    press(page, "Verder")


def protected(walk: Walk) -> None:
    """The same steps with the quick exit on them, and numbers to call."""
    page = walk.page
    draft = pages.begin(page)
    pages.choose_kind(page, "ZRG-SUI")
    walk.look("bellen only")
    page.goto(f"{draft}soort/")
    pages.look_up(page, "AGR-HUIS")
    press(page, "Verder")
    walk.look("bellen first")
    press(page, "Ik wil melden waar ik zelf last van heb")
    walk.with_errors("adres with the quick exit")
    pages.give_place(page, house=8, where=pages.AT_HOME)
    walk.look("vragen with the quick exit")
    pages.answer_questions(page)
    pages.tell_story(page)
    walk.with_errors("contact with the quick exit")
    pages.say_who(page, Reporter())
    walk.look("controle with the quick exit")
    press(page, "Melding versturen")
    walk.look("ontvangen with the quick exit")
    pages.follow(page, pages.read_receipt(page))
    walk.look("volgen/melding with the quick exit")
    walk.open("/volgen/melding/bericht/", "bericht with the quick exit")
    page.goto("/volgen/melding/")
    press(page, "Klaar, sluit mijn melding")
    pages.begin(page)
    pages.choose_kind(page, "AGR-BED")
    walk.look("adres with the quick exit offered")


def following(walk: Walk, portal: Portal) -> None:
    page = walk.page
    page.goto("/volgen/")
    walk.with_errors("volgen", "Bekijk mijn melding")
    pages.follow(page, Receipt("M-0000-0000", "fout"))
    walk.look("volgen wrong")
    page.goto("/volgen/code-kwijt/")
    walk.with_errors("code kwijt", "Stuur mij een link")
    pages.textbox(page, "Uw meldingsnummer").fill("M-0000-0000")
    walk.look("code kwijt filled")
    receipt = pages.file_report(page, house=56, reporter=Reporter(name=LONG))
    pages.follow(page, receipt)
    walk.look("volgen/melding")
    acts(
        walk,
        "bericht",
        "weer",
        "gegevens",
        "mailadres",
        "veilig",
        "intrekken",
        "klacht",
        "wissen",
        "geen-mail",
    )
    page.goto("/volgen/melding/geen-mail/")
    press(page, "Stuur mij geen mails meer")
    walk.look("volgen/melding after an act")
    acts(walk, "weer-mail")
    page.goto("/volgen/melding/bericht/")
    page.get_by_role("main").get_by_role("textbox").fill(STORY)
    press(page, "Bericht versturen")
    walk.look("volgen/melding with a message")
    walk.open("/volgen/melding/nieuwe-code/", "nieuwe code")
    press(page, "Maak een nieuwe code")
    walk.look("nieuwe code made")
    portal.query(
        "UPDATE incidents_case SET status = 'closed', close_reason = 'solved', closed_at = now() WHERE id ="
        " (SELECT case_id FROM incidents_report WHERE number = %s)",
        receipt.number,
    )
    walk.open("/volgen/melding/", "volgen/melding of a closed case")
    acts(walk, "heropenen", "oordeel")
    page.goto("/volgen/melding/")
    press(page, "Klaar, sluit mijn melding")
    walk.look("start after leaving")


def asked(walk: Walk, people: People, routed: Callable[[Receipt], str]) -> None:
    """Of an anonymous report, with a question of ours that waits."""
    page = walk.page
    receipt = pages.file_report(page, house=58, reporter=Reporter(mode="anonymous"))
    walk.look("ontvangen, anonymous")
    language, people.language = people.language, ""
    staff = people("noord")
    pages.open_case(staff, routed(receipt))
    press(staff, "Neem deze zaak")
    ask = pages.verb(staff, "reporter_ask")
    ask.get_by_role("textbox").fill(f"Op welke dagen gebeurt het? {LONG}")
    press(staff, "Vraag versturen", ask)
    people.language = language
    pages.follow(page, receipt)
    walk.look("volgen/melding with a question")
    acts(walk, "antwoord", "wie-ik-ben")


def acts(walk: Walk, *slugs: str) -> None:
    """Each empty, sent empty where that is a mistake, and filled in."""
    page = walk.page
    for slug in slugs:
        walk.open(f"/volgen/melding/{slug}/", slug)
        if _is_asked(slug):
            with page.expect_navigation():
                page.locator("main form#stap .utrecht-button--primary-action").click()
            walk.look(f"{slug} with errors")
        page.goto(f"/volgen/melding/{slug}/")
        for box in page.get_by_role("main").get_by_role("textbox").all():
            box.fill(LONG)
        if radio := page.get_by_role("main").get_by_role("radio").all():
            radio[-1].check()
        walk.look(f"{slug} filled")


def by_link(walk: Walk, mails: Callable[..., object]) -> None:
    page, address = walk.page, f"walk-{token_hex(4)}@example.nl"
    receipt = pages.file_report(page, house=60, reporter=Reporter(email=address))
    page.goto("/volgen/code-kwijt/")
    pages.textbox(page, "Uw meldingsnummer").fill(receipt.number)
    page.locator("[name=email]").fill(address)
    press(page, "Stuur mij een link")
    walk.look("code kwijt, asked")
    walk.open(_link(mails, address), "link")
    press(page, "Open mijn melding")
    page.goto("/volgen/melding/mailadres/")
    page.locator("[name=email]").fill(f"new-{address}")
    press(page, "Stuur mij die mail")
    walk.look("volgen/melding, address asked")
    walk.open(_link(mails, f"new-{address}"), "link that confirms an address")
    walk.open("/volgen/link/bestaat-niet/", "link gone", 410)


def replying(walk: Walk, people: People, routed: Callable[[Receipt], str]) -> None:
    """Somebody who was reported about, with the number and the code of our letter."""
    page = walk.page
    page.goto("/reactie/")
    walk.with_errors("reactie", "Open mijn pagina")
    pages.enter_letter(page, Receipt("R-0000-0000", "fout"))
    walk.look("reactie wrong")
    case = routed(pages.file_report(page, house=62, reporter=Reporter()))
    language, people.language = people.language, ""
    letter = pages.letter_to_accused(people("noord"), case, name=f"Willem {LONG}"[:90], house=58, rule=LONG)
    people.language = language
    pages.enter_letter(page, letter)
    walk.look("reactie/pagina")
    for act in REPLIES:
        walk.open(f"/reactie/pagina/{act.slug}/", act.slug)
        press(page, str(act.button), page.get_by_role("main"))
        walk.look(f"{act.slug} with errors")
        for box in page.get_by_role("main").get_by_role("textbox").all():
            box.fill(LONG[:60] if box.get_attribute("type") == "text" else STORY)
        walk.look(f"{act.slug} filled")
    press(page, str(REPLIES[-1].button), page.get_by_role("main"))
    walk.look("reactie/pagina after writing")
    press(page, "Klaar, sluit mijn pagina")


def _link(mails: Callable[..., object], address: str) -> str:
    """Of whatever was mailed to this address: what is sent first need not come first."""

    def look() -> list[str]:
        bodies = [str(mail.body) for mail in mails(address)]  # type: ignore[attr-defined]
        return [found.group() for body in bodies if (found := re.search(r"/volgen/link/\S+", body))]

    return str(wait_until(look)[0])


def gone(walk: Walk) -> None:
    """A form that is older than the browser's memory of it."""
    page = walk.page
    page.goto("/volgen/")
    page.context.clear_cookies(name=re.compile("csrf.*"))
    pages.textbox(page, "Uw meldingsnummer").fill("M-0000-0000")
    press(page, "Bekijk mijn melding")
    walk.look("form too old")


def _is_asked(slug: str) -> bool:
    """Whether this act has a field that must be filled in."""
    return any(field.required for field in BY_SLUG[slug].form(today=date.today()).fields.values())
