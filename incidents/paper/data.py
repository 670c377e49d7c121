"""A letter as data: what the print gets to see, and nothing else. Who reported is not among it."""

from __future__ import annotations

from base64 import b64decode
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import override

from incidents.models import Letter
from incidents.paper import explaining
from incidents.rules.languages import FROM_RIGHT
from safetyportal.accounts.models import User
from safetyportal.texts.house_style import DELIVERED
from safetyportal.texts.models import Association, Logo

WORDS = {
    "page": "pagina",
    "of": "van",
    "about": "Onderwerp",
    "regards": "Met vriendelijke groet,",
    "holds": explaining.HOLDS["nl"],
}


def of_letter(*, letter: Letter, signed_by: User, at: datetime, ours: Association) -> dict[str, Any]:
    """`signed_by` and `at`: who sends it and when. The case comes with the letter."""
    day = timezone.localdate(at)
    return {
        "title": letter.heading,
        "heading": letter.heading,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "accent": ours.colours.get("tenant") or DELIVERED["tenant"],
        "association": _letterhead(ours),
        "logo": _logo(ours),
        "to": _lines(f"{letter.to_name}\n{letter.to_address}"),
        "reference": {
            "number": letter.case.number,
            "facts": [
                ["Datum", in_dutch(day)],
                ["Ons kenmerk", letter.case.number],
                ["Behandeld door", signed_by.name],
                ["Telefoon", ours.phone],
            ],
        },
        "body": blocks(letter.body),
        "signed": [signed_by.name, ours.name],
        "words": WORDS,
        "explanation": _explanation(letter) if letter.language else None,
    }


def in_dutch(day: date) -> str:
    with override("nl"):
        return f"{day.day} {MONTHS[day.month]} {day.year}"


def blocks(text: str) -> list[dict[str, Any]]:
    """Paragraphs, lists ("- " before each line) and headings ("# "), as the page shows and the print sets them."""
    found: list[dict[str, Any]] = []
    for line in text.splitlines():
        kind, words = _kind_of(line)
        if kind == "gap":
            found.append({"kind": "gap", "lines": []})
        elif found and found[-1]["kind"] == kind and kind != "head":
            found[-1]["lines"].append(words)
        else:
            found.append({"kind": kind, "lines": [words]})
    return [one for one in found if one["kind"] != "gap"]


def _kind_of(line: str) -> tuple[str, str]:
    bare = line.strip()
    if not bare:
        return "gap", ""
    if bare.startswith("- ") and bare[2:].strip():
        return "list", bare[2:].strip()
    if bare.startswith("# ") and bare[2:].strip():
        return "head", bare[2:].strip()
    return "par", bare


def _letterhead(ours: Association) -> dict[str, Any]:
    address = _lines(ours.address)
    said = [*address, f"Telefoon {ours.phone}", ours.phone_hours, ours.email, ours.website]
    return {
        "name": ours.name,
        "head": [one for one in said if one],
        "sender": ", ".join([ours.name, *address]),
        "foot": _lines(ours.letter_foot),
    }


def _logo(ours: Association) -> list[int]:
    """Its bytes as numbers, which is what the print can read; empty: there is none."""
    picture = (
        Logo.objects.filter(pk=ours.logo).values_list("picture", flat=True).first() if ours.logo else None
    )
    return list(b64decode(picture)) if picture else []


def _explanation(letter: Letter) -> dict[str, Any]:
    language = letter.language
    return {
        "lang": language,
        "from_right": language in FROM_RIGHT,
        "heading": explaining.OWN_NAMES.get(language, language),
        "see": explaining.SEE.get(language, explaining.SEE["en"]),
        "holds": explaining.holds(language),
        "body": blocks(letter.explanation),
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
