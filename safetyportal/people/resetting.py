"""Beginning anew after a lost telephone or a stolen password: a second person starts it, the mailbox finishes it."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.notices.outbox import tell
from safetyportal.people import links
from safetyportal.people.inviting import NotNow
from safetyportal.people.models import AccountLink
from safetyportal.people.standing import check_other, hold_actor


@transaction.atomic
def reset(*, user: User, by: User, at: datetime) -> None:
    """Password, second factors and sessions are gone at once; a link of 15 minutes goes to the person's own mailbox.

    Raises NotOneself, or NotNow for an account that is closed.
    """
    check_other(user=user, by=by)
    hold_actor(by=by, user=user)
    fresh = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if not fresh.is_active:
        raise NotNow
    Authenticator.objects.filter(user=fresh).delete()
    fresh.set_unusable_password()
    fresh.session_round += 1
    fresh.save(update_fields=["password", "session_round"])
    path = links.make(user=fresh, purpose=AccountLink.Purpose.RESET, by=by, at=at)
    tell(template="account_reset", key=f"link:{user.pk}:{at.isoformat()}", user=fresh, link=path, at=at)
    record(action="person.reset", actor=by, object_kind="user", object_id=user.pk, at=at)
