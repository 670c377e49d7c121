"""Filters for numbers, days and text that people typed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from safetyportal.texts import days

register = template.Library()
day = register.filter("day", days.day)

# Signs that turn the reading direction or do not show at all, with which text can lie about itself.
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
JOINERS = "\u200c\u200d"


@register.filter
def tel(number: object) -> str:
    """What stands behind tel: in a link; nothing for a number that is not filled in, such as "14 0xx"."""
    text = re.sub(r"[\s().\-]", "", str(number))
    return text if re.fullmatch(r"\+?[0-9]+", text) else ""


@register.filter
def visible_bidi(text: object) -> str:
    """`text` with each hidden sign written out as [U+202E]. Joiners stay in the scripts and emoji that need
    them."""
    return HIDDEN.sub(_written_out, str(text))


@register.filter
def moment(value: datetime | None) -> str:
    """ "dinsdag 1 december 2026, 14.30 uur", in Dutch time."""
    # Translators: a date format, as of Django's date filter; letters of words have a backslash.
    return (
        date_format(timezone.localtime(value), _("l j F Y, H.i \\u\\u\\r"), use_l10n=False) if value else ""
    )


@register.filter
def time_of_day(value: datetime | None) -> str:
    """ "14.30 uur", in Dutch time."""
    # Translators: a date format, as of Django's date filter; letters of words have a backslash.
    return date_format(timezone.localtime(value), _("H.i \\u\\u\\r"), use_l10n=False) if value else ""


@register.filter
def by_day(value: date | datetime | None) -> str:
    """ "voor dinsdag 1 december": when something must be done."""
    return _("voor %(day)s") % {"day": day(value)} if value else ""


def _written_out(found: re.Match[str]) -> str:
    sign = found.group()
    before = found.string[found.start() - 1] if found.start() else ""
    if sign in JOINERS and before and _is_joined(before):
        return sign
    return f"[U+{ord(sign):04X}]"


def _is_joined(sign: str) -> bool:
    """Letters of scripts that join (Arabic and further) and the parts of an emoji."""
    return ord(sign) >= 0x0600 and unicodedata.category(sign) in ("Lo", "Mn", "Mc", "So", "Sk")
