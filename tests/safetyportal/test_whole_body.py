"""What was cut off on the way is not sent, and what cannot be read at all is said."""

from __future__ import annotations

import ctypes
import socket
import subprocess
import sys
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from safetyportal.whole_body import CutOff, WholeBody, whole_bodies


def test_all_of_it_comes_through() -> None:
    body = WholeBody(BytesIO(b"one\ntwo"), 7)

    assert (body.readline(), body.read(100), body.read(0), body.read()) == (b"one\n", b"two", b"", b"")


@pytest.mark.parametrize("way", ["read", "readline"])
def test_less_than_was_promised_is_noticed(way: str) -> None:
    body = WholeBody(BytesIO(b"one"), 7)
    assert getattr(body, way)(100) == b"one"

    with pytest.raises(CutOff):
        getattr(body, way)(100)


def test_a_page_without_a_body_is_left_alone() -> None:
    seen: list[dict[str, Any]] = []
    whole_bodies(lambda environ, start: seen.append(environ) or [])({"wsgi.input": 1}, None)  # type: ignore[func-returns-value]

    assert seen == [{"wsgi.input": 1}]


def test_a_form_cut_off_by_a_bad_line_is_not_taken(portal: Any) -> None:
    to = urlsplit(portal.url)
    with socket.create_connection((to.hostname, to.port), timeout=10) as line:
        line.sendall(
            f"POST /volgen/ HTTP/1.1\r\nHost: {to.netloc}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: 900\r\n\r\nnumber=M-1111".encode()
        )
        line.shutdown(socket.SHUT_WR)

        assert line.recv(12) in (b"HTTP/1.1 400", b"HTTP/1.1 403", b"")


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-7", "hex", "idna", "no-such-thing"])
@pytest.mark.parametrize("sort", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])
def test_a_form_in_another_alphabet_than_ours_is_said(client: Client, charset: str, sort: str) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="number"\r\n\r\n+2AA-\r\n--b--'

    answer = client.generic("POST", "/volgen/", body, f"{sort}; charset={charset}")

    assert answer.status_code == 400 and "Wij kunnen dit niet lezen" in answer.content.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows this")
def test_nobody_looks_into_a_web_process() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import ctypes; from safetyportal.untraced import forbid_tracing; forbid_tracing();"
            "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))",
        ],
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
        check=True,
    )

    assert told.stdout.strip() == "0" and ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 1
