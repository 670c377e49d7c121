"""Whether a mail that waits must still go. Asked of the app that queued it, at the moment of sending: much can end in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from safetyportal.notices.models import Notice

# Of what the mail is about (Notice.about), and now.
Check = Callable[[str, datetime], bool]
_checks: dict[str, Check] = {}


class NoLonger(Exception):
    """What the mail tells of is over for who would get it."""


def only_while(*, templates: tuple[str, ...], check: Check) -> None:
    """Mails of these texts go only while this holds. For apps.py."""
    _checks.update(dict.fromkeys(templates, check))


def is_wanted(notice: Notice, *, at: datetime) -> bool:
    check = _checks.get(notice.template)
    return check is None or not notice.about or check(notice.about, at)
