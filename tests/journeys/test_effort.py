"""What a report asks of somebody on a telephone of 360 pixels, with JavaScript and without it (how it is counted: tests/journeys/effort.py).

`EFFORT_TABLE=1 pytest tests/journeys/test_effort.py` prints the table of docs/tenant-effort.md; it is always kept in the folder of the test run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from safetyportal.demo.plans import DEMO_POSTCODE
from tests.incidents.evidence import making
from tests.journeys import effort, pages
from tests.journeys.effort import Effort, Walk
from tests.journeys.people import People

pytestmark = pytest.mark.usefixtures("own_street")

# Three minutes at 130 words.
MOST_WORDS, MOST_PAGES = 390, 9
NAMED = {"mode": "named", "name": "Aisha Bouzian", "phone": "06 00001234"}
CONFIDENTIAL = {"mode": "confidential", "phone": "06 00001234"}


@dataclass(frozen=True)
class Story:
    """One report from the start page to the receipt. `asked` are the answers to the questions of the kind."""

    journey: str
    kind: str
    words: str
    where: str
    asked: dict[str, str]
    story: str
    who: dict[str, str]
    typed: dict[str, str] = field(default_factory=dict)
    most_pages: int = MOST_PAGES
    most_words: int = 450
    files: tuple[tuple[str, bytes], ...] = ()


HABIT = {"day_part": "evening", "frequency": "weekly", "since": "1_3m", "impact": "sleep", "child_involved": "no"}  # fmt: skip
STORIES = (
    Story(
        "loud music, named", "GEL-MUZ", "harde muziek", "Bij mij thuis",
        {"q1": "no", "q2": "1", "q3": "no", "q5": "no", **HABIT},
        "Elke vrijdag harde muziek tot drie uur.", {**NAMED, "consent": "yes"}, most_words=MOST_WORDS,
    ),
    Story(
        "dealing next door, anonymous", "DRU-DEA", "drugs dealen", "Bij mij thuis",
        {"q1": "no", "q2": "1", "q3": "yes", "q4": "no", "q6": "yes", **HABIT},
        "Elke avond komen er mensen kort aan de deur.", {"mode": "anonymous"},
    ),
    Story(
        "broken front door, confidential", "VEI-DEUR", "voordeur kapot", "Trappenhuis",
        {"q1": "2", "q2": "yes", "since": "lt2w"}, "Het slot valt niet meer dicht.", CONFIDENTIAL,
    ),
    Story(
        "broken front door, two photos and a sound", "VEI-DEUR", "voordeur kapot", "Trappenhuis",
        {"q1": "2", "q2": "yes", "since": "lt2w"}, "Het slot valt niet meer dicht.", CONFIDENTIAL, most_pages=MOST_PAGES + 1, most_words=560,
        files=(("foto.jpg", making.jpeg()), ("foto.heic", making.heic()), ("geluid.m4a", making.mp4(pictures=False))),
    ),
    Story(
        "quarrel with neighbours, named", "BUR-RUZ", "ruzie met buren", "Bij mij thuis",
        {"q1": "1", "q2": "yes", "q3": "2", "q4": "yes", **{name: HABIT[name] for name in HABIT if name != "day_part"}},
        "Wij schreeuwen steeds over de muziek.", {**NAMED, "consent": "yes"}, most_pages=MOST_PAGES + 1,
    ),
    Story(
        "loitering group, confidential", "VEI-GRP", "hangjongeren", "Trappenhuis",
        {"q1": "no", "q2": "3", "q3": "1", "q4": "no", "q6": "yes", **HABIT},
        "Zij schelden als ik langs wil.", CONFIDENTIAL,
    ),
    Story(
        "confused neighbour, confidential", "ZRG-VERW", "verwarde buurman", "Bij mij thuis",
        {"q1": "no", "q2": "1", "q3": "unknown", "q4": "no", "frequency": "weekly", "since": "1_3m", "child_involved": "no"},
        "De buurman roept in de nacht op de galerij.", CONFIDENTIAL, {"last_seen_on": "gisteren"},
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def counted(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[list[Effort]]:
    """Every journey that was walked, kept as a table when all are."""
    efforts: list[Effort] = []
    yield efforts
    kept = tmp_path_factory.mktemp("effort") / "tenant-effort.md"
    effort.keep(efforts, kept)
    if os.environ.get("EFFORT_TABLE"):
        with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            print(f"\n{kept}\n{kept.read_text()}")
            print(*efforts, sep="\n")


@pytest.fixture(params=[True, False], ids=["javascript", "no javascript"])
def start(
    request: pytest.FixtureRequest, people: People, counted: list[Effort], mails: Callable[[], Any]
) -> Iterator[Callable[[str], Walk]]:
    """Begin a journey, on a telephone of its own; what it set going is over when the test is."""

    def walk(journey: str) -> Walk:
        counted.append(Effort(journey, request.param))
        return Walk(people.somebody(scripts=request.param), counted[-1])

    yield walk
    mails()


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.journey)
def test_a_report_takes_few_pages_and_few_words(told: Story, start: Any) -> None:
    walk = start(told.journey)
    page = walk.page
    page.goto("/")

    walk.on("Iets melden")
    walk.choose("danger", "no")
    walk.on()
    walk.type("words", told.words)
    walk.on("Zoek")
    page.locator(f"#id_found_{told.kind}").check()
    walk.effort.taps += 1
    walk.on()
    if page.url.endswith("/advies/"):
        walk.on("Ik wil het melden")
    walk.type("postcode", DEMO_POSTCODE)
    walk.type("number", "12")
    walk.choose("lives_here", "yes")
    walk.on()
    page.get_by_label(told.where).first.check()
    walk.effort.taps += 1
    walk.on()
    for name, value in told.asked.items():
        walk.choose(name, value)
    for name, value in told.typed.items():
        walk.type(name, value)
    walk.on()
    walk.type("story", told.story)
    walk.choose("names_person", "no")
    if told.files:
        walk.on("Foto of geluid toevoegen")
        for name, body in told.files:
            page.locator('[name="file"]').set_input_files([{"name": name, "mimeType": "", "buffer": body}])
            walk.effort.taps += 1
            walk.on("Voeg toe")
    walk.on()
    for name, value in told.who.items():
        (walk.type if name in ("name", "phone") else walk.choose)(name, value)
    walk.choose("minor", "no")
    walk.on()
    walk.on("Melding versturen")
    effort = walk.end()

    assert pages.read_receipt(page).code
    assert effort.pages <= told.most_pages, effort
    assert effort.to_read <= told.most_words, effort


@dataclass(frozen=True)
class Return:
    """Coming back with number and code: `act` is the link or button on the page of the report, `send` that of the act."""

    journey: str
    act: str
    send: str
    done: str
    chosen: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    staff: str = ""  # what staff did before
    most_words: int = 330


RETURNS = (
    Return(
        "staff question answered", "Beantwoord de vraag", "Antwoord versturen", "Wij hebben uw antwoord.",
        typed={"text": "Vooral op vrijdag."}, staff="ask",
    ),
    Return(
        "happened again", "Het gebeurde weer", "Bewaren", "Weer tot drie uur.",
        {"day_part": "night"}, {"day": "gisteren", "text": "Weer tot drie uur."},
    ),
    Return(
        "identity disclosed later", "Zeggen wie u bent", "Ik zeg wie ik ben", "Wij weten nu wie u bent.",
        {"mode": "confidential"}, {"name": "Yara Idrissi", "phone": "06 00001234"},
    ),
    Return(
        "reopened", "Het is niet opgelost", "Vraag om opnieuw te kijken", "Wij kijken er opnieuw naar.",
        typed={"text": "De muziek is er weer."}, staff="close",
    ),
    Return(
        "withdrawn", "Mijn melding intrekken", "Trek mijn melding in", "Wij weten dat u de melding intrekt.",
    ),
)  # fmt: skip


def staff_did(staff: Any, case: str, what: str) -> None:
    pages.open_case(staff, case)
    pages.press(staff, "Neem deze zaak")
    if what == "ask":
        form = pages.verb(staff, "reporter_ask")
        form.get_by_role("textbox").fill("Op welke dagen gebeurt het?")
        pages.press(staff, "Vraag versturen", form)
    else:
        form = pages.verb(staff, "case_close")
        form.get_by_label("Hoe eindigt de zaak?").select_option("solved")
        pages.textbox(form, "Bericht aan de melder").fill("Wij spraken met de buren. Het is nu stil.")
        pages.press(staff, "Zaak sluiten en bericht versturen", form)


@pytest.mark.parametrize("told", RETURNS, ids=lambda told: told.journey)
def test_coming_back_takes_few_pages_and_few_words(
    told: Return, start: Any, people: People, routed: Any
) -> None:
    receipt = pages.file_report(people.somebody(), kind="VUI-ALG", reporter=pages.Reporter(mode="anonymous"))
    if told.staff:
        staff_did(people("noord"), routed(receipt), told.staff)
    walk = start(told.journey)
    page = walk.page
    page.goto("/")

    walk.on("Mijn melding volgen")
    walk.type("number", receipt.number)
    walk.type("code", receipt.code)
    walk.on("Bekijk mijn melding")
    walk.on(told.act)
    for name, value in told.chosen.items():
        walk.choose(name, value)
    for name, value in told.typed.items():
        walk.type(name, value)
    walk.on(told.send)
    effort = walk.end()

    assert told.done in page.inner_text("main")
    assert effort.pages <= 3, effort
    assert effort.to_read <= told.most_words, effort
