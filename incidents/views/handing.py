"""Hand a file to somebody who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from incidents.evidence.keeping import InPieces, Part, read
from incidents.evidence.masking import opened
from incidents.models import EvidenceFile, MaskedPhoto


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
    inline = file.part == Part.SHOWN and file.media_type == "image/jpeg"
    return hand_out_pieces(file=file, media_type=file.media_type, name=f"{name}.{file.suffix}", inline=inline)


def hand_out_pieces(
    *, file: InPieces, media_type: str, name: str, inline: bool = False
) -> StreamingHttpResponse:
    """Any file that is kept in sealed pieces; `name` with its suffix."""
    response = StreamingHttpResponse(_unhurried(read(file)), content_type=media_type)
    return _alone(response, name, file.size, inline=inline)


def hand_out_masked(*, photo: MaskedPhoto, name: str) -> HttpResponse:
    """The copy in which areas were filled."""
    response = HttpResponse(opened(photo), content_type="image/jpeg")
    return _alone(response, f"{name}.jpg", photo.size, inline=True)


Response = TypeVar("Response", bound=HttpResponseBase)


def _alone(response: Response, name: str, size: int, *, inline: bool) -> Response:
    sort = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f'{sort}; filename="{name}"'
    response.headers["Content-Length"] = str(size)
    response.headers["Content-Security-Policy"] = ALONE
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
