"""How a day is said, in pages and in what verbs write down."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format


def day(value: date | datetime | None) -> str:
    """ "dinsdag 1 december", in Dutch time."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return date_format(value, "l j F", use_l10n=False)
