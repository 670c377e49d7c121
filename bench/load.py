"""A load generator that costs little: one thread, plain sockets, requests made beforehand.

posts_in_turn(port, requests, connections=16)    closed loop: a connection asks again when it was answered
posts_on_time(port, requests, per_second=5)      open loop: at fixed instants, whether or not others were answered
"""

from __future__ import annotations

import selectors
import socket
import time
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlencode

TOKEN = "b" * 32  # what a browser has in its cookie and its form; both sites only compare them


@dataclass(frozen=True)
class Answer:
    """`due` is when the request was to be sent, in seconds of the wall clock; the time counts from there."""

    request: int
    status: int
    due: float
    took: float


@dataclass
class Line:
    """One connection and the request it waits for an answer to."""

    socket: socket.socket
    request: int
    due: float
    heard: bytearray = field(default_factory=bytearray)

    def status(self) -> int | None:
        """Of a whole answer; None as long as something of it is missing."""
        head, found, body = bytes(self.heard).partition(b"\r\n\r\n")
        if not found:
            return None
        _, _, length = head.lower().partition(b"content-length:")
        return int(head[9:12]) if len(body) >= int(length.split(b"\r\n", 1)[0]) else None


def post(
    path: str,
    fields: dict[str, str],
    cookies: dict[str, str],
    *,
    stay: bool,
    told: dict[str, str] | None = None,
) -> bytes:
    """`told`: headers besides those that every request has."""
    body = urlencode(fields | {"csrfmiddlewaretoken": TOKEN}).encode()
    every = {
        "Host": "localhost",
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        "Connection": "keep-alive" if stay else "close",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in (every | (told or {})).items())
    return f"POST {path} HTTP/1.1\r\n{head}\r\n".encode() + body


def get(path: str, cookies: dict[str, str]) -> bytes:
    """A page, on a connection that stays."""
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nConnection: keep-alive\r\n\r\n".encode()


def posts_in_turn(port: int, requests: list[bytes], *, connections: int) -> list[Answer]:
    ready, waiting = selectors.DefaultSelector(), iter(enumerate(requests))
    answers: list[Answer] = []
    for number, request in islice(waiting, connections):
        _say(ready, _call(port), number, request, time.time())
    while ready.get_map():
        for line in _heard(ready, answers):
            following = next(waiting, None)
            if following is None:
                line.socket.close()
            else:
                _say(ready, line.socket, *following, time.time())
    return answers


def posts_on_time(port: int, requests: list[bytes], *, per_second: float) -> list[Answer]:
    ready, answers = selectors.DefaultSelector(), []
    begin = time.time() + 0.1
    waiting = [(number, request, begin + number / per_second) for number, request in enumerate(requests)]
    while waiting or ready.get_map():
        while waiting and waiting[0][2] <= time.time():
            _say(ready, _call(port), *waiting.pop(0))
        patience = max(0.0, waiting[0][2] - time.time()) if waiting else 5.0
        if not ready.get_map():
            time.sleep(patience)
            continue
        for line in _heard(ready, answers, patience):
            line.socket.close()
    return answers


def _call(port: int) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=30)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def _say(ready: selectors.BaseSelector, line: socket.socket, number: int, request: bytes, due: float) -> None:
    line.sendall(request)
    ready.register(line, selectors.EVENT_READ, Line(line, number, due))


def _heard(ready: selectors.BaseSelector, answers: list[Answer], patience: float | None = 30) -> list[Line]:
    """The lines that have their whole answer, which is noted; they wait for nothing any more."""
    done = []
    for key, _ in ready.select(patience):
        line: Line = key.data
        said = line.socket.recv(65536)
        line.heard += said
        status = line.status()
        assert said or status, "the server hung up"
        if status:
            ready.unregister(line.socket)
            answers.append(Answer(line.request, status, line.due, time.time() - line.due))
            done.append(line)
    return done
