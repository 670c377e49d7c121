"""A mail server for tests: it takes every mail, and takes its time for some addresses.

with MailServer() as server:
    server.url                        for EMAIL_URL
    server.seconds["a@example.nl"]    how long it waits before it takes a mail for that address; `usual` for the others
    server.refused                    addresses that it does not know
    server.taken                      (address, monotonic moment) of each mail
    server.hurry()                    whoever waits now is served at once
"""

from __future__ import annotations

import socketserver
import threading
import time
from typing import Any


class MailServer:
    def __init__(self, *, usual: float = 0, drip: float = 0) -> None:
        self.usual, self.drip = usual, drip
        self.seconds: dict[str, float] = {}
        self.refused: set[str] = set()
        self.taken: list[tuple[str, float]] = []
        self.hurried = threading.Event()
        self.under_way: list[str] = []
        self.most_at_once: dict[str, int] = {}
        self.lock = threading.Lock()
        self.listening = _Listening(("127.0.0.1", 0), _Talk)
        self.listening.mail = self
        self.port = self.listening.server_address[1]
        self.url = f"smtp://127.0.0.1:{self.port}"

    def __enter__(self) -> MailServer:
        threading.Thread(target=self.listening.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.hurry()
        self.listening.shutdown()
        self.listening.server_close()

    def hurry(self) -> None:
        self.hurried.set()
        self.hurried = threading.Event()

    def take(self, address: str) -> None:
        with self.lock:
            self.under_way.append(address)
            now = self.under_way.count(address)
            self.most_at_once[address] = max(now, self.most_at_once.get(address, 0))
        self.hurried.wait(self.seconds.get(address, self.usual))
        with self.lock:
            self.under_way.remove(address)
            self.taken.append((address, time.monotonic()))


class _Listening(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128
    mail: MailServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up is expected here."""


class _Talk(socketserver.StreamRequestHandler):
    server: _Listening

    def handle(self) -> None:
        mail, address = self.server.mail, ""
        self.say("220 mail.example.nl")
        while line := self.rfile.readline():
            word = line.strip().upper()
            if word.startswith(b"RCPT"):
                address = line.decode().split("<")[1].split(">")[0]
                self.say("550 no such user" if address in mail.refused else "250 ok")
            elif word == b"DATA":
                self.say("354 go on")
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
                mail.take(address)
                self.say("250 taken")
            elif word == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def say(self, words: str) -> None:
        for byte in f"{words}\r\n".encode() if self.server.mail.drip else ():
            time.sleep(self.server.mail.drip)
            self.wfile.write(bytes([byte]))
        if not self.server.mail.drip:
            self.wfile.write(f"{words}\r\n".encode())
