"""What was masked is gone: every point under it one colour, in the copy and in the small picture, and nothing beside the points."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone
from PIL import Image

from incidents.evidence import masking
from incidents.evidence.grid import CELLS, COLUMNS, ROWS, boxes
from incidents.evidence.keeping import Part, read
from incidents.evidence.washing import AT_ONCE
from incidents.models import Evidence, EvidenceFile, MaskedPhoto
from safetyportal.privacy.keys import Undecipherable
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import laid_ready
from tests.world import file, person

pytestmark = pytest.mark.django_db


def noisy(width: int, height: int) -> bytes:
    """No two points the same, and all the marks of a camera."""
    made = BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(
        made, "JPEG", quality=92, exif=making.exif(), comment=making.MARK
    )
    return made.getvalue()


def photo_of(body: bytes) -> Evidence:
    return laid_ready(file("GEL-MUZ"), body)


def clean_copy(photo: Evidence) -> bytes:
    return b"".join(read(EvidenceFile.objects.get(evidence=photo, part=Part.SHOWN)))


def colours(body: bytes, box: tuple[int, int, int, int]) -> set[Any]:
    with Image.open(BytesIO(body)) as opened:
        return {colour for _count, colour in opened.convert("RGB").crop(box).getcolors(1 << 24)}


def pointed_at(cell: int, width: int, height: int) -> tuple[int, int, int, int]:
    """The points under a cell, as the page shows it."""
    row, column = divmod(cell, COLUMNS)
    return (
        column * width // COLUMNS, row * height // ROWS,
        -(-(column + 1) * width // COLUMNS), -(-(row + 1) * height // ROWS),
    )  # fmt: skip


@pytest.mark.parametrize("size", [(1600, 1200), (1200, 1600), (641, 479), (97, 61)])
def test_every_point_under_a_mask_is_one_colour(association: None, size: tuple[int, int]) -> None:
    photo = photo_of(noisy(*size))
    cells = frozenset({0, 5, 6, 17, 18, 50, CELLS - 1})

    made = masking.filled(evidence=photo, cells=cells)

    with Image.open(BytesIO(made.copy)) as opened:
        assert opened.size == size
        assert opened.format == "JPEG" and not opened.getexif() and "comment" not in opened.info
    for cell in cells:
        assert colours(made.copy, pointed_at(cell, *size)) == {(0, 0, 0)}
    assert len(colours(made.copy, pointed_at(40, *size))) > 10  # and the rest is still there
    assert making.MARK not in made.copy
    assert made.copy.count(b"\xff\xd8\xff") == 1  # no small picture of before inside


def test_the_small_picture_shows_nothing_of_it_either(association: None) -> None:
    photo = photo_of(noisy(1600, 1200))
    half = frozenset(range(CELLS // ROWS * 4))  # four rows from above

    made = masking.filled(evidence=photo, cells=half)

    with Image.open(BytesIO(made.small)) as opened:
        width, height = opened.size
    assert max(width, height) == 240
    # But for the row that runs into what is below it.
    assert colours(made.small, (0, 0, width, height * 4 // ROWS - 8)) == {(0, 0, 0)}
    assert made.small.count(b"\xff\xd8\xff") == 1


def test_what_was_sent_stays_as_it_is(association: None) -> None:
    photo = photo_of(noisy(640, 480))
    before = {one.part: b"".join(read(one)) for one in photo.files.all()}

    masking.filled(evidence=photo, cells=frozenset({1}))

    assert {one.part: b"".join(read(one)) for one in photo.files.all()} == before


def test_the_copy_is_kept_encrypted_and_does_not_open_when_it_was_altered(association: None) -> None:
    photo, by = photo_of(making.jpeg()), person("noord@")
    made = masking.filled(evidence=photo, cells=frozenset({1, 2}))

    kept = masking.keep(evidence=photo, cells=frozenset({1, 2}), made=made, by=by, at=timezone.now())

    kept = MaskedPhoto.objects.get(pk=kept.pk)
    assert masking.opened(kept) == made.copy
    assert made.copy[:40] not in bytes(kept.data) and b"JFIF" not in bytes(kept.data) + bytes(kept.small)
    kept.data = bytes(kept.data)[:-1] + b"x"
    with pytest.raises(Undecipherable):
        masking.opened(kept)


@pytest.mark.parametrize("cells", [frozenset(), frozenset(range(CELLS))], ids=["nothing", "everything"])
def test_a_mask_over_nothing_or_everything_is_none(association: None, cells: frozenset[int]) -> None:
    with pytest.raises(masking.Nothing):
        masking.filled(evidence=photo_of(making.jpeg()), cells=cells)


def test_what_is_outside_the_photo_is_refused_in_the_child(association: None) -> None:
    with pytest.raises(masking.NotTaken):
        masking.filled(evidence=photo_of(making.jpeg()), cells=frozenset({CELLS}))


def test_when_it_is_busy_it_says_so(association: None, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = photo_of(making.jpeg())
    monkeypatch.setattr("incidents.evidence.washing.PATIENCE_FOR_A_PLACE", 0.05)
    with AT_ONCE, AT_ONCE, pytest.raises(masking.NotTaken):
        masking.filled(evidence=photo, cells=frozenset({1}))


def test_every_point_of_a_photo_lies_in_a_cell() -> None:
    for width, height in ((2048, 1536), (9, 7), (1, 1), (100, 2048)):
        covered = set()
        for left, top, right, bottom in boxes(frozenset(range(CELLS)), width, height):
            assert 0 <= left < right <= width and 0 <= top < bottom <= height
            covered |= (
                {(x, y) for x in range(left, right) for y in range(top, bottom)} if width < 200 else set()
            )
        if width < 20:
            assert len(covered) == width * height
