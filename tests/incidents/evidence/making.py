"""Files as telephones make them, each with marks of a person wherever such a file can hold one."""

from __future__ import annotations

import struct
import wave
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image, PngImagePlugin

MARK = b"Zoekbaar-merk"
TEXT = MARK.decode()
PLACE = "+52.2271+006.8892/"  # as an iPhone writes where it was, in a film
PICTURES = Path(__file__).parent / "pictures"


def picture(width: int = 640, height: int = 480) -> Image.Image:
    made = Image.new("RGB", (width, height), (200, 210, 220))
    made.paste((180, 40, 40), (0, 0, width // 2, height // 2))
    return made


def exif(orientation: int = 1) -> bytes:
    told = Image.Exif()
    told[0x010F], told[0x0110], told[0x0112], told[0x0131] = TEXT, TEXT, orientation, TEXT
    place = told.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (52.0, 13.0, 37.5), "E", (6.0, 53.0, 21.25)
    return bytes(told.tobytes())


def jpeg(*, orientation: int = 1, size: tuple[int, int] = (640, 480), quality: int = 85) -> bytes:
    made = BytesIO()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + MARK + b"</x:xmpmeta>"
    picture(*size).save(made, "JPEG", quality=quality, exif=exif(orientation), xmp=xmp, comment=MARK)
    return made.getvalue()


def png(size: tuple[int, int] = (300, 200), mode: str = "RGBA") -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", TEXT)
    told.add_itxt("XML:com.adobe.xmp", TEXT)
    made = BytesIO()
    picture(*size).convert(mode).save(made, "PNG", pnginfo=told, exif=exif())
    return made.getvalue()


def webp() -> bytes:
    made = BytesIO()
    picture().save(made, "WEBP", exif=exif(), xmp=MARK)
    return made.getvalue()


def heic() -> bytes:
    return (PICTURES / "portrait.heic").read_bytes()


def pixel_flood() -> bytes:
    """A PNG of 17 kB that becomes 144 million points."""
    made = BytesIO()
    Image.new("1", (12_000, 12_000)).save(made, "PNG")
    return made.getvalue()


def png_text_bomb() -> bytes:
    """A compressed note in a PNG that becomes 200 MB."""
    body = b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    whole = png()
    return whole[:33] + chunk + whole[33:]


def many_frames() -> bytes:
    made = BytesIO()
    frames = [Image.new("RGB", (64, 64), (n % 256, 0, 0)) for n in range(300)]
    frames[0].save(made, "WEBP", save_all=True, append_images=frames[1:], duration=10)
    return made.getvalue()


def box(kind: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full(kind: bytes, *inside: bytes) -> bytes:
    return box(kind, bytes(4), *inside)


def _track(handler: bytes, offset: int, sizes: list[int]) -> bytes:
    # Of pictures: with the name of the encoder.
    encoder = box(b"avc1", bytes(42), b"\x0d" + MARK.ljust(31, b"\0"), bytes(4))
    described = [encoder] if handler == b"vide" else []
    table = box(
        b"stbl",
        full(b"stsd", struct.pack(">I", len(described)), *described),
        full(b"stsc", struct.pack(">IIII", 1, 1, len(sizes), 1)),
        full(b"stsz", struct.pack(">II", 0, len(sizes)), struct.pack(f">{len(sizes)}I", *sizes)),
        full(b"stco", struct.pack(">II", 1, offset)),
    )
    dated = full(b"tkhd", struct.pack(">IIIII", 3_900_000_000, 3_900_000_001, 1, 0, 5000), bytes(60))
    media = box(
        b"mdia",
        full(b"mdhd", struct.pack(">IIIIHH", 3_900_000_000, 3_900_000_001, 1000, 5000, 0, 0)),
        full(b"hdlr", bytes(4), handler, bytes(12), MARK),
        box(b"minf", box(b"dinf", full(b"dref", struct.pack(">I", 1), full(b"alis", MARK))), table),
    )
    return box(b"trak", dated, media, box(b"udta", box(b"name", MARK)))


def fragmented() -> bytes:
    """As Safari records: a film in pieces, each with a clock in front of it."""
    kind = box(b"ftyp", b"iso5", bytes(4), b"iso5")
    empty = box(b"stbl", full(b"stsd", struct.pack(">I", 0)))
    sound = box(b"trak", box(b"mdia", full(b"hdlr", bytes(4), b"soun", bytes(12), MARK), box(b"minf", empty)))
    moov = box(
        b"moov", full(b"mvhd", struct.pack(">IIII", 1, 1, 1000, 0), bytes(80)), sound, box(b"udta", MARK)
    )
    piece = box(
        b"moof", full(b"mfhd", bytes(4)), box(b"traf", full(b"tfhd", bytes(4)), box(b"uuid", bytes(16), MARK))
    )
    return kind + moov + box(b"prft", MARK) + box(b"emsg", MARK) + piece + box(b"mdat", b"heard" * 20)


def mp4(*, pictures: bool = True, brand: bytes = b"mp42", notes: bool = True) -> bytes:
    """A film (or sound alone) of five seconds, with a third track that tells where it was."""
    kind = box(b"ftyp", brand, bytes(4), brand)
    seen, heard, told = b"\x00\x00\x00\x01seen" * 20, b"heard" * 20, MARK + PLACE.encode()
    start = len(kind) + 8
    tracks = [_track(b"vide", start, [len(seen)])] if pictures else []
    tracks.append(_track(b"soun", start + len(seen), [50, 50]))
    if notes:
        tracks.append(_track(b"meta", start + len(seen) + len(heard), [len(MARK), len(told) - len(MARK)]))
    moov = box(
        b"moov",
        full(b"mvhd", struct.pack(">IIII", 3_900_000_000, 3_900_000_001, 1000, 5000), bytes(80)),
        *tracks,
        box(
            b"udta", box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0), PLACE.encode()), box(b"\xa9mak", MARK)
        ),
        full(b"meta", box(b"keys", MARK)),
    )
    return kind + box(b"mdat", seen, heard, told) + box(b"free", MARK) + moov + box(b"uuid", bytes(16), MARK)


def element(number: int, *inside: bytes, known: bool = True) -> bytes:
    body = b"".join(inside)
    name = number.to_bytes((number.bit_length() + 7) // 8, "big")
    size = (len(body) | 1 << 56).to_bytes(8, "big") if known else b"\x01" + b"\xff" * 7
    return name + size + body


def webm(*, pictures: bool = False) -> bytes:
    """As Chrome records: segment and clusters of unknown size, then tags behind them."""
    head = element(0x1A45DFA3, element(0x4282, b"webm"))
    info = element(
        0x1549A966,
        element(0x2AD7B1, b"\x0f\x42\x40"),
        element(0x4D80, b"Chrome"),
        element(0x5741, b"Chrome"),
        element(0x7BA9, MARK),
        element(0x4461, bytes(range(1, 9))),
    )
    kinds = [2, 1] if pictures else [2]
    tracks = element(
        0x1654AE6B,
        *(
            element(0xAE, element(0xD7, bytes([n])), element(0x83, bytes([kind])), element(0x536E, MARK))
            for n, kind in enumerate(kinds, start=1)
        ),
    )
    clusters = [
        element(0x1F43B675, element(0xE7, b"\0"), element(0xA3, b"\x81\0\0\x80" + b"heard" * 9), known=False)
        for _ in range(3)
    ]
    tags = element(0x1254C367, element(0x7373, element(0x67C8, element(0x45A3, MARK))))
    return head + element(0x18538067, info, tracks, *clusters, tags, known=False)


def wav() -> bytes:
    made = BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\1\2" * 16_000)
    body = (
        made.getvalue()
        + b"LIST"
        + struct.pack("<I", 4 + 8 + 14)
        + b"INFOIART"
        + struct.pack("<I", 14)
        + MARK
        + b"\0"
    )
    return body[:4] + struct.pack("<I", len(body) - 8) + body[8:]


def mp3() -> bytes:
    """Forty frames of 128 kbit/s with names in front (ID3v2) and behind (ID3v1)."""
    frame = b"\xff\xfb\x90\x64" + bytes(413)
    text = b"\0" + MARK
    tag = b"TPE1" + struct.pack(">I", len(text)) + bytes(2) + text
    size = len(tag)
    front = b"ID3\x03\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + tag
    xing = b"\xff\xfb\x90\x64" + (bytes(32) + b"Xing" + MARK).ljust(413, b"\0")
    lyrics = b"LYRICSBEGIN" + MARK + b"LYRICSEND"
    return (
        front
        + front
        + xing
        + frame * 20
        + MARK
        + front
        + frame * 20
        + lyrics
        + b"TAG+"
        + MARK
        + b"TAG"
        + MARK.ljust(125, b"\0")
    )


def jpeg2000() -> bytes:
    """The boxes alone: a code stream of nothing, with notes in front."""
    return (
        box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 ", bytes(4), b"jp2 ") + box(b"xml ", MARK)
        + box(b"uuid", bytes(16), MARK) + box(b"jp2c", b"\xff\x4f\xff\xd9")
    )  # fmt: skip


def _page(number: int, flags: int, position: int, body: bytes) -> bytes:
    lacing = bytes([255] * (len(body) // 255) + [len(body) % 255])
    head = b"OggS" + struct.pack("<BBQIII", 0, flags, position, 77, number, 0) + bytes([len(lacing)]) + lacing
    whole = bytearray(head + body)
    whole[22:26] = struct.pack("<I", _crc(bytes(whole)))
    return bytes(whole)


def _crc(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ 0x04C11DB7 if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
    return crc


def ogg() -> bytes:
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    note = b"ARTIST=" + MARK
    tags = b"OpusTags" + struct.pack("<I", 4) + b"test" + struct.pack("<II", 1, len(note)) + note
    one = _page(0, 2, 0, head) + _page(1, 0, 0, tags) + MARK + _page(2, 4, 96_000, b"heard" * 30)
    return one + one + MARK  # chained to a second one


def amr() -> bytes:
    return b"#!AMR\n" + (b"\x3c" + bytes(31)) * 50 + b"\x7f" + MARK


def pdf(*, password: str = "") -> bytes:
    """One page with a photo in it, who made it, a script, a link out and a file inside."""
    paper = pikepdf.new()
    page = paper.add_blank_page(page_size=(300, 300))
    photo = paper.make_stream(jpeg())
    photo.Type, photo.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    photo.Width, photo.Height, photo.BitsPerComponent = 640, 480, 8
    photo.ColorSpace, photo.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    packed = paper.make_stream(zlib.compress(jpeg()), Width=640, Height=480, BitsPerComponent=8)
    packed.Type, packed.Subtype, packed.ColorSpace = photo.Type, photo.Subtype, photo.ColorSpace
    packed.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode])
    newer = paper.make_stream(jpeg2000(), Width=8, Height=8)
    newer.Type, newer.Subtype, newer.Filter = (
        photo.Type,
        photo.Subtype,
        pikepdf.Array([pikepdf.Name.JPXDecode]),
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=photo, Im1=packed, Im2=newer))
    page.Contents = paper.make_stream(b"300 0 0 300 0 0 cm /Im0 Do /Im1 Do /Im2 Do")
    page.Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=[0, 0, 9, 9],
                A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://" + TEXT),
            ),
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Text,
                Rect=[0, 0, 9, 9],
                Contents="Hier.",
                T=TEXT,
                M=TEXT,
            ),
        ]
    )
    paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{TEXT}')")
    paper.docinfo["/Author"] = TEXT
    with paper.open_metadata() as told:
        told["dc:creator"] = [TEXT]
    paper.attachments["geheim.txt"] = pikepdf.AttachedFileSpec(paper, MARK, filename=f"{TEXT}.txt")
    made = BytesIO()
    lock = pikepdf.Encryption(owner="o", user=password) if password else False
    paper.save(
        made, encryption=lock, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable
    )
    return made.getvalue()
