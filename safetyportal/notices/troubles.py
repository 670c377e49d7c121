"""Why a mail did not go out, in a word that is kept: never an address, nor what a server said."""

from __future__ import annotations

import smtplib
import socket

from safetyportal.notices.models import Trouble

# The first that fits. A TimeoutError is an OSError too.
_KINDS: tuple[tuple[type[BaseException], Trouble], ...] = (
    (TimeoutError, Trouble.SLOW),
    (smtplib.SMTPRecipientsRefused, Trouble.ADDRESS),
    (smtplib.SMTPServerDisconnected, Trouble.AWAY),
    (smtplib.SMTPException, Trouble.REFUSED),
    (socket.gaierror, Trouble.AWAY),
    (OSError, Trouble.AWAY),
)


def trouble_of(error: BaseException) -> Trouble:
    return next((trouble for kind, trouble in _KINDS if isinstance(error, kind)), Trouble.OTHER)
