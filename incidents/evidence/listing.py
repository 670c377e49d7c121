"""Evidence as pages show it: a small picture or a word, in the order in which it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.evidence.keeping import small_pictures
from incidents.models import Evidence


@dataclass(frozen=True)
class Shown:
    """`name` tells files of one list apart: "Foto 2", "Geluid 1 (0:32)". `picture` is a data: address, or empty.

    `held` says in words why nobody can open it (yet).
    """

    id: UUID
    name: str
    picture: str
    added_at: datetime
    entry_id: int | None
    held: str


def shown(evidence: Iterable[Evidence], numbers: Mapping[UUID, int] | None = None) -> list[Shown]:
    """Select `scan` along with each. `numbers`: the how manieth of its sort each is, where these are not all of them."""
    rows = list(evidence)
    photos = [one for one in rows if one.is_photo and not one.is_held]
    pictures = small_pictures(photos) if photos else {}
    seen: dict[str, int] = {}
    found = []
    for one in rows:
        seen[one.sort] = seen.get(one.sort, 0) + 1
        number = numbers[one.pk] if numbers else seen[one.sort]
        name = f"{Evidence.Sort(one.sort).label} {number}"
        if one.seconds:
            name += f" ({one.seconds // 60}:{one.seconds % 60:02})"
        found.append(Shown(one.pk, name, pictures.get(one.pk, ""), one.added_at, one.entry_id, _held(one)))
    return found


def _held(one: Evidence) -> str:
    if one.is_infected:
        return _("Tegengehouden: er zit een virus in.")
    return _("Wordt nagekeken op virussen.") if one.is_held else ""


def counted(evidence: Iterable[Evidence]) -> str:
    """ "2 foto’s, 1 geluid"; "" for none."""
    sorts = [one.sort for one in evidence]
    counts = {sort: sorts.count(sort) for sort in Evidence.Sort.values}
    words = {
        Evidence.Sort.PHOTO: ngettext("%(n)d foto", "%(n)d foto’s", counts["photo"]),
        Evidence.Sort.SOUND: ngettext("%(n)d geluid", "%(n)d geluiden", counts["sound"]),
        Evidence.Sort.FILM: ngettext("%(n)d filmpje", "%(n)d filmpjes", counts["film"]),
        Evidence.Sort.PAPER: ngettext("%(n)d pdf", "%(n)d pdf’s", counts["paper"]),
    }
    return ", ".join(words[sort] % {"n": counts[sort]} for sort in Evidence.Sort if counts[sort])


def filename(key: UUID, number: str) -> str:
    """A name to save it under: the number of the report or case, and which one it is; nothing of a person."""
    return f"{number}-{str(key)[:8]}"
