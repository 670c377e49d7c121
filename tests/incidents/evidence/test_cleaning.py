"""What may be shown of a file holds nothing of who made it, where and when. Byte for byte, in the child that opens it."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings
from mutagen.oggopus import OggOpus
from PIL import Image

from incidents.evidence.washing import NotTaken, Washed, Why, wash
from tests.incidents.evidence import making
from tests.incidents.evidence.making import MARK, PLACE

PHOTOS = [making.jpeg, making.png, making.webp, making.heic]
OTHERS = [
    (making.mp4, "film", "video/mp4"),
    (lambda: making.mp4(pictures=False), "sound", "audio/mp4"),
    (lambda: making.mp4(brand=b"qt  "), "film", "video/mp4"),
    (lambda: making.mp4(pictures=False, brand=b"M4A "), "sound", "audio/mp4"),
    (making.fragmented, "sound", "audio/mp4"),
    (making.webm, "sound", "audio/webm"),
    (lambda: making.webm(pictures=True), "film", "video/webm"),
    (making.wav, "sound", "audio/wav"),
    (making.mp3, "sound", "audio/mpeg"),
    (making.ogg, "sound", "audio/ogg"),
    (making.amr, "sound", "audio/amr"),
    (making.pdf, "paper", "application/pdf"),
]


@contextmanager
def laundry(body: bytes) -> Iterator[Washed]:
    with tempfile.TemporaryFile() as file:
        file.write(body)
        with wash(file, size=len(body)) as made:
            yield made


def washed(body: bytes) -> bytes:
    with laundry(body) as made:
        made.copy.seek(0)
        return made.copy.read()


def why(body: bytes) -> str:
    with pytest.raises(NotTaken) as refused, laundry(body):
        pass
    return refused.value.why.value


@pytest.mark.parametrize("make", PHOTOS)
def test_a_photo_is_made_anew_without_a_word_beside_it(make: Callable[[], bytes]) -> None:
    came = make()
    assert MARK in came or b"Zoekbaar" in came

    made = washed(came)

    assert MARK not in made
    shown = Image.open(BytesIO(made))
    assert shown.format == "JPEG"
    assert dict(shown.getexif()) == {} and set(shown.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
    }
    segments = _segments(made)
    assert not segments & {0xE1, 0xE2, 0xED, 0xFE}, segments


def _segments(jpeg: bytes) -> set[int]:
    found, at = set(), 2
    while jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_it_was_held(orientation: int) -> None:
    made = Image.open(BytesIO(washed(making.jpeg(orientation=orientation))))

    # The red corner of the picture: top left where it was held upright.
    corners = {1: (5, 5), 2: (-5, 5), 3: (-5, -5), 4: (5, -5), 5: (5, 5), 6: (-5, 5), 7: (-5, -5), 8: (5, -5)}
    x, y = corners[orientation]
    red, green, _ = made.getpixel((x % made.width, y % made.height))
    assert red > 150 > green
    assert (made.width > made.height) == (orientation < 5)


def test_a_large_photo_becomes_small_enough_to_look_at() -> None:
    made = Image.open(BytesIO(washed(making.jpeg(size=(6000, 4000)))))

    assert made.size == (2048, 1365)


def test_what_one_could_look_through_is_white() -> None:
    clear = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(clear, "PNG")

    assert Image.open(BytesIO(washed(clear.getvalue()))).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(("make", "sort", "media_type"), OTHERS)
def test_other_files_lose_their_marks_and_keep_what_they_say(
    make: Callable[[], bytes], sort: str, media_type: str
) -> None:
    came = make()

    with laundry(came) as made:
        made.copy.seek(0)
        clean = made.copy.read()
        assert (made.shown.sort, made.shown.media_type) == (sort, media_type)
        assert made.small is None

    assert MARK not in clean and PLACE.encode() not in clean
    for kept in (b"heard", b"seen"):
        assert (kept in came) == (kept in clean)


def test_a_film_keeps_its_pictures_where_they_were() -> None:
    came = making.mp4()
    clean = washed(came)

    assert len(clean) == len(came)
    start = came.index(b"mdat") + 4
    sound_end = came.index(MARK, start)
    assert clean[start:sound_end] == came[start:sound_end]
    assert clean.count(b"trak") == 2 and clean.count(b"udta") == 0
    assert (3_900_000_000).to_bytes(4, "big") not in clean


def test_a_film_says_how_long_it_is() -> None:
    for body, seconds in ((making.mp4(), 5), (making.wav(), 2), (making.mp3(), 1), (making.ogg(), 2)):
        with laundry(body) as made:
            assert made.seconds == seconds


def test_sound_still_opens() -> None:
    sound = OggOpus(BytesIO(washed(making.ogg())))

    assert sound.tags is not None and list(sound.tags) == []


def test_a_pdf_does_nothing_by_itself_and_holds_no_file() -> None:
    clean = pikepdf.open(BytesIO(washed(making.pdf())))

    assert len(clean.pages) == 1 and not clean.attachments
    assert "/OpenAction" not in clean.Root and "/Metadata" not in clean.Root and not clean.docinfo
    assert clean.pages[0].Annots[0].A.S == "/Named"
    assert clean.pages[0].Annots[1].Contents == "Hier." and "/T" not in clean.pages[0].Annots[1]
    for name in ("/Im0", "/Im1"):
        photo = clean.pages[0].Resources.XObject[name].read_raw_bytes()
        assert Image.open(BytesIO(photo)).size == (640, 480) and not _segments(photo) & {0xE1, 0xFE}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Why.EMPTY),
        (b"MZ" + bytes(500), Why.UNKNOWN),
        (b"GIF89a" + bytes(500), Why.UNKNOWN),
        (b"II*\0" + bytes(500), Why.UNKNOWN),  # TIFF
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', Why.UNKNOWN),
        (b"<html><script>alert(1)</script>", Why.UNKNOWN),
        (b"PK\x03\x04" + bytes(500), Why.UNKNOWN),
        (b"\x1f\x8b" + bytes(500), Why.UNKNOWN),  # gzip
        (rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", Why.UNKNOWN),
        (b"\xff\xd8\xff\xe0" + bytes(500), Why.BROKEN),
        (making.jpeg()[:3000], Why.BROKEN),
        (making.png()[:200], Why.BROKEN),
        (making.heic()[:900], Why.BROKEN),
        (b"%PDF-1.7\nnothing", Why.BROKEN),
        (b"ID3\x03\0\0\0\0\0\0" + bytes(2000), Why.BROKEN),
        (b"RIFF\x10\0\0\0WAVEjunk", Why.BROKEN),
        (b"OggS" + bytes(400), Why.BROKEN),
        (b"\x1a\x45\xdf\xa3" + bytes(300), Why.BROKEN),
        (b"\0\0\0\x18ftypmp42" + bytes(300), Why.BROKEN),
        (making.pixel_flood(), Why.TOO_MANY_POINTS),
        (making.pdf(password="geheim"), Why.LOCKED),
    ],
)  # fmt: skip
def test_what_is_not_taken_says_why(body: bytes, reason: Why) -> None:
    assert why(body) == reason


def test_a_film_with_tables_that_cannot_be_trusted_is_refused() -> None:
    whole = making.mp4()
    for bad in (
        whole.replace(b"stsz", b"stz2"),
        whole.replace(struct.pack(">IIII", 1, 1, 2, 1), struct.pack(">IIII", 1, 2, 2, 1)),
        making.fragmented().replace(b"soun", b"meta"),
    ):
        assert why(bad) == Why.BROKEN


def test_a_track_of_subtitles_is_refused() -> None:
    assert (
        why(making.webm().replace(b"\x83\x01\0\0\0\0\0\0\x01\x02", b"\x83\x01\0\0\0\0\0\0\x01\x21"))
        == Why.BROKEN
    )


def test_many_small_tracks_cost_nothing() -> None:
    many = making.box(b"ftyp", b"mp42", bytes(4)) + making.box(b"moov", making.box(b"trak") * 19_000)

    assert why(many) == Why.TOO_HEAVY


def test_a_pdf_that_only_its_owner_locked_is_taken() -> None:
    made = BytesIO()
    pikepdf.open(BytesIO(making.pdf())).save(made, encryption=pikepdf.Encryption(owner="o", user=""))

    assert len(pikepdf.open(BytesIO(washed(made.getvalue()))).pages) == 1


def test_a_polyglot_loses_its_other_half() -> None:
    script = b"<script>alert(1)</script>"

    assert script not in washed(making.jpeg() + script + b"PK\x03\x04")
    assert script not in washed(making.png() + script)


def test_a_note_that_swells_or_a_film_of_frames_costs_no_more_than_its_picture() -> None:
    assert why(making.png_text_bomb()) in (Why.BROKEN, Why.TOO_HEAVY)
    assert Image.open(BytesIO(washed(making.many_frames()))).size == (64, 64)


def test_the_largest_photo_of_a_telephone_fits_in_the_memory_there_is() -> None:
    made = washed((making.PICTURES / "48_megapixels.heic").read_bytes())

    assert max(Image.open(BytesIO(made)).size) == 2048


@pytest.mark.parametrize(
    "make", [*PHOTOS, *(make for make, _, _ in OTHERS)], ids=lambda make: getattr(make, "__name__", "")
)
def test_damaged_files_are_refused_or_cleaned_and_never_break_us(make: Callable[[], bytes]) -> None:
    whole, chance = make(), random.Random(7)
    for _ in range(4):
        body = bytearray(whole)
        for _ in range(chance.choice((1, 8, 64))):
            body[chance.randrange(len(body))] = chance.randrange(256)
        body = body[: chance.choice((len(body), chance.randrange(20, len(body))))]
        try:
            clean = washed(bytes(body))
        except NotTaken:
            continue
        assert clean


def test_the_child_can_open_neither_file_nor_connection_and_knows_no_secret() -> None:
    told = subprocess.run(
        [
            sys.executable, "-s", "-c",
            "import socket, os\n"
            "from incidents.evidence.cleaning.sealed import seal\n"
            "seal()\n"
            "for act in (lambda: open('/etc/passwd'), socket.socket, os.pipe, lambda: bytearray(600_000_000)):\n"
            "    try: act(); print('could')\n"
            "    except (OSError, MemoryError) as no: print(type(no).__name__)\n",
        ],
        capture_output=True, text=True, cwd=settings.BASE_DIR, check=True,
    )  # fmt: skip

    assert told.stdout.split() == ["OSError", "OSError", "OSError", "MemoryError"], told
