"""Hand a file to somebody who may see it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.http import StreamingHttpResponse

from incidents.evidence.keeping import Part, read
from incidents.models import EvidenceFile


def _unhurried(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """A telephone on a slow line takes minutes: between two pieces others may have our connection to the database."""
    for piece in pieces:
        if not connection.in_atomic_block:
            connection.close()
        yield piece


# A photo that we made ourselves is shown; everything else only goes on to the reader's own disk.
ALONE = "default-src 'none'; style-src 'none'; sandbox"


def hand_out(*, file: EvidenceFile, name: str) -> StreamingHttpResponse:
    """`name` without suffix, and without anything of a person."""
    response = StreamingHttpResponse(_unhurried(read(file)), content_type=file.media_type)
    inline = file.part == Part.SHOWN and file.media_type == "image/jpeg"
    sort = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f'{sort}; filename="{name}.{file.suffix}"'
    response.headers["Content-Length"] = str(file.size)
    response.headers["Content-Security-Policy"] = ALONE
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
