"""Photos that come in a byte at a time, or that never end, and everybody else who wants to report meanwhile."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.faults.walker import Writing, walk, write
from tests.journeys.processes import Portal

SLOW = 20  # more than the connections to the database that the two web processes may have
HEAD = (
    "POST /melden/{draft}/bewijs/ HTTP/1.1\r\nHost: {host}\r\nCookie: {cookies}\r\nOrigin: {url}\r\n"
    "X-CSRFToken: {token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {length}\r\n\r\n"
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
)


def begin_upload(writing: Writing, length: int) -> socket.socket:
    to = urlsplit(writing.visitor.url)
    line = socket.create_connection((to.hostname or "", to.port or 80), timeout=30)
    cookies = "; ".join(f"{name}={value}" for name, value in writing.visitor.cookies.items())
    token = writing.check.form().fields["csrfmiddlewaretoken"]
    line.sendall(
        HEAD.format(
            draft=writing.draft,
            host=to.netloc,
            cookies=cookies,
            url=writing.visitor.url,
            token=token,
            length=length,
        ).encode()
    )
    return line


@pytest.fixture
def slow(portal: Portal) -> Iterator[list[socket.socket]]:
    writing = write(portal.url)
    with ExitStack() as lines:
        yield [lines.enter_context(begin_upload(writing, 5_000_000)) for _ in range(SLOW)]


def test_others_report_while_many_files_come_in_a_byte_at_a_time(
    portal: Portal, slow: list[socket.socket]
) -> None:
    for _ in range(3):
        for line in slow:
            line.sendall(b"\xff")
        time.sleep(0.2)

    receipt = walk(portal.url)

    assert receipt.code
    for line in slow:  # not one of them was thrown out meanwhile
        line.sendall(b"\xff")


def test_a_file_without_an_end_costs_no_memory(portal: Portal) -> None:
    """It promises a hundred megabytes and sends them: they are read, and nothing of them is kept."""
    writing = write(portal.url)
    before = _memory(portal)

    with begin_upload(writing, 100_000_000) as line:
        for _ in range(95):
            line.sendall(bytes(1_000_000))
        grown = _memory(portal) - before

    assert grown < 50, f"{grown} MB"


def test_what_is_far_too_much_is_answered_before_it_is_sent(portal: Portal) -> None:
    with begin_upload(write(portal.url), 2_000_000_000) as line:
        assert line.recv(12) == b"HTTP/1.1 413"


def _memory(portal: Portal) -> float:
    """Megabytes that the web processes hold together."""
    mother = portal.children["web"].process.pid
    found = [mother, *map(int, Path(f"/proc/{mother}/task/{mother}/children").read_text().split())]
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in found)
    return pages * 4096 / 1_000_000
