"""With a virus scanner nobody sees a file before it has passed; a report never waits for it.

ClamAV itself cannot be installed from the registries of a bare machine: a small server speaks its protocol (INSTREAM).
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.evidence import accepting, scanning
from incidents.models import Evidence, EvidencePiece, VirusScan
from safetyportal.notices.models import Alarm
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import laid_ready, sent_photo
from tests.incidents.tenant import words
from tests.world import CODE, file, in_stairwell, person, route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


class Clamd:
    """Finds what holds `virus`; answers `says` instead when that is set."""

    def __init__(self) -> None:
        self.virus, self.says, self.seen = b"nothing at all", b"", b""
        self.door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"tcp://127.0.0.1:{self.door.getsockname()[1]}"

    def serve(self) -> None:
        while True:
            try:
                line, _ = self.door.accept()
            except OSError:
                return
            with line, line.makefile("rb") as asked:
                assert asked.read(10) == b"zINSTREAM\0"
                self.seen = b""
                while length := int.from_bytes(asked.read(4), "big"):
                    self.seen += asked.read(length)
                found = b"stream: Eicar-Test FOUND\0" if self.virus in self.seen else b"stream: OK\0"
                line.sendall(self.says or found)


@pytest.fixture
def clamd(settings: Any) -> Iterator[Clamd]:
    server = Clamd()
    settings.VIRUS_SCANNER = server.url
    yield server
    server.door.close()


def scan(photo: Evidence, *, after: timedelta = timedelta(0)) -> bool:
    return scanning.scan(work_id=photo.pk, at=timezone.now() + after)


def look(photo: Evidence) -> tuple[int, str]:
    """What opening it gives staff, and what the page of the case says."""
    client = Client()
    client.force_login(person("noord@"))
    number = photo.report.case.number
    return (
        client.get(reverse("case_evidence", args=[number, photo.pk])).status_code,
        words(client.get(reverse("case_page", args=[number]))),
    )


def test_a_file_shows_when_the_scanner_let_it_pass(clamd: Clamd) -> None:
    photo = sent_photo(file("DRU-GEB", place=in_stairwell()))
    status, page = look(photo)
    assert status == 404 and "Wordt nagekeken op virussen" in page and "base64" not in page

    assert scan(photo)

    assert clamd.seen == making.jpeg()  # as it came
    status, page = look(photo)
    assert status == 200 and "nagekeken" not in page


def test_a_virus_is_held_back_from_everybody(clamd: Clamd, client: Client) -> None:
    clamd.virus = making.MARK
    report = file("DRU-GEB", place=in_stairwell())
    photo = sent_photo(report)
    scan(photo)

    status, page = look(photo)
    client.post(reverse("follow_enter"), {"number": report.number, "code": CODE})
    own = client.get(reverse("follow_file", args=[photo.pk]))

    assert status == 404 and "Tegengehouden: er zit een virus in" in page
    assert own.status_code == 404 and "Tegengehouden" in words(client.get(reverse("follow_report")))


def test_the_scanner_away_holds_the_file_and_not_the_report(settings: Any) -> None:
    settings.VIRUS_SCANNER = "tcp://127.0.0.1:1"
    report = file("DRU-GEB", place=in_stairwell())
    photo = sent_photo(report)

    for turn in range(4):
        assert not scan(photo, after=timedelta(hours=turn))

    assert route(report).order.done_at
    assert look(photo)[0] == 404
    assert VirusScan.objects.get().next_at > timezone.now()
    assert Alarm.objects.filter(code=Alarm.Code.SCANNER_AWAY, cleared_at=None).count() == 1


def test_the_alarm_is_over_when_it_answers_again(settings: Any, clamd: Clamd) -> None:
    photo = laid_ready(file("GEL-MUZ"))
    clamd.says = b"INSTREAM size limit exceeded. ERROR\0"
    for turn in range(3):
        assert not scan(photo, after=timedelta(hours=turn))
    clamd.says = b""

    assert scan(photo, after=timedelta(days=1))
    assert not Alarm.objects.filter(cleared_at=None).exists()


def test_looking_twice_or_by_two_does_no_harm(clamd: Clamd) -> None:
    photo = laid_ready(file("GEL-MUZ"))

    assert [scan(photo), scan(photo)] == [True, False]
    assert VirusScan.objects.get().infected is False


def test_switched_off_it_holds_nothing_any_more(settings: Any, clamd: Clamd) -> None:
    photo = sent_photo(file("DRU-GEB", place=in_stairwell()))
    settings.VIRUS_SCANNER = ""

    scan(photo)

    assert look(photo)[0] == 200


def test_what_cannot_be_read_is_held_with_an_alarm(clamd: Clamd) -> None:
    photo = sent_photo(file("DRU-GEB", place=in_stairwell()))
    EvidencePiece.objects.filter(file__evidence=photo, file__part="original").delete()

    for turn in range(3):
        assert not scan(photo, after=timedelta(hours=turn))

    assert look(photo)[0] == 404 and Alarm.objects.filter(code=Alarm.Code.SCANNER_AWAY).exists()


def test_an_original_waits_for_its_scan(settings: Any) -> None:
    settings.VIRUS_SCANNER = "tcp://127.0.0.1:1"
    photo = sent_photo(file("DRU-GEB", place=in_stairwell()))

    accepting.purge(at=timezone.now() + timedelta(days=100))

    assert photo.files.filter(part="original").exists()


def test_without_a_scanner_nothing_waits() -> None:
    photo = sent_photo(file("DRU-GEB", place=in_stairwell()))

    assert not VirusScan.objects.exists()
    assert look(photo)[0] == 200
