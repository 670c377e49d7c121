"""Between us and one reporter: asked and answered, happened again, withdrawn, disclosed, complained, reopened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.acts import NotNow
from incidents.following import dialogue, disclosing
from incidents.handling import casework, holding
from incidents.models import Case, Report, ReporterIdentity, TimelineEntry
from incidents.pages.reporter_acts import ACTS, BY_SLUG
from incidents.rules.workflow import Status
from incidents.views.tenant_acts import MOST_IN_AN_HOUR
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.notices.models import Notice
from tests.incidents.tenant import words
from tests.world import CODE, NOON, anonymous, at_home, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort


def opened(report: Report) -> Client:
    """A browser in which this reporter filled in number and code."""
    client = Client()
    entered = client.post(reverse("follow_enter"), {"number": report.number, "code": CODE})
    assert entered.url == reverse("follow_report")
    return client


def do(client: Client, slug: str, **said: Any) -> Any:
    return client.post(reverse("follow_act", args=[slug]), said)


def page_of(report: Report) -> str:
    return words(opened(report).get(reverse("follow_report")))


def terms(case: Case) -> dict[str, Any]:
    return {
        f"{one.name} {one.about}".strip(): one for one in open_for(subject_kind="case", subject_id=case.pk)
    }


def taken(report: Report) -> Report:
    casework.take(case=report.case, by=person("noord@"), at=timezone.now())
    report.case.refresh_from_db()
    return report


def closed(report: Report, at: Any = None) -> Report:
    casework.close(
        case=taken(report).case, status=Status.CLOSED, reason="solved", message="Klaar.", by=person("noord@"),
        at=at or timezone.now(),
    )  # fmt: skip
    report.case.refresh_from_db()
    return report


def ask(report: Report, text: str = "Hoe laat was het?") -> None:
    dialogue.ask(report=report, text=text, by=person("noord@"), at=timezone.now())
    report.case.refresh_from_db()


# We ask


def test_while_we_wait_for_the_reporter_our_terms_stand_still() -> None:
    report = taken(file("GEL-MUZ"))

    ask(report)

    open_now = terms(report.case)
    assert report.case.status == Status.WAITING
    assert {name: one.paused_since is not None for name, one in open_now.items() if name in ("progress", "decide")} in (
        {"progress": True}, {"decide": True}, {"progress": True, "decide": True}, {},
    )  # fmt: skip
    assert f"reporter_answer {report.number}" in open_now
    assert "Wij wachten op u" in page_of(report)
    assert "Hoe laat was het?" in page_of(report)


def test_the_decision_stands_still_and_moves_up_by_what_passed() -> None:
    report = file("GEL-MUZ")
    before = terms(report.case)["decide"].due
    ask(report)
    assert terms(report.case)["decide"].paused_since is not None

    dialogue.say(report=report, sort=Sort.REPLY, text="Elf uur.", at=timezone.now() + timedelta(days=14))

    after = terms(report.case)["decide"]
    assert after.paused_since is None
    assert after.due > before


def test_an_answer_brings_the_case_back_to_work() -> None:
    report = taken(file("GEL-MUZ"))
    ask(report)
    client = opened(report)

    went = do(client, "antwoord", text="Elke avond om elf uur.")

    report.case.refresh_from_db()
    assert went.url == reverse("follow_report")
    assert report.case.status == Status.INVESTIGATION
    assert f"reporter_answer {report.number}" not in terms(report.case)
    assert dialogue.question_to(report) is None
    assert "Elke avond om elf uur." in words(client.get(reverse("follow_report")))


def test_a_case_that_nobody_holds_goes_back_to_triage() -> None:
    report = file("GEL-MUZ")
    ask(report)

    dialogue.say(report=report, sort=Sort.REPLY, text="Ja.", at=timezone.now())

    report.case.refresh_from_db()
    assert report.case.status == Status.TRIAGE


def test_a_closed_case_is_asked_nothing() -> None:
    report = closed(file("GEL-MUZ"))

    with pytest.raises(NotNow):
        ask(report)


def test_staff_ask_on_the_page_of_the_case(client: Client) -> None:
    report = taken(file("GEL-MUZ"))
    client.force_login(person("noord@"))

    client.post(reverse("reporter_ask", args=[report.case.number]), {"text": "Hoe laat was het?"})

    question = dialogue.question_to(report)
    assert question is not None and question.text == "Hoe laat was het?"
    assert Notice.objects.filter(template="reporter_update").count() == 1


def test_a_reply_is_said_to_staff_first(client: Client) -> None:
    report = taken(file("GEL-MUZ"))
    dialogue.say(report=report, sort=Sort.REPLY, text="Nog iets.", at=timezone.now())
    client.force_login(person("noord@"))

    case = words(client.get(reverse("case_page", args=[report.case.number])))
    inbox = words(client.get(reverse("staff_inbox") + "?list=reporter"))

    assert "De melder wacht op uw antwoord: Bericht van de melder." in case
    assert report.case.number in inbox


# The reporter asks


@pytest.mark.parametrize(
    ("slug", "said", "sort"),
    [
        ("bericht", {"text": "Wanneer komt er iemand?"}, Sort.REPLY),
        ("weer", {"day": "gisteren", "day_part": "night", "text": "Tot drie uur."}, Sort.AGAIN),
        ("veilig", {"text": ""}, Sort.AFRAID),
        ("intrekken", {"text": "Het is over."}, Sort.WITHDRAWN),
        ("klacht", {"text": "Niemand belde."}, Sort.COMPLAINT),
        ("wissen", {"text": ""}, Sort.ERASE),
    ],
)
def test_what_a_reporter_asks_is_kept_with_a_term_and_answered(
    client: Client, slug: str, said: dict[str, str], sort: str
) -> None:
    report = taken(file("GEL-MUZ"))
    reporter = opened(report)

    went = do(reporter, slug, **said)

    entry = TimelineEntry.objects.get(report=report, sort=sort)
    assert went.url == reverse("follow_report")
    assert said["text"] in entry.text
    assert f"reporter_asks {dialogue.about(sort, report)}" in terms(report.case)
    client.force_login(person("teamleider@"))
    address = reverse("reporter_settle", args=[report.case.number, dialogue.about(sort, report)])
    assert said["text"] in words(client.get(address))
    client.post(address, {"text": "Daar kijken wij naar."})
    assert f"reporter_asks {dialogue.about(sort, report)}" not in terms(report.case)
    assert "Daar kijken wij naar." in words(reporter.get(reverse("follow_report")))
    assert client.get(address).status_code == 404
    assert client.post(address, {"text": "Nog eens"}).status_code == 302
    assert "Nog eens" not in words(reporter.get(reverse("follow_report")))


def test_a_handler_does_not_settle_a_complaint(client: Client) -> None:
    report = taken(file("GEL-MUZ"))
    dialogue.say(report=report, sort=Sort.COMPLAINT, text="Niemand belde.", at=timezone.now())
    client.force_login(person("noord@"))
    address = reverse("reporter_settle", args=[report.case.number, dialogue.about(Sort.COMPLAINT, report)])

    client.post(address, {"text": "Sorry."})

    assert "Een teamleider handelt klachten af." in words(client.get(address))
    assert f"reporter_asks {dialogue.about(Sort.COMPLAINT, report)}" in terms(report.case)


def test_pressing_twice_says_it_once() -> None:
    report = file("GEL-MUZ")
    client = opened(report)

    for _ in range(2):
        do(client, "bericht", text="Hallo?")

    assert TimelineEntry.objects.filter(report=report, sort=Sort.REPLY).count() == 1


def test_a_complaint_bars_closing_and_a_message_does_not() -> None:
    report = taken(file("GEL-MUZ"))
    dialogue.say(report=report, sort=Sort.REPLY, text="Hallo?", at=timezone.now())
    dialogue.say(report=report, sort=Sort.COMPLAINT, text="Te lang.", at=timezone.now())

    with pytest.raises(casework.NotClosable):
        closed(report)
    dialogue.settle(
        report=report, sort=Sort.COMPLAINT, text="Wij bellen.", by=person("teamleider@"), at=timezone.now()
    )

    assert not closed(report).case.is_open


def test_of_a_closed_case_a_complaint_is_still_in_the_inbox(client: Client) -> None:
    report = closed(file("GEL-MUZ"))

    do(opened(report), "klacht", text="Het is niet opgelost.")

    client.force_login(person("noord@"))
    assert report.case.number in words(client.get(reverse("staff_inbox") + "?list=reporter"))
    assert report.case.number not in words(client.get(reverse("staff_inbox")))


@pytest.mark.parametrize(("weeks", "may"), [(0, True), (7, True), (9, False)])
def test_for_eight_weeks_a_reporter_can_ask_to_look_again(weeks: int, may: bool) -> None:
    report = file("GEL-MUZ")
    closed(report)
    Case.objects.filter(pk=report.case_id).update(closed_at=timezone.now() - timedelta(weeks=weeks))

    do(opened(report), "heropenen", text="Vannacht weer.")

    assert TimelineEntry.objects.filter(report=report, sort=Sort.REOPEN).exists() is may


def test_reopening_answers_the_request() -> None:
    report = closed(file("GEL-MUZ"))
    dialogue.say(report=report, sort=Sort.REOPEN, text="Vannacht weer.", at=timezone.now())

    holding.reopen(
        case=report.case, reason="x", message="Wij kijken weer.", by=person("noord@"), at=timezone.now()
    )

    assert not [name for name in terms(report.case) if name.startswith("reporter_asks")]


def test_how_we_helped_is_asked_once_when_it_is_over() -> None:
    report = file("GEL-MUZ")
    assert "Zeggen hoe wij u hielpen" not in page_of(report)
    client = opened(closed(report))

    do(client, "oordeel", face="bad", why="Het duurde lang.")
    do(client, "oordeel", face="good", why="")

    entry = TimelineEntry.objects.get(report=report, sort=Sort.RATED)
    assert "Niet goed" in entry.text and "Het duurde lang." in entry.text


# Who the reporter is


def test_an_anonymous_reporter_says_who_he_is_and_cannot_go_back(client: Client) -> None:
    report = file("GEL-MUZ", reporter=anonymous())
    reporter = opened(report)
    said = {"mode": "confidential", "name": "Yara Idrissi", "phone": "", "email": "yara@example.nl"}

    do(reporter, "wie-ik-ben", **said)
    do(reporter, "wie-ik-ben", **{**said, "name": "Iemand Anders"})

    identity = ReporterIdentity.objects.get(report=report)
    assert (identity.name, identity.disclosed_as, report.mode) == (
        "Yara Idrissi",
        "confidential",
        "anonymous",
    )
    assert "Zeggen wie u bent" not in words(reporter.get(reverse("follow_report")))
    with pytest.raises(disclosing.KnownAlready):
        disclosing.disclose(report=report, mode="named", name="x", phone="", email="", at=timezone.now())
    client.force_login(person("teamleider@"))
    shown = words(client.post(reverse("reporter_identity", args=[report.case.number])))
    assert "Yara Idrissi" in shown and "Vertrouwelijk gemeld" in shown


def test_who_gave_a_name_is_not_asked_for_it() -> None:
    report = file("GEL-MUZ")

    assert do(opened(report), "wie-ik-ben", mode="named", name="x", phone="0612345678").status_code == 302
    assert ReporterIdentity.objects.get(report=report).name == "Aisha Bouzian"


def test_after_stopping_mail_none_is_sent_until_wanted_again() -> None:
    report = taken(file("GEL-MUZ"))
    client = opened(report)

    do(client, "geen-mail")
    casework.send_message(case=report.case, text="Nieuws.", by=person("noord@"), at=timezone.now())
    ask(report)
    none = Notice.objects.filter(template="reporter_update").count()
    do(client, "weer-mail")
    casework.send_message(case=report.case, text="Meer.", by=person("noord@"), at=timezone.now())

    assert (none, Notice.objects.filter(template="reporter_update").count()) == (0, 1)


def test_own_data_hold_what_was_told_and_said_and_nothing_of_others() -> None:
    report = taken(file("GEL-MUZ"))
    casework.note(case=report.case, text="Alleen voor collega's.", by=person("noord@"), at=timezone.now())
    casework.send_message(case=report.case, text="Wij kijken ernaar.", by=person("noord@"), at=timezone.now())
    dialogue.say(report=report, sort=Sort.REPLY, text="Dank u.", at=timezone.now())

    answer = opened(report).get(reverse("follow_data"))

    text = answer.content.decode()
    for part in (
        report.number,
        report.story,
        "Aisha Bouzian",
        "06-00001234",
        "Wij kijken ernaar.",
        "Dank u.",
    ):
        assert part in text
    assert "Alleen voor collega's." not in text
    assert person("noord@").name not in text
    assert answer["Content-Disposition"] == f'attachment; filename="{report.number}.txt"'
    assert answer["Cache-Control"] == "no-store"


def test_what_is_between_us_and_one_reporter_no_other_reporter_reads() -> None:
    report, other = taken(file("GEL-MUZ")), file("GEL-MUZ", place=at_home(6))
    # Two reports of one case: what merging will do.
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL portal.scrub = 'on'")
    Report.objects.filter(pk=other.pk).update(case=report.case)
    ask(report, "Hoe heet uw buurman?")
    dialogue.say(report=report, sort=Sort.REPLY, text="Dat zeg ik liever niet.", at=timezone.now())
    casework.send_message(case=report.case, text="Voor allebei.", by=person("noord@"), at=timezone.now())

    theirs = page_of(other)

    assert "Voor allebei." in theirs
    assert "Hoe heet uw buurman?" not in theirs
    assert "Dat zeg ik liever niet." not in theirs


# Bad input, and doors


@pytest.mark.parametrize("act", [act.slug for act in ACTS])
@pytest.mark.parametrize(
    "text", ["a\0b", "x" * 11_000, "<script>alert(1)</script>", "{{ 7*7 }}", "\u202eabc", "💣"]
)
def test_hostile_text_is_refused_at_its_field_or_shown_as_text(act: str, text: str) -> None:
    report = file("GEL-MUZ", reporter=anonymous())
    if act in ("heropenen", "oordeel"):
        closed(report)
    if act == "antwoord":
        ask(taken(report))
    client = opened(report)

    names = BY_SLUG[act].form(today=timezone.localdate()).fields
    answer = do(client, act, **dict.fromkeys(names, text))

    assert answer.status_code in (200, 302)
    shown = client.get(reverse("follow_report")).content.decode()
    assert "<script>alert" not in shown + answer.content.decode()


def test_an_act_that_does_not_apply_leads_back_and_an_unknown_one_is_not_found() -> None:
    client = opened(file("GEL-MUZ"))

    assert client.get(reverse("follow_act", args=["heropenen"])).url == reverse("follow_report")
    assert client.get(reverse("follow_act", args=["hokus"])).status_code == 404


def test_without_number_and_code_nothing_opens(client: Client) -> None:
    for address in (reverse("follow_data"), *(reverse("follow_act", args=[act.slug]) for act in ACTS)):
        assert client.get(address).url == reverse("follow_enter")
        assert client.post(address, {"text": "x"}).status_code in (302, 405)
    assert not TimelineEntry.objects.filter(sort=Sort.REPLY).exists()


def test_switching_the_language_sends_nothing_and_keeps_the_text() -> None:
    report = file("GEL-MUZ")

    page = do(opened(report), "bericht", text="Half een zin", language="en")

    assert "Send a message" in words(page) and "Half een zin" in page.content.decode()
    assert not TimelineEntry.objects.filter(sort=Sort.REPLY).exists()


def test_a_reporter_who_sends_very_much_waits_and_keeps_the_text() -> None:
    report = file("GEL-MUZ")
    client = opened(report)
    for number in range(20):
        do(client, "bericht", text=f"Bericht {number}")

    refused = do(client, "bericht", text="Nog een bericht")

    assert refused.status_code == 429
    assert "Nog een bericht" in refused.content.decode()
    assert TimelineEntry.objects.filter(report=report, sort=Sort.REPLY).count() == 20


def test_a_mail_of_a_protected_case_is_never_sent() -> None:
    report = file("AGR-HUIS")

    dialogue.ask(report=report, text="Bent u veilig?", by=person("beschermd@"), at=timezone.now())

    assert not Notice.objects.exists()


def test_names_of_terms_fit_their_column() -> None:
    report = file("GEL-MUZ")

    assert all(len(dialogue.about(sort, report)) <= 64 for sort in dialogue.LOOK_WITHIN)
    assert Name.REPORTER_ASKS in Name


# Too much in an hour


def test_over_the_limit_of_an_hour_what_was_typed_stays_and_the_page_says_when() -> None:
    with time_machine.travel(NOON, tick=False):
        report = file("GEL-MUZ")
        client = opened(report)
        for number in range(MOST_IN_AN_HOUR):
            assert do(client, "bericht", text=f"Bericht {number}").status_code == 302

        refused = do(client, "bericht", text="Nog één ding dat ik kwijt wil.")

        assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
        assert "Nog één ding dat ik kwijt wil." in refused.content.decode()
        assert "Dit kan nu even niet" in words(refused)
        assert "Vanaf 13.00 uur kunt u het weer proberen." in words(refused)
        assert "Wat u schreef, staat hieronder nog." in words(refused)
        assert TimelineEntry.objects.filter(case=report.case, sort=Sort.REPLY).count() == MOST_IN_AN_HOUR
    with time_machine.travel(NOON + timedelta(minutes=61), tick=False):
        assert do(opened(report), "bericht", text="Nog één ding dat ik kwijt wil.").status_code == 302
