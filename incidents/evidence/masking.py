"""A photo with areas that nobody outside may see: a copy of its own, filled in the child and encrypted like the others."""

from __future__ import annotations

import hashlib
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime

from incidents.evidence.grid import CELLS
from incidents.evidence.keeping import Part, read
from incidents.evidence.washing import NotTaken, Why, fill
from incidents.models import Evidence, EvidenceFile, MaskedPhoto
from safetyportal.accounts.models import User
from safetyportal.privacy.sealing import new_key, seal, unseal

__all__ = ["Filled", "NotTaken", "Nothing", "Why", "filled", "keep", "opened", "small_picture"]
WHOLE, SMALL = 0, 1


class Nothing(ValueError):
    """No area was pointed at, or there would be nothing left to see."""


@dataclass(frozen=True)
class Filled:
    copy: bytes
    small: bytes


def filled(*, evidence: Evidence, cells: frozenset[int]) -> Filled:
    """The clean copy with these cells filled. It takes a second: call it outside a transaction.

    Raises Nothing, washing.NotTaken, and EvidenceFile.DoesNotExist where there is no clean copy.
    """
    if not cells or len(cells) >= CELLS:
        raise Nothing
    shown = EvidenceFile.objects.get(evidence=evidence, part=Part.SHOWN)
    with tempfile.TemporaryFile() as source:
        for piece in read(shown):
            source.write(piece)
        with fill(source, cells=cells) as (copy, small):
            copy.seek(0)
            small.seek(0)
            return Filled(copy.read(), small.read())


def keep(*, evidence: Evidence, cells: frozenset[int], made: Filled, by: User, at: datetime) -> MaskedPhoto:
    """Store what filled() made."""
    photo = MaskedPhoto(
        evidence=evidence, cells=sorted(cells), key=new_key(), made_at=at, made_by=by, size=len(made.copy)
    )
    photo.sha256 = hashlib.sha256(made.copy).hexdigest()
    photo.data = seal(made.copy, key=photo.key, file=photo.pk, position=WHOLE)
    photo.small = seal(made.small, key=photo.key, file=photo.pk, position=SMALL)
    photo.save(force_insert=True)
    return photo


def opened(photo: MaskedPhoto) -> bytes:
    """Raises Undecipherable for what was altered."""
    return unseal(bytes(photo.data), key=photo.key, file=photo.pk, position=WHOLE)


def small_picture(photo: MaskedPhoto) -> str:
    """To stand in the page itself (a data: address)."""
    small = unseal(bytes(photo.small), key=photo.key, file=photo.pk, position=SMALL)
    return f"data:image/jpeg;base64,{b64encode(small).decode()}"
