"""A photo made anew: only its points go over into a JPEG of ours, nothing that stood beside them."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any, BinaryIO

import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import Resampling

from incidents.evidence.cleaning.refusal import Refused
from incidents.evidence.formats import HEIC, JPEG, MOST_PIXELS, MOST_PIXELS_JPEG, PNG, WEBP

LONGEST_SIDE, QUALITY = 2048, 82
SMALL_SIDE, SMALL_QUALITY = 240, 60
PILLOW = {JPEG.name: "JPEG", PNG.name: "PNG", WEBP.name: "WEBP", HEIC.name: "HEIF"}

# Ours are the limits on points below and on memory around; Pillow's own one warns long before it refuses.
Image.MAX_IMAGE_PIXELS = None


def prepare() -> None:
    """Load every decoder now, while files can still be opened."""
    Image.preinit()
    Image.init()
    pi_heif.register_heif_opener()


def clean(source: BinaryIO, copy: BinaryIO, small: BinaryIO, name: str) -> dict[str, int]:
    """Write the photo and a small one of it. Raises Refused; MemoryError where the limit stops it."""
    try:
        with Image.open(source, formats=[PILLOW[name]]) as opened:
            _check_size(opened, name)
            if name == JPEG.name:
                opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = _upright(opened)
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        struct.error,
        EOFError,
        IndexError,
    ) as why:
        raise Refused("broken") from why  # what Pillow raises on damaged files
    _write(picture, copy, QUALITY)
    picture.thumbnail((SMALL_SIDE, SMALL_SIDE), Resampling.LANCZOS)
    _write(picture, small, SMALL_QUALITY)
    return {}


def _check_size(opened: Image.Image, name: str) -> None:
    width, height = opened.size
    most = MOST_PIXELS_JPEG if name == JPEG.name else MOST_PIXELS
    if width * height > most:
        raise Refused("too_many_points")
    if width < 1 or height < 1:
        raise Refused("broken")


def _upright(opened: Image.Image) -> Image.Image:
    """The points alone, no larger than LONGEST_SIDE, turned as the camera was held, on white where one could look through."""
    turned = opened.getexif().get(0x0112, 1)
    picture: Image.Image = opened
    if "transparency" in opened.info or opened.mode in ("LA", "PA"):
        picture = opened.convert("RGBA")
    elif opened.mode not in ("RGB", "RGBA"):
        picture = opened.convert("RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Resampling.LANCZOS, reducing_gap=2.0)
    bare = Image.new("RGB", picture.size, "white")
    bare.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    return _turn(bare, turned)


def _turn(bare: Image.Image, turned: Any) -> Image.Image:
    """By the tag Orientation (Exif 2.32, 4.6.4)."""
    if turned not in range(2, 9):
        return bare
    marked = Image.Exif()
    marked[0x0112] = turned
    bare.info["exif"] = marked.tobytes()
    upright = ImageOps.exif_transpose(bare)
    return Image.frombytes("RGB", upright.size, upright.tobytes())


def _write(picture: Image.Image, to: BinaryIO, quality: int) -> None:
    made = BytesIO()
    Image.frombytes("RGB", picture.size, picture.tobytes()).save(made, "JPEG", quality=quality, optimize=True)
    to.write(made.getvalue())
