"""A day of work in a real browser on a filled association: everything through the pages, nothing by address, and all of it counted.

600 cases unless SAFETYPORTAL_DAY_CASES says how many. The counts stand in docs/staff-effort.md, and are held to it here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from safetyportal.embedded.state import State
from safetyportal.env import BASE_DIR
from tests.journeys import pages
from tests.journeys.day import both_sides, effort, ending, ladder, letters, merging, partner, triage
from tests.journeys.day.hands import Counted, Hands
from tests.journeys.day.merging import Neighbour
from tests.journeys.day.office import CASES, Office
from tests.journeys.pages import Receipt
from tests.journeys.people import People
from tests.journeys.processes import Portal, wait_until

ACCUSED = "Willem Overlaat"
OF_STAFF = "@vulling.example.nl"
RULE = "artikel 4, versie januari 2026"
ROUTED = (
    "SELECT c.number FROM incidents_case c JOIN incidents_report r ON r.case_id = c.id"
    " JOIN incidents_routingorder o ON o.report_id = r.id WHERE r.number = %s AND o.done_at IS NOT NULL"
)


@dataclass
class Day:
    """Who is there, what was counted, and the case that the neighbours' reports became."""

    office: Office
    people: People
    counted: Counted
    neighbours: list[Neighbour]
    house: int
    case: str = ""

    def staff(self, name: str) -> Hands:
        """Somebody of ours at their own inbox."""
        page = self.people(f"{name}{OF_STAFF}", scripts=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto("/werk/")
        return Hands(page, self.counted)

    def reporter_reads(self, receipt: Receipt) -> str:
        self.office.forget_tries()
        page = self.people.somebody()
        pages.follow(page, receipt)
        said = re.sub(r"\s+", " ", page.locator("main").text_content() or "")  # what is folded away too
        page.context.close()
        return said


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    servers = State(Path(os.environ["SAFETYPORTAL_STATE"]))
    found = Office(Portal(servers.folder / "day", servers, "day"))
    found.fill()
    try:
        found.portal.start()
        yield found
    finally:
        found.portal.stop()


@pytest.fixture(scope="module")
def day(office: Office, browser: Browser) -> Iterator[Day]:
    people = People(browser, office.portal.url, {})
    where = office.stairwell()
    office.forget_tries()
    page = people.somebody()
    neighbours = merging.reports(page, where, 7)
    for one in neighbours:
        wait_until(
            lambda number=one.receipt.number: office.portal.query(ROUTED, number),
            otherwise=lambda: office.portal.last_words("worker"),
        )
    yield Day(office, people, Counted(), neighbours, where.numbers[7])
    people.leave()


def test_twenty_new_reports_are_judged_and_given_to_who_does_them(day: Day) -> None:
    hands = day.staff("triage1")
    triage.newest(hands)
    given = []
    for nth in range(14):
        own, worse = nth == 13 or triage.unknown_places(hands) > 0, nth % 3 == 1
        with hands.task(effort.TAKE_ONESELF if own else effort.JUDGE_WORSE if worse else effort.JUDGE):
            given.append(triage.judge(hands, worse=worse and not own, own=own))
    for _ in range(2):
        with hands.task(effort.OTHER_KIND):
            given.append(triage.judge(hands, other_kind="Harde muziek, tv of feest"))
    with hands.task(effort.GIVE_BY_KEY):
        from_list = triage.give_by_keys(hands)
    with hands.task(effort.TAKE_THREE):
        taken = triage.take_by_keys(hands, 3)
    untouched = day.reporter_reads(day.office.report_of(from_list))
    theirs = day.staff(day.office.holder_of(from_list).partition("@")[0])
    with theirs.task(effort.TAKE_UP):
        triage.accept(theirs, from_list)

    assert len({case for case, _who in given} | {from_list, *taken}) == 20
    assert "Wij onderzoeken" not in untouched
    for case in (given[-1][0], from_list, taken[0]):
        told = day.reporter_reads(day.office.report_of(case))
        assert "Wij onderzoeken" in told
        assert triage.REASON not in told and not [who for _case, who in given if who in told]


def test_six_reports_go_up_in_a_seventh_and_each_reporter_keeps_number_and_thread(day: Day) -> None:
    first, *others = day.neighbours
    hands = day.staff("medewerker1")
    with hands.task(effort.FIND):
        merging.find(hands, first.receipt.number)
    day.case = re.search(r"Z-[0-9A-Z-]+", hands.page.url).group()  # type: ignore[union-attr]
    with hands.task(effort.TAKE):
        hands.go("Neem deze zaak")
    with hands.task(effort.MERGE):
        merging.merge(hands, 6)

    for one in day.neighbours:
        told = day.reporter_reads(one.receipt)
        assert one.receipt.number in told
        assert not [other.name for other in day.neighbours if other is not one and other.name in told]
        assert not [other.receipt.number for other in day.neighbours if other is not one and other.receipt.number in told]  # fmt: skip
    for one in others:
        assert "Wij behandelen uw melding samen met andere meldingen" in day.reporter_reads(one.receipt)
    assert all(one.receipt.number in hands.words() for one in day.neighbours)


def test_both_sides_are_heard_and_the_case_goes_up_the_ladder_to_its_end_and_on(day: Day) -> None:
    reporter = day.neighbours[3].receipt
    hands = day.staff("medewerker1")
    merging.find(hands, day.case)

    _hear(day, hands, reporter)
    _climb(day, hands, reporter)
    _work_with_the_police(day, hands, reporter)
    _end_and_go_on(day, hands, reporter)


def test_the_counts_are_those_of_the_docs_and_within_their_limits(day: Day) -> None:
    table = effort.table(day.counted)

    print(
        f"\n{CASES} cases, filled in {day.office.fill_seconds:.0f} s\n{table}\n{effort.slowest(day.counted)}"
    )
    assert not effort.over(day.counted)
    assert table in (BASE_DIR / "docs/staff-effort.md").read_text()


def _hear(day: Day, hands: Hands, reporter: Receipt) -> None:
    with hands.task(effort.CONTACT):
        form = hands.unfold("case_contact")
        hands.type(form, "text", "Gebeld: het is elke vrijdag, tot diep in de nacht.")
        hands.go("Contact bewaren", form)
    with hands.task(effort.HOME):
        both_sides.name_home(hands, day.house)
    with hands.task(effort.ACCUSED):
        both_sides.add_accused(hands, ACCUSED, day.house)
    with hands.task(effort.INVITE):
        both_sides.invite(hands, _in_days(14))
    with hands.task(effort.INVITATION):
        hands.go("Schrijf de brief met deze uitnodiging")
        paper = letters.finish(hands)
    assert f"Beste {ACCUSED}" in paper and "Kantoor, Dorpsplein 1" in paper
    _says_nothing_of_reporters(day, paper)
    assert "Wij onderzoeken" in day.reporter_reads(reporter)

    _to_accused(hands)
    with hands.task(effort.NO_SHOW):
        both_sides.not_there(hands)
    with hands.task(effort.INVITE):
        both_sides.invite(hands, _in_days(21))
    with hands.task(effort.INVITATION):
        hands.go("Schrijf de brief met deze uitnodiging")
        paper = letters.finish(hands)
    assert "wij hebben u niet gezien" in paper
    _to_accused(hands)
    with hands.task(effort.TELL):
        both_sides.inform(hands, RULE)
    letter = both_sides.letter_with_code(hands)
    _to_accused(hands)
    with hands.task(effort.HEARD):
        both_sides.heard(hands, "Hij draait op vrijdag muziek, maar nooit na elf uur.")

    day.office.forget_tries()
    page = day.people.somebody()
    pages.enter_letter(page, letter)
    told = pages.words(page)
    assert RULE in told
    _says_nothing_of_reporters(day, told)
    told = day.reporter_reads(reporter)
    assert "Wij onderzoeken" in told
    assert ACCUSED not in told and "nooit na elf uur" not in told and "wederhoor" not in told.lower()


def _climb(day: Day, hands: Hands, reporter: Receipt) -> None:
    with hands.task(effort.STEP):
        ladder.step(
            hands, "L1 Buurtbemiddeling", ground="Iets anders", agreed="Zij praten met een bemiddelaar."
        )
    with hands.task(effort.STEP):
        ladder.step(
            hands, "L2 Gesprek en afspraken op papier", ground="Afspraken met de bewoner",
            agreed="Na tien uur geen muziek.",
        )  # fmt: skip
    with hands.task(effort.OUTCOME):
        ladder.check(hands, "not_kept", "Twee melders hoorden het weer.")
    with hands.task(effort.STEP):
        ladder.step(
            hands, "L4 Laatste waarschuwing", ground="Goed huurder zijn", agreed="Na tien uur geen muziek."
        )
    assert "Een tweede persoon moet de stap bevestigen." in hands.words()
    lead = day.staff("leiding1")
    with lead.task(effort.SECOND):
        ladder.refuse(lead, day.case, "Eerst een eerste waarschuwing.")

    with hands.task(effort.STEP):
        ladder.step(
            hands, "L3 Eerste waarschuwing", ground="Huisregels", rule=RULE, agreed="Na tien uur geen muziek."
        )
    _warn(day, hands, "Eerste waarschuwing")
    with hands.task(effort.STEP):
        ladder.step(
            hands, "L4 Laatste waarschuwing", ground="Goed huurder zijn", agreed="Na tien uur geen muziek."
        )
    _warn(day, hands, "Laatste waarschuwing")
    with hands.task(effort.STEP):
        ladder.step(hands, "P2 Waarschuwing van de burgemeester", ground="Wet aanpak woonoverlast", agreed="")
    lead = day.staff("leiding1")
    with lead.task(effort.SECOND):
        ladder.confirm(lead, day.case)
    assert "Bevestigd. De stap is gezet." in lead.words()
    with hands.task(effort.OUTCOME_FROM_CASE):
        hands.go("Aanpak", hands.page.locator("nav.portal-tabs"))
        ladder.check(hands, "kept", "Het was drie vrijdagen stil.")

    told = day.reporter_reads(reporter)
    assert "In behandeling" in told
    assert not [words for words in (ACCUSED, "waarschuwing", "L4", "burgemeester") if words in told]


def _warn(day: Day, hands: Hands, text: str) -> None:
    with hands.task(effort.LETTER):
        letters.begin(hands, text)
        paper = letters.finish(
            hands, gap_huisregel=RULE, gap_gedrag="Op vrijdag klinkt er harde muziek.",
            gap_hulp="Wij praten graag met u over uw werk in de nacht.", gap_reageren_voor="10 december",
        )  # fmt: skip
    assert ACCUSED in paper and "Op vrijdag klinkt er harde muziek." in paper
    _says_nothing_of_reporters(day, paper)


def _work_with_the_police(day: Day, hands: Hands, reporter: Receipt) -> None:
    hands.go("Zaak", hands.page.locator("nav.portal-tabs"))
    with hands.task(effort.SHARE):
        name = partner.share(hands)
    email = wait_until(lambda: day.office.somebody_at(name))

    shown = partner.answers(day.people, email, day.case)

    assert partner.SUMMARY in shown and ACCUSED not in shown
    _says_nothing_of_reporters(day, shown)
    assert name not in day.reporter_reads(reporter)


def _end_and_go_on(day: Day, hands: Hands, reporter: Receipt) -> None:
    with hands.task(effort.CLOSE):
        ending.close(hands, "De overlast is voorbij", "Het is nu stil. Wij hebben met iedereen gepraat.")
    for one in (day.neighbours[0], day.neighbours[6]):
        told = day.reporter_reads(one.receipt)
        assert "Afgerond" in told and "Het is nu stil. Wij hebben met iedereen gepraat." in told

    tenant = _ask_again(day, reporter)
    with hands.task(effort.REOPEN):
        ending.reopen(hands, day.case, "De melder hoort het weer.", "Wij kijken er opnieuw naar.")
    pages.follow(tenant, reporter)
    told = pages.words(tenant)
    assert "Wij onderzoeken" in told and "Wij kijken er opnieuw naar." in told


def _ask_again(day: Day, reporter: Receipt) -> Page:
    day.office.forget_tries()
    page = day.people.somebody()
    pages.follow(page, reporter)
    pages.press(page, "Het is niet opgelost")
    page.get_by_role("main").get_by_role("textbox").fill("De muziek is er weer.")
    pages.press(page, "Vraag om opnieuw te kijken")
    return page


def _to_accused(hands: Hands) -> None:
    both_sides.tab(hands, "Betrokkenen")
    hands.go(ACCUSED, hands.main)


def _says_nothing_of_reporters(day: Day, told: str) -> None:
    marks = [word for one in day.neighbours for word in (one.name, one.receipt.number, one.story)]
    assert not [mark for mark in marks if mark in told]


def _in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()
