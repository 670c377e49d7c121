"""Mail over SMTP that is over after PATIENCE seconds, whatever the server does: a reply may come a byte at a time."""

from __future__ import annotations

import smtplib
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import EmailMessage

# A server that takes half a minute for a mail is slow, not gone. Shorter than the lease of a notice (hands.LEASE).
PATIENCE = 40.0


class PatientBackend(EmailBackend):
    """Django's own, which waits for each reply for as long as EMAIL_TIMEOUT, and for all of them together no longer than PATIENCE."""

    patience = PATIENCE

    @property
    def connection_class(self) -> Callable[..., smtplib.SMTP]:  # type: ignore[override]
        """What Django makes the connection with; known here before it says a word."""
        ours = _SecureLine if self.use_ssl else _Line

        def connect(*words: Any, **named: Any) -> smtplib.SMTP:
            return ours(*words, keep=self._keep, **named)

        return connect

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self._line: smtplib.SMTP | None = None
        done, over = threading.Event(), threading.Event()
        watch = threading.Thread(target=self._hang_up, args=(done, over), daemon=True)
        watch.start()
        try:
            return super().send_messages(email_messages) or 0
        except (OSError, smtplib.SMTPException) as error:
            if over.is_set():
                raise TimeoutError(f"not within {self.patience} s") from error
            raise
        finally:
            done.set()

    def _hang_up(self, done: threading.Event, over: threading.Event) -> None:
        """Until it is done: the connection may only come about when it is too late, and TLS changes its socket."""
        if done.wait(self.patience):
            return
        over.set()
        while not done.wait(0.2):
            line = getattr(self._line, "sock", None)
            if line is not None:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def _keep(self, line: smtplib.SMTP) -> None:
        self._line = line


class _Line(smtplib.SMTP):
    def __init__(self, *words: Any, keep: Callable[[smtplib.SMTP], None], **named: Any) -> None:
        keep(self)
        super().__init__(*words, **named)


class _SecureLine(smtplib.SMTP_SSL):
    def __init__(self, *words: Any, keep: Callable[[smtplib.SMTP], None], **named: Any) -> None:
        keep(self)
        super().__init__(*words, **named)
