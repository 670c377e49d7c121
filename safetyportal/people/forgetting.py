"""Asking a new password for oneself. The answer never tells whether an account exists; the second factor stays."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from safetyportal.accounts.models import User
from safetyportal.notices.outbox import tell
from safetyportal.people import links
from safetyportal.people.models import AccountLink
from safetyportal.throttle.limits import hit

HOUR = 3600
PER_ADDRESS, PER_CLIENT = 3, 20


@transaction.atomic
def ask_new_password(*, email: str, client: str, at: datetime) -> None:
    """Mail a link when the account exists, is open and was set up. Over the limit nothing is mailed."""
    address = email.strip().lower()
    tries = hit(bucket="forgotten-address", key=address, window_seconds=HOUR, at=at)
    clients = hit(bucket="forgotten-client", key=client, window_seconds=HOUR, at=at)
    if tries > PER_ADDRESS or clients > PER_CLIENT:
        return
    user = User.objects.select_for_update(of=("self",)).filter(email=address, is_active=True).first()
    if user is None or not user.is_set_up:
        return
    path = links.make(user=user, purpose=AccountLink.Purpose.PASSWORD, by=None, at=at)
    tell(template="account_password", key=f"link:{user.pk}:{at.isoformat()}", user=user, link=path, at=at)
