"""What holds for every request, before and after any view: readable input, careful headers, an honest page
when the database is away."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse, UnreadablePostError

from safetyportal import errors

GetResponse = Callable[[HttpRequest], HttpResponse]

NUL = "\0"
FORM = "application/x-www-form-urlencoded"
UTF8 = ("utf-8", "utf8")
# Doors of the browser that no page of ours uses, but for sound where one records it.
CLOSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)


def features(*, opened: tuple[str, ...] = ()) -> str:
    """Permissions-Policy: all of these doors closed but the `opened` ones, for our own pages."""
    return ", ".join(f"{one}=({'self' if one in opened else ''})" for one in CLOSED_FEATURES)


HEADERS = {
    # Pages hold what somebody told us: no copy on a shared computer. Static files set their own.
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": features(),
}


class CleanInputMiddleware:
    """Answers 400 to what no browser sends: NUL in path, query, header or cookie, and forms that are not
    UTF-8.

    A NUL inside a form field is left to the form, which gives the typed text back (texts.clean_text).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (request.content_params or {}).get("charset", "utf-8").lower() not in UTF8:
            return errors.unreadable(request)
        if _has_nul(request) or not _query_is_utf8(request) or not _form_is_utf8(request):
            return errors.bad_request(request)
        return self.get_response(request)


class HeadersMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class DatabaseDownMiddleware:
    """A view that lost the database answers 503 with the telephone number, and nothing half done.

    What fails in a middleware or while a session is saved comes past errors.server_error, which asks the
    same.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.unavailable(request) if isinstance(exception, errors.DATABASE_AWAY) else None


def _has_nul(request: HttpRequest) -> bool:
    query = unquote_to_bytes(request.META.get("QUERY_STRING", ""))
    headers = (value for value in request.META.values() if isinstance(value, str))
    cookies = (part for pair in request.COOKIES.items() for part in pair)
    return b"\0" in query or any(NUL in text for text in (request.path_info, *headers, *cookies))


def _query_is_utf8(request: HttpRequest) -> bool:
    try:
        return _is_utf8(request.META.get("QUERY_STRING", "").encode("latin-1"))
    except UnicodeEncodeError:
        return False


def _form_is_utf8(request: HttpRequest) -> bool:
    """Of a form with files Django itself replaces what it cannot read."""
    if request.content_type != FORM:
        return True
    try:
        return _is_utf8(request.body)
    except UnreadablePostError:  # the browser hung up
        return False


def _is_utf8(quoted: bytes) -> bool:
    """Strictly: no Latin-1, no overlong forms, no lone surrogates."""
    try:
        unquote_to_bytes(quoted).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
