"""A photo of ours with areas filled: their points are gone, not blurred, and so they are in the small picture."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError
from PIL.Image import Resampling

from incidents.evidence.cleaning.pictures import LONGEST_SIDE, QUALITY, SMALL_QUALITY, SMALL_SIDE
from incidents.evidence.cleaning.refusal import Refused
from incidents.evidence.grid import boxes, read

FILL = (0, 0, 0)


def prepare() -> None:
    Image.preinit()


def clean(source: BinaryIO, copy: BinaryIO, small: BinaryIO, name: str) -> dict[str, int]:
    """`source` is the JPEG that `pictures` made; the cells stand behind the other words of the command."""
    cells = read(sys.argv[4])
    try:
        with Image.open(source, formats=["JPEG"]) as opened:
            if max(opened.size) > LONGEST_SIDE:
                raise Refused("too_many_points")
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as why:
        raise Refused("broken") from why
    for box in boxes(cells, *picture.size):
        picture.paste(FILL, box)
    _write(picture, copy, QUALITY)
    picture.thumbnail((SMALL_SIDE, SMALL_SIDE), Resampling.LANCZOS)
    _write(picture, small, SMALL_QUALITY)
    return {}


def _write(picture: Image.Image, to: BinaryIO, quality: int) -> None:
    made = BytesIO()
    bare = Image.frombytes("RGB", picture.size, picture.tobytes())
    # Colour as fine as light: coarser, the colours beside an area would run into it.
    bare.save(made, "JPEG", quality=quality, optimize=True, subsampling=0)
    to.write(made.getvalue())
