"""Links that let one person set a password, once. Looking at one changes nothing: mail scanners open links too."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction

from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.people.models import AccountLink

Purpose = AccountLink.Purpose
LASTS = {
    Purpose.INVITE: timedelta(hours=24),
    Purpose.RESET: timedelta(minutes=15),
    Purpose.PASSWORD: timedelta(minutes=15),
}
PATH = "/uitnodiging/{token}/"


class LinkGone(ValueError):
    """Used, ended, expired, or never made; which of those, nobody is told."""


def make(*, user: User, purpose: Purpose, by: User | None, at: datetime) -> str:
    """A new link in place of any earlier one; its path. Only the mail ever holds it, the database its hash.

    Call with the user locked.
    """
    end_all(user=user, at=at)
    token = secrets.token_urlsafe(32)
    AccountLink.objects.create(
        user=user,
        purpose=purpose,
        token_hash=hashed(token),
        made_by=by,
        made_at=at,
        expires_at=at + LASTS[purpose],
    )
    return PATH.format(token=token)


def end_all(*, user: User, at: datetime) -> None:
    AccountLink.objects.live().filter(user=user).update(ended_at=at)


def find(*, token_hash: str, at: datetime) -> AccountLink:
    """The link behind a token (hashed), for looking. Raises LinkGone when it opens nothing now."""
    link = AccountLink.objects.select_related("user").filter(token_hash=token_hash).first()
    if link is None or not link.opens(at):
        raise LinkGone
    return link


@transaction.atomic
def use(*, link: AccountLink, password: str, at: datetime) -> User:
    """Set the password and end every session there was. Of several who try at once one succeeds; others get LinkGone.

    `password` has been validated. Who comes in this way still has to show or set up a second factor.
    """
    user: User = User.objects.select_for_update(of=("self",)).get(pk=link.user_id)
    fresh = AccountLink.objects.select_related("user").get(pk=link.pk)
    if not fresh.opens(at):
        raise LinkGone
    fresh.used_at = at
    fresh.save(update_fields=["used_at"])
    if fresh.purpose != Purpose.PASSWORD:
        # Begins anew: a factor that was being set up when the account was emptied is not the owner's.
        Authenticator.objects.filter(user=user).delete()
    user.set_password(password)
    user.session_round += 1
    user.save(update_fields=["password", "session_round"])
    record(action=f"account.{fresh.purpose}", actor=user, object_kind="user", object_id=user.pk, at=at)
    return user


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
