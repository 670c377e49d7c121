"""A tenant adds photos and files to a report being written: one by one, kept over every error, never in the way."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.evidence import accepting
from incidents.models import Draft, Evidence, EvidenceFile, EvidencePiece, Report
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import chosen
from tests.incidents.tenant import post, send, url, words, written_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def add(client: Client, draft: Draft, *bodies: bytes, button: str = "add", **more: Any) -> Any:
    return client.post(
        reverse("report_evidence", args=[draft.pk]),
        {"file": [chosen(body) for body in bodies], button: "1", **more},
    )


def sorts(draft: Draft) -> list[str]:
    return list(draft.evidence.values_list("sort", flat=True))


def test_the_story_page_leads_to_it_by_a_button_of_its_own(client: Client) -> None:
    draft = written_until(client, "vragen")

    went = post(client, draft, "verhaal", then="bewijs")

    assert went.url == url(draft, "bewijs")
    assert post(client, draft, "verhaal").url == url(draft, "contact")


def test_files_are_added_one_by_one_and_go_with_the_report(client: Client) -> None:
    draft = written_until(client, "contact")

    assert add(client, draft, making.jpeg()).url == url(draft, "bewijs")
    add(client, draft, making.webm(), making.pdf())
    page = client.get(url(draft, "bewijs"))
    check = client.get(url(draft, "controle"))
    client.post(url(draft, "controle"))

    assert "Foto 1" in words(page) and "Geluid 1" in words(page) and "Pdf 1" in words(page)
    assert "1 foto, 1 geluid, 1 pdf" in words(check)
    report = Report.objects.get(draft=draft)
    sent = report.evidence.sent()
    assert [one.sort for one in sent] == ["photo", "sound", "paper"]
    assert {one.kept_at for one in sent} == {report.filed_at} and sorts(draft) == []


def test_both_boxes_of_the_page_count_and_the_way_on_adds_too(client: Client) -> None:
    draft = written_until(client, "verhaal")

    went = client.post(url(draft, "bewijs"), {"camera": chosen(making.jpeg()), "file": chosen(making.heic())})

    assert went.url == url(draft, "contact")
    assert sorts(draft) == ["photo", "photo"]


def test_one_that_is_wrong_is_named_and_the_others_are_kept(client: Client) -> None:
    draft = written_until(client, "verhaal")

    page = client.post(
        url(draft, "bewijs"),
        {
            "file": [chosen(making.jpeg()), chosen(b"MZ" + bytes(99), "virus.exe"), chosen(making.png())],
            "add": "1",
        },
    )

    assert "virus.exe: Dit bestand kunnen wij niet lezen." in words(page)
    assert page.context["form"].errors and sorts(draft) == ["photo", "photo"]


def test_nothing_chosen_is_said_and_going_on_without_is_no_error(client: Client) -> None:
    draft = written_until(client, "verhaal")

    assert "Kies eerst een foto of bestand" in words(add(client, draft))
    assert client.post(url(draft, "bewijs"), {}).url == url(draft, "contact")


def test_what_was_added_can_be_taken_away_and_only_that(client: Client) -> None:
    draft, other = written_until(client, "verhaal"), written_until(client, "verhaal")
    add(client, draft, making.jpeg())
    add(client, other, making.jpeg())

    for key in (other.evidence.get().pk, uuid4(), "no key", "\0"):
        client.post(url(draft, "bewijs"), {"remove": str(key)})
    assert sorts(draft) == sorts(other) == ["photo"]

    client.post(url(draft, "bewijs"), {"remove": str(draft.evidence.get().pk)})
    assert sorts(draft) == [] and EvidenceFile.objects.filter(evidence__draft=draft).count() == 0


def test_ten_files_are_enough(client: Client) -> None:
    draft = written_until(client, "verhaal")
    for _ in range(2):
        add(client, draft, *[making.amr()] * 5)

    page = add(client, draft, making.amr())

    assert "U hebt al tien bestanden toegevoegd" in words(page)
    assert len(sorts(draft)) == 10


def test_too_much_from_one_address_is_said_and_the_report_goes_on(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("incidents.evidence.receiving.MOST_IN_AN_HOUR", 2)
    draft = written_until(client, "contact")

    page = add(client, draft, *[making.amr()] * 3)

    assert "U hebt het laatste uur veel bestanden gestuurd" in words(page) and len(sorts(draft)) == 2
    client.post(url(draft, "controle"))
    assert Report.objects.filter(draft=draft).exists()


def test_a_file_that_is_too_large_leaves_the_others(client: Client, settings: Any) -> None:
    settings.LARGEST_FILE = 40_000
    draft = written_until(client, "verhaal")

    page = add(client, draft, making.jpeg(), bytes(100_000), making.amr())

    assert "Dit bestand is te groot" in words(page)
    assert sorts(draft) == ["photo", "sound"]


def test_each_sort_has_a_limit_of_its_own(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(
        "incidents.evidence.washing.LARGEST", {"photo": 10, "sound": 10, "film": 10, "paper": 10}
    )
    draft = written_until(client, "verhaal")

    page = words(add(client, draft, making.jpeg(), making.amr(), making.mp4(), making.pdf()))

    for said in (
        "De foto moet kleiner",
        "Het geluid moet kleiner",
        "Het filmpje moet kleiner",
        "De pdf moet kleiner",
    ):
        assert said in page
    assert sorts(draft) == []


def test_what_is_far_too_much_is_refused_before_it_is_read(client: Client) -> None:
    draft = written_until(client, "verhaal")

    page = client.post(
        url(draft, "bewijs"), b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH="900000000"
    )

    assert page.status_code == 413
    assert "Dit is te groot om te versturen" in words(page)


def test_files_come_in_nowhere_else(client: Client) -> None:
    draft = written_until(client, "vragen")

    client.post(
        url(draft, "verhaal"), {"story": "Lawaai.", "names_person": "no", "file": chosen(making.jpeg())}
    )
    client.post(
        reverse("follow_enter"), {"number": "M-1111-1111", "code": "x", "file": chosen(making.jpeg())}
    )

    assert not Evidence.objects.exists()


def test_who_may_be_watched_is_not_asked_for_pictures(client: Client) -> None:
    draft = written_until(client, "gevaar")
    post(client, draft, "soort", kind="AGR-HUIS")
    client.post(url(draft, "bellen"))
    for step in ("adres", "plek", "vragen", "verhaal"):
        post(client, draft, step)

    assert client.get(url(draft, "bewijs")).url == url(draft, "contact")
    add(client, draft, making.jpeg())
    assert sorts(draft) == [] and "Foto of geluid" not in words(client.get(url(draft, "verhaal")))


def test_a_kind_that_becomes_protected_leaves_the_pictures_behind(client: Client) -> None:
    draft = written_until(client, "contact")
    add(client, draft, making.jpeg())
    post(client, draft, "soort", kind="AGR-HUIS")
    client.post(url(draft, "bellen"))
    for step in ("vragen", "verhaal", "contact"):
        post(client, draft, step)

    client.post(url(draft, "controle"))

    assert Report.objects.get(draft=draft).case.restricted
    assert not Evidence.objects.exists()


def test_of_somebody_unknown_no_original_is_kept(client: Client) -> None:
    draft = written_until(client, "contact", contact={"mode": "anonymous"})
    add(client, draft, making.jpeg())
    client.post(url(draft, "controle"))

    accepting.purge(at=timezone.now())

    photo = Report.objects.get(draft=draft).evidence.get()
    assert sorted(photo.files.values_list("part", flat=True)) == ["shown", "small"]


def test_more_than_ten_at_once_is_said(client: Client) -> None:
    draft = written_until(client, "verhaal")

    page = add(client, draft, *[making.amr()] * 12)

    assert "U hebt al tien bestanden toegevoegd" in words(page) and len(sorts(draft)) == 10


def test_too_many_megabytes_from_one_address_wait(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("incidents.evidence.receiving.MOST_MEGABYTES", 2)
    draft = written_until(client, "verhaal")

    page = add(client, draft, *[making.amr()] * 3)

    assert "veel bestanden gestuurd" in words(page) and len(sorts(draft)) == 2


def test_a_full_waiting_room_takes_no_files_and_all_reports(client: Client, settings: Any) -> None:
    settings.MOST_UNSENT_BYTES = 1000
    draft = written_until(client, "contact")
    add(client, draft, making.jpeg())

    assert "Het is nu druk" in words(add(client, draft, making.jpeg()))
    client.post(url(draft, "controle"))
    assert Report.objects.get(draft=draft).evidence.count() == 1


def test_taking_away_and_another_language_keep_what_was_just_chosen(client: Client) -> None:
    draft = written_until(client, "verhaal")
    add(client, draft, making.jpeg())

    client.post(url(draft, "bewijs"), {"remove": str(draft.evidence.get().pk), "file": chosen(making.amr())})
    assert sorts(draft) == ["sound"]

    page = client.post(url(draft, "bewijs"), {"language": "en", "file": chosen(making.pdf())})
    assert "Sound 1" in words(page) and "PDF 1" in words(page)


def test_nobody_adds_to_a_report_of_another_or_one_that_was_sent(client: Client) -> None:
    draft = written_until(client, "contact")
    assert add(Client(), draft, making.jpeg()).status_code == 404

    client.post(url(draft, "controle"))
    assert add(client, draft, making.jpeg()).url == reverse("report_receipt", args=[draft.pk])
    assert not Evidence.objects.exists()


def test_the_quick_way_out_takes_the_files_along(client: Client) -> None:
    draft = written_until(client, "verhaal")
    add(client, draft, making.jpeg())

    client.post(reverse("report_quit", args=[draft.pk]))

    assert not Evidence.objects.exists() and not EvidencePiece.objects.exists()


def test_a_script_that_shows_progress_opens_the_next_page_itself(client: Client) -> None:
    draft = written_until(client, "verhaal")

    went = client.post(
        url(draft, "bewijs"),
        {"file": chosen(making.jpeg()), "add": "1"},
        headers={"X-Upload": "1"},
        follow=True,
    )

    assert went.status_code == 204 and went.redirect_chain[-1][0] == url(draft, "bewijs")


def test_sound_may_be_recorded_here_and_nowhere_else(client: Client) -> None:
    draft = written_until(client, "contact")

    assert "microphone=(self)" in client.get(url(draft, "bewijs")).headers["Permissions-Policy"]
    assert "microphone=()" in client.get(url(draft, "controle")).headers["Permissions-Policy"]


def test_a_report_without_files_is_as_good(client: Client) -> None:
    report = send(client)

    assert not report.evidence.exists()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"x", "multipart/form-data"),
        (b"x", "multipart/form-data; boundary="),
        (b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n", "multipart/form-data; boundary=b"),
        (b"--b\r\n" + b"X: y\r\n" * 3000 + b"\r\n\r\n--b--", "multipart/form-data; boundary=b"),
        (b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" * 1001 + b"--b--", "multipart/form-data; boundary=b"),
        (
            b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n1\r\n" * 101 + b"--b--",
            "multipart/form-data; boundary=b",
        ),
        (
            b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../\xff\x00etc\"\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--b--",
            "multipart/form-data; boundary=b; charset=utf-7",
        ),
    ],
)  # fmt: skip
def test_no_form_however_broken_breaks_us(client: Client, body: bytes, content_type: str) -> None:
    draft = written_until(client, "verhaal")

    answer = client.generic("POST", url(draft, "bewijs"), body, content_type)

    assert answer.status_code in (200, 302, 400)
    draft.refresh_from_db()
    assert draft.answers["verhaal"]["story"]
