"""From a postcode and a house number, as people type them, to a home in our own list."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from complexes.models import Home
from complexes.models.home import tidy_postcode

POSTCODE = re.compile(r"[0-9]{4}[A-Z]{2}")
NUMBER = re.compile(r"([0-9]{1,5})(.*)")
MOST_AT_ONE_NUMBER = 200


def find_home(form: forms.Form, *, postcode: str, number: str, otherwise: Any) -> Home | None:
    """The home, or None with the reason at the field `postcode` or `number`; `otherwise`: what to do about an address
    that is not ours."""
    tidy, parts = tidy_postcode(_plain(postcode)), NUMBER.fullmatch(_plain(number))
    if not POSTCODE.fullmatch(tidy):
        form.add_error(
            "postcode", _("Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 1234 AB.")
        )
    if parts is None:
        form.add_error("number", _("Vul het huisnummer in met cijfers, bijvoorbeeld 12."))
    if parts is None or form.errors.keys() & {"postcode", "number"}:
        return None
    homes = list(
        Home.objects.at_postcode(tidy)
        .filter(number=int(parts[1]))
        .select_related("complex", "entrance")[:MOST_AT_ONE_NUMBER]
    )
    found = next((home for home in homes if _bare(home.addition) == _bare(parts[2])), None)
    if found is None and homes:
        known = ", ".join(home.addition or str(_("geen letter")) for home in homes[:12])
        form.add_error(
            "number",
            _("Op dit nummer kennen wij: %(known)s. Zet het erbij, bijvoorbeeld 12A.") % {"known": known},
        )
    elif found is None:
        form.add_error("postcode", otherwise)
    return found


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _bare(addition: str) -> str:
    """'-A', 'a' and ' A' are the same door."""
    return "".join(sign for sign in _plain(addition).casefold() if sign.isalnum())
