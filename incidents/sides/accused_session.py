"""A browser session that opened the page of one person a case is about, and only that one; never a report besides."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from incidents.following.reporter_session import CARRIED, SEEN_GRAIN_SECONDS, end, holds_with, is_of

__all__ = ["PARTY", "begin", "current", "end", "is_of"]

PARTY = "accused_party"
SEEN = "accused_seen_at"


def begin(*, session: SessionBase, party_id: int, code_made_at: datetime, at: datetime) -> None:
    """A new session with a new key: a report that was open is closed by it. It ends with the code of now."""
    carried = {key: session[key] for key in CARRIED if key in session}
    session.flush()
    session.update({**carried, PARTY: party_id, SEEN: at.isoformat()})
    holds_with(session=session, code_made_at=code_made_at)


def current(*, session: SessionBase, at: datetime) -> int | None:
    """Whose page this session opened, while it is in use; after REPORTER_IDLE of silence it is closed."""
    party, seen = session.get(PARTY), session.get(SEEN)
    if party is None or seen is None:
        return None
    silent = at - datetime.fromisoformat(seen)
    if silent > settings.REPORTER_IDLE:
        end(session=session)
        return None
    if silent.total_seconds() > SEEN_GRAIN_SECONDS:
        session[SEEN] = at.isoformat()
    return int(party)
