"""WebM as browsers record it (Matroska: RFC 9559, EBML: RFC 8794): names, tags, attachments, chapters and dates become
empty space of the same length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from incidents.evidence.cleaning.copying import in_memory
from incidents.evidence.cleaning.refusal import Refused
from incidents.evidence.formats import WEBM_SOUND

EBML, SEGMENT, CLUSTER, INFO, TRACKS, TRACK = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B, 0xAE
DOC_TYPE, TRACK_TYPE, VOID = 0x4282, 0x83, 0xEC
PICTURE, SOUND = 1, 2
LEVEL_ONE = frozenset(
    {CLUSTER, INFO, TRACKS, 0x114D9B74, 0x1C53BB6B, 0x1254C367, 0x1941A469, 0x1043A770}
)  # with SeekHead, Cues, Tags, Attachments, Chapters
# Elements that hold others, and those that a player needs. All others become empty space.
HOLDERS = frozenset(
    {SEGMENT, INFO, TRACKS, TRACK, CLUSTER, 0xA0, 0xE0, 0xE1}
)  # with BlockGroup, Video, Audio
PLAYED = frozenset(
    {
        EBML, 0x114D9B74, 0x1C53BB6B,  # SeekHead, Cues
        0x2AD7B1, 0x4489, 0x4D80, 0x5741,  # TimestampScale, Duration, MuxingApp, WritingApp
        0xD7, 0x73C5, TRACK_TYPE, 0xB9, 0x88, 0x9C, 0x86, 0x63A2, 0x23E383, 0x56AA, 0x56BB,  # a track, its codec, its times
        0xB0, 0xBA, 0x54B0, 0x54BA, 0x55B0, 0x53C0, 0xB5, 0x78B5, 0x9F, 0x6264,  # size of the picture, rate of the sound
        0xE7, 0xA3, 0xA1, 0x9B, 0xFB, 0x75A2, 0xA7, 0xAB,  # Timestamp, SimpleBlock, Block and what goes with them
    }
)  # fmt: skip
# The player wants these two; which browser it was, nobody needs to know.
NAMED = frozenset({0x4D80, 0x5741})  # MuxingApp, WritingApp
MOST_ELEMENTS, DEEPEST = 200_000, 8


@dataclass(frozen=True)
class Element:
    id: int
    start: int
    inside: int
    end: int


def clean(source: BinaryIO, copy: BinaryIO, _small: BinaryIO, _name: str) -> dict[str, object]:
    """Raises Refused for what is not WebM, or holds neither picture nor sound."""
    with in_memory(source, copy) as held:
        try:
            return _cleaned(held)
        except (IndexError, ValueError) as why:
            raise Refused("broken") from why


def _cleaned(held: bytearray) -> dict[str, object]:
    kinds: set[int] = set()
    doc_type = b""
    found = list(islice(_walk(held, 0, len(held), 0), MOST_ELEMENTS + 1))
    if len(found) > MOST_ELEMENTS:
        raise Refused("too_heavy")
    for element in found:
        if element.id == TRACK_TYPE:
            kinds.add(int.from_bytes(held[element.inside : element.end], "big"))
        elif element.id == EBML:
            doc_type = _doc_type(held, element)
        elif element.id in NAMED:
            held[element.inside : element.end] = bytes(element.end - element.inside)
        elif element.id not in HOLDERS | PLAYED:
            _empty(held, element)
    # Subtitles and other tracks may tell where one walked.
    if kinds - {PICTURE, SOUND}:
        raise Refused("broken")
    if doc_type not in (b"webm", b"matroska") or not kinds & {PICTURE, SOUND}:
        raise Refused("broken")
    return {} if PICTURE in kinds else {"format": WEBM_SOUND.name}


def _doc_type(held: bytearray, header: Element) -> bytes:
    found = (one for one in _children(held, header.inside, header.end) if one.id == DOC_TYPE)
    return next((bytes(held[one.inside : one.end]).rstrip(b"\0") for one in found), b"")


def _walk(held: bytearray, start: int, end: int, depth: int) -> Iterator[Element]:
    if depth > DEEPEST:
        raise Refused("broken")
    for element in _children(held, start, end):
        yield element
        if element.id in HOLDERS:
            yield from _walk(held, element.inside, element.end, depth + 1)


def _children(held: bytearray, start: int, end: int) -> Iterator[Element]:
    for _ in range(MOST_ELEMENTS):
        if start >= end:
            return
        number, inside = _vint(held, start, keep_marker=True)
        size, inside = _vint(held, inside, keep_marker=False)
        if size is None:
            stop = end if number != CLUSTER else _end_of_cluster(held, inside, end)
        else:
            stop = inside + size
        if stop > end:
            if number not in (SEGMENT, CLUSTER) and end != len(held):
                raise Refused("broken")
            stop = end  # cut off: a recording that was broken off still plays
        yield Element(number or 0, start, inside, stop)
        start = stop
    raise Refused("broken")


def _end_of_cluster(held: bytearray, start: int, end: int) -> int:
    """A live recording does not say how long a cluster is: it lasts until the next element of its own level."""
    for _ in range(MOST_ELEMENTS):
        if start >= end:
            return end
        number, inside = _vint(held, start, keep_marker=True)
        if number in LEVEL_ONE:
            return start
        size, inside = _vint(held, inside, keep_marker=False)
        if size is None:
            raise Refused("broken")
        start = inside + size
    raise Refused("broken")


def _vint(held: bytearray, at: int, *, keep_marker: bool) -> tuple[int | None, int]:
    """A number of variable length and where it ends; None for "unknown size" (all bits set)."""
    first = held[at]
    width = 9 - first.bit_length()
    if width > (4 if keep_marker else 8):
        raise Refused("broken")
    raw = int.from_bytes(held[at : at + width], "big")
    if keep_marker:
        return raw, at + width
    value = raw & ((1 << 7 * width) - 1)
    return (None if value == (1 << 7 * width) - 1 else value), at + width


def _empty(held: bytearray, element: Element) -> None:
    """A Void element that takes exactly its place."""
    whole = element.end - element.start
    if whole < 2:
        raise Refused("broken")
    width = 1 if whole <= 128 else 8
    size = whole - 1 - width
    marked = size | (1 << 7 * width)
    held[element.start : element.end] = bytes((VOID,)) + marked.to_bytes(width, "big") + bytes(size)
