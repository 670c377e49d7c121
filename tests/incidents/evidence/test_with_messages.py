"""Photos with an answer or a message on the page of a report, and what staff see of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.evidence.washing import NotTaken
from incidents.following import dialogue
from incidents.models import Case, Evidence, Report, TimelineEntry
from safetyportal.audit.models import AuditEvent
from safetyportal.desk.evidence import sent_in
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import chosen, laid_ready, sent_photo
from tests.incidents.tenant import words
from tests.world import CODE, file, in_stairwell, person, route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
PAGE = "follow_report"


@pytest.fixture
def report(client: Client) -> Report:
    found = file("DRU-GEB", place=in_stairwell())
    route(found)
    client.post(reverse("follow_enter"), {"number": found.number, "code": CODE})
    return found


def act(client: Client, slug: str, **said: Any) -> Any:
    return client.post(reverse("follow_act", args=[slug]), said)


def staff(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def test_a_question_is_answered_with_a_photo_alone(client: Client, report: Report) -> None:
    dialogue.ask(report=report, text="Kunt u een foto sturen?", by=person("noord@"), at=timezone.now())

    went = act(client, "antwoord", file=chosen(making.heic()), text="")

    assert went.url == reverse(PAGE)
    photo = Evidence.objects.get()
    assert photo.entry is not None and photo.entry.sort == TimelineEntry.Sort.REPLY and photo.kept_at
    assert dialogue.question_to(report) is None
    page = client.get(reverse(PAGE))
    assert "Foto 1" in words(page)
    shown = client.get(reverse("follow_file", args=[photo.pk]))
    assert shown.status_code == 200 and b"".join(shown.streaming_content)[:2] == b"\xff\xd8"


@pytest.mark.parametrize("slug", ["bericht", "weer"])
def test_a_photo_survives_an_error_beside_it_and_goes_with_the_next_try(
    client: Client, report: Report, slug: str
) -> None:
    wrong = {"day": "flauwekul"} if slug == "weer" else {"text": "x" * 5000}
    first = act(client, slug, file=chosen(making.jpeg()), **wrong)
    assert first.context["form"].errors and "Foto 1" in words(first)
    assert not Evidence.objects.sent().exists()

    went = act(client, slug, text="Zie de foto.", day="vandaag")

    assert went.url == reverse(PAGE) and Evidence.objects.sent().count() == 1


def test_adding_and_taking_away_keep_what_was_typed(client: Client, report: Report) -> None:
    added = act(client, "bericht", text="Half verhaal", file=chosen(making.jpeg()), add="1")
    assert "Half verhaal" in added.content.decode() and "Foto 1" in words(added)

    gone = act(client, "bericht", text="Half verhaal", remove=str(Evidence.objects.get().pk))
    assert "Half verhaal" in gone.content.decode() and not Evidence.objects.exists()
    assert not TimelineEntry.objects.filter(case=report.case, text="Half verhaal").exists()


def test_a_second_click_sends_nothing_twice(client: Client, report: Report) -> None:
    for _ in range(2):
        act(client, "bericht", text="Zie de foto.", file=chosen(making.jpeg()))

    assert TimelineEntry.objects.filter(case=report.case, sort=TimelineEntry.Sort.REPLY).count() == 1
    assert Evidence.objects.count() == 1


def test_a_second_click_on_something_else_leaves_what_lies_ready(client: Client, report: Report) -> None:
    laid_ready(report)
    for _ in range(2):
        act(client, "klacht", text="Te langzaam.")

    assert TimelineEntry.objects.filter(case=report.case, sort=TimelineEntry.Sort.COMPLAINT).count() == 1
    assert Evidence.objects.count() == 1


def test_the_same_words_with_another_photo_are_another_message(client: Client, report: Report) -> None:
    act(client, "bericht", text="Zie de foto.", file=chosen(making.jpeg()))
    act(client, "bericht", text="Zie de foto.", file=chosen(making.png()))

    assert TimelineEntry.objects.filter(case=report.case, sort=TimelineEntry.Sort.REPLY).count() == 2


def test_no_file_comes_to_a_closed_or_protected_case(report: Report) -> None:
    for change in ({"status": "closed", "closed_at": timezone.now()}, {"restricted": True}):
        Case.objects.filter(pk=report.case_id).update(**change)
        with pytest.raises(NotTaken):
            laid_ready(report)
        Case.objects.filter(pk=report.case_id).update(status="received", closed_at=None, restricted=False)


def test_what_lay_ready_when_a_case_became_protected_is_not_sent(report: Report) -> None:
    laid_ready(report)
    Case.objects.filter(pk=report.case_id).update(restricted=True)

    dialogue.say(report=report, sort=TimelineEntry.Sort.REPLY, text="Zie.", at=timezone.now())

    assert not Evidence.objects.exists()


def test_staff_see_the_newest(report: Report, monkeypatch: Any) -> None:
    monkeypatch.setattr("safetyportal.desk.evidence.MOST_FILES", 1)
    sent_photo(report)
    newest = laid_ready(report, making.pdf())
    dialogue.say(report=report, sort=TimelineEntry.Sort.REPLY, text="Nog een.", at=timezone.now())

    found = sent_in(case=report.case, at=timezone.now())

    assert [one.file.id for one in found.files] == [newest.pk] and found.is_cut


def test_a_question_asked_while_one_writes_loses_no_word(client: Client, report: Report) -> None:
    dialogue.ask(report=report, text="Hoe laat?", by=person("noord@"), at=timezone.now())

    went = act(client, "bericht", text="Het was om drie uur.", file=chosen(making.jpeg()))

    assert went.url == reverse(PAGE) and dialogue.question_to(report) is None
    assert TimelineEntry.objects.get(sort=TimelineEntry.Sort.REPLY).text == "Het was om drie uur."
    assert Evidence.objects.sent().count() == 1


def test_what_comes_too_late_gives_the_words_back(client: Client, report: Report) -> None:
    Case.objects.filter(pk=report.case_id).update(status="closed", closed_at=timezone.now())

    page = act(client, "bericht", text="Nog een ding.")

    assert page.status_code == 409 and "Nog een ding." in page.content.decode()
    assert "Dit kan nu niet meer bij deze melding" in words(page)


def test_a_wrong_file_is_said_and_the_message_waits(client: Client, report: Report) -> None:
    page = act(client, "bericht", text="Kijk maar.", file=chosen(b"MZ" + bytes(50), "a.exe"))

    assert "a.exe: Dit bestand kunnen wij niet lezen" in words(page) and "Kijk maar." in page.content.decode()
    assert not TimelineEntry.objects.filter(sort=TimelineEntry.Sort.REPLY).exists()


def test_other_acts_take_no_files(client: Client, report: Report) -> None:
    act(client, "klacht", text="Te langzaam.", file=chosen(making.jpeg()))
    act(client, "veilig", text="", file=chosen(making.jpeg()))

    assert not Evidence.objects.exists()


def test_a_protected_case_takes_no_files(client: Client) -> None:
    hidden = file("AGR-HUIS")
    client.post(reverse("follow_enter"), {"number": hidden.number, "code": CODE})

    page = act(client, "bericht", text="", file=chosen(making.jpeg()))

    assert not Evidence.objects.exists() and "Foto, geluid of bestand" not in words(page)


def test_a_reporter_opens_no_file_of_another(client: Client, report: Report) -> None:
    other = sent_photo(file("DRU-GEB", place=in_stairwell()))

    assert client.get(reverse("follow_file", args=[other.pk])).status_code == 404


def test_staff_see_what_came_and_each_look_is_written_down(report: Report) -> None:
    photo = sent_photo(report)
    client = staff("noord@")

    page = client.get(reverse("case_page", args=[report.case.number]))
    opened = client.get(reverse("case_evidence", args=[report.case.number, photo.pk]))
    body = b"".join(opened.streaming_content)

    assert "Foto 1" in words(page) and 'src="data:image/jpeg;base64,' in page.content.decode()
    assert making.MARK not in body and body[:2] == b"\xff\xd8"
    assert opened.headers["Content-Disposition"].startswith("inline;")
    assert "sandbox" in opened.headers["Content-Security-Policy"]
    assert "script-src" not in opened.headers["Content-Security-Policy"]
    assert (
        opened.headers["Cache-Control"] == "no-store"
        and opened.headers["X-Content-Type-Options"] == "nosniff"
    )
    assert "Jansen" not in str(opened.headers)
    seen = AuditEvent.objects.get(action="evidence.read")
    assert seen.object_id == str(photo.pk) and seen.actor == person("noord@")


@pytest.mark.parametrize("make", [making.pdf, making.mp4, making.webm, making.mp3, making.wav])
def test_all_but_our_own_photos_is_only_saved(report: Report, make: Any) -> None:
    found = laid_ready(report, make())
    dialogue.say(report=report, sort=TimelineEntry.Sort.REPLY, text="Zie.", at=timezone.now())

    opened = staff("noord@").get(reverse("case_evidence", args=[report.case.number, found.pk]))

    assert opened.headers["Content-Disposition"].startswith("attachment;")
    assert making.MARK not in b"".join(opened.streaming_content)


def test_the_original_is_for_a_team_lead_and_only_by_pressing_a_button(report: Report) -> None:
    photo = sent_photo(report)
    address = reverse("case_evidence_original", args=[report.case.number, photo.pk])

    assert staff("noord@").post(address).status_code == 403
    assert "Origineel" not in words(staff("noord@").get(reverse("case_page", args=[report.case.number])))
    lead = staff("teamleider@")
    assert lead.get(address).status_code == 405
    given = lead.post(address)

    assert b"".join(given.streaming_content) == making.jpeg()
    assert given.headers["Content-Disposition"].startswith("attachment;")
    assert AuditEvent.objects.filter(action="evidence.original", actor=person("teamleider@")).count() == 1


def test_no_partner_sees_any_of_it(report: Report) -> None:
    photo = sent_photo(report)
    queue = staff("boa@")

    page = queue.get(reverse("partner_queue"))
    assert "Foto" not in words(page)
    assert queue.get(reverse("case_evidence", args=[report.case.number, photo.pk])).status_code == 403


def test_own_data_names_what_was_sent(client: Client, report: Report) -> None:
    sent_photo(report)

    assert "Foto 1" in client.get(reverse("follow_data")).content.decode()
