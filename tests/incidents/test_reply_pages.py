"""The page of somebody who was reported about: in with a letter, what we told and no more, and what they write."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following.code_door import FAILURES_PER_NUMBER
from incidents.handling import casework
from incidents.models import Case, Party, PartyCode, PartyLetter, PartyWord
from incidents.pages import followup
from incidents.pages.accused_acts import ACTS
from incidents.pages.accused_page import enter
from incidents.sides.parties import end
from incidents.tasks import purge_drafts
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, open_for
from tests.incidents import parties as people
from tests.incidents.tenant import code_on, words
from tests.partners.partner_side import client_of
from tests.world import CODE, NOON, at_home, file, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
PAGE = "/reactie/pagina/"


@pytest.fixture
def case() -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=case.pk)


def letter_address(party: Party) -> str:
    return reverse("party_letter", args=[party.case.number, party.pk])


def test_a_letter_says_nothing_of_the_report_and_opens_the_page(case: Case) -> None:
    party = people.accused(case)
    people.inform(party)

    page = client_of("noord@").post(letter_address(party), follow=True)

    letter = page.content.decode().partition('<article class="portal-letter"')[2].partition("</article>")[0]
    number = PartyCode.objects.get(party=party).number
    for said in (people.NAME, "Esdoornlaan 6", "9990 AA", number, "http://localhost:8000/reactie/"):
        assert said in letter
    for secret in (case.kind.label, case.number, "melding", "overlast", "Na tien uur"):
        assert secret not in letter
    inside = people.let_in(number, code_on(page))
    assert inside.get(PAGE).status_code == 200
    assert page["Cache-Control"] == "no-store"


def test_the_code_is_kept_nowhere_and_the_letter_goes_after_ten_minutes(case: Case) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        party = people.accused(case)
        people.inform(party)
        client = client_of("noord@")
        code = code_on(client.post(letter_address(party), follow=True))
        again = code_on(client.post(letter_address(party), follow=True))
        other = client_of("noord2@").post(letter_address(party), follow=True)
        clock.shift(timedelta(minutes=11))
        gone = client.get(letter_address(party), follow=True)
        newer = code_on(client_of("noord2@").post(letter_address(party), follow=True))
        number = PartyCode.objects.get(party=party).number
        works = [people.let_in(number, one).get(PAGE).status_code for one in (code, newer)]
        clock.shift(timedelta(minutes=11))
        purge_drafts()

    stored = ""
    with connection.cursor() as cursor:
        for table in ("incidents_partycode", "incidents_timelineentry", "audit_auditevent"):
            cursor.execute(f"SELECT t::text FROM {table} t")
            stored += str(cursor.fetchall())
    assert code == again != newer
    assert "Er is net een nieuwe code gemaakt" in words(other)
    assert "Deze brief is niet meer te zien." in words(gone)
    assert works == [302, 200]
    assert code not in stored and newer not in stored
    assert not PartyLetter.objects.exists()
    assert AuditEvent.objects.filter(action="case.letter_with_code").count() == 2


@pytest.mark.parametrize("why", ["not told", "no name", "no home", "restricted", "witness"])
def test_to_whom_no_letter_goes(case: Case, why: str) -> None:
    changes = {
        "no name": {"name": "", "sort": "unknown"}, "no home": {"home": None}, "witness": {"role": Party.Role.WITNESS},
    }.get(why, {})  # fmt: skip
    party = people.accused(case, **changes)
    email = "noord@"
    if why in ("no home", "restricted"):
        people.inform(party)
    if why == "restricted":
        Case.objects.filter(pk=case.pk).update(restricted=True)
        email = "beschermd@"

    page = client_of(email).post(letter_address(party), follow=True)

    assert page.status_code == 200
    assert not PartyCode.objects.exists() and not PartyLetter.objects.exists()


def test_the_page_says_what_we_told_and_when_they_can_come(case: Case) -> None:
    party, inside = people.at_own_page(case)
    people.invite(Party.objects.get(pk=party.pk), place="Kantoor, Dorpsplein 1")

    page = words(inside.get(PAGE))

    for said in (
        case.kind.label,
        "Na tien uur is het stil.",
        "Wij horen u graag.",
        "Kantoor, Dorpsplein 1",
        "Op kantoor",
    ):
        assert said in page
    assert "Wij zeggen niet wie heeft gemeld." in page


def test_a_number_of_one_door_opens_nothing_at_the_other(case: Case) -> None:
    party = people.accused(case)
    people.inform(party)
    number, code = people.letter(party)
    report = case.reports.get()
    now = timezone.now()

    assert enter(number=number, code=code, client="a", at=now) == party
    assert followup.enter(number=report.number, code=CODE, client="a", at=now) == report
    for typed in (report.number, report.number[2:]):
        assert enter(number=typed, code=CODE, client="b", at=now) is None
    for typed in (number, number[2:]):
        assert followup.enter(number=typed, code=code, client="c", at=now) is None


def test_a_session_of_one_side_never_opens_the_other(case: Case) -> None:
    _party, inside = people.at_own_page(case)
    reporter = Client()
    reporter.post(reverse("follow_enter"), {"number": case.reports.get().number, "code": CODE})

    follow, reply = reverse("follow_report"), reverse("reply_page")
    assert (inside.get(reply).status_code, reporter.get(follow).status_code) == (200, 200)
    assert inside.get(follow)["Location"] == reverse("follow_enter")
    assert reporter.get(reply)["Location"] == reverse("reply_enter")
    # The same browser at both doors: the second closes the first.
    both = people.let_in(*_new_letter(case), client=reporter)
    assert both.get(reply).status_code == 200
    assert both.get(follow)["Location"] == reverse("follow_enter")


def _new_letter(case: Case) -> tuple[str, str]:
    party = people.accused(case, name="Ria Ruis")
    people.inform(party)
    return people.letter(party)


def test_a_number_that_is_not_there_gets_the_same_answer(case: Case) -> None:
    party = people.accused(case)
    people.inform(party)
    number, _code = people.letter(party)

    def answer(typed: str) -> tuple[int, str]:
        page = Client().post(reverse("reply_enter"), {"number": typed, "code": CODE})
        return page.status_code, words(page).replace(typed, "")

    assert answer(number) == answer("R-0000-0000") == answer("R-1234-5679")


def test_after_ten_wrong_codes_the_number_waits_an_hour(case: Case) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        party = people.accused(case)
        people.inform(party)
        number, code = people.letter(party)
        for turn in range(FAILURES_PER_NUMBER):
            Client(REMOTE_ADDR=f"192.0.2.{turn}").post(
                reverse("reply_enter"), {"number": number, "code": CODE}
            )
        blocked = Client().post(reverse("reply_enter"), {"number": number, "code": code})
        clock.shift(timedelta(hours=1))
        later = Client().post(reverse("reply_enter"), {"number": number, "code": code})

    assert blocked.status_code == 429 and "Er is te vaak een verkeerde code ingevuld." in words(blocked)
    assert later.status_code == 302


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.slug)
def test_what_they_write_is_kept_for_the_team_with_a_term_to_look(case: Case, act: object) -> None:
    slug, sort = act.slug, act.sort  # type: ignore[attr-defined]
    party, inside = people.at_own_page(case)
    text = "Ik ben ziek geweest, en het is niet waar!"

    answer = inside.post(f"{PAGE}{slug}/", {"text": text, "tongue": "Tigrinya"})
    inside.post(f"{PAGE}{slug}/", {"text": text, "tongue": "Tigrinya"})

    assert answer["Location"] == PAGE
    word = PartyWord.objects.get(party=party)
    assert word.sort == sort and text in word.entry.text
    assert (word.entry.visibility, word.entry.sensitive, word.entry.by) == ("team", True, None)
    assert word.entry.by_label == "Bewoner over wie gemeld is"
    [term] = (
        open_for(subject_kind="case", subject_id=case.pk)
        .filter(about__contains=".")
        .exclude(name=Name.PARTNER_ANSWER)
    )
    asks = sort in ("objection", "correction", "restriction")
    assert (term.name, term.bars_closing) == (Name.OBJECTION if asks else Name.ANSWER_ACCUSED, asks)
    assert text in words(inside.get(PAGE))
    staff = client_of("noord@")
    assert "Wacht op uw antwoord" in words(staff.get(reverse("case_people", args=[case.number])))
    # The reporter reads nothing of it.
    assert text not in repr(followup.progress(report=case.reports.get()))


def test_staff_answer_and_they_read_it_on_their_page(case: Case) -> None:
    party, inside = people.at_own_page(case)
    inside.post(f"{PAGE}wanneer/", {"text": "Op dinsdag."})
    address = reverse("party_act", args=[case.number, party.pk, "antwoorden"])

    named = client_of("noord@").post(address, {"about": "said", "text": "Aisha Bouzian kan niet op dinsdag."})
    client_of("noord@").post(address, {"about": "said", "text": "Dinsdag is goed."})

    assert named.status_code == 409
    assert "Dinsdag is goed." in words(inside.get(PAGE))
    assert not open_for(subject_kind="case", subject_id=case.pk).filter(about=f"said.{party.pk}").exists()


@pytest.mark.parametrize("text", ["", "   ", "a" * 4001, "voor\0na"])
def test_what_cannot_be_kept_comes_back(case: Case, text: str) -> None:
    party, inside = people.at_own_page(case)

    answer = inside.post(f"{PAGE}verklaring/", {"text": text})

    assert answer.status_code == 200 and answer.context["form"].errors
    assert not PartyWord.objects.filter(party=party).exists()


def test_hostile_words_are_shown_as_words(case: Case) -> None:
    party, inside = people.at_own_page(case)
    inside.post(f"{PAGE}verklaring/", {"text": '<script>alert(1)</script>\u202e=HYPERLINK("x")'})

    own = inside.get(PAGE).content.decode()
    ours = client_of("noord@").get(reverse("party_page", args=[case.number, party.pk])).content.decode()

    assert "<script>alert" not in own + ours
    assert "\u202e" not in ours


def test_who_writes_too_much_waits_and_keeps_the_words(case: Case) -> None:
    _party, inside = people.at_own_page(case)
    for turn in range(20):
        inside.post(f"{PAGE}verklaring/", {"text": f"Nummer {turn}"})

    answer = inside.post(f"{PAGE}verklaring/", {"text": "Nog een."})

    assert answer.status_code == 429 and "Nog een." in answer.content.decode()
    assert PartyWord.objects.count() == 20


def test_the_page_closes_with_silence_with_leaving_and_when_it_becomes_a_danger(case: Case) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        party, silent = people.at_own_page(case)
        clock.shift(timedelta(minutes=11))
        assert silent.get(PAGE)["Location"] == reverse("reply_enter")
        again = people.let_in(*people.letter(party))
        assert again.get(PAGE).status_code == 200
        assert again.post(reverse("reply_leave"))["Clear-Site-Data"] == '"cache"'
        assert again.get(PAGE).status_code == 302
        clock.shift(timedelta(minutes=11))
        number, code = people.letter(party)
        inside = people.let_in(number, code)
        Case.objects.filter(pk=case.pk).update(restricted=True)
        assert inside.get(PAGE).status_code == 302
        assert people.let_in(number, code).get(PAGE).status_code == 302


def test_who_is_taken_off_while_writing_comes_no_further(case: Case) -> None:
    party, inside = people.at_own_page(case)
    end(party=party, reason="Vergissing.", by=person("noord@"), at=timezone.now())

    assert inside.post(f"{PAGE}verklaring/", {"text": "Ik."}).status_code == 302
    assert not PartyWord.objects.exists()


def test_rights_stay_when_the_case_is_closed(case: Case) -> None:
    party, inside = people.at_own_page(case)
    Case.objects.filter(pk=case.pk).update(status="closed", closed_at=timezone.now(), close_reason="solved")

    inside.post(f"{PAGE}bezwaar/", {"text": "Ik wil dat u dit weghaalt."})

    assert PartyWord.objects.filter(party=party, sort="objection").exists()
    address = reverse("party_act", args=[case.number, party.pk, "antwoorden"])
    assert (
        client_of("noord@").post(address, {"about": "objection", "text": "Dat doen wij."}).status_code == 302
    )


def test_the_language_changes_and_the_words_stay(case: Case) -> None:
    _party, inside = people.at_own_page(case)

    page = inside.post(f"{PAGE}verklaring/", {"text": "Mijn woorden", "language": "en"}, follow=True)

    assert page.status_code == 200


def test_other_reports_of_the_same_place_do_not_open_with_it(case: Case) -> None:
    other = file("GEL-MUZ", place=at_home(8))
    _party, inside = people.at_own_page(case)

    assert other.number not in words(inside.get(PAGE))
