"""The work list somebody came from: after a case is done one goes on in that list, with its filters, and not at the top of another.

Kept in the browser, in a cookie with nothing but the codes of the list.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

COOKIE = "lijst"
LONGEST = 500


def remember(response: HttpResponse, query: str) -> HttpResponse:
    response.set_cookie(
        COOKIE,
        query[:LONGEST],
        path=reverse("staff_inbox"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def path(request: HttpRequest) -> str:
    """The inbox as it was last shown; whatever stands in the cookie, it is a query of the inbox and no more."""
    query = QueryDict(request.COOKIES.get(COOKIE, "")[:LONGEST]).urlencode()
    inbox = reverse("staff_inbox")
    return f"{inbox}?{query}" if query else inbox
