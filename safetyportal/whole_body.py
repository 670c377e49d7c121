"""A form that was cut off on the way is no form: without this a message of which a third arrived would be sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

App = Callable[[dict[str, Any], Any], Iterable[bytes]]


class CutOff(OSError):
    """The line ended before all that was promised had come. Django makes it an unreadable post."""


class WholeBody:
    def __init__(self, stream: Any, promised: int) -> None:
        self.stream, self.left = stream, promised

    def read(self, *size: int) -> bytes:
        return self._counted(self.stream.read(*size), wanted=not size or size[0] != 0)

    def readline(self, *size: int) -> bytes:
        return self._counted(self.stream.readline(*size), wanted=not size or size[0] != 0)

    def _counted(self, data: bytes, *, wanted: bool) -> bytes:
        self.left -= len(data)
        if not data and wanted and self.left > 0:
            raise CutOff
        return data


def whole_bodies(app: App) -> App:
    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        told = environ.get("CONTENT_LENGTH") or ""
        if told.isdecimal():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(told))
        return app(environ, start)

    return answer
