"""How files are kept: encrypted, as they came, and no longer than needed."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from incidents.evidence import accepting, keeping
from incidents.evidence.keeping import Part
from incidents.intake import drafts
from incidents.models import Evidence, EvidenceFile, EvidencePiece
from safetyportal.privacy import rotation
from safetyportal.privacy.keys import Undecipherable
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import laid_ready, received, sent_photo
from tests.world import file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def whole(kept: EvidenceFile) -> bytes:
    return b"".join(keeping.read(kept))


def test_a_file_comes_back_as_it_was_with_its_hash() -> None:
    body = making.jpeg(size=(3000, 2000), quality=100)
    photo = laid_ready(file("GEL-MUZ"), body)

    original, shown = photo.files.get(part=Part.ORIGINAL), photo.files.get(part=Part.SHOWN)

    assert whole(original) == body and original.sha256 == hashlib.sha256(body).hexdigest()
    assert original.size == len(body)
    assert making.MARK not in whole(shown) and shown.media_type == "image/jpeg"
    assert (original.kept_until - timezone.now()).days in (89, 90) and shown.kept_until is None


def test_a_large_file_is_kept_in_pieces() -> None:
    body = making.wav()[:12] + making.wav()[12:44] + bytes(3_000_000)
    import struct

    body = (
        b"RIFF"
        + struct.pack("<I", len(body) - 8)
        + body[8:40]
        + struct.pack("<I", 3_000_000)
        + bytes(3_000_000)
    )
    sound = laid_ready(file("GEL-MUZ"), body)

    shown = sound.files.get(part=Part.SHOWN)
    assert shown.pieces.count() == -(-shown.size // keeping.PIECE) > keeping.AT_A_TIME
    assert len(whole(shown)) == shown.size


def test_the_database_holds_nothing_that_can_be_read_without_the_key() -> None:
    photo = laid_ready(file("GEL-MUZ"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(encode(data, 'escape'), '') FROM incidents_evidencepiece")
        (stored,) = cursor.fetchone()
        cursor.execute(
            "SELECT string_agg(e::text || f::text, '') FROM incidents_evidence e, incidents_evidencefile f"
        )
        (rows,) = cursor.fetchone()
    assert "Zoekbaar" not in stored and "JFIF" not in stored
    assert "Jansen" not in rows and "kamer" not in rows  # the name that its owner gave it
    assert photo.files.count() == 3


def test_a_piece_opens_only_in_its_own_place() -> None:
    report = file("GEL-MUZ")
    one, other = (laid_ready(report).files.get(part=Part.SHOWN) for _ in range(2))
    moved = bytes(other.pieces.get(position=0).data)

    EvidencePiece.objects.filter(file=one).delete()
    EvidencePiece.objects.create(file=one, position=0, data=moved)

    with pytest.raises(Undecipherable):
        whole(one)


def test_a_missing_piece_is_noticed() -> None:
    body = making.mp4() + making.box(b"mdat", bytes(600_000))
    original = laid_ready(file("GEL-MUZ"), body).files.get(part=Part.ORIGINAL)
    EvidencePiece.objects.filter(file=original, position=1).delete()

    with pytest.raises(Undecipherable):
        whole(original)


def test_a_new_key_takes_the_files_along(settings: Any) -> None:
    shown = laid_ready(file("GEL-MUZ")).files.get(part=Part.SHOWN)
    before = whole(shown)

    settings.FIELD_KEYS = ["new1:" + "QkJC" * 10 + "QkI=", *settings.FIELD_KEYS]
    rotation.rotate(model=EvidenceFile, field="key", batch=100)
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]

    assert whole(EvidenceFile.objects.get(pk=shown.pk)) == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE incidents_evidencepiece SET data = 'x'",
        "UPDATE incidents_evidencefile SET sha256 = 'x'",
        "UPDATE incidents_evidence SET added_at = now()",
        "DELETE FROM incidents_evidence",
        "DELETE FROM incidents_evidencefile WHERE part = 'shown'",
        "DELETE FROM incidents_evidencepiece WHERE file_id IN (SELECT id FROM incidents_evidencefile WHERE part = 'shown')",
    ],
)
def test_what_was_sent_cannot_be_changed(change: str) -> None:
    sent_photo(file("GEL-MUZ"))

    with pytest.raises((InternalError, DatabaseError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_originals_go_when_their_time_is_over_and_what_may_be_shown_stays(settings: Any) -> None:
    photo = sent_photo(file("GEL-MUZ"))
    now = timezone.now()

    accepting.purge(at=now + timedelta(days=89))
    assert photo.files.count() == 3
    accepting.purge(at=now + timedelta(days=91))

    assert {kept.part for kept in photo.files.all()} == {Part.SHOWN, Part.SMALL}
    assert EvidencePiece.objects.filter(file__part=Part.ORIGINAL).count() == 0


def test_what_lay_ready_and_was_never_sent_is_gone_after_a_day() -> None:
    now = timezone.now()
    draft = drafts.begin(at=now)
    with received(making.jpeg()) as body:
        accepting.add_to_draft(draft_id=draft.pk, file=body, at=now)
    report = file("GEL-MUZ")
    laid_ready(report)
    kept = sent_photo(file("GEL-MUZ"))

    for purge in (drafts.purge, accepting.purge):
        purge(at=now + timedelta(hours=25))

    assert list(Evidence.objects.all()) == [kept]


def test_half_a_file_is_none(monkeypatch: Any) -> None:
    report = file("GEL-MUZ")
    real = EvidencePiece.objects.bulk_create

    def fail(pieces: list[EvidencePiece]) -> Any:
        if pieces and pieces[0].file.part == Part.SMALL:
            raise DatabaseError("disk full")
        return real(pieces)

    monkeypatch.setattr(EvidencePiece.objects, "bulk_create", fail)
    with pytest.raises(DatabaseError):
        laid_ready(report)

    assert not Evidence.objects.exists() and not EvidencePiece.objects.exists()
