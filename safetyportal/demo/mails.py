"""The mails of the demo: Django's file backend writes them to a folder, here they are read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

MOST = 100
END_OF_MAIL = re.compile(rb"^-{79}$", re.MULTILINE)


@dataclass(frozen=True)
class Mail:
    to: str
    subject: str
    body: str
    sent_at: datetime


def newest(folder: Path) -> list[Mail]:
    """The newest mails first; none where the folder is not there yet."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)[:MOST]
    mails = [
        _mail(part, file) for file in files for part in END_OF_MAIL.split(file.read_bytes()) if part.strip()
    ]
    return sorted(mails, key=lambda mail: mail.sent_at, reverse=True)[:MOST]


def _mail(content: bytes, file: Path) -> Mail:
    message = message_from_bytes(content.lstrip(), _class=EmailMessage, policy=policy.default)
    body = message.get_body(("plain",))
    return Mail(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        body=body.get_content() if body is not None else "",
        sent_at=_sent_at(str(message["Date"]), file),
    )


def _sent_at(date: str, file: Path) -> datetime:
    try:
        said = parsedate_to_datetime(date)
    except ValueError:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    # Django writes "-0000", which Python reads as a time without a zone.
    return said if said.tzinfo else said.replace(tzinfo=UTC)
