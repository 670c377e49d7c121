"""Let a child process clean a file, and hear what it found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import IO

from django.conf import settings
from django.db import connection
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from incidents.evidence import grid
from incidents.evidence.formats import BY_NAME, HEAD_BYTES, JPEG, LARGEST, PHOTO, Format, recognise

# More at once would take the processor from everybody else; who comes too late hears that and tries again.
AT_ONCE = BoundedSemaphore(2)
WAITING = BoundedSemaphore(6)
PATIENCE_FOR_A_PLACE = 20
PATIENCE = 30


class Why(TextChoices):
    """Why a file is not taken; what the tenant reads."""

    UNKNOWN = (
        "unknown",
        _("Dit bestand kunnen wij niet lezen. Kies een foto, een geluid, een filmpje of een pdf."),
    )
    EMPTY = "empty", _("Dit bestand is leeg. Kies een ander bestand.")
    BROKEN = "broken", _("Dit bestand is beschadigd. Kies een ander bestand, of maak een nieuwe foto.")
    TOO_MANY_POINTS = (
        "too_many_points",
        _("Deze foto heeft te veel beeldpunten. Maak er een schermfoto van, en kies die."),
    )
    TOO_HEAVY = "too_heavy", _("Dit bestand kunnen wij niet aan. Kies een kleiner bestand.")
    LOCKED = (
        "locked",
        _("Op deze pdf zit een wachtwoord. Bewaar hem zonder wachtwoord, of maak er foto’s van."),
    )
    PHOTO_TOO_BIG = "photo_too_big", _("De foto moet kleiner zijn dan 20 MB. Kies een kleinere foto.")
    SOUND_TOO_BIG = "sound_too_big", _("Het geluid moet kleiner zijn dan 20 MB. Neem een korter stuk op.")
    FILM_TOO_BIG = "film_too_big", _("Het filmpje moet kleiner zijn dan 50 MB. Maak een korter filmpje.")
    PAPER_TOO_BIG = "paper_too_big", _("De pdf moet kleiner zijn dan 10 MB. Kies een kleinere pdf.")
    TOO_BIG = "too_big", _("Dit bestand is te groot. Het mag niet groter zijn dan 50 MB.")
    TOO_MANY = "too_many", _("U hebt al tien bestanden toegevoegd. Haal er eerst een weg.")
    TOO_MANY_IN_ALL = (
        "too_many_in_all",
        _("Bij deze melding staan al veel bestanden. Bel ons, dan overleggen wij."),
    )
    ONLY_PHOTO = "only_photo", _("Hier past alleen een foto. Kies een foto.")
    CLOSED = "closed", _("Bij deze melding kan nu geen bestand meer.")
    BUSY = "busy", _("Het is nu druk. Probeer het over een minuut nog eens.")


class NotTaken(ValueError):
    """The file is not taken; `why` says it to the tenant."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Washed:
    """What may be shown, with a small picture of a photo."""

    original: Format
    shown: Format
    copy: IO[bytes]
    small: IO[bytes] | None
    seconds: int | None


@contextmanager
def wash(source: IO[bytes], *, size: int) -> Iterator[Washed]:
    """`source` is a real file. Raises NotTaken. What is made lasts as long as the block."""
    source.flush()
    # Not through the buffer of `source`: the child moves in the same file, and a buffer would not know.
    found = recognise(os.pread(source.fileno(), HEAD_BYTES, 0))
    if not size:
        raise NotTaken(Why.EMPTY)
    if found is None:
        raise NotTaken(Why.UNKNOWN)
    if size > LARGEST[found.sort]:
        raise NotTaken(Why(f"{found.sort}_too_big"))
    with tempfile.TemporaryFile() as copy, tempfile.TemporaryFile() as small:
        with _a_place():
            facts = _in_a_child(found.name, source, copy, small)
        is_photo, seconds = found.sort == PHOTO, facts.get("seconds")
        yield Washed(
            original=found,
            shown=JPEG if is_photo else BY_NAME[str(facts.get("format", found.name))],
            copy=copy,
            small=small if is_photo else None,
            seconds=seconds if isinstance(seconds, int) and seconds > 0 else None,
        )


@contextmanager
def _a_place() -> Iterator[None]:
    # While we wait for the child others may have our connection to the database.
    if not connection.in_atomic_block:
        connection.close()
    if not WAITING.acquire(blocking=False):
        raise NotTaken(Why.BUSY)
    try:
        if not AT_ONCE.acquire(timeout=PATIENCE_FOR_A_PLACE):
            raise NotTaken(Why.BUSY)
        try:
            yield
        finally:
            AT_ONCE.release()
    finally:
        WAITING.release()


@contextmanager
def fill(source: IO[bytes], *, cells: frozenset[int]) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """A photo that wash() made, with these cells of the grid filled, and a small one of it. Raises NotTaken."""
    source.flush()
    with tempfile.TemporaryFile() as copy, tempfile.TemporaryFile() as small:
        with _a_place():
            _in_a_child("mask", source, copy, small, grid.written(cells))
        yield copy, small


def _in_a_child(
    name: str, source: IO[bytes], copy: IO[bytes], small: IO[bytes], *told: str
) -> dict[str, object]:
    """The child gets the files and nothing else of ours: no environment, so no key and no address of a database."""
    pair = (copy.fileno(), small.fileno())
    try:
        done = subprocess.run(  # noqa: S603 - our own program and words of ours
            [sys.executable, "-s", "-m", "incidents.evidence.cleaning", name, *map(str, pair), *told],
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=pair,
            cwd=settings.BASE_DIR,
            env={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"},
            timeout=PATIENCE,
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotTaken(Why.TOO_HEAVY) from None
    if done.returncode != 0:  # the limits ended it, or a decoder fell over
        raise NotTaken(Why.TOO_HEAVY if done.returncode < 0 else Why.BROKEN)
    try:
        facts: dict[str, object] = json.loads(done.stdout)
    except ValueError:
        raise NotTaken(Why.BROKEN) from None
    if refused := facts.get("refused"):
        raise NotTaken(Why(str(refused)))
    return facts
