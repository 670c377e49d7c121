"""Languages on the page of a case: what a reporter wrote with its translation beside it, and who needs an interpreter."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.following import dialogue
from incidents.handling import casework
from incidents.models import Case, Party, Report, SpokenLanguage, TimelineEntry
from incidents.writing import translating
from tests.incidents import parties as people
from tests.partners.partner_side import client_of
from tests.world import at_home, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort
# As a mark, not as the label of a field or a line of the timeline.
TOLK = ">Tolk nodig<"
POLISH = "Znowu głośno."


def reported(language: str = "pl") -> Report:
    report = file("GEL-MUZ", place=at_home(6), language=language, consent=False)
    casework.take(case=report.case, by=person("noord@"), at=timezone.now())
    return report


def wrote(report: Report, text: str = POLISH) -> TimelineEntry:
    dialogue.say(report=report, sort=Sort.REPLY, text=text, at=timezone.now())
    return TimelineEntry.objects.get(report=report, sort=Sort.REPLY)


def speaks(report: Report, *, language: str = "pl", interpreter: bool = True) -> None:
    translating.write_down_language(
        report=report,
        language=language,
        needs_interpreter=interpreter,
        by=person("noord@"),
        at=timezone.now(),
    )


def page(name: str, *args: object, post: bool = False) -> str:
    client = client_of("noord@")
    answer = (client.post if post else client.get)(reverse(name, args=args), follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_a_message_in_another_language_leads_to_its_translation_and_shows_it_beside() -> None:
    report = reported()
    entry, case = wrote(report), report.case
    where = reverse("case_translate", args=[case.number, f"bericht-{entry.pk}"])
    before = page("case_page", case.number)

    client_of("noord@").post(where, {"language": "nl", "text": "Weer veel lawaai."})

    after = page("case_page", case.number)
    assert where in before and "Origineel" not in before
    start = after.index("Origineel")
    assert after.index(POLISH, start) < after.index("Vertaling: Nederlands", start)
    beside = re.sub(r"<[^>]+>|\s+", " ", after[start:])
    assert person("noord@").name in beside and "Weer veel lawaai." in beside
    assert "Betere vertaling toevoegen" in beside


def test_the_report_itself_shows_its_translation_beside_the_original() -> None:
    report = reported()
    where = reverse("case_translate", args=[report.case.number, report.number])

    client_of("noord@").post(where, {"language": "nl", "text": "Elke week lawaai."})

    shown = page("case_page", report.case.number)
    assert shown.index("Origineel") < shown.index(report.story) < shown.index("Elke week lawaai.")


def test_a_message_of_who_writes_dutch_has_no_link_and_what_we_say_neither() -> None:
    dutch, foreign = reported("nl"), reported("pl")
    wrote(dutch)
    casework.send_message(case=foreign.case, text="Wij komen.", by=person("noord@"), at=timezone.now())

    assert "/vertalen/bericht-" not in page("case_page", dutch.case.number)
    assert "/vertalen/bericht-" not in page("case_page", foreign.case.number)


def test_whose_language_staff_wrote_down_has_the_link_too() -> None:
    report = reported("nl")
    entry = wrote(report)

    speaks(report, language="tr", interpreter=False)

    assert f"bericht-{entry.pk}" in page("case_page", report.case.number)


def test_tolk_nodig_stands_wherever_a_reporter_is_called_or_visited() -> None:
    report = reported()
    number = report.case.number
    pages = {"case_page": page("case_page", number), "case_people": page("case_people", number)}
    assert all(TOLK not in shown for shown in pages.values())

    speaks(report)

    assert page("case_page", number).count(TOLK) >= 2  # what comes first, and the report
    assert TOLK in page("case_people", number)
    assert TOLK in page("reporter_identity", number, post=True)


def test_tolk_nodig_stands_wherever_a_resident_is_called_or_visited() -> None:
    case = reported("nl").case
    party = people.accused(case, needs_interpreter=True, language="tr")
    Case.objects.filter(pk=case.pk).update(status="approach")

    first = page("case_page", case.number)

    assert "Nodig de bewoner uit" in first and TOLK in first
    assert TOLK in page("case_people", case.number)
    assert TOLK in page("party_page", case.number, party.pk)
    contact = page("party_contact", case.number, party.pk, post=True)
    assert TOLK in contact and "Turks" in contact
    Party.objects.filter(pk=party.pk).update(needs_interpreter=False)
    assert TOLK not in page("case_people", case.number)


def test_staff_change_it_in_one_place_and_the_report_stays_as_filed() -> None:
    report = reported()
    speaks(report)
    speaks(report, language="uk", interpreter=False)

    report.refresh_from_db()
    shown = page("case_page", report.case.number)

    assert report.language == "pl" and SpokenLanguage.objects.get(report=report).language == "uk"
    assert "Oekraïens" in shown and TOLK not in shown
