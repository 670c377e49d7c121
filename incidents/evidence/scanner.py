"""Ask ClamAV about a file, in its own words (clamd, INSTREAM; man clamd(8)). Nothing is written to a disk for it."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings

SECONDS = 10  # for one step
ALL_SECONDS = 35  # for all of it: a task is stopped at 45
LONGEST_ANSWER = 4096


class NoAnswer(OSError):
    """The scanner is away, too slow, or does not say what we understand."""


def is_on() -> bool:
    return bool(settings.VIRUS_SCANNER)


def find_virus(pieces: Iterable[bytes]) -> bool:
    """Whether there is a virus in it. Raises NoAnswer."""
    until = time.monotonic() + ALL_SECONDS
    try:
        with _line() as line:
            line.sendall(b"zINSTREAM\0")
            for piece in pieces:
                if time.monotonic() > until:
                    raise NoAnswer("too slow")
                line.sendall(struct.pack(">I", len(piece)) + piece)
            line.sendall(struct.pack(">I", 0))
            answer = _answer(line)
    except OSError as why:
        raise NoAnswer(type(why).__name__) from why
    if answer.endswith(b" FOUND"):
        return True
    if answer == b"stream: OK":
        return False
    raise NoAnswer("no verdict")


def _line() -> socket.socket:
    """tcp://host:port or unix:///path"""
    to = urlsplit(settings.VIRUS_SCANNER)
    if to.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        line.connect(to.path)
        return line
    return socket.create_connection((to.hostname or "localhost", to.port or 3310), timeout=SECONDS)


def _answer(line: socket.socket) -> bytes:
    said = b""
    while b"\0" not in said and len(said) < LONGEST_ANSWER:
        more = line.recv(LONGEST_ANSWER)
        if not more:
            break
        said += more
    return said.partition(b"\0")[0].strip()
