"""Sound: names, places and pictures that stand beside it are taken out; what one hears stays as it was recorded."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any, BinaryIO

from mutagen import MutagenError
from mutagen.apev2 import APEv2
from mutagen.id3 import ID3
from mutagen.mp3 import MPEGInfo
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from incidents.evidence.cleaning.copying import copied
from incidents.evidence.cleaning.refusal import Refused
from incidents.evidence.formats import AMR, MP3, OGG, WAV

# Chunks of a WAVE file that are the sound itself; all others are notes about it.
WAV_KEPT = frozenset({b"fmt ", b"fact", b"data"})
AMR_HEADS = (b"#!AMR\n", b"#!AMR-WB\n")


def clean(source: BinaryIO, copy: BinaryIO, _small: BinaryIO, name: str) -> dict[str, Any]:
    """Raises Refused when it is not the sound that its first bytes say."""
    try:
        return CLEANERS[name](source, copy)
    except (MutagenError, struct.error, ValueError, EOFError, IndexError, KeyError, AssertionError) as why:
        raise Refused("broken") from why


def _mp3(source: BinaryIO, copy: BinaryIO) -> dict[str, Any]:
    copied(source, copy)
    for tags in (ID3, APEv2):
        copy.seek(0)
        tags().delete(copy)
    copy.seek(0)
    info = MPEGInfo(copy)
    if info.sketchy:
        raise Refused("broken")
    return {"seconds": _seconds(info.length)}


def _ogg(source: BinaryIO, copy: BinaryIO) -> dict[str, Any]:
    copied(source, copy)
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


def _wav(source: BinaryIO, copy: BinaryIO) -> dict[str, Any]:
    data = source.read()
    kept: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        if kind in WAV_KEPT and kind not in kept:
            kept[kind] = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    if not {b"fmt ", b"data"} <= kept.keys() or len(kept[b"fmt "]) < 16:
        raise Refused("broken")
    chunks = b"".join(
        kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2) for kind, body in kept.items()
    )
    copy.write(b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks)
    (a_second,) = struct.unpack_from("<I", kept[b"fmt "], 8)
    return {"seconds": _seconds(len(kept[b"data"]) / a_second if a_second else 0)}


def _amr(source: BinaryIO, copy: BinaryIO) -> dict[str, Any]:
    """It has no place for notes: what the recorder of an old telephone makes goes over as it is."""
    if not source.read(9).startswith(AMR_HEADS):
        raise Refused("broken")
    copied(source, copy)
    return {}


def _seconds(length: float) -> int:
    return min(round(length), 86_400)


CLEANERS: dict[str, Callable[[BinaryIO, BinaryIO], dict[str, Any]]] = {
    MP3.name: _mp3,
    OGG.name: _ogg,
    WAV.name: _wav,
    AMR.name: _amr,
}
