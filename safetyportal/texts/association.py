"""The association's own name and numbers."""

from __future__ import annotations

import time as clock

from django.conf import settings

from safetyportal.texts.models import Association


def current() -> Association:
    """The association as kept; before anybody filled it in, name and number from the settings."""
    return Association.objects.filter(pk=1).first() or from_settings()


LAG_SECONDS = 10
_kept: tuple[float, Association] | None = None


def shown() -> Association:
    """The same for a page, kept in the process for some seconds: every page names the association.

    A change is seen at once in the process that makes it, and within LAG_SECONDS in every other.
    """
    global _kept
    now = clock.monotonic()
    if _kept is None or now >= _kept[0]:
        _kept = (now + LAG_SECONDS, current())
    return _kept[1]


def forget() -> None:
    global _kept
    _kept = None


def from_settings() -> Association:
    """What can be said without asking the database. Not saved."""
    return Association(name=settings.ASSOCIATION_NAME, phone=settings.ASSOCIATION_PHONE)


def change(
    *,
    name: str,
    phone: str,
    phone_hours: str = "",
    email: str = "",
    address: str = "",
    website: str = "",
    letter_foot: str = "",
) -> Association:
    """Set all of it; there is only ever one row."""
    association, _ = Association.objects.update_or_create(
        pk=1,
        defaults={
            "name": name,
            "phone": phone,
            "phone_hours": phone_hours,
            "email": email,
            "address": address,
            "website": website,
            "letter_foot": letter_foot,
        },
    )
    forget()
    return association
