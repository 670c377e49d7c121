"""Which mails somebody wants to get: the daily count of terms, and word of a case that was handed to them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from safetyportal.accounts.models import User
from safetyportal.accounts.models.user import LED
from safetyportal.audit.recording import record
from safetyportal.people.models import MailWish


def wants_digest(user: User, wish: MailWish | None) -> bool:
    """As chosen; for who has not chosen: handlers and leads do."""
    if wish is not None and wish.digest is not None:
        return wish.digest
    return bool(LED & user.roles)


def of(user: User) -> MailWish | None:
    return MailWish.objects.filter(user=user).first()


def wants_handed_over(user: User) -> bool:
    return MailWish.objects.filter(user=user, handed_over=True).exists()


@transaction.atomic
def choose(*, user: User, digest: bool, handed_over: bool, at: datetime) -> None:
    MailWish.objects.update_or_create(user=user, defaults={"digest": digest, "handed_over": handed_over})
    record(
        action="person.mails",
        actor=user,
        object_kind="user",
        object_id=user.pk,
        detail={"digest": digest, "handed_over": handed_over},
        at=at,
    )
