"""Sessions end: after a time of silence, and after ten hours whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

View = TypeVar("View", bound=Callable[..., Any])

STARTED = "signed_in_at"
SEEN = "seen_at"
SEEN_GRAIN_SECONDS = 60  # one write a minute at most, not one a request


class SessionLimitsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and is_over(request.session, timezone.now()):
            logout(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_arguments: Any) -> None:
        """Somebody is there: what a page asks by itself while nobody looks does not count as that."""
        if request.user.is_authenticated and not getattr(view, "in_background", False):
            touch(request.session, timezone.now())


def in_background(view: View) -> View:
    """Mark a view that a script asks again and again."""
    view.in_background = True  # type: ignore[attr-defined]
    return view


def is_over(session: object, now: datetime) -> bool:
    """True when the session was silent for STAFF_IDLE or began SESSION_ABSOLUTE ago."""
    started, seen = session.get(STARTED), session.get(SEEN)  # type: ignore[attr-defined]
    if started is None or seen is None:
        return False
    silent = now - datetime.fromisoformat(seen) > settings.STAFF_IDLE
    return silent or now - datetime.fromisoformat(started) > settings.SESSION_ABSOLUTE


def touch(session: object, now: datetime) -> None:
    session.setdefault(STARTED, now.isoformat())  # type: ignore[attr-defined]
    seen = session.get(SEEN)  # type: ignore[attr-defined]
    if seen is None or (now - datetime.fromisoformat(seen)).total_seconds() > SEEN_GRAIN_SECONDS:
        session[SEEN] = now.isoformat()  # type: ignore[index]
