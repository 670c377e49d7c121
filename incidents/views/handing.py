"""Hand a file to somebody who may see it."""

from __future__ import annotations

from django.http import StreamingHttpResponse

from incidents.evidence.keeping import Part, read
from incidents.models import EvidenceFile

# A photo that we made ourselves is shown; everything else only goes on to the reader's own disk.
ALONE = "default-src 'none'; style-src 'none'; sandbox"


def hand_out(*, file: EvidenceFile, name: str) -> StreamingHttpResponse:
    """`name` without suffix, and without anything of a person."""
    response = StreamingHttpResponse(read(file), content_type=file.media_type)
    inline = file.part == Part.SHOWN and file.media_type == "image/jpeg"
    sort = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f'{sort}; filename="{name}.{file.suffix}"'
    response.headers["Content-Length"] = str(file.size)
    response.headers["Content-Security-Policy"] = ALONE
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
