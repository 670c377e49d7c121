"""A tenant at the keyboard: fills in the wizard step by step through the pages themselves."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from incidents.models import Draft, Question, Report

STEPS = ("gevaar", "soort", "adres", "plek", "vragen", "verhaal", "contact")
# Noise from the neighbours at Esdoornlaan 2: open, and goes on only with consent.
ANSWERS: dict[str, dict[str, Any]] = {
    "gevaar": {"danger": "no"},
    "soort": {"words": "", "kind": "GEL-MUZ"},
    "adres": {"postcode": "9990 aa", "number": "2", "lives_here": "yes"},
    "plek": {"where": "home", "text": ""},
    # Those of the standard ones that the kind asks; its own get an answer in post().
    "vragen": {
        "last_seen_on": "gisteren",
        "day_part": "evening",
        "frequency": "weekly",
        "since": "1_3m",
        "impact": ["sleep", "afraid"],
        "child_involved": "unknown",
    },
    "verhaal": {"story": "Elke avond harde muziek tot twee uur.", "names_person": "no"},
    "contact": {
        "mode": "confidential",
        "name": "Aisha Bouzian",
        "phone": "06-00001234",
        "email": "aisha@example.nl",
        "minor": "no",
        "consent": "",
        "extra": "",
    },
}


def url(draft: Draft, step: str) -> str:
    return reverse("report_step", args=[draft.pk, step])


def begin(client: Client) -> Draft:
    client.post(reverse("report_start"))
    return Draft.objects.latest("created_at")


def post(client: Client, draft: Draft, step: str, **changes: Any) -> Any:
    return client.post(url(draft, step), {**to_post(draft, step), **changes})


def to_post(draft: Draft, step: str) -> dict[str, Any]:
    """What somebody would answer at this step."""
    own = own_answers(draft) if step == "vragen" else {}
    return {**ANSWERS[step], **own}


def own_answers(draft: Draft) -> dict[str, Any]:
    """No where that can be said, the first of a list, nothing to a question in words."""
    draft.refresh_from_db()
    code = (draft.answers.get("soort") or {}).get("kind")
    chosen = {"yes_no": "no", "choice": "1", "many": ["1"], "line": ""}
    return {one.key: chosen[one.sort] for one in Question.objects.filter(question_set__kind=code)}


def written_until(client: Client, last: str, **changes: dict[str, Any]) -> Draft:
    """A draft with every step up to and including `last` answered; `changes` by step, as adres={"number": "4"}."""
    draft = begin(client)
    for step in STEPS[: STEPS.index(last) + 1]:
        if step == "adres" and client.get(url(draft, step)).status_code == 302:
            client.post(url(draft, "advies"))
        answer = post(client, draft, step, **changes.get(step, {}))
        assert answer.status_code == 302, answer.content.decode()
    draft.refresh_from_db()
    return draft


def send(client: Client, **changes: dict[str, Any]) -> Report:
    draft = written_until(client, "contact", **changes)
    client.post(url(draft, "controle"))
    return Report.objects.get(draft=draft)


def words(page: Any) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def errors(page: Any) -> list[str]:
    return [str(error) for found in page.context["form"].errors.values() for error in found]


def code_on(page: Any) -> str:
    found = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", words(page))
    assert found
    return found.group()
