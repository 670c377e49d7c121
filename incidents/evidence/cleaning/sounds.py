"""Sound written anew from what one hears: frames, pages and samples go over, everything beside and between them does not."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from mutagen import MutagenError
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from incidents.evidence.cleaning.refusal import Refused
from incidents.evidence.formats import AMR, MP3, OGG, WAV

# Chunks of a WAVE file that are the sound itself, and how much of each can mean something.
WAV_KEPT = {b"fmt ": 40, b"fact": 4, b"data": 0xFFFFFFFF}
# Bytes of a frame by its type; what is not here ends the sound (3GPP TS 26.101 and 26.201).
AMR_FRAMES = {
    b"#!AMR\n": (12, 13, 15, 17, 19, 20, 26, 31, 5),
    b"#!AMR-WB\n": (17, 23, 32, 36, 40, 46, 50, 58, 60, 5),
}
AMR_EMPTY = (14, 15)  # lost, or silence
# kbit/s and Hz of MPEG layer III, for version 1 and for versions 2 and 2.5 (ISO/IEC 11172-3, 13818-3).
RATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
HERTZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
LEAST_FRAMES = 3


def clean(source: BinaryIO, copy: BinaryIO, _small: BinaryIO, name: str) -> dict[str, Any]:
    """Raises Refused when it is not the sound that its first bytes say."""
    try:
        return CLEANERS[name](source.read(), copy)
    except (MutagenError, struct.error, ValueError, EOFError, IndexError, KeyError, AssertionError) as why:
        raise Refused("broken") from why


def _mp3(body: bytes, copy: BinaryIO) -> dict[str, Any]:
    """Only frames. The first one may say in place of sound with what it was made (Xing, LAME, VBRI)."""
    count, seconds = 0, 0.0
    for frame, lasts in _frames(body):
        if count or not any(word in frame[:200] for word in (b"Xing", b"Info", b"VBRI", b"LAME")):
            copy.write(frame)
            seconds += lasts
        count += 1
    if count < LEAST_FRAMES:
        raise Refused("broken")
    return {"seconds": _seconds(seconds)}


def _frames(body: bytes) -> Iterator[tuple[bytes, float]]:
    at = 0
    while at + 4 <= len(body):
        if body[at : at + 3] == b"ID3" and at + 10 <= len(body):
            at += 10 + sum(
                (part & 127) << shift
                for part, shift in zip(body[at + 6 : at + 10], (21, 14, 7, 0), strict=True)
            )
            continue
        length, lasts = _frame(body[at : at + 4])
        if not length or at + length > len(body):
            found = body.find(b"\xff", at + 1)
            at = found if found > 0 else len(body)
            continue
        yield body[at : at + length], lasts
        at += length


def _frame(head: bytes) -> tuple[int, float]:
    """Bytes and seconds of the frame that this begins; nothing where it begins none."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, hertz = head[2] >> 4, head[2] >> 2 & 3
    if (
        head[0] != 0xFF
        or head[1] & 0xE0 != 0xE0
        or layer != 1
        or version == 1
        or rate in (0, 15)
        or hertz == 3
    ):
        return 0, 0.0
    first = version == 3
    herz = HERTZ[version][hertz]
    length = (144 if first else 72) * RATES[not first][rate] * 1000 // herz + (head[2] >> 1 & 1)
    return length, (1152 if first else 576) / herz


def _ogg(body: bytes, copy: BinaryIO) -> dict[str, Any]:
    """Only the pages of the first stream; then without its names."""
    for page in _pages(body):
        copy.write(page)
    sorts: tuple[Any, ...] = (OggOpus, OggVorbis)
    for sort in sorts:
        copy.seek(0)
        try:
            sound = sort(copy)
        except MutagenError:
            continue
        copy.seek(0)
        sound.delete(copy)
        return {"seconds": _seconds(sound.info.length)}
    raise Refused("broken")


def _pages(body: bytes) -> Iterator[bytes]:
    """RFC 3533, 6."""
    at, stream = 0, b""
    while (at := body.find(b"OggS", at)) >= 0 and at + 27 <= len(body):
        lacing = body[at + 27 : at + 27 + body[at + 26]]
        end = at + 27 + len(lacing) + sum(lacing)
        serial, is_last = body[at + 14 : at + 18], body[at + 5] & 4
        if serial == (stream or serial):
            stream = serial
            yield body[at:end]
            if is_last:
                return
        at = end


def _wav(body: bytes, copy: BinaryIO) -> dict[str, Any]:
    kept: dict[bytes, bytes] = {}
    end = min(len(body), 8 + int.from_bytes(body[4:8], "little")) if body[4:8] != b"\xff" * 4 else len(body)
    at = 12
    while at + 8 <= end:
        kind, size = struct.unpack_from("<4sI", body, at)
        if kind in WAV_KEPT and kind not in kept:
            kept[kind] = body[at + 8 : min(at + 8 + min(size, WAV_KEPT[kind]), end)]
        at += 8 + size + size % 2
    if not {b"fmt ", b"data"} <= kept.keys() or len(kept[b"fmt "]) < 16:
        raise Refused("broken")
    chunks = b"".join(
        kind + struct.pack("<I", len(part)) + part + bytes(len(part) % 2) for kind, part in kept.items()
    )
    copy.write(b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks)
    (a_second,) = struct.unpack_from("<I", kept[b"fmt "], 8)
    return {"seconds": _seconds(len(kept[b"data"]) / a_second if a_second else 0)}


def _amr(body: bytes, copy: BinaryIO) -> dict[str, Any]:
    head = next((one for one in AMR_FRAMES if body.startswith(one)), None)
    if head is None:
        raise Refused("broken")
    at, count = len(head), 0
    while at < len(body):
        kind = body[at] >> 3 & 15
        sizes = AMR_FRAMES[head]
        if kind >= len(sizes) and kind not in AMR_EMPTY:
            break
        size = 1 + (sizes[kind] if kind < len(sizes) else 0)
        if at + size > len(body):
            break
        at, count = at + size, count + 1
    if not count:
        raise Refused("broken")
    copy.write(body[:at])
    return {"seconds": _seconds(count * 0.02)}


def _seconds(length: float) -> int:
    return min(round(length), 86_400)


CLEANERS: dict[str, Callable[[bytes, BinaryIO], dict[str, Any]]] = {
    MP3.name: _mp3,
    OGG.name: _ogg,
    WAV.name: _wav,
    AMR.name: _amr,
}
