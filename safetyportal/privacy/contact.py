"""Telephone numbers and mail addresses in one form, for comparing. What people typed is what is kept and
shown."""

from __future__ import annotations

import unicodedata

import phonenumbers

COUNTRY = "NL"


def normal_phone(typed: str) -> str:
    """The number with country code, "+31612345678"; what is no number at all, as its letters and digits."""
    number = _parsed(typed)
    if number is not None:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return "".join(sign for sign in _plain(typed) if sign.isalnum())


def is_phone(typed: str) -> bool:
    """Whether this can be a number, Dutch or with a country code; foreign numbers are normal here."""
    number = _parsed(typed)
    return number is not None and phonenumbers.is_possible_number(number)


def normal_email(typed: str) -> str:
    return _plain(typed)


def _parsed(typed: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(_plain(typed), COUNTRY)
    except phonenumbers.NumberParseException:
        return None


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).strip().casefold()
