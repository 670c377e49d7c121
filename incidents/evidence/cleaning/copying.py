"""The whole file, copied to where it is cleaned, or held in memory and written when it is clean."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


def copied(source: BinaryIO, copy: BinaryIO) -> None:
    source.seek(0)
    shutil.copyfileobj(source, copy, 256 * 1024)
    copy.flush()


@contextmanager
def in_memory(source: BinaryIO, copy: BinaryIO) -> Iterator[bytearray]:
    """Changed in its place; nothing is written when the block raises."""
    held = bytearray(source.read())
    yield held
    copy.write(held)
