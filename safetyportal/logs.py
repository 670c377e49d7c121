"""What our processes write down about themselves: one JSON object a line, and nothing of what people typed.

An exception is logged by its type and its place in our code. Its message is left out: PostgreSQL puts whole rows in
it ("DETAIL: Failing row contains …"), and a ValueError the value.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from secrets import token_hex
from types import TracebackType
from typing import Any

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.json import JsonFormatter as BaseFormatter

REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="")

# "DETAIL: …" and what follows it: the value of a column may have lines of its own.
DETAIL = re.compile(r"(DETAIL|CONTEXT|HINT|LINE \d+):.*", re.DOTALL)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
WORD = re.compile(r"[\w.:/-]{1,80}")

Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class RequestIdMiddleware:
    """A number that ties the lines of one request together. It says nothing of who asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = REQUEST_ID.set(token_hex(8))
        try:
            return self.get_response(request)
        finally:
            REQUEST_ID.reset(token)


class JsonFormatter(BaseFormatter):
    """Keeps time, level, logger, message, place of an exception, and of the extras only numbers and single words."""

    def format(self, record: logging.LogRecord) -> str:
        clean = logging.makeLogRecord(
            {**record.__dict__, "msg": _message(record), "args": None, "exc_text": None}
        )
        for name, value in list(clean.__dict__.items()):
            if name not in STANDARD and not _is_plain(value):
                del clean.__dict__[name]
        return str(super().format(clean))

    def formatException(self, ei: Info) -> str:
        return trace(ei[1]) if ei[1] is not None else ""

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        super().add_fields(log_data, record, message_dict)
        if request_id := REQUEST_ID.get():
            log_data["request_id"] = request_id


STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime"}


def trace(error: BaseException) -> str:
    """Where an exception came from, its causes first, without any message."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = trace(cause) if cause is not None else ""
    return f"{before}{''.join(traceback.format_tb(error.__traceback__))}{_kind(error)}\n"


def _kind(error: BaseException) -> str:
    """The type; of a database error also its code and the constraint that refused."""
    told = getattr(getattr(error, "diag", None), "constraint_name", None) or ""
    code = getattr(error, "sqlstate", None) or ""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return " ".join(part for part in (name, code, told) if part)


def _message(record: logging.LogRecord) -> str:
    if hasattr(record, "params"):
        return "query"  # django.db.backends: the statement with its values
    text = record.getMessage()
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if error is not None:
        for said in {str(error), repr(error)} - {""}:
            text = text.replace(said, type(error).__name__)
    text = _without_path(text, getattr(record, "request", None))
    return EMAIL.sub("[e-mail]", DETAIL.sub(r"\1 left out", text))


def _without_path(text: str, request: object) -> str:
    """The pattern of the URL instead of the URL, which may name a case or hold what somebody typed."""
    if not isinstance(request, HttpRequest):
        return text
    match = request.resolver_match
    route = f"/{match.route}" if match is not None else "[unknown path]"
    return text.replace(request.get_full_path(), route).replace(request.path, route)


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return WORD.fullmatch(value) is not None
    return value is None or isinstance(value, bool | int | float)


def logging_config(level: str) -> dict[str, Any]:
    """Everything to stderr, one JSON object a line."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": "safetyportal.logs.JsonFormatter",
                "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
            },
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {"django.request": {"level": "ERROR"}, "django.security": {"level": "WARNING"}},
    }
