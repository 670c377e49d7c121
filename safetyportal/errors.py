"""Pages for what went wrong: in Dutch, with the number to call, asking little of a broken portal."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from safetyportal.texts.association import from_settings
from safetyportal.texts.context import association

# No connection, a lost one, no place in the pool, or a statement that hit its limit.
DATABASE_AWAY = (OperationalError, InterfaceError)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "400.html", 400)


def unreadable(request: HttpRequest) -> HttpResponse:
    """A form that cannot be read at all. Without a language switch, which would try to read it again."""
    return _bare_page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "403.html", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came back without its token: nearly always a page that stood open too long."""
    return _page(request, "403_csrf.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "404.html", 404)


def too_large(request: HttpRequest) -> HttpResponse:
    """Without a language switch, which would ask what was posted: nothing of that is to be read."""
    return _bare_page(request, "413.html", 413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Also asked for what failed outside any view, where the database may be the reason."""
    if isinstance(sys.exception(), DATABASE_AWAY):
        return unavailable(request)
    return _page(request, "500.html", 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database is away: says so without asking it anything."""
    content = render_to_string("503.html", {"association": from_settings()})
    return HttpResponse(content, status=503, headers={"Retry-After": "60"})


def _bare_page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(template, association(request)), status=status)


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    # No context processors: sessions and users are in the database, which may be what failed. The token is a cookie's.
    context = {**association(request), "request": request, "csrf_token": get_token(request)}
    return HttpResponse(render_to_string(template, context), status=status)
