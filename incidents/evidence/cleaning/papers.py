"""A PDF written anew without who made it, what it would do by itself, and what hangs on to it."""

from __future__ import annotations

from typing import BinaryIO

import pikepdf
from pikepdf import Name

from incidents.evidence.cleaning.refusal import Refused

MOST_PAGES = 200
DEEPEST = 50
# Who and what made it; what happens on opening or touching; files inside the file (ISO 32000-1, 7.11, 12.6, 14.3).
TALKING = (
    "/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF",
    "/AF", "/XFA", "/URI", "/Launch", "/RichMediaContent", "/Collection", "/Thumb",
)  # fmt: skip
ACTING = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/URI", "/Rendition", "/Movie", "/Sound"}
)  # fmt: skip
# JPEG segments that do not say how to show the picture: all APPn but Adobe's (14), and comments.
NOTES = frozenset({0xFE, *range(0xE0, 0xF0)} - {0xEE})


def clean(source: BinaryIO, copy: BinaryIO, _small: BinaryIO, _name: str) -> dict[str, object]:
    """Raises Refused for what cannot be read, needs a password, or has more than MOST_PAGES pages."""
    try:
        with pikepdf.open(source) as paper:
            if len(paper.pages) > MOST_PAGES:
                raise Refused("too_heavy")
            del paper.docinfo
            for thing in paper.objects:
                _still(thing)
            paper.remove_unreferenced_resources()
            paper.save(copy, deterministic_id=True, fix_metadata_version=False)
    except pikepdf.PasswordError as why:
        raise Refused("locked") from why
    except (
        pikepdf.PdfError,
        ValueError,
        RuntimeError,
        RecursionError,
        TypeError,
        AttributeError,
        KeyError,
    ) as why:
        raise Refused("broken") from why
    return {}


def _still(thing: pikepdf.Object, depth: int = 0) -> None:
    """Also what stands inside an object without a number of its own."""
    if depth > DEEPEST:
        raise Refused("broken")
    if isinstance(thing, pikepdf.Array):
        for inner in thing.as_list():
            _still_inner(inner, depth)
        return
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return
    for name in TALKING:
        if name in thing:
            del thing[name]
    if str(thing.get(Name.S, "")) in ACTING:
        thing[Name.S] = Name("/Named")
        thing[Name.N] = Name("/NoAction")
    if isinstance(thing, pikepdf.Stream) and thing.get(Name.Filter) == Name.DCTDecode:
        thing.write(without_notes(thing.read_raw_bytes()), filter=Name.DCTDecode)
    for name in list(thing.keys()):
        _still_inner(thing[name], depth)


def _still_inner(thing: object, depth: int) -> None:
    if isinstance(thing, pikepdf.Array | pikepdf.Dictionary) and not thing.is_indirect:
        _still(thing, depth + 1)


def without_notes(jpeg: bytes) -> bytes:
    """A JPEG without its notes (Exif, XMP, IPTC, comments), its picture untouched; as it came when it is not one."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if marker == 0xDA:
            return bytes(kept + jpeg[at:])
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker not in NOTES:
            kept += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(kept)
