"""Files that come with a form: only where the policy lets them in, and no larger than the page says.

What is too much is read and dropped, so that the rest of the form arrives and the page can say what was wrong; nothing
of it is kept in memory or on disk. A file stands in memory or in a temporary file without a name, never under one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers
from django.db import connection
from django.http import HttpRequest, HttpResponse

from safetyportal import errors

IN_MEMORY = 512 * 1024


class ReceivedFile(UploadedFile):  # type: ignore[type-arg]
    """A file as it came. Nothing of it is left when more came than is taken: `is_too_big`, or one of too many."""

    def __init__(
        self, file: IO[bytes], name: str, size: int, *, is_too_big: bool, is_too_many: bool = False
    ) -> None:
        super().__init__(file=file, name=name, size=size)
        self.held = file
        self.is_too_big = is_too_big
        self.is_too_many = is_too_many


class LimitedUploadHandler(FileUploadHandler):
    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        self.takes_files = self._may_bring_files()
        self.files_left = settings.MOST_FILES_AT_ONCE
        self.bytes_left = settings.LARGEST_UPLOAD
        # A file on a slow telephone takes minutes: meanwhile the database is free for others.
        if not connection.in_atomic_block:
            connection.close()

    def _may_bring_files(self) -> bool:
        match = self.request.resolver_match if self.request else None
        rule = getattr(match.func, "policy_rule", None) if match else None
        return bool(rule and rule.files)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if not self.takes_files:
            raise SkipFile
        self.files_left -= 1
        self.is_too_big = False
        self.held: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - read later
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.is_too_big or self.files_left < 0:
            return
        self.bytes_left -= len(raw_data)
        if start + len(raw_data) > settings.LARGEST_FILE or self.bytes_left < 0:
            self.is_too_big = True
            self.held.truncate(0)
            return
        self.held.write(raw_data)

    def file_complete(self, file_size: int) -> ReceivedFile:
        self.held.seek(0)
        return ReceivedFile(
            self.held,
            self.file_name or "",
            file_size,
            is_too_big=self.is_too_big,
            is_too_many=self.files_left < 0,
        )

    def upload_interrupted(self) -> None:
        held = getattr(self, "held", None)
        if held is not None:
            held.close()


class UploadMiddleware:
    """Refuses what is far too much before it is read, and spares a script that shows progress a page it throws away.

    js/upload.js sends a form with X-Upload and opens the page to which the answer leads itself; what was to be said
    there (messages) must not be said to the script.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _length(request) > settings.LARGEST_UPLOAD + IN_MEMORY:
            return errors.too_large(request)
        if request.method == "GET" and "X-Upload" in request.headers:
            return HttpResponse(status=204)
        return self.get_response(request)


def _length(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() else 0
