"""The files themselves, in PostgreSQL: kept with the report in one transaction, and gone with it (docs/adr/0014)."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, Any, Protocol
from uuid import UUID

from django.db.models import QuerySet

from incidents.evidence.formats import Format
from incidents.models import Evidence, EvidenceFile, EvidencePiece
from safetyportal.privacy.keys import Undecipherable
from safetyportal.privacy.sealing import new_key, seal, unseal

PIECE = 256 * 1024
AT_A_TIME = 8
Part = EvidenceFile.Part


class InPieces(Protocol):
    """A row whose file stands beside it in sealed pieces (`position`, `data`), `size` bytes together."""

    @property
    def pk(self) -> Any: ...
    @property
    def key(self) -> Any: ...
    @property
    def size(self) -> int: ...
    @property
    def pieces(self) -> Any: ...


def keep(
    *, evidence: Evidence, part: str, kind: Format, source: IO[bytes], until: datetime | None = None
) -> None:
    """Store a file from its beginning. Inside a transaction: half a file is none."""
    file = EvidenceFile(
        evidence=evidence, part=part, media_type=kind.media_type, suffix=kind.suffix, key=new_key(), kept_until=until
    )  # fmt: skip
    source.seek(0)
    digest, size = hashlib.sha256(), 0
    for piece in iter(lambda: source.read(PIECE), b""):
        digest.update(piece)
        size += len(piece)
    file.sha256, file.size = digest.hexdigest(), size
    file.save(force_insert=True)
    source.seek(0)
    waiting: list[EvidencePiece] = []
    for position, piece in enumerate(iter(lambda: source.read(PIECE), b"")):
        sealed = seal(piece, key=file.key, file=file.pk, position=position)
        waiting.append(EvidencePiece(file=file, position=position, data=sealed))
        if len(waiting) == AT_A_TIME:
            EvidencePiece.objects.bulk_create(waiting)
            waiting = []
    EvidencePiece.objects.bulk_create(waiting)


def read(file: InPieces) -> Iterator[bytes]:
    """The file in pieces, two megabytes in memory at most. Raises Undecipherable for what is missing or altered."""
    count = -(-file.size // PIECE)
    for first in range(0, count, AT_A_TIME):
        positions = range(first, min(first + AT_A_TIME, count))
        rows = {row.position: row for row in file.pieces.filter(position__in=positions)}
        for position in positions:
            if position not in rows:
                raise Undecipherable(f"piece {position} is missing")
            yield unseal(bytes(rows[position].data), key=file.key, file=file.pk, position=position)


def end_originals(evidence: QuerySet[Evidence], *, at: datetime) -> None:
    """Of somebody who wants to be unknown nothing is kept that says where he was: the next purge takes the originals."""
    EvidenceFile.objects.filter(evidence__in=evidence, part=Part.ORIGINAL).update(kept_until=at)


def small_pictures(evidence: Iterable[Evidence]) -> dict[UUID, str]:
    """For each photo its small picture, to stand in the page itself (a data: address)."""
    files = EvidenceFile.objects.filter(evidence__in=list(evidence), part=Part.SMALL)
    pieces = EvidencePiece.objects.filter(file__in=files, position=0).select_related("file")
    return {
        piece.file.evidence_id: "data:image/jpeg;base64,"
        + b64encode(unseal(bytes(piece.data), key=piece.file.key, file=piece.file_id, position=0)).decode()
        for piece in pieces
    }
