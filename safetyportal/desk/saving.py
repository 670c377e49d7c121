"""A person's own lists of the inbox: keep, rename, pin, move up and throw away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from safetyportal.accounts.models import User
from safetyportal.desk.models import SavedList

MOST, MOST_PINNED = 30, 6


class NameTaken(ValueError):
    """This person has a list of this name."""


class Enough(ValueError):
    """More lists, or more above the inbox, would help nobody find anything."""


@transaction.atomic
def save(*, name: str, query: str, pinned: bool, by: User, at: datetime) -> SavedList:
    """Keep these filters under a name, last of all. Raises NameTaken and Enough."""
    own = _held(by)
    _check_name(own, name)
    if len(own) >= MOST:
        raise Enough("lists")
    if pinned:
        _check_pinned(own)
    last = SavedList.objects.filter(owner=by).aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    return SavedList.objects.create(
        owner=by, name=name, query=query, pinned=pinned, position=position, created_at=at
    )


@transaction.atomic
def rename(*, kept: SavedList, name: str, by: User, at: datetime) -> None:
    """Raises NameTaken."""
    _check_name([one for one in _held(by) if one.pk != kept.pk], name)
    SavedList.objects.filter(pk=kept.pk, owner=by).update(name=name)


@transaction.atomic
def pin(*, kept: SavedList, pinned: bool, by: User, at: datetime) -> None:
    """Above the inbox, or no longer. Raises Enough."""
    own = _held(by)
    if pinned:
        _check_pinned([one for one in own if one.pk != kept.pk])
    SavedList.objects.filter(pk=kept.pk, owner=by).update(pinned=pinned)


@transaction.atomic
def move_up(*, kept: SavedList, by: User, at: datetime) -> None:
    """One place towards the first."""
    own = _held(by)
    where = next((nth for nth, one in enumerate(own) if one.pk == kept.pk), 0)
    if where == 0:
        return
    own[where - 1], own[where] = own[where], own[where - 1]
    for position, one in enumerate(own):
        one.position = position
    SavedList.objects.bulk_update(own, ["position"])


@transaction.atomic
def remove(*, kept: SavedList, by: User, at: datetime) -> None:
    SavedList.objects.filter(pk=kept.pk, owner=by).delete()


def _held(owner: User) -> list[SavedList]:
    """All lists of this person, in order; two windows of theirs wait for each other."""
    User.objects.select_for_update(of=("self",)).get(pk=owner.pk)
    return list(SavedList.objects.filter(owner=owner))


def _check_name(own: list[SavedList], name: str) -> None:
    if any(one.name.casefold() == name.casefold() for one in own):
        raise NameTaken


def _check_pinned(own: list[SavedList]) -> None:
    if sum(one.pinned for one in own) >= MOST_PINNED:
        raise Enough("pinned")
