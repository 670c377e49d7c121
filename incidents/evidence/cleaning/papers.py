"""A PDF written anew without who made it, what it would do by itself, and what hangs on to it."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import BinaryIO

import pikepdf
from pikepdf import Name

from incidents.evidence.cleaning.refusal import Refused

MOST_PAGES = 200
DEEPEST = 50
# What the pages need; everything else in the catalogue is about the document, or does something.
ROOT = frozenset(
    {"/Type", "/Version", "/Pages", "/PageLayout", "/Outlines", "/Dests", "/AcroForm", "/Lang", "/Extensions"}
)
# Who and what made it; what happens on opening or touching; files inside the file (ISO 32000-1, 7.11, 12.6, 14.3).
TALKING = (
    "/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF",
    "/AF", "/XFA", "/URI", "/Launch", "/RichMediaContent", "/Collection", "/Thumb",
)  # fmt: skip
ACTING = frozenset(
    {
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/URI", "/Rendition", "/Movie", "/Sound",
        "/Thread", "/Hide", "/ResetForm", "/SetOCGState", "/Trans", "/GoTo3DView", "/RichMediaExecute",
    }
)  # fmt: skip
# Notes beside the page, and signatures: what somebody wrote or signed stays, who and when goes.
WRITTEN_BY = frozenset({"/Annot", "/Sig"})
MARKS_OF_PEOPLE = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Ink", "/Stamp", "/Popup", "/Square", "/Circle", "/Line"}
)
WHO_AND_WHEN = (
    "/T",
    "/M",
    "/NM",
    "/CreationDate",
    "/Subj",
    "/RC",
    "/Name",
    "/Location",
    "/ContactInfo",
    "/Reason",
)
# JPEG segments that do not say how to show the picture: all APPn but Adobe's (14), and comments.
NOTES = frozenset({0xFE, *range(0xE0, 0xF0)} - {0xEE})


def prepare() -> None:
    """Let the library open its source of random numbers, which a locked PDF needs, while files can still be opened."""
    with pikepdf.new() as paper:
        paper.save(BytesIO(), encryption=pikepdf.Encryption(owner="-", user=""))


def clean(source: BinaryIO, copy: BinaryIO, _small: BinaryIO, _name: str) -> dict[str, object]:
    """Raises Refused for what cannot be read, needs a password, or has more than MOST_PAGES pages."""
    try:
        with pikepdf.open(source) as paper:
            if len(paper.pages) > MOST_PAGES:
                raise Refused("too_heavy")
            del paper.docinfo
            for name in [str(key) for key in paper.Root if str(key) not in ROOT]:
                del paper.Root[name]
            for thing in paper.objects:
                _still(thing)
            paper.remove_unreferenced_resources()
            paper.save(copy, deterministic_id=True, encryption=False, fix_metadata_version=False)
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
        for name in list(thing.keys()):
            del thing[name]
        thing[Name.S], thing[Name.N] = Name("/Named"), Name("/NoAction")
    if str(thing.get(Name.Type, "")) in WRITTEN_BY or str(thing.get(Name.Subtype, "")) in MARKS_OF_PEOPLE:
        for name in WHO_AND_WHEN:
            if name in thing:
                del thing[name]
    if isinstance(thing, pikepdf.Stream):
        _still_picture(thing)
    for name in list(thing.keys()):
        _still_inner(thing[name], depth)


def _still_picture(thing: pikepdf.Stream) -> None:
    """A JPEG or JPEG 2000 without its notes, also where it is packed once more. Raises Refused for other packings."""
    filters = thing.get(Name.Filter)
    names = [str(one) for one in filters.as_list()] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if names[-1] not in ("/DCTDecode", "/JPXDecode"):
        return
    body = thing.read_raw_bytes()
    for packed in names[:-1]:
        if packed != "/FlateDecode":
            raise Refused("broken")
        body = zlib.decompress(body)
    bare = without_notes(body) if names[-1] == "/DCTDecode" else without_boxes(body)
    if Name.DecodeParms in thing:
        del thing[Name.DecodeParms]
    thing.write(bare, filter=Name(names[-1]))


def _still_inner(thing: object, depth: int) -> None:
    if isinstance(thing, pikepdf.Array | pikepdf.Dictionary) and not thing.is_indirect:
        _still(thing, depth + 1)


def without_notes(jpeg: bytes) -> bytes:
    """A JPEG without its notes (Exif, XMP, IPTC, comments), its picture untouched; as it came when it is not one."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(jpeg):
        marker = jpeg[at + 1]
        if jpeg[at] != 0xFF:
            raise Refused("broken")
        if marker == 0xFF:  # a byte to fill up
            at += 1
            continue
        if marker == 0xDA:
            end = jpeg.rfind(b"\xff\xd9")
            return bytes(kept + jpeg[at : end + 2 if end > at else len(jpeg)])
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        # Of Adobe's own only what says how the colours are coded.
        if marker not in NOTES and (marker != 0xEE or (length == 14 and jpeg[at + 4 : at + 9] == b"Adobe")):
            kept += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(kept)


def without_boxes(jpeg2000: bytes) -> bytes:
    """A JPEG 2000 (ISO/IEC 15444-1, annex I) without the boxes that hold notes; a bare code stream as it came."""
    if jpeg2000[4:8] != b"jP  ":
        return jpeg2000
    kept, at = bytearray(), 0
    while at + 8 <= len(jpeg2000):
        size, kind = int.from_bytes(jpeg2000[at : at + 4], "big"), jpeg2000[at + 4 : at + 8]
        end = len(jpeg2000) if size == 0 else at + size
        if size == 1 or end < at + 8:
            raise Refused("broken")
        if kind not in (b"xml ", b"uuid", b"uinf", b"jp2i"):
            kept += jpeg2000[at:end]
        at = end
    return bytes(kept)
