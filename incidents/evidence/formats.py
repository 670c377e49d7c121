"""Which files we take, how large they may be, and how each is told by its first bytes. Pure: the cleaning child uses it."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000
HEAD_BYTES = 64

PHOTO, SOUND, FILM, PAPER = "photo", "sound", "film", "paper"
LARGEST = {PHOTO: 20 * MB, SOUND: 20 * MB, FILM: 50 * MB, PAPER: 10 * MB}
# With more points a photo costs more memory than the child has; a JPEG can be read at an eighth of its size.
MOST_PIXELS = 50_000_000
MOST_PIXELS_JPEG = 200_000_000


@dataclass(frozen=True)
class Format:
    """`sort` is what it looks like; a film without pictures is a sound (cleaning.films finds out)."""

    name: str
    sort: str
    media_type: str
    suffix: str


JPEG = Format("jpeg", PHOTO, "image/jpeg", "jpg")
PNG = Format("png", PHOTO, "image/png", "png")
WEBP = Format("webp", PHOTO, "image/webp", "webp")
HEIC = Format("heic", PHOTO, "image/heic", "heic")
MP4 = Format("mp4", FILM, "video/mp4", "mp4")
M4A = Format("m4a", SOUND, "audio/mp4", "m4a")
WEBM = Format("webm", FILM, "video/webm", "webm")
WEBM_SOUND = Format("webm_sound", SOUND, "audio/webm", "webm")
OGG = Format("ogg", SOUND, "audio/ogg", "ogg")
MP3 = Format("mp3", SOUND, "audio/mpeg", "mp3")
WAV = Format("wav", SOUND, "audio/wav", "wav")
AMR = Format("amr", SOUND, "audio/amr", "amr")
PDF = Format("pdf", PAPER, "application/pdf", "pdf")
BY_NAME = {
    one.name: one
    for one in (JPEG, PNG, WEBP, HEIC, MP4, M4A, WEBM, WEBM_SOUND, OGG, MP3, WAV, AMR, PDF)
}  # fmt: skip

# ISO base media files name their family in the fifth to twelfth byte.
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
FILM_BRANDS = frozenset(
    {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"qt  ", b"M4V ", b"MSNV", b"dash"}
)  # fmt: skip
# A frame of MPEG layer III without a tag in front of it.
MP3_STARTS = (b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2")


def recognise(head: bytes) -> Format | None:
    """The format by the first HEAD_BYTES of a file, whatever its name says; None when we do not take it."""
    for start, found in (
        (b"\xff\xd8\xff", JPEG),
        (b"\x89PNG\r\n\x1a\n", PNG),
        (b"%PDF-", PDF),
        (b"\x1a\x45\xdf\xa3", WEBM),
        (b"OggS", OGG),
        (b"ID3", MP3),
        (b"#!AMR", AMR),
        *((start, MP3) for start in MP3_STARTS),
    ):
        if head.startswith(start):
            return found
    if head[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(head[8:12])
    return _iso(head[8:12]) if head[4:8] == b"ftyp" else None


def _iso(brand: bytes) -> Format | None:
    if brand in HEIC_BRANDS:
        return HEIC
    if brand in (b"M4A ", b"M4B "):
        return M4A
    return MP4 if brand in FILM_BRANDS or brand.startswith(b"3g") else None
