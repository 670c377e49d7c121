"""Files that come in as a browser sends them, and evidence that was sent with a report."""

from __future__ import annotations

import tempfile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from incidents.evidence import accepting
from incidents.following import dialogue
from incidents.models import Evidence, Report, TimelineEntry
from safetyportal.uploads import ReceivedFile
from tests.incidents.evidence import making


def chosen(body: bytes, name: str = "Jan Jansen kamer.jpg") -> SimpleUploadedFile:
    """For the test client: a file that somebody chose."""
    return SimpleUploadedFile(name, body)


def received(body: bytes, name: str = "Jan Jansen kamer.jpg") -> ReceivedFile:
    """As the upload handler gives it to a view. Close it."""
    held = tempfile.SpooledTemporaryFile(max_size=1)  # noqa: SIM115 - closed by who gets it
    held.write(body)
    return ReceivedFile(held, name, len(body), is_too_big=False)


def laid_ready(report: Report, body: bytes = b"") -> Evidence:
    with received(body or making.jpeg()) as file:
        return accepting.add_to_report(report=report, file=file, at=timezone.now())


def sent_photo(report: Report) -> Evidence:
    photo = laid_ready(report)
    dialogue.say(report=report, sort=TimelineEntry.Sort.REPLY, text="Zie de foto.", at=timezone.now())
    photo.refresh_from_db()
    return photo
