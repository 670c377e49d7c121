"""An e-mail as a file, read for what a person needs of it: who, about what, the words, and what came along. Pure; nothing is fetched."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import Policy
from email.utils import getaddresses
from functools import partial

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from incidents.entry.mail_words import tidy, words_of_html

LARGEST = 25_000_000
MOST_PARTS = 200
DEEPEST = 6
MOST_SIGNS = 20_000
# A file made to keep us busy. Who it went to may be long, and is not read.
TOO_MANY_PARTS, MOST_HEADERS = 2_000, 200
LONGEST_READ, LONGEST_UNREAD = 8_000, 64_000
MOST_WORK = 100_000_000
READ = ("from", "subject", "date", "content-")
# Where the library itself falls over.
BROKEN = (RecursionError, ValueError, LookupError, AttributeError, TypeError, OverflowError)
# Logos and smileys that mail programs put between the words.
SMALL_PICTURE = 8_000
OUTLOOK = b"\xd0\xcf\x11\xe0"
LOCKED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


class Why(TextChoices):
    """Why it cannot be read, with what to do instead."""

    EMPTY = "empty", _("Dit bestand is leeg. Kies een ander bestand, of plak de tekst.")
    TOO_BIG = "too_big", _("Deze e-mail is groter dan 25 MB. Plak de tekst, en voeg bijlagen later toe.")
    OUTLOOK = (
        "outlook",
        _("Dit is een bestand van Outlook (.msg). Bewaar de e-mail als .eml, of plak de tekst."),
    )
    LOCKED = "locked", _("Deze e-mail is versleuteld. Open hem in uw mailprogramma en plak de tekst.")
    NO_MAIL = "no_mail", _("Dit bestand is geen e-mail. Kies een .eml-bestand, of plak de tekst.")
    NO_WORDS = "no_words", _("In deze e-mail staat geen tekst. Plak zelf wat er staat.")


class Unreadable(ValueError):
    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Attachment:
    name: str
    body: bytes


@dataclass(frozen=True)
class Mail:
    """`is_cut`: the words were longer than we keep. `left_out`: how many small pictures between the words were."""

    subject: str = ""
    name: str = ""
    address: str = ""
    sent_at: datetime | None = None
    text: str = ""
    is_cut: bool = False
    left_out: int = 0
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)


def read(raw: bytes) -> Mail:
    """Raises Unreadable. Nonsense in it (a charset that does not exist, half a header) costs that part alone."""
    if not raw.strip():
        raise Unreadable(Why.EMPTY)
    if len(raw) > LARGEST:
        raise Unreadable(Why.TOO_BIG)
    if raw.startswith(OUTLOOK):
        raise Unreadable(Why.OUTLOOK)
    try:
        message = _parsed(raw)
        parts = list(_parts(message))
        if not any(name.lower() in ("from", "subject", "date", "received") for name in message):
            raise Unreadable(Why.NO_MAIL)
        if any(part.get_content_type() in LOCKED for part in parts):
            raise Unreadable(Why.LOCKED)
        return _mail(message, parts)
    except Unreadable:
        raise
    except BROKEN:
        raise Unreadable(Why.NO_MAIL) from None


@dataclass
class _Spent:
    parts: int = 0
    work: int = 0


class _Part(EmailMessage):
    """Counts while the headers come in: what the library reads of a header costs the square of its length."""

    def __init__(self, policy: Policy | None = None, *, spent: _Spent) -> None:
        super().__init__(policy)
        self.spent, self.count = spent, 0
        spent.parts += 1
        if spent.parts > TOO_MANY_PARTS:
            raise Unreadable(Why.NO_MAIL)

    def set_raw(self, name: str, value: str) -> None:
        is_read = name.lower().startswith(READ)
        self.count += 1
        self.spent.work += len(value) ** 2 if is_read else 0
        longest = LONGEST_READ if is_read else LONGEST_UNREAD
        if len(value) > longest or self.count > MOST_HEADERS or self.spent.work > MOST_WORK:
            raise Unreadable(Why.NO_MAIL)
        super().set_raw(name, value)


def _parsed(raw: bytes) -> EmailMessage:
    policy = email.policy.default.clone(message_factory=partial(_Part, spent=_Spent()))
    return email.message_from_bytes(raw, policy=policy)


def pasted(text: str) -> Mail:
    """Words copied out of a mail program."""
    return Mail(text=text[:MOST_SIGNS], is_cut=len(text) > MOST_SIGNS)


def _mail(message: EmailMessage, parts: list[EmailMessage]) -> Mail:
    text, used = _words(parts)
    files, small = [], 0
    for part in parts:
        if part in used or part.is_multipart() or (_is_words(part) and not part.is_attachment()):
            continue
        body = _bytes(part)
        if part.get_content_maintype() == "image" and not part.is_attachment() and len(body) < SMALL_PICTURE:
            small += 1
        elif body:
            files.append(Attachment(tidy(_name(part)), body))
    if not text and not files:
        raise Unreadable(Why.NO_WORDS)
    name, address = _sender(message)
    return Mail(
        subject=tidy(_header(message, "subject"))[:200],
        name=tidy(name)[:100],
        address=tidy(address)[:254],
        sent_at=_sent_at(message),
        text=text[:MOST_SIGNS],
        is_cut=len(text) > MOST_SIGNS,
        left_out=small,
        attachments=tuple(files),
    )


def _parts(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """The parts from the outside in, those of a mail that was sent along too; whatever is deeper or more is passed by."""
    seen = [(message, depth)]
    count = 0
    while seen and count < MOST_PARTS:
        part, deep = seen.pop(0)
        count += 1
        yield part
        if part.is_multipart() and deep < DEEPEST:
            inside = part.get_payload()
            seen[:0] = [(one, deep + 1) for one in inside if isinstance(one, EmailMessage)]


def _words(parts: list[EmailMessage]) -> tuple[str, list[EmailMessage]]:
    """All plain words in their order; where an alternative has none, its HTML without the marks."""
    plain = [part for part in parts if part.get_content_type() == "text/plain" and not part.is_attachment()]
    said = [text for part in plain if (text := tidy(_text(part), lines=True))]
    if said:
        return "\n\n".join(said), plain
    html = [part for part in parts if part.get_content_type() == "text/html" and not part.is_attachment()]
    return "\n\n".join(text for part in html if (text := words_of_html(_text(part)))), html


def _is_words(part: EmailMessage) -> bool:
    return part.get_content_type() in ("text/plain", "text/html")


def _text(part: EmailMessage) -> str:
    body, told = _bytes(part), part.get_content_charset("utf-8")
    for charset in ("utf-8", told, "cp1252"):
        try:
            return body.decode(charset)
        except (LookupError, ValueError):
            continue
    return body.decode("latin-1")


def _bytes(part: EmailMessage) -> bytes:
    try:
        body = part.get_payload(decode=True)
    except BROKEN:
        return b""
    return body if isinstance(body, bytes) else b""


def _name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or str(_("Bijlage"))
    except BROKEN:
        return str(_("Bijlage"))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except BROKEN:
        return ""


def _sender(message: EmailMessage) -> tuple[str, str]:
    found = getaddresses([_header(message, "from")])
    name, address = found[0] if found else ("", "")
    return name, address if "@" in address else ""


def _sent_at(message: EmailMessage) -> datetime | None:
    try:
        at = message["date"].datetime
    except BROKEN:
        return None
    return at if isinstance(at, datetime) else None
