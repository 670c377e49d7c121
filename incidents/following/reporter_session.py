"""A browser session that opened one report with its number and code, and only that one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

REPORT = "reporter_report"
SEEN = "reporter_seen_at"
CODE = "code_made_at"
CARRIED = ("drafts",)
SEEN_GRAIN_SECONDS = 30  # one write in half a minute at most, not one for each look


def begin(*, session: SessionBase, report_id: UUID, code_made_at: datetime, at: datetime) -> None:
    """A new session with a new key; of the old one only the reports being written come along. It ends with the code of now."""
    carried = {key: session[key] for key in CARRIED if key in session}
    session.flush()
    session.update({**carried, REPORT: str(report_id), SEEN: at.isoformat()})
    holds_with(session=session, code_made_at=code_made_at)


def holds_with(*, session: SessionBase, code_made_at: datetime) -> None:
    """From now on this session is open as long as this code is the one that works."""
    session[CODE] = code_made_at.isoformat()


def is_of(*, session: SessionBase, code_made_at: datetime) -> bool:
    """False once another code took the place of the one it was opened with: whoever knew the old one is out."""
    return bool(session.get(CODE) == code_made_at.isoformat())


def current(*, session: SessionBase, at: datetime) -> UUID | None:
    """The report this session opened, while it is in use; after REPORTER_IDLE of silence it is closed."""
    report, seen = session.get(REPORT), session.get(SEEN)
    if report is None or seen is None:
        return None
    silent = at - datetime.fromisoformat(seen)
    if silent > settings.REPORTER_IDLE:
        end(session=session)
        return None
    if silent.total_seconds() > SEEN_GRAIN_SECONDS:
        session[SEEN] = at.isoformat()
    return UUID(report)


def end(*, session: SessionBase) -> None:
    """Close the report; what is being written in this browser stays."""
    carried = {key: session[key] for key in CARRIED if key in session}
    session.flush()
    session.update(carried)
