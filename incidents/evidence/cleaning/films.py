"""Films and sound in the ISO base media format (MP4, MOV, M4A, 3GP; ISO/IEC 14496-12): what tells of maker, place and
time is overwritten where it stands, so that nothing moves and the film still plays."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from incidents.evidence.cleaning.copying import in_memory
from incidents.evidence.cleaning.refusal import Refused
from incidents.evidence.formats import M4A

# Boxes that hold other boxes, and those that a player needs. All others say something about the film: they become free
# space, whoever made them up.
HOLDERS = frozenset(
    {b"moov", b"trak", b"edts", b"mdia", b"minf", b"stbl", b"mvex", b"moof", b"traf", b"mfra"}
)
PLAYED = frozenset(
    {
        b"ftyp", b"styp", b"mdat", b"sidx", b"mvhd", b"tkhd", b"elst", b"tref", b"mdhd", b"hdlr", b"vmhd", b"smhd",
        b"dinf", b"stsd", b"stts", b"ctts", b"cslg", b"stss", b"stsh", b"sdtp", b"stsc", b"stsz", b"stz2", b"stco",
        b"co64", b"sgpd", b"sbgp", b"subs", b"saiz", b"saio", b"mehd", b"trex", b"mfhd", b"tfhd", b"tfdt", b"trun",
        b"tfra", b"mfro",
    }
)  # fmt: skip
# With a version and flags, then the times of making and changing.
DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
PICTURE, SOUND = b"vide", b"soun"
MOST_BOXES, MOST_TRACKS, MOST_ROWS = 20_000, 16, 500_000  # two hours of film have far fewer
DEEPEST = 8


@dataclass(frozen=True)
class Box:
    kind: bytes
    start: int  # of the box
    inside: int  # of what it holds
    end: int


def clean(source: BinaryIO, copy: BinaryIO, _small: BinaryIO, _name: str) -> dict[str, object]:
    """Raises Refused for what is not such a file, or holds neither picture nor sound."""
    with in_memory(source, copy) as held:
        try:
            return _cleaned(held)
        except (struct.error, IndexError, ValueError) as why:
            raise Refused("broken") from why


def _cleaned(held: bytearray) -> dict[str, object]:
    found = list(islice(_walk(held, 0, len(held), 0), MOST_BOXES + 1))
    if sum(box.kind == b"moov" for box in found) != 1:
        raise Refused("broken")
    if len(found) > MOST_BOXES or sum(box.kind == b"trak" for box in found) > MOST_TRACKS:
        raise Refused("too_heavy")
    handlers: set[bytes] = set()
    fragmented = any(box.kind == b"moof" for box in found)
    for box in found:
        if box.kind == b"trak":
            handler = _handler(held, box, found)
            handlers.add(handler)
            if handler == PICTURE:
                _unname_encoder(held, box, found)
            elif handler != SOUND:
                if fragmented:
                    raise Refused("broken")  # where its samples stand, only a player finds out
                _silence(held, box, found)
    for box in found:
        if box.kind in DATED:
            _undate(held, box)
        elif box.kind == b"hdlr":
            held[box.inside + 24 : box.end] = bytes(max(0, box.end - box.inside - 24))
        elif box.kind == b"dinf":
            _forget_files(held, box)
    for box in found:
        if box.kind not in HOLDERS | PLAYED:
            _empty(held, box)
    if not handlers & {PICTURE, SOUND}:
        raise Refused("broken")
    facts: dict[str, object] = {"seconds": _seconds(held, found)}
    if PICTURE not in handlers:
        facts["format"] = M4A.name
    return facts


def _walk(held: bytearray, start: int, end: int, depth: int) -> Iterator[Box]:
    """Every box, those that hold others before what they hold."""
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", held, start)
        inside = start + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", held, inside)
            inside += 8
        elif size == 0:
            size = end - start
        if size < inside - start or start + size > end:
            if depth == 0 and kind == b"mdat":
                size = end - start  # cut off while it was sent or recorded: what there is still plays
            else:
                raise Refused("broken")
        if depth > DEEPEST:
            raise Refused("broken")
        box = Box(kind, start, inside, start + size)
        yield box
        if kind in HOLDERS:
            yield from _walk(held, inside, box.end, depth + 1)
        start = box.end


def _in(outer: Box, found: list[Box], kind: bytes) -> Box | None:
    """The box of this kind inside another. Raises Refused for a second one, which a player might take instead."""
    inside = [box for box in found if box.kind == kind and outer.inside <= box.start < outer.end]
    if len(inside) > 1 and kind != b"hdlr":
        raise Refused("broken")
    return inside[0] if inside else None


def _handler(held: bytearray, track: Box, found: list[Box]) -> bytes:
    box = _in(track, found, b"hdlr")
    return bytes(held[box.inside + 8 : box.inside + 12]) if box else b""


def _silence(held: bytearray, track: Box, found: list[Box]) -> None:
    """A track of neither picture nor sound (where one walked, whose face it saw): its samples first, then itself."""
    left = len(held)  # no more is wiped than there is, however often a table points at it
    for start, length in _samples(held, track, found):
        left -= length
        if left < 0:
            raise Refused("broken")
        held[start : start + length] = bytes(length)
    _empty(held, track)


def _unname_encoder(held: bytearray, track: Box, found: list[Box]) -> None:
    """The name of the encoder stands in each description of pictures: 32 bytes of it (14496-12, 12.1.3)."""
    described = _in(track, found, b"stsd")
    at = described.inside + 8 if described else 0
    while described and at + 86 <= described.end:
        size = int.from_bytes(held[at : at + 4], "big")
        held[at + 50 : at + 82] = bytes(32)
        if size < 86:
            return
        at += size


def _forget_files(held: bytearray, box: Box) -> None:
    """References to data say in which file, on whose disk, it stood: what is behind the flags of each goes."""
    at = box.inside + 16  # dref, its version and flags, its count
    while at + 12 <= box.end:
        size = int.from_bytes(held[at : at + 4], "big")
        if size < 12 or at + size > box.end:
            return
        held[at + 12 : at + size] = bytes(size - 12)
        at += size


def _samples(held: bytearray, track: Box, found: list[Box]) -> Iterator[tuple[int, int]]:
    """Where the samples of a track stand: (offset, length) of each chunk. Sample tables, 14496-12, 8.6 and 8.7."""
    offsets, sizes, runs = (_in(track, found, kind) for kind in (b"stco", b"stsz", b"stsc"))
    wide = _in(track, found, b"co64")
    places = offsets or wide
    # Raised where one cannot be sure to find all of them.
    if not (places and sizes and runs) or (offsets and wide):
        raise Refused("broken")
    step = ">I" if offsets else ">Q"
    chunks = [one for (one,) in struct.iter_unpack(step, _table(held, places, struct.calcsize(step), 4))]
    (same,) = struct.unpack_from(">I", held, sizes.inside + 4)
    each = [] if same else [one for (one,) in struct.iter_unpack(">I", _table(held, sizes, 4, 8))]
    plan = list(struct.iter_unpack(">III", _table(held, runs, 12, 4)))
    if len(chunks) + len(each) + len(plan) > MOST_ROWS:
        raise Refused("too_heavy")
    if not plan or plan[0][0] != 1 or plan != sorted(plan):
        raise Refused("broken")
    sample, run = 0, 0
    for number, offset in enumerate(chunks, start=1):
        while run + 1 < len(plan) and plan[run + 1][0] <= number:
            run += 1
        count = plan[run][1]
        length = same * count if same else sum(each[sample : sample + count])
        sample += count
        if offset < len(held):
            yield offset, min(length, len(held) - offset)


def _table(held: bytearray, box: Box, width: int, before: int) -> bytes:
    """The rows behind version, flags, `before` - 4 other bytes and their count."""
    (count,) = struct.unpack_from(">I", held, box.inside + before)
    start = box.inside + before + 4
    rows = bytes(held[start : min(start + count * width, box.end)])
    return rows[: len(rows) // width * width]


def _undate(held: bytearray, box: Box) -> None:
    length = 16 if held[box.inside] == 1 else 8
    if box.inside + 4 + length > box.end:
        raise Refused("broken")
    held[box.inside + 4 : box.inside + 4 + length] = bytes(length)


def _empty(held: bytearray, box: Box) -> None:
    held[box.start + 4 : box.start + 8] = b"free"
    held[box.inside : box.end] = bytes(box.end - box.inside)


def _seconds(held: bytearray, found: list[Box]) -> int:
    box = next((box for box in found if box.kind == b"mvhd"), None)
    if box is None:
        return 0
    if held[box.inside] == 1:
        scale, length = struct.unpack_from(">IQ", held, box.inside + 20)
    else:
        scale, length = struct.unpack_from(">II", held, box.inside + 12)
    return min(round(length / scale), 86_400) if scale else 0
