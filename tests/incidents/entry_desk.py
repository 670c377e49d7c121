"""A colleague at the entry page: fills in both halves as one would, with the form that came back."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from incidents.models import Kind, Question, Report
from tests.world import person

TYPED: dict[str, Any] = {
    "channel": "phone",
    "words": "",
    "kind": "GEL-MUZ",
    "postcode": "9990 aa",
    "number": "2",
    "where": "home",
    "lives_here": "on",
    "complex": "",
    "place_text": "",
    "story": "Elke avond harde muziek tot twee uur.",
    "names_person": "no",
    "mode": "confidential",
    "name": "Aisha Bouzian",
    "phone": "06-00001234",
    "email": "aisha@example.nl",
    "language": "nl",
    "minor": "unknown",
    "best_time": "",
}
STANDARD: dict[str, Any] = {
    "last_seen_on": "gisteren",
    "day_part": "evening",
    "frequency": "weekly",
    "since": "1_3m",
    "impact": ["sleep"],
    "child_involved": "unknown",
}


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def typed(**changes: Any) -> dict[str, Any]:
    """The first half."""
    return {"form_key": str(uuid4()), "asked": "", **TYPED, **changes}


def answers(code: str) -> dict[str, Any]:
    """To the questions of a kind: no where that can be said, the first of a list, nothing in words."""
    kind = Kind.objects.get(pk=code)
    chosen = {"yes_no": "no", "choice": "1", "many": ["1"], "line": ""}
    own = {one.key: chosen[one.sort] for one in Question.objects.filter(question_set=kind.questions_id)}
    return {"asked": f"{code}:{kind.questions_id}", **STANDARD, **own}


def both_halves(**changes: Any) -> dict[str, Any]:
    first = typed(**changes)
    return {**first, **answers(first["kind"]), **changes}


def post(client: Client, data: dict[str, Any]) -> Any:
    return client.post(reverse("entry_page"), data)


def entered(client: Client, **changes: Any) -> Report:
    answer = post(client, both_halves(**changes))
    assert answer.status_code == 302, errors(answer)
    number = answer.headers["Location"].rstrip("/").rpartition("/")[2]
    return Report.objects.select_related("case").get(number=number)


def errors(page: Any) -> list[str]:
    forms = page.context["page"].forms if page.context else []
    return [f"{name}: {one}" for form in forms for name, said in form.errors.items() for one in said]


def value_of(page: Any, name: str) -> str:
    """What a box of the page that came back holds."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())
    return found.group(1) if found else ""
